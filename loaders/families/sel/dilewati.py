"""Columns of a recognised table that hold something and are not read: said, so that nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from loaders.families.header import Blok
from loaders.families.sel.baris import printed
from loaders.families.sel.blok import BlokSel
from loaders.families.sel.nilai import Kelompok
from loaders.readers.lembar import Baris
from loaders.values.names import clean

KATA_KINERJA = ("no", "satuan", "tujuan", "sasaran", "indikator", "program_kegiatan", "program", "kegiatan", "unit")
"""Roles of columns of words that tables of indicators read."""
KATA_ANGGARAN = ("no", "kode", "program", "kegiatan", "kro", "ro", "sasaran", "indikator", "program_kegiatan", "uraian")
"""Roles of columns of words that budget tables read."""


def skipped(blok: BlokSel, kelompok: Kelompok, kata: Collection[str]) -> list[str]:
    """The headings, from left to right, of columns with something under them that are neither words in `kata` nor
    values in `kelompok`. What is left over ("Sisa") is never read."""
    read = {kolom.awal for group in kelompok.values() for kolom in group.values() if kolom.peran != "sisa"}
    rest = [kolom for kolom in blok.kepala.kolom if kolom.awal not in read and kolom.peran not in kata]
    rows = [line for line in blok.isi if len(line.sel) == blok.kepala.lebar]
    return [clean(kolom.teks) for kolom in rest if kolom.teks and any(printed(line, kolom) for line in rows)]


def skipped_beside_years(blok: Blok, roles: Iterable[str]) -> list[str]:
    """The same for a table under a heading of years: columns that are neither years nor of one of these roles. Rows of
    another width than the heading say nothing here, since their cells have slid."""
    kepala = blok.kepala
    read = {kepala.kolom[name] for name in roles if name in kepala.kolom} | set(kepala.tahun.values())
    width = len(kepala.teks)
    rows = [line for line in blok.isi if len(line.sel) == width]
    return [
        clean(text)
        for column, text in enumerate(kepala.teks)
        if clean(text) and column not in read and any(_holds(line, column) for line in rows)
    ]


def _holds(line: Baris, column: int) -> bool:
    return bool(line.tercetak[column])
