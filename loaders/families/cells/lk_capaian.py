"""Tables of cells of a report with realisasi: target, realisasi and printed capaian of one year or several, alone or
with pagu and realisasi anggaran beside them ("Kinerja | Anggaran"), and comparisons of realisasi over the years.

Special about them: the Renstra's end target stands beside the year's, and is left unread; capaian is printed as a
number, as words or as ">100%"; one capaian may be merged over the indicators of a sasaran; a table may hold one sasaran
only, named above it.
"""

from __future__ import annotations

from loaders.families.cells.block import BlokSel, blocks
from loaders.families.cells.kinerja import PembacaKinerjaUang
from loaders.families.cells.title import Nama, table_year, title
from loaders.families.cells.values import (
    KATA_KINERJA,
    by_year,
    column_name,
    doubt_lone_year,
    doubt_once,
    doubt_scale,
    scale,
    skipped,
)
from loaders.families.headings import KINERJA, UANG
from loaders.readers import Baris, Lembar
from loaders.records import Indikator, Konteks, Tabel
from loaders.stopped import each
from loaders.values import DASHES, Kapan

_BLANK = "Sel capaian baris ini kosong, padahal baris lain terisi: pastikan target dan realisasinya tidak bergeser."
_MERGED = "Capaian ini tidak cocok dengan target dan realisasinya, dan baris di bawahnya kosong: mungkin sel gabungan."

KELUARGA = "lk_capaian_sel"


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The tables of indikator with realisasi of a report. Grain: one indicator a row, with each year's values."""
    if konteks.jenis != "LK":
        return []
    names = Nama()
    found = blocks(lembar, "capaian")
    return list(each(lembar, konteks, KELUARGA, found, lambda b: _table(b, konteks, names), lambda b: b.semua))


def _table(blok: BlokSel, konteks: Konteks, names: Nama) -> Tabel | None:
    tahun = table_year(blok, konteks)
    kelompok = by_year(blok.kepala, tahun, (*KINERJA, *UANG), "realisasi") if tahun else None
    if kelompok is None:
        return None
    nama = names.next("Kinerja dan Anggaran" if "pagu" in blok.kepala.peran else "Capaian Kinerja")
    tabel = Tabel(
        nama, title(blok), KELUARGA, konteks.jenis, None, scale(blok), tuple(kelompok)
    )  # fmt: skip
    _Pembaca(blok, tabel, kelompok).read()
    doubt_lone_year(blok, tabel, konteks)
    doubt_scale(blok, tabel, kelompok)
    tabel.kolom_dilewati = skipped(blok, kelompok, KATA_KINERJA)
    return tabel


class _Pembaca(PembacaKinerjaUang):
    def read(self) -> Tabel:
        """The table with its rows; blank cells of capaian are looked at once all rows are known."""
        super().read()
        for tahun, group in self.kelompok.items():
            if "capaian" in group and "target" in group:
                self._blanks(tahun)
        return self.tabel

    def on_indikator(self, line: Baris, record: Indikator) -> None:
        values = self.values(line)
        values.target(record)
        values.capaian(record)
        self.money(line, record)

    def _blanks(self, tahun: Kapan) -> None:
        """A capaian that only some rows lack: their values may have moved, and the one above may stand for them too."""
        rows = [record for record in self.tabel.indikator if tahun in record.capaian and tahun in record.target]
        if not any(one.capaian_teks for record in self.tabel.indikator for one in record.capaian.values()):
            return
        holder: Indikator | None = None
        for record in rows:
            if record.capaian[tahun].capaian_teks:
                holder = record
                continue
            if not self._without_number(record, tahun):
                kolom = column_name(self.tabel, "realisasi", tahun)
                doubt_once(self.tabel, record.baris, kolom, "capaian_kosong", _BLANK)
            if holder and holder.sasaran is record.sasaran and not _explained(holder, tahun):
                kolom = column_name(self.tabel, "capaian_tercetak", tahun)
                doubt_once(self.tabel, holder.baris, kolom, "sel_gabungan", _MERGED)
            holder = None

    def _without_number(self, record: Indikator, tahun: Kapan) -> bool:
        """True where no percentage can be expected: grades on both sides, or a dash on both."""
        target, realisasi = record.target[tahun], record.capaian[tahun].realisasi
        both = target.teks in DASHES and realisasi.teks in DASHES
        return both or bool(target.ordinal and realisasi.ordinal)


def _explained(record: Indikator, tahun: Kapan) -> bool:
    """True when the printed capaian follows from the row's own target and realisasi, either way round."""
    target, realisasi, persen = record.target[tahun], record.capaian[tahun].realisasi, record.capaian[tahun].persen
    if persen is None or not target.nilai or realisasi.nilai is None:
        return False
    share = realisasi.nilai / target.nilai * 100
    return min(abs(share - persen), abs(200 - share - persen)) <= 0.1
