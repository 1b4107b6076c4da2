"""Printed unit pelaksana → the divisi of its satker, whatever the word order; all of a row stay.

A KPU kabupaten/kota has five; a KPU provinsi has the same or, with seven members, others; KPU has its own (divisi.csv).
A subbagian names the divisi it serves, by year, in data/referensi/subbagian.csv; one that is not listed serves none.
"""

from __future__ import annotations

import re
from collections.abc import Collection
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
KABKOTA = "kabkota"
_KIND = re.compile(r"\b(divisi|(?:ka)?sub[\s-]?bag(?:ian\b|\b\.?))", re.IGNORECASE)


def tingkat(kode_satker: str) -> str:
    """kabkota, provinsi or kpu_ri: the level of a satker, by the length of its code."""
    return "kpu_ri" if kode_satker == "00" else "provinsi" if len(kode_satker) == 2 else KABKOTA


def named(unit_pelaksana: str | None, tahun: Collection[int] = (), tingkat: str = KABKOTA) -> dict[str, AsalDivisi]:
    """The divisi a printed unit names, in the order of divisi.csv, each with how; empty when it names none.

    `tahun`: the years of its row, since names of subbagian belong to years; `tingkat`: the level of its satker.
    A subbagian names the divisi it served according to data/referensi/subbagian.csv ("Teknis dan
    Hupmas" served two); one that is not listed names none. What is named both ways is `tertulis`.
    """
    first, *units = _KIND.split(unit_pelaksana or "")
    through = set(served(first, tahun))
    written = set() if through else _written(first, tingkat)
    for kind, name in zip(units[::2], units[1::2], strict=True):
        if kind.lower() == "divisi":
            written |= _written(name, tingkat)
        else:
            through |= served(name, tahun)
    return {
        row.nama: "tertulis" if row.nama in written else "lewat_subbagian"
        for row in _listed()
        if row.nama in written | through
    }


@dataclass(frozen=True)
class _Divisi:
    """A divisi of the list: its words, those of which one is enough, and the levels of satker that have it."""

    nama: str
    tingkat: frozenset[str]
    kata: frozenset[str]
    cukup: tuple[str, ...]


def _listed() -> tuple[_Divisi, ...]:
    return reference.of("divisi.csv", _read)


def _read(path: Path) -> tuple[_Divisi, ...]:
    rows = [(row["divisi"], frozenset(row["tingkat"].split("; "))) for row in read_rows(path, REFERENSI["divisi"])]
    return tuple(_Divisi(name, of, words(name), DIVISI.get(name, (name.lower(),))) for name, of in rows)


def _written(name: str, tingkat: str) -> set[str]:
    """The divisi of exactly this name among those of a level, else those of which a word is enough."""
    own = [row for row in _listed() if tingkat in row.tingkat]
    exact = {row.nama for row in own if row.kata == words(name)}
    return exact or {row.nama for row in own if any(word in name.lower() for word in row.cukup)}


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
