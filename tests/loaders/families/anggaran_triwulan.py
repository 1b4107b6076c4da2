"""A family for tables with what was spent each quarter beside the pagu of the year, as loaders/README.md has a newcomer
write it: an example, which only the tests read with."""

from __future__ import annotations

from loaders.families.cells.anggaran import PembacaAnggaran, has_levels
from loaders.families.cells.block import BlokSel, blocks
from loaders.families.cells.title import Nama, table_year, title
from loaders.families.cells.values import KATA_ANGGARAN, by_part, doubt_scale, scale, skipped
from loaders.families.headings import UANG
from loaders.readers import Lembar
from loaders.records import Konteks, Tabel
from loaders.stopped import each

KELUARGA = "anggaran_triwulan"


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The budget tables with realisasi of parts of one year. Grain: one budget line a row, figures in full rupiah."""
    names = Nama()
    found = blocks(lembar, "berkala")
    return list(each(lembar, konteks, KELUARGA, found, lambda b: _table(b, konteks, names), lambda b: b.semua))


def _table(blok: BlokSel, konteks: Konteks, names: Nama) -> Tabel | None:
    tahun = table_year(blok, konteks)
    kelompok = by_part(blok.kepala, tahun, UANG, "pagu", "realisasi_anggaran") if tahun else None
    if not kelompok or not has_levels(blok):
        return None
    nama = names.next("Realisasi Anggaran per Triwulan")
    tabel = Tabel(nama, title(blok), KELUARGA, konteks.jenis, None, scale(blok), tuple(kelompok))
    PembacaAnggaran(blok, tabel, kelompok).read()
    doubt_scale(blok, tabel, kelompok)
    tabel.kolom_dilewati = skipped(blok, kelompok, KATA_ANGGARAN)
    return tabel
