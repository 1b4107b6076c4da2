"""The scale of a budget table of cells: rupiah a printed unit, said above the table or in the headings of its columns.

Special about it: one column may say what its neighbour does not; then nobody knows what the neighbour is printed in.
"""

from __future__ import annotations

import re

from loaders.families.sel.blok import BlokSel
from loaders.families.sel.kolom import Kolom
from loaders.families.sel.nilai import Kelompok, column_name, doubt_once
from loaders.records import Tabel

_THOUSANDS = re.compile(
    r"\bribuan\b|\bribu\s+rupiah\b|\brp\.?\s*(?:ribu\b|000\b)|\bx\s*(?:rp\.?\s*)?1[.,]000\b", re.IGNORECASE
)
_MILLIONS = re.compile(r"\bjutaan\b|\bjuta\s+rupiah\b|\brp\.?\s*juta\b", re.IGNORECASE)
_MONEY = ("pagu", "realisasi_anggaran")
_OTHER = "Kolom «{}» tidak menyebut skala yang sama dengan kolom «{}», jadi besar angkanya tidak pasti."


def scale(blok: BlokSel) -> int:
    """Rupiah a printed unit of the pagu, as the title or the headings say; 1 where neither says anything."""
    columns = [_said(kolom.teks) for kolom in blok.kepala.kolom if kolom.peran in _MONEY]
    return _said_above(blok) or (columns and columns[0]) or _said(blok.kepala.teks) or 1


def doubt_scale(blok: BlokSel, tabel: Tabel, kelompok: Kelompok) -> None:
    """Doubt the realisasi of every row where its column and that of the pagu do not say the same scale, and nothing
    above the table says it for both."""
    if _said_above(blok):
        return
    for tahun, group in kelompok.items():
        pagu, spent = (group.get(nama) for nama in _MONEY)
        if pagu and spent and _said(pagu.teks) != _said(spent.teks):
            _doubt(tabel, tahun, spent, pagu)


def _doubt(tabel: Tabel, tahun: int, spent: Kolom, pagu: Kolom) -> None:
    alasan = _OTHER.format(spent.teks, pagu.teks)
    if tabel.skala > 1:
        alasan += f" Tulis realisasinya dibagi {tabel.skala}, seperti pagu di tabel ini."
    for record in tabel.anggaran:
        if tahun in record.realisasi:
            kolom = column_name(tabel, "realisasi_anggaran", tahun)
            doubt_once(tabel, record.baris, kolom, "skala_tidak_pasti", alasan)


def _said(text: str) -> int:
    """The scale a text says, 0 where it says none."""
    return 1000 if _THOUSANDS.search(text) else 1_000_000 if _MILLIONS.search(text) else 0


def _said_above(blok: BlokSel) -> int:
    """The scale that the title or the lines right above the heading say, 0 where they say none."""
    first = blok.asal
    near = [line.teks for line in first.di_atas if first.kepala.baris[0] - line.nomor <= 3 and not line.ada_sel]
    return _said(" ".join([*(line.teks for line in first.judul), *near]))
