"""Sentences about what is held and how it was read, computed from frames."""

import polars as pl

from pages.components.format import KEADAAN, join_words, number, waktu
from queries.warehouse import Version

ACCOUNT = (
    "Setiap baris tercetak dari tabel yang dikenali dihitung: dimuat, sambungan baris sebelumnya, judul, atau "
    "dikarantina karena tidak terbaca dengan pasti. Baris dihitung per dokumen utuh; saringan tingkat, divisi/unit, "
    "dan sasaran hanya menyempitkan nilai."
)
ACCOUNT_ORDER = [
    *("satker", "baris_tabel", "dimuat", "sambungan", "judul", "dikarantina", "jumlah_nilai", "jumlah_diperbaiki"),
    *("jumlah_dikoreksi", "jumlah_rusak", "jumlah_kosong", "jumlah_tidak_ditargetkan", "koreksi"),
]
ISI = {"target": "target", "realisasi": "realisasi", "pagu": "angka pagu"}


def headline(values: pl.DataFrame, documents: pl.DataFrame) -> str:
    """What is held and what waits, in one or two sentences. Takes kelengkapan.values and .documents.

    A document is counted when it holds one of these values, as satker and years are.
    """
    held = [f"{number(count)} {ISI[isi]}" for isi, count in ((isi, _sum(values, isi=isi)) for isi in ISI) if count]
    waiting = _waiting(_sum(values, keadaan="rusak"), int(documents["dikarantina"].sum()))
    return (
        f"{number(values['satker'].n_unique())} satker, {number(values['berkas'].n_unique())} dokumen, "
        f"{_years(values)}: {join_words(held)}. {waiting}"
    )


def states(values: pl.DataFrame) -> str:
    """How the values were obtained: a badge a keadaan with its count, as Markdown. Takes kelengkapan.values."""
    badges = []
    for keadaan, (word, icon, colour) in KEADAAN.items():
        count = _sum(values, keadaan=keadaan)
        if count:
            badges.append(f":{colour}-badge[{icon} {number(count)} {word}]")
    return " ".join(badges)


def freshness(version: Version) -> str:
    """Which version this is, when it was built, and how many of the registered documents it holds."""
    return (
        f"Versi data {version.versi}, dibangun {waktu(version.dibangun)}, memuat {version.dokumen_dibaca} dari "
        f"{version.dokumen_terdaftar} dokumen terdaftar."
    )


def _waiting(rusak: int, dikarantina: int) -> str:
    parts = [f"{number(rusak)} nilai rusak"] if rusak else []
    parts += [f"{number(dikarantina)} baris dikarantina"] if dikarantina else []
    if not parts:
        return "Tidak ada nilai rusak atau baris dikarantina yang menunggu."
    return f"{join_words(parts).capitalize()} menunggu diperiksa orang."


def _sum(values: pl.DataFrame, **where: str) -> int:
    return int(values.filter(**where)["jumlah"].sum())


def _years(values: pl.DataFrame) -> str:
    years = values["tahun"].drop_nulls()
    if years.is_empty():
        return "tanpa tahun"
    first, last = years.min(), years.max()
    return f"tahun {first}" if first == last else f"tahun {first}–{last}"
