"""Rows of a budget table of cells: the level of each row, its code and name, and what stands above it."""

from __future__ import annotations

from loaders.families.sel.baris import fits, has_values, is_amount, is_ordinal, is_summary
from loaders.families.sel.blok import BlokSel, lacking
from loaders.families.sel.kode import TINGKAT
from loaders.families.sel.nilai import Kelompok, column_name
from loaders.families.sel.uang import BarisUang
from loaders.families.sel.uraian import NAMA, TingkatAnggaran, Uraian, Uraikan
from loaders.readers.lembar import Baris
from loaders.records import MataAnggaran, Tabel
from loaders.values.names import breaks_off, join

_FIELD = {"program": "program", "kegiatan": "kegiatan", "kro": "kro"}
_NO_LEVEL = "Tidak tertulis apakah baris ini program, kegiatan, KRO atau RO, jadi angkanya tidak dimuat."


class PembacaAnggaran:
    """Walks a budget table from top to bottom, carrying the codes and names of the levels above each row."""

    def __init__(self, blok: BlokSel, tabel: Tabel, kelompok: Kelompok) -> None:
        self.blok, self.kepala, self.tabel, self.kelompok = blok, blok.kepala, tabel, kelompok
        self.kode: dict[str, str] = {}
        self.nama: dict[str, str] = {}
        self.unsure: set[str] = set()
        self.lacking = lacking(blok)
        self.uraikan = Uraikan(blok)
        self.coded = self.uraikan.berkode

    def read(self) -> Tabel:
        """The table with its rows."""
        self.tabel.mark("judul", *self.blok.baris_judul)
        for line in self.blok.isi:
            self._row(line)
        return self.tabel

    # rows -----------------------------------------------------------------------------------------------------------
    def _row(self, line: Baris) -> None:
        if not fits(line, self.kepala) and not (is_summary(line) and len(line.sel) == self.kepala.lebar):
            self._misfit(line)
        elif self._is_tail(line):
            self._grow(line)
        else:
            self._described(line, self.uraikan.describe(line))

    def _described(self, line: Baris, found: Uraian) -> None:
        if found.asing:
            self._misfit(line)
            return
        if found.tingkat is None or not found.nama:
            self._without_level(line)
            return
        self._carry(found)
        if has_values(line, self.kepala):
            self._add(line, found)
        else:
            self.tabel.mark("judul", line.nomor)

    def _carry(self, found: Uraian) -> None:
        """Take what the row says of its level and of those above it; what stood below it is over."""
        if found.tingkat not in TINGKAT:
            return
        said = found.induk | {found.tingkat: found.nama}
        for level in TINGKAT[: TINGKAT.index(found.tingkat) + 1]:
            if level not in said and level not in found.kode:
                continue
            changed = said.get(level, self.nama.get(level)) != self.nama.get(level)
            changed = changed or found.kode.get(level, self.kode.get(level)) != self.kode.get(level)
            for below in TINGKAT[TINGKAT.index(level) :] if changed or level == found.tingkat else ():
                self._forget(below)
            self._learn(level, said, found.kode)

    def _forget(self, level: str) -> None:
        self.kode.pop(level, None)
        self.nama.pop(level, None)
        self.unsure.discard(level)

    def _learn(self, level: str, said: dict[str, str], kode: dict[str, str]) -> None:
        if level in said:
            self.nama[level] = said[level]
        if level in kode:
            self.kode[level] = kode[level]
        self.unsure.discard(level)

    def _add(self, line: Baris, found: Uraian) -> None:
        record = self._record(line, found)
        BarisUang(self.tabel, line, self.kelompok).fill(record)
        if self.uraikan.rincian and found.kode.keys() == {"ro"}:
            alasan = "Tabel ini juga memuat kode di bawah RO; belum pasti kode ini RO atau komponen."
            self.tabel.doubt(line.nomor, "kode_ro", "kode_tidak_pasti", alasan)
        if line.nomor in self.lacking:
            self._doubt_moved(line)

    def _record(self, line: Baris, found: Uraian) -> MataAnggaran:
        tingkat = found.tingkat or "total"
        above = TINGKAT[: TINGKAT.index(tingkat)] if tingkat in TINGKAT else ()
        record = MataAnggaran(line.nomor, line.nomor, tingkat, found.nama)
        for level in (*above, tingkat):
            if level in TINGKAT:
                setattr(record, f"kode_{level}", self.kode.get(level))
            if level in _FIELD:
                setattr(record, level, self.nama.get(level))
        self.tabel.anggaran.append(record)
        self.tabel.mark("dimuat", line.nomor)
        self._doubt_levels(line, (*above, tingkat))
        return record

    def _doubt_levels(self, line: Baris, levels: tuple[str, ...]) -> None:
        """Doubt the codes and names of a row and of what stands above it that are not known or not sure."""
        for level in levels:
            if level in self.unsure and level != levels[-1]:
                alasan = f"Baris {level} di atasnya tidak terbaca dengan pasti; tulis kode {level} baris ini."
                self.tabel.doubt(line.nomor, f"kode_{level}", "induk_tidak_pasti", alasan)
            elif level in self.coded and level not in self.kode:
                alasan = f"Kode {level} baris ini tidak terbaca, padahal baris lain mencetaknya."
                self.tabel.doubt(line.nomor, f"kode_{level}", "kode_tidak_pasti", alasan)
            if level in _FIELD and self.kepala.of(level) and level not in self.nama:
                alasan = f"Nama {level} baris ini tidak tercetak di kolomnya maupun di atasnya."
                self.tabel.doubt(line.nomor, level, "nilai_hilang", alasan)

    def _doubt_moved(self, line: Baris) -> None:
        alasan = "Satu kolom baris ini kosong, padahal semua baris lain terisi: pastikan isinya tidak bergeser."
        self._doubt_all(line, "kolom_kosong", alasan)

    def _doubt_all(self, line: Baris, kode: str, alasan: str) -> None:
        self.tabel.doubt(line.nomor, "uraian", kode, alasan)
        for tahun, group in self.kelompok.items():
            for nama in ("pagu", "realisasi_anggaran"):
                if nama in group:
                    self.tabel.doubt(line.nomor, column_name(self.tabel, nama, tahun), kode, alasan)

    # rows that fit nowhere ------------------------------------------------------------------------------------------
    def _without_level(self, line: Baris) -> None:
        self.unsure |= set(TINGKAT)
        self.tabel.doubt(line.nomor, "baris", "tingkat_tidak_tertulis", _NO_LEVEL)

    def _misfit(self, line: Baris) -> None:
        """A row whose cells do not stand under their headings: all of it waits, and what it would carry is unsure."""
        alasan = "Susunan sel baris ini tidak sesuai dengan kepala tabelnya; periksa setiap kolomnya."
        names = [cell for _, cell in line.isi if not is_amount(cell) and not is_ordinal(cell)]
        level = self._only_level()
        self.unsure |= set(TINGKAT)
        if level is None:
            self.tabel.doubt(line.nomor, "baris", "susunan_sel", alasan)
            return
        self._record(line, Uraian(level, " ".join(names)))
        self._doubt_all(line, "susunan_sel", alasan)

    def _only_level(self) -> TingkatAnggaran | None:
        """The level of all rows whose cells are in their places, where they have one in common."""
        levels = self.uraikan.tingkat
        return next(iter(levels)) if len(levels) == 1 else None

    # tails ----------------------------------------------------------------------------------------------------------
    def _is_tail(self, line: Baris) -> bool:
        """True for words alone that go on with the row above: small letters or an open end."""
        last = self.tabel.anggaran[-1] if self.tabel.anggaran else None
        if last is None or len(line.isi) != 1 or last.baris_akhir != self._line_before(line):
            return False
        return line.isi[0][1][:1].islower() or breaks_off(last.uraian)

    def _line_before(self, line: Baris) -> int:
        return max((other.nomor for other in self.blok.isi if other.nomor < line.nomor), default=0)

    def _grow(self, line: Baris) -> None:
        last = self.tabel.anggaran[-1]
        column, text = line.isi[0]
        kolom = next((k for k in self.kepala.kolom if k.awal <= column <= k.akhir), None)
        if kolom is None or kolom.peran not in NAMA:
            self._without_level(line)
            return
        last.uraian, last.baris_akhir = join([last.uraian, text]), line.nomor
        if last.tingkat in _FIELD:
            setattr(last, last.tingkat, last.uraian)
            self.nama[last.tingkat] = last.uraian
        self.tabel.mark("sambungan", line.nomor)
