"""The scale of a budget table of cells: rupiah a printed unit, said above the table or in the headings of its columns.

Special about it: one column may say what its neighbour does not; then nobody knows what the neighbour is printed in.
"""

from __future__ import annotations

import re

from loaders.families.sel.blok import BlokSel
from loaders.families.sel.kolom import Kolom
from loaders.families.sel.nilai import Kelompok, column_name, doubt_once
from loaders.records import Tabel
from loaders.values.names import clean

_THOUSANDS = re.compile(
    r"\bribuan\b|\bribu\s+rupiah\b|\brp\.?\s*(?:ribu\b|000\b)|\bx\s*(?:rp\.?\s*)?1[.,]000\b", re.IGNORECASE
)
_MILLIONS = re.compile(r"\bjutaan\b|\bjuta\s+rupiah\b|\brp\.?\s*juta\b", re.IGNORECASE)
_MONEY = ("pagu", "realisasi_anggaran")
_UNITS = {1000: "ribuan rupiah, seperti pagunya", 1_000_000: "jutaan rupiah, seperti pagunya"}
_OTHER = "Kolom «{}» tidak menyebut skala yang sama dengan kolom «{}», jadi besar angkanya tidak pasti; tulis dalam {}."


def scale(blok: BlokSel) -> int:
    """Rupiah a printed unit of the (first) pagu, as the title or its heading says; 1 where neither says anything."""
    pagu = blok.kepala.of("pagu")
    return _said_above(blok) or (_said(pagu.teks) if pagu else 0) or 1


def doubt_scale(blok: BlokSel, tabel: Tabel, kelompok: Kelompok) -> None:
    """Doubt the money of every row in a column that does not say the same scale as the (first) pagu, unless a line
    above the table says it for all."""
    first = blok.kepala.of("pagu")
    if first is None or _said_above(blok):
        return
    for tahun, group in kelompok.items():
        for nama in _MONEY:
            if nama in group and _said(group[nama].teks) != _said(first.teks):
                _doubt(tabel, tahun, group[nama], first)


def _doubt(tabel: Tabel, tahun: int, kolom: Kolom, first: Kolom) -> None:
    alasan = _OTHER.format(kolom.teks, first.teks, _UNITS.get(tabel.skala, "rupiah penuh"))
    for record in tabel.anggaran:
        if tahun in (record.pagu if kolom.peran == "pagu" else record.realisasi):
            doubt_once(tabel, record.baris, column_name(tabel, kolom.peran, tahun), "skala_tidak_pasti", alasan)


def _said(text: str) -> int:
    """The scale a text says, 0 where it says none."""
    return 1000 if _THOUSANDS.search(text) else 1_000_000 if _MILLIONS.search(text) else 0


def _said_above(blok: BlokSel) -> int:
    """The scale that the title or the lines right above the heading say, 0 where they say none."""
    first = blok.asal
    near = [line.teks for line in first.di_atas if first.kepala.baris[0] - line.nomor <= 3 and not line.ada_sel]
    return _said(" ".join(clean(text) for text in [*(line.teks for line in first.judul), *near]))
