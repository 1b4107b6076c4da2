"""Target: one row a satker × year of one indikator, coloured by which side of the year's median it lies."""

import plotly.graph_objects as go
import polars as pl

from pages.charts import matriks
from pages.charts.matriks import Matriks
from pages.charts.target_tahun import sebut
from pages.components import location
from pages.components.format import keadaan_word, number

ROW_PIXELS = 24
TANDA = {"turun": "↓", "naik": "↑"}
BERBEDA = "≠"
PLACE = ("berkas", "baris", "tahun", "nilai_teks")
CELLS = dict.fromkeys(("label", "teks", "keadaan", "golongan", "hover", "kunci"), pl.String) | {
    "tahun": pl.Int64,
    "besar": pl.Float64,
}


def sides(tengah: str) -> dict[str, tuple[str, str]]:
    """Place against the yardstick named `tengah` → words of the legend, colour of the cell."""
    return {
        "patokan": ("patokan", "#1d5580"),
        "bawah": (f"▼ di bawah {tengah}", "#f2c9a6"),
        "sama": (f"= sama dengan {tengah}", "#dfe3e8"),
        "atas": (f"▲ di atas {tengah}", "#a9cfea"),
        "tunggal": ("tanpa pembanding", "#e9e4d8"),
    }


def figure(folded: pl.DataFrame, patokan: pl.DataFrame, satuan: str, tengah: str) -> go.Figure:
    """Cells of satker (comparisons.target.fold) below the rows of the yardsticks.

    patokan: nama, tahun, angka, teks; of these the rows named `tengah` (the median, the commonest grade) decide the
    colour of the cells of their year. A click on a cell means its source (see matriks.clicked).
    """
    middle = dict(patokan.filter(pl.col("nama") == tengah).select("tahun", "angka").iter_rows())
    above = [_yardstick(row) for row in patokan.iter_rows(named=True)]
    below = [_cell(row, middle.get(row["tahun"]), satuan) for row in folded.iter_rows(named=True)]
    cells = pl.DataFrame([*above, *below], CELLS)
    return matriks.figure(Matriks(cells, "", ROW_PIXELS, sides(tengah.lower())))


def _yardstick(row: dict) -> dict:
    said = {"hover": f"<b>{row['nama']} {row['tahun']}</b><br>{row['teks']}", "kunci": "", "keadaan": "ada"}
    return {"label": row["nama"], "tahun": row["tahun"], "besar": row["angka"], "teks": row["teks"]} | said | {
        "golongan": "patokan"
    }  # fmt: skip


def _cell(row: dict, middle: float | None, satuan: str) -> dict:
    text = _text(row)
    return {
        "label": row["nama"],
        "tahun": row["tahun"],
        # A printed target that cannot be compared has a cell all the same.
        "besar": row["angka"] if row["angka"] is not None else 0.0 if text else None,
        "teks": text,
        "keadaan": row["keadaan"],
        "golongan": _side(row["angka"], middle),
        "hover": _hover(row, satuan),
        "kunci": str(location.of_row({name: row[name] for name in PLACE})),
    }


def _side(value: float | None, middle: float | None) -> str:
    if value is None or middle is None:
        return "tunggal"
    return "bawah" if value < middle else "atas" if value > middle else "sama"


def notes(folded: pl.DataFrame) -> str:
    """What the signs in the cells mean, of those that occur."""
    changes = set(folded["ubah"])
    said = [f"{sign} {word} dari tahun sebelumnya" for word, sign in TANDA.items() if word in changes]
    if folded["berbeda"].any():
        said.append(f"{BERBEDA} tabelnya sendiri mencetak target lain (arahkan penunjuk untuk melihatnya)")
    return " · ".join([*said, matriks.notes(folded)]).strip(" ·")


def _text(row: dict) -> str:
    said = row["nilai_ordinal"] or number(row["nilai"])
    if not said:
        return row["nilai_teks"] if row["keadaan"] in ("ada", "diperbaiki", "dikoreksi") else ""
    return " ".join(part for part in (said, TANDA.get(row["ubah"], ""), BERBEDA if row["berbeda"] else "") if part)


def _hover(row: dict, satuan: str) -> str:
    said = row["nilai_ordinal"] or (
        keadaan_word(row["keadaan"]) if row["nilai"] is None else sebut(row["nilai"], satuan)
    )
    change = f"<br>{row['ubah']} dari tahun sebelumnya" if row["ubah"] else ""
    other = f"<br>{BERBEDA} tabel lain mencetak:<br>{'<br>'.join(row['lain'][:6])}" if row["lain"] else ""
    return (
        f"<b>{row['satker']} {row['tahun']}</b><br>{said}{change}<br>Dari {row['label']}, baris {row['baris']}{other}"
    )
