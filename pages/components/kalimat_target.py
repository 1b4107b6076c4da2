"""What the Target page says in words: pure functions from frames to Indonesian sentences."""

import polars as pl

from pages.components.format import join_words, keadaan_word, number
from pages.components.teks import plain, years_in_words
from queries.comparisons.target import PREDIKAT, TANPA_SATUAN, extremes

MANY = 5


def bersama(daftar: pl.DataFrame) -> str:
    """How many indikator texts several satker share, of how many. Input: queries.target.indikator."""
    shared = len(daftar.filter(pl.col("jumlah_satker") > 1))
    if not shared:
        return (
            f"Tidak satu pun dari **{number(len(daftar))} indikator** tercetak sama pada lebih dari satu satker; "
            "di bawah ini satu indikator dilihat sendiri."
        )
    return (
        f"**{number(shared)} dari {number(len(daftar))} indikator** tercetak dengan kalimat yang sama pada lebih dari "
        "satu satker, sehingga targetnya dapat disandingkan."
    )


def ringkas(targets: pl.DataFrame, satuan: str) -> str:
    """Who prints this indikator and how far the targets of the latest year lie apart. Input: rows of one unit."""
    names = targets["satker"].unique().sort().to_list()
    rows = targets["indikator_id"].n_unique()
    count = f"{len(names)} satker" if len(names) > 1 else "satu satker"
    first = f"Ditargetkan oleh {count} ({join_words(names)}) dalam {rows} baris tabel. "
    return first + " ".join(_range(row, satuan) for row in extremes(targets).iter_rows(named=True))


def perbedaan(disagreements: pl.DataFrame) -> list[str]:
    """One Markdown line a satker whose rows print different targets, years that print the same taken together.

    Input: comparisons.target.disagreements.
    """
    years: dict[tuple[str, str], list[int]] = {}
    for row in disagreements.iter_rows(named=True):
        tables = [label.removeprefix(f"{_short(row['satker'])} · ") for label in row["label"]]
        printed = [f"{table} mencetak “{plain(teks)}”" for table, teks in zip(tables, row["nilai_teks"], strict=True)]
        years.setdefault((row["satker"], join_words(printed)), []).append(row["tahun"])
    lines = [f"- {satker}, {years_in_words(seen)}: {told}." for (satker, told), seen in years.items()]
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
        lines.append(f"- **{label}**, {nama_satuan(str(satuan))}: {' · '.join(years)}")
    return lines


def nama_satuan(satuan: str) -> str:
    """The name of a unit group inside a sentence."""
    return satuan if satuan in (PREDIKAT, TANPA_SATUAN) else f"satuan {satuan}"


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
    return f"{number(value)}%" if satuan == "%" else f"{number(value)} {satuan}".removesuffix(TANPA_SATUAN).strip()


def _short(satker: str) -> str:
    return satker.removeprefix("KPU ").removeprefix("KIP ").removeprefix("Kota ").removeprefix("Kabupaten ")
