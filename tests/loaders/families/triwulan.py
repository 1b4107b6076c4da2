"""A family for tables with a target each quarter, as loaders/README.md has a newcomer write it: an example, which only
the tests read with."""

from __future__ import annotations

from loaders.families.cells.block import BlokSel, blocks
from loaders.families.cells.kinerja import PembacaKinerja
from loaders.families.cells.title import table_year, title
from loaders.families.cells.values import KATA_KINERJA, by_part, skipped
from loaders.readers import Baris, Lembar
from loaders.records import Indikator, Konteks, Tabel
from loaders.stopped import each

KELUARGA = "triwulan"


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The tables of indikator with a target for parts of one year. Grain: one indicator a row."""
    found = blocks(lembar, "berkala")
    return list(each(lembar, konteks, KELUARGA, found, lambda blok: _table(blok, konteks), lambda blok: blok.semua))


def _table(blok: BlokSel, konteks: Konteks) -> Tabel | None:
    tahun = table_year(blok, konteks)
    kelompok = by_part(blok.kepala, tahun, ("target",), "target") if tahun and blok.kepala.of("indikator") else None
    if not kelompok:
        return None
    tabel = Tabel("Rencana Aksi", title(blok), KELUARGA, konteks.jenis, tahun=tuple(kelompok))
    _Pembaca(blok, tabel, kelompok).read()
    tabel.kolom_dilewati = skipped(blok, kelompok, KATA_KINERJA)
    return tabel


class _Pembaca(PembacaKinerja):
    def on_indikator(self, line: Baris, record: Indikator) -> None:
        self.values(line).target(record)
