"""Printed unit pelaksana → the five divisi of a KPU kabupaten/kota, whatever the word order; all of a row stay.

A subbagian names the divisi it serves, by year, in data/referensi/subbagian.csv; one that is not listed serves none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders import reference
from loaders.errors import DaftarSalah
from loaders.files import REFERENSI, read_numbered, read_rows
from loaders.records import AsalDivisi

DIVISI = {
    "Keuangan, Umum, Logistik dan Rumah Tangga": ("keuangan", "logistik", "rumah tangga"),
    "Teknis Penyelenggaraan": ("teknis",),
    "Perencanaan, Data dan Informasi": ("perencanaan",),
    "Sosialisasi, Pendidikan Pemilih, Partisipasi Masyarakat dan SDM": ("sosialisasi", "partisipasi masyarakat"),
    "Hukum dan Pengawasan": ("hukum",),
}
"""Divisi → words of its name, one of which is enough; of another divisi of the list, its whole name."""
_KIND = re.compile(r"\b(divisi|(?:ka)?sub[\s-]?bag(?:ian\b|\b\.?))", re.IGNORECASE)


def named(unit_pelaksana: str | None, tahun: Collection[int] = ()) -> dict[str, AsalDivisi]:
    """The divisi a printed unit names, in the order of divisi.csv, each with how; empty when it names none.

    `tahun`: the years of its row, since names of subbagian belong to years. A subbagian names the divisi it served
    according to data/referensi/subbagian.csv ("Teknis dan Hupmas" served two); one that is not listed names none.
    What is named both ways is `tertulis`.
    """
    first, *units = _KIND.split(unit_pelaksana or "")
    through = set(served(first, tahun))
    written = set() if through else set(_by_words(first))
    for kind, name in zip(units[::2], units[1::2], strict=True):
        if kind.lower() == "divisi":
            written |= set(_by_words(name))
        else:
            through |= served(name, tahun)
    return {
        name: "tertulis" if name in written else "lewat_subbagian" for name in _words() if name in written | through
    }


def _words() -> Mapping[str, tuple[str, ...]]:
    return reference.of("divisi.csv", _read)


def _read(path: Path) -> Mapping[str, tuple[str, ...]]:
    names = [row["divisi"] for row in read_rows(path, REFERENSI["divisi"])]
    return {name: DIVISI.get(name, (name.lower(),)) for name in names}


def _by_words(name: str) -> list[str]:
    return [divisi for divisi, words in _words().items() if any(word in name.lower() for word in words)]


DAFTAR = "subbagian.csv"
KOLOM = ("subbagian", "tahun_awal", "tahun_akhir", "divisi", "sumber")
_WORD = re.compile(r"[a-z]+")
_FILLERS = frozenset({"dan", "serta", "pemilu"})


@dataclass(frozen=True)
class Subbagian:
    """One divisi that a subbagian of this name served; a blank year is an end nobody has stated."""

    kata: frozenset[str]
    tahun_awal: int | None
    tahun_akhir: int | None
    divisi: str

    def in_force(self, tahun: Collection[int]) -> bool:
        """Whether the name held in any of these years; without years, whether it ever did."""
        first, last = self.tahun_awal or 0, self.tahun_akhir or 9999
        return not tahun or any(first <= year <= last for year in tahun)


def served(nama: str, tahun: Collection[int] = ()) -> frozenset[str]:
    """The divisi that a subbagian of this name served in these years; word order and fillers do not count."""
    return frozenset(row.divisi for row in daftar() if row.kata == words(nama) and row.in_force(tahun))


def words(nama: str) -> frozenset[str]:
    """The words that tell one subbagian from another."""
    text = nama.lower().replace("sumber daya manusia", "sdm")
    return frozenset(_WORD.findall(text)) - _FILLERS


def daftar() -> tuple[Subbagian, ...]:
    """The rows of the list in force. Raises DaftarSalah for a blank name, divisi or source, or years that are none."""
    return reference.of(DAFTAR, read)


def read(path: Path) -> tuple[Subbagian, ...]:
    """The same of the list `path`."""
    return tuple(_row(path.name, number, row) for number, row in read_numbered(path, KOLOM))


def _row(berkas: str, number: int, row: dict[str, str]) -> Subbagian:
    blank = [kolom for kolom in ("subbagian", "divisi", "sumber") if not row[kolom]]
    if blank:
        raise DaftarSalah(berkas, number, f"kolom {', '.join(blank)} kosong")
    years = row["tahun_awal"], row["tahun_akhir"]
    if not all(re.fullmatch(r"(20\d\d)?", year, re.ASCII) for year in years):
        raise DaftarSalah(
            berkas, number, f"tahun «{years[0]}»–«{years[1]}» tidak sah; tulis seperti 2021 atau kosongkan"
        )
    first, last = (int(year) if year else None for year in years)
    if first and last and first > last:
        raise DaftarSalah(berkas, number, f"tahun_awal {first} sesudah tahun_akhir {last}; tukar atau perbaiki")
    return Subbagian(words(row["subbagian"]), first, last, row["divisi"])
