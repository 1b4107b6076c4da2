"""What the section on the comparisons of the LKE says in words: pure functions from frames to Indonesian sentences."""

from typing import Any

import polars as pl

from pages.components.format import join_words, number, percent
from pages.components.text import plain
from queries.comparisons.lke import BATAS_PERSEN, PEMBANDING, PEMBANDING_NASIONAL

JUDUL = {
    "banding_target": "Target tahun itu",
    "banding_tahun_lalu": "Tahun sebelumnya",
    "banding_renstra": "Akhir Renstra",
    PEMBANDING_NASIONAL: "Standar nasional",
    "tahun_terdahulu": "Tahun pembanding",
    "akhir_renstra": "Target akhir Renstra",
    "jumlah": "Indikator",
    "memenuhi": f"{number(BATAS_PERSEN)}% atau lebih",
}
JUDUL |= {f"jumlah_{name}": JUDUL[name] for name in PEMBANDING}
ADA, TIDAK_ADA, BELUM = "ada", "tidak ada", "belum ada datanya"
UKURAN = (
    "Yang diukur: berapa indikator LK yang realisasinya dapat diletakkan di samping target tahun itu, realisasi tahun "
    "sebelumnya, dan target akhir Renstra menurut angka tercetak dalam dokumen yang dimuat; pembandingan yang hanya "
    "ditulis sebagai kalimat tidak dibaca, dan standar nasional belum ada datanya sehingga tidak ikut menentukan."
)
ATURAN = (
    f"LKE meminta sekurang-kurangnya {number(BATAS_PERSEN)}% capaian disertai pembanding (PermenPANRB 88/2021, "
    "keyakinan B). LKE menilai dokumen utuh, jadi di sini hanya saringan satker dan tahun yang berlaku."
)
MUAT = {"banding_tahun_lalu": "LK tahun sebelumnya", "banding_renstra": "Renstra yang mencakup tahun itu"}


def dokumen(row: dict[str, Any]) -> str:
    """One document in one or two sentences. Input: a row of comparisons.lke.per_dokumen."""
    verdict = "cukup" if row["memenuhi"] else "di bawah"
    said = (
        f"**{plain(row['satker'])} {row['tahun']}**: {number(row['jumlah_lengkap'])} dari {number(row['jumlah'])} "
        f"indikator ({percent(row['lengkap_persen'])}) punya ketiga pembanding, {verdict} {number(BATAS_PERSEN)}%. "
    )
    each = [f"{JUDUL[name][0].lower()}{JUDUL[name][1:]} {number(row[f'jumlah_{name}'])}" for name in PEMBANDING]
    return f"{said}Rinciannya: {join_words(each)}.{_load(row)}"


def semua(counted: pl.DataFrame) -> str:
    """Many documents in one sentence. Input: comparisons.lke.per_dokumen."""
    enough = int(counted["memenuhi"].sum())
    return (
        f"**{number(enough)} dari {number(len(counted))} LK** punya ketiga pembanding pada sekurang-kurangnya "
        f"{number(BATAS_PERSEN)}% indikatornya."
    )


def putusan() -> pl.Expr:
    """The column memenuhi in words."""
    return pl.when("memenuhi").then(pl.lit("ya")).otherwise(pl.lit("tidak")).alias("memenuhi")


def kata() -> list[pl.Expr]:
    """The comparisons in words, for the table and its downloads."""
    words = [pl.when(name).then(pl.lit(ADA)).otherwise(pl.lit(TIDAK_ADA)).alias(name) for name in PEMBANDING]
    return [*words, pl.lit(BELUM).alias(PEMBANDING_NASIONAL)]


def _load(row: dict[str, Any]) -> str:
    """Which documents are missing altogether."""
    lacking = [what for name, what in MUAT.items() if not row[f"jumlah_{name}"]]
    return f" Tidak ada pembanding dari {join_words(lacking)}: muat dokumennya bila ada." if lacking else ""
