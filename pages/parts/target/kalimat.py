"""What the Target page says in words: pure functions from frames to Indonesian sentences."""

import polars as pl

from pages.components.format import join_words, keadaan_word, number, percent
from pages.components.text import plain, years_in_words
from queries.comparisons.target import MENYIMPANG, PREDIKAT, TANPA_SATUAN, extremes

MANY = 5
POLARITAS = {
    "maksimal": "makin tinggi makin baik",
    "minimal": "makin rendah makin baik",
    "tetap": "sebaiknya tepat sebesar target",
    "rentang": "sebaiknya di dalam rentang",
    "ordinal": "berupa predikat",
}
MUNGKIN = ":orange-badge[:material/help: mungkin sama, belum pasti]"


def bersama(daftar: pl.DataFrame, *, menurut_bunyi: bool = False) -> str:
    """How many indikator several satker share, of how many. Input: queries.target.indikator."""
    shared = len(daftar.filter(pl.col("jumlah_satker") > 1))
    what = "bunyi indikator" if menurut_bunyi else "indikator baku"
    how = "tercetak dengan kalimat yang sama pada" if menurut_bunyi else "ditargetkan oleh"
    if not shared:
        return (
            f"Tidak satu pun dari **{number(len(daftar))} {what}** {how} lebih dari satu satker; "
            "di bawah ini satu indikator dilihat sendiri."
        )
    three = len(daftar.filter(pl.col("jumlah_satker") > 2))
    more = f" ({number(three)} oleh tiga satker atau lebih)" if three and not menurut_bunyi else ""
    return (
        f"**{number(shared)} dari {number(len(daftar))} {what}** {how} lebih dari satu satker{more}, sehingga "
        "targetnya dapat disandingkan."
    )


def arah(row: dict) -> str:
    """What is known of the indikator baku, in words. Input: a row of queries.target.indikator."""
    if row["kode_baku"] is None:
        return "Bunyi ini belum dipadankan dengan indikator baku mana pun." if row["polaritas"] is None else ""
    return f"Kode {row['kode_baku']} · {POLARITAS.get(row['polaritas'], plain(row['polaritas']))}."


def bunyi(texts: pl.DataFrame) -> list[str]:
    """One Markdown line a satker and printed text, uncertain matches marked. Input: comparisons.target.wordings."""
    lines = []
    for row in texts.iter_rows(named=True):
        tables = [label.removeprefix(f"{_short(row['satker'])} · ") for label in row["label"]]
        mark = f" {MUNGKIN}" if row["mungkin"] else ""
        lines.append(f"- **{plain(row['satker'])}** ({join_words(tables)}): “{plain(row['indikator'])}”{mark}")
    return lines


def menyimpang(spread: pl.DataFrame) -> list[str]:
    """Which satker lie far from the median, and which could not be compared with themselves; years taken together.

    Input: comparisons.target.spread.
    """
    lines = []
    for column, told in (
        ("menyimpang", f"lebih dari {percent(MENYIMPANG * 100, 0)} dari median"),
        ("berbeda", "tidak ikut dihitung karena tabelnya sendiri mencetak angka yang berbeda"),
    ):
        years: dict[str, list[int]] = {}
        for tahun, names in spread.select("tahun", column).iter_rows():
            for name in names:
                years.setdefault(name, []).append(tahun)
        lines += [f"- **{plain(name)}** {told} pada {years_in_words(seen)}." for name, seen in years.items()]
    return lines


def median(spread: pl.DataFrame, satuan: str) -> str:
    """The median of the year with most satker, the latest of these. Input: comparisons.target.spread; not empty."""
    row = spread.sort("jumlah_satker", "tahun").row(-1, named=True)
    return (
        f"Median {row['tahun']}: **{_value(row['median'], satuan)}** dari {row['jumlah_satker']} satker, rentang "
        f"{_value(row['terendah'], satuan)} sampai {_value(row['tertinggi'], satuan)}."
    )


def tidak_mencetak(targets: pl.DataFrame, asked: list[str]) -> str:
    """Which of the satker asked for print no target of this indikator; empty when all do."""
    gone = [name for name in asked if name not in set(targets["satker"])]
    return f"Tidak mencetak target indikator ini: {join_words(gone)}." if gone else ""


def ringkas(targets: pl.DataFrame, satuan: str) -> str:
    """Who prints this indikator and how far the targets of the latest year lie apart. Input: rows of one unit."""
    names = targets["satker"].unique().sort().to_list()
    rows = targets["indikator_id"].n_unique()
    count = f"{len(names)} satker" if len(names) > 1 else "satu satker"
    first = f"Ditargetkan oleh {count} ({join_words([plain(name) for name in names])}) dalam {rows} baris tabel. "
    return first + " ".join(_range(row, satuan) for row in extremes(targets).iter_rows(named=True))


def perbedaan(disagreements: pl.DataFrame) -> list[str]:
    """One Markdown line a satker whose rows print different targets, years that print the same taken together.

    Input: comparisons.target.disagreements.
    """
    years: dict[tuple[str, str], list[int]] = {}
    for row in disagreements.iter_rows(named=True):
        tables = [label.removeprefix(f"{_short(row['satker'])} · ") for label in row["label"]]
        printed = [
            f"{plain(table)} mencetak “{plain(teks)}”" for table, teks in zip(tables, row["nilai_teks"], strict=True)
        ]
        years.setdefault((row["satker"], join_words(printed)), []).append(row["tahun"])
    lines = [f"- {plain(satker)}, {years_in_words(seen)}: {told}." for (satker, told), seen in years.items()]
    hidden = len(lines) - MANY
    return [*lines[:MANY], f"- … dan {hidden} perbedaan lain; lihat tabel di bawah."] if hidden > 0 else lines


def tak_sebanding(targets: pl.DataFrame) -> list[str]:
    """The rows whose unit differs from the one drawn, one line a printed row, in Markdown."""
    lines = []
    for (label, satuan), rows in targets.group_by("label", "satuan_banding", maintain_order=True):
        years = [
            f"{tahun}: {plain(teks) if keadaan in ('ada', 'diperbaiki', 'dikoreksi') else keadaan_word(keadaan)}"
            for tahun, teks, keadaan in rows.sort("tahun").select("tahun", "nilai_teks", "keadaan").iter_rows()
        ]
        lines.append(f"- **{plain(str(label))}**, {nama_satuan(str(satuan))}: {' · '.join(years)}")
    return lines


def nama_satuan(satuan: str) -> str:
    """The name of a unit group inside a sentence."""
    return satuan if satuan in (PREDIKAT, TANPA_SATUAN) else f"satuan {plain(satuan)}"


def _range(row: dict, satuan: str) -> str:
    low, high = (_value(row[name], satuan) for name in ("terendah", "tertinggi"))
    if row["jumlah_satker"] == 1:
        return f"Pada {row['tahun']} hanya {row['satker_terendah'][0]} yang mencetak angka: " + (
            f"{low}." if low == high else f"{low} sampai {high}."
        )
    if low == high:
        return f"Pada {row['tahun']} targetnya sama di {row['jumlah_satker']} satker: {low}."
    return (
        f"Pada {row['tahun']} targetnya dari {low} ({join_words(row['satker_terendah'])}) "
        f"sampai {high} ({join_words(row['satker_tertinggi'])})."
    )


def _value(value: float, satuan: str) -> str:
    return (
        f"{number(value)}%" if satuan == "%" else f"{number(value)} {plain(satuan)}".removesuffix(TANPA_SATUAN).strip()
    )


def _short(satker: str) -> str:
    return satker.removeprefix("KPU ").removeprefix("KIP ").removeprefix("Kota ").removeprefix("Kabupaten ")
