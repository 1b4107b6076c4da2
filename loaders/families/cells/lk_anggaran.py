"""Tables of cells with a budget: pagu and realisasi of a report by program, kegiatan, KRO, RO or sasaran, with what is
printed beside them (share, TVRO, RVRO, efficiency).

Special about them: a level is told by the code, by the column of the name, or by its first word, and a row whose level
nothing tells is not loaded; what stands above a row comes from the rows above it; figures may be in thousands.
"""

from __future__ import annotations

from loaders.families.cells.anggaran import PembacaAnggaran, has_levels
from loaders.families.cells.block import BlokSel, blocks
from loaders.families.cells.title import Nama, table_year, title
from loaders.families.cells.values import KATA_ANGGARAN, by_year, doubt_scale, scale, skipped
from loaders.families.headings import UANG
from loaders.readers import Lembar
from loaders.records import Konteks, Tabel
from loaders.stopped import each

KELUARGA = "lk_anggaran_sel"


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The budget tables with realisasi of a report. Grain: one budget line a row, figures in full rupiah."""
    if konteks.jenis != "LK":
        return []
    names = Nama()
    found = blocks(lembar, "anggaran")
    return list(each(lembar, konteks, KELUARGA, found, lambda b: _table(b, konteks, names), lambda b: b.semua))


def _table(blok: BlokSel, konteks: Konteks, names: Nama) -> Tabel | None:
    tahun = table_year(blok, konteks)
    kelompok = by_year(blok.kepala, tahun, UANG, "pagu") if tahun else None
    if kelompok is None or not has_levels(blok):
        return None
    nama = names.next("Efisiensi RO" if blok.kepala.peran & {"efisiensi", "tvro"} else "Realisasi Anggaran")
    tabel = Tabel(nama, title(blok), KELUARGA, konteks.jenis, None, scale(blok), tuple(kelompok))
    PembacaAnggaran(blok, tabel, kelompok).read()
    doubt_scale(blok, tabel, kelompok)
    tabel.kolom_dilewati = skipped(blok, kelompok, KATA_ANGGARAN)
    return tabel
