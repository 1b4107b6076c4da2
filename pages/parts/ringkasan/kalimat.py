"""Sentences of Ringkasan, computed from the rapor: what a chairperson reads first."""

from typing import Any

import polars as pl

from pages.components.format import join_words, number, percent
from pages.components.tahun_rapor import Tahun
from pages.components.text import pendek, plain, sebutan
from queries.comparisons.rapor import behind, ordered, rules

NAMED = 3
LAPORAN = "laporan capaian"
JUDUL_URUT = {
    "capaian": "Capaian",
    "serapan": "Serapan",
    "konsistensi": "Konsistensi",
    "temuan": "Temuan",
    "dokumen": "Dokumen",
    "perubahan": "Perubahan capaian",
    "nama": "Nama",
}
TANPA = {
    "capaian": "tidak melaporkan capaian",
    "serapan": "tidak melaporkan serapan",
    "konsistensi": "tidak punya dua dokumen untuk dibandingkan",
    "temuan": "belum mengirim dokumen",
    "dokumen": "belum punya dokumen yang jatuh tempo",
    "perubahan": "tidak melaporkan capaian dua tahun berturut-turut",
    "nama": "",
}


def tempat(rows: pl.DataFrame) -> str:
    """Whose rapor it is: one satker by name, one provinsi by name, or how many provinsi."""
    provinsi = rows["provinsi"].unique().to_list()
    if len(rows) == 1:
        return plain(pendek(rows["satker"][0]))
    return f"Di {plain(provinsi[0])}" if len(provinsi) == 1 else f"Di {number(len(provinsi))} provinsi"


def putusan(rows: pl.DataFrame, measured: pl.DataFrame, tahun: int) -> str:
    """The verdict in one sentence. rows: of one level; measured: the same, by satker (comparisons.rapor.measure)."""
    known, _ = ordered(measured, "capaian")
    where, all_of = tempat(rows), sebutan(rows["tingkat_satker"])
    if known.is_empty():
        sent = int((measured["berdokumen"] > 0).sum())
        return (
            f"{where} {tahun}: belum ada {LAPORAN}; {number(sent)} dari {number(len(rows))} {all_of} mengirim dokumen."
        )
    (rule,) = [rule for rule in rules() if rule["kode"] == "capaian"]
    if len(rows) == 1:
        return f"{where} {tahun}: {_satu(known.row(0, named=True))}."
    low = behind(measured, rule)
    reached = number(len(known) - len(low))
    said = f"{where} {tahun}: {reached} dari {number(len(known))} {all_of} mencapai ≥ {rule['ambang']}% indikatornya"
    if low.is_empty():
        return f"{said}; tidak ada yang tertinggal."
    names = [plain(pendek(name)) for name in low["nama"].head(NAMED)]
    rest = len(low) - len(names)
    return f"{said}; tertinggal {join_words([*names, f'{number(rest)} lain'] if rest else names)}."


def judul_rapor(rows: pl.DataFrame, menurut: str) -> str:
    """The heading of the rapor table, with its order in words."""
    order = "menurut nama" if menurut == "nama" else "terburuk dahulu"
    return f"Rapor {number(len(rows))} satker, {order}"


def tanpa_angka(count: int, menurut: str, what: str) -> str:
    """The line over rows that have no figure to be ordered by."""
    return f"{number(count)} {what} {TANPA[menurut]}" if TANPA[menurut] else ""


def tren(deret: pl.DataFrame, tahun: Tahun) -> str:
    """What the lines of the trend show: the newest share of indikator reached against the best and worst year."""
    known = deret.filter(pl.col("capaian_persen").is_not_null())
    if known.is_empty():
        return f"Belum ada {LAPORAN} sampai {tahun.tahun}"
    last = known.row(-1, named=True)
    said = f"{percent(last['capaian_persen'], 1)} indikator tercapai pada {last['tahun']}"
    if len(known) == 1:
        return f"{said}; baru satu tahun dilaporkan"
    worst, best = (known.sort("capaian_persen").row(place, named=True) for place in (0, -1))
    ends = [f"{word} {percent(row['capaian_persen'], 1)} ({row['tahun']})"
            for word, row in (("terendah", worst), ("tertinggi", best)) if row["tahun"] != last["tahun"]]  # fmt: skip
    return f"{said}; {join_words(ends)}" if ends else said


def _satu(row: dict[str, Any]) -> str:
    """One satker's answer."""
    said = f"{number(row['n_tercapai'])} dari {number(row['n_indikator'])} indikator tercapai"
    return said + (f", serapan {percent(row['serapan_persen'], 1)}" if row["serapan_persen"] is not None else "")
