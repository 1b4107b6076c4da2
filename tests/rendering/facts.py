"""What is read of a document, in a form in which two readings of it can be compared: rows without their places."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.read import document
from loaders.readers.lembar import Lembar
from loaders.records import Capaian, Indikator, Konteks, MataAnggaran, RealisasiAnggaran, Tabel
from loaders.register.lists import references
from loaders.values.numbers import Nilai, Uang
from tests.conftest import ROOT

Kata = tuple[str, ...]


@dataclass(frozen=True)
class Fakta:
    """One row: its table, its words without spaces (wrapping may move those), and its values by year.

    `kata`: what stands above the row, then the row's own words last.
    """

    tabel: tuple[str, ...]
    kata: Kata
    nilai: tuple[str, ...]

    @property
    def nama(self) -> str:
        """The row's own words."""
        return self.kata[-1]


@dataclass(frozen=True)
class Bacaan:
    """A reading of a document: the rows that were loaded, the lines each begins on, and the text in karantina."""

    fakta: tuple[Fakta, ...]
    baris: tuple[int, ...]
    karantina: str


def konteks(stem: str) -> Konteks:
    """What the register says of the document with this name."""
    with (ROOT / "data" / "dokumen" / "manifest.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["file"].endswith(f"/{stem}.txt"))
    jenis, awal, akhir = row["jenis_dokumen"], int(row["tahun_awal"]), int(row["tahun_akhir"])
    return Konteks(jenis, awal, akhir)  # ty: ignore[invalid-argument-type] - the register's own check


def parsed(lembar: Lembar, konteks: Konteks) -> Bacaan:
    """All facts of a document as the families read them, without any person's corrections."""
    tables = document(lembar, konteks, lists=references(ROOT / "data" / "referensi")).tabel
    found = [(record.baris, fakta) for table in tables for record, fakta in _of_table(table)]
    doubted = [n for table in tables for n, nasib in table.nasib.items() if nasib == "dikarantina"]
    return Bacaan(
        tuple(fakta for _, fakta in found),
        tuple(baris for baris, _ in found),
        "".join(unspaced(lembar.di(n).teks) for n in sorted(doubted)),
    )


def unspaced(text: str | None) -> str:
    """A text without any white space."""
    return "".join((text or "").split())


def printed_words(lembar: Lembar) -> str:
    """All that is printed, in order, without any white space."""
    return "".join(unspaced(line.teks) for line in lembar.baris)


def _of_table(table: Tabel) -> Iterator[tuple[Indikator | MataAnggaran, Fakta]]:
    about = (table.nama, table.keluarga, table.jenis, table.unit or "", str(table.skala), table.satuan or "")
    for record in table.indikator:
        yield record, Fakta(about, _words(record), tuple(_values(record)))
    for budget in table.anggaran:
        yield budget, Fakta(about, _budget_words(budget), tuple(_money(budget)))


def _words(record: Indikator) -> Kata:
    sasaran = record.sasaran.teks if record.sasaran else None
    words = (record.tujuan, record.program, record.kegiatan, record.nomor, sasaran, record.unit_pelaksana)
    return (record.tingkat, *map(unspaced, (*words, record.indikator)))


def _budget_words(budget: MataAnggaran) -> Kata:
    codes = (budget.kode_program, budget.kode_kegiatan, budget.kode_kro, budget.kode_ro)
    words = (budget.program, budget.kegiatan, budget.kro)
    return (budget.tingkat, *(code or "" for code in codes), *map(unspaced, (*words, budget.uraian)))


def _values(record: Indikator) -> Iterator[str]:
    for year, value in sorted(record.target.items()):
        yield f"target {year}: {_shown(value)}"
    for year, capaian in sorted(record.capaian.items()):
        yield f"capaian {year}: {_reached(capaian)}"


def _shown(value: Nilai | Uang) -> str:
    """A value exactly; one mended by a named rule is the same value."""
    keadaan = "ada" if value.keadaan == "diperbaiki" else value.keadaan
    if isinstance(value, Uang):
        return f"{value.rupiah} {keadaan}"
    return f"{value.nilai} {value.ordinal} {value.satuan} {keadaan}"


def _reached(capaian: Capaian) -> str:
    return f"{_shown(capaian.realisasi)} | {unspaced(capaian.capaian_teks)} {capaian.persen}"


def _money(budget: MataAnggaran) -> Iterator[str]:
    for year, money in sorted(budget.pagu.items(), key=lambda item: item[0] or 0):
        yield f"pagu {year}: {_shown(money)}"
    for year, spent in sorted(budget.realisasi.items()):
        yield f"realisasi {year}: {_spent(spent)}"


def _spent(spent: RealisasiAnggaran) -> str:
    return f"{_shown(spent.realisasi)} {spent.persen} {spent.tvro} {spent.rvro} {spent.efisiensi}"
