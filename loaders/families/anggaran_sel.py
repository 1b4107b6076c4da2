"""Rows of a budget table of cells: the level of each row, its code and name, and what stands above it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from loaders.families.blok_sel import BlokSel, fits, has_values, is_amount, is_ordinal, is_summary, words
from loaders.families.kode_sel import TINGKAT, is_deeper, is_program, parse_code, split_code
from loaders.families.nilai_sel import Kelompok, column_name, rightmost_blank
from loaders.families.uang_sel import BarisUang
from loaders.readers.lembar import Baris
from loaders.records import MataAnggaran, Tabel
from loaders.values.names import breaks_off, join, strip_ordinal

TingkatAnggaran = Literal["total", "program", "kegiatan", "kro", "ro", "sasaran", "indikator"]
_NAMES = ("program", "kegiatan", "kro", "ro", "sasaran", "indikator", "program_kegiatan", "uraian")
"""Roles of columns of names, from the top down."""
_LEVELS: dict[str, TingkatAnggaran] = {level: level for level in get_args(TingkatAnggaran)}
_FIELD = {"program": "program", "kegiatan": "kegiatan", "kro": "kro"}
_NO_LEVEL = "Tidak tertulis apakah baris ini program, kegiatan, KRO atau RO, jadi angkanya tidak dimuat."


@dataclass
class Uraian:
    """What a row is: level (None: nothing tells it), name, and the codes and names it prints, level → text."""

    tingkat: TingkatAnggaran | None
    nama: str
    kode: dict[str, str] = field(default_factory=dict)
    induk: dict[str, str] = field(default_factory=dict)


def has_levels(blok: BlokSel) -> bool:
    """True when the table says of at least one row what level it is of."""
    reader = PembacaAnggaran(blok, Tabel("", "", "", "LK"), {})
    return any(reader.describe(line).tingkat not in (None, "total") for line in blok.isi if fits(line, blok.kepala))


class PembacaAnggaran:
    """Walks a budget table from top to bottom, carrying the codes and names of the levels above each row."""

    def __init__(self, blok: BlokSel, tabel: Tabel, kelompok: Kelompok) -> None:
        self.blok, self.kepala, self.tabel, self.kelompok = blok, blok.kepala, tabel, kelompok
        self.kode: dict[str, str] = {}
        self.nama: dict[str, str] = {}
        self.unsure: set[str] = set()
        self.programs = any(is_program(text) for line in blok.isi for _, text in line.isi)
        code = self.kepala.of("kode")
        same_width = [line for line in blok.isi if len(line.sel) == self.kepala.lebar]
        self.deeper = bool(code) and any(is_deeper(words(line, code)) for line in same_width if code)
        self.filled_right = any(has_values(line, self.kepala) and not self._blank_right(line) for line in same_width)

    def read(self) -> Tabel:
        """The table with its rows."""
        self.tabel.mark("judul", *self.blok.baris_judul)
        for line in self.blok.isi:
            self._row(line)
        return self.tabel

    def _blank_right(self, line: Baris) -> bool:
        return rightmost_blank(line, self.kepala)

    # what a row is --------------------------------------------------------------------------------------------------
    def describe(self, line: Baris) -> Uraian:
        """Level, name and codes of a row that fits its heading."""
        if is_summary(line):
            return Uraian("total", line.isi[0][1])
        found = Uraian(None, "")
        code = self.kepala.of("kode")
        for peran in _NAMES:
            kolom = self.kepala.of(peran)
            if kolom and (text := words(line, kolom)):
                self._name(found, peran, text)
        if code and (text := words(line, code)):
            parsed = parse_code(text)
            found.tingkat = parsed.tingkat if parsed else None
            found.kode |= parsed.kode if parsed else {}
        return found

    def _name(self, found: Uraian, peran: str, text: str) -> None:
        if found.tingkat:
            found.induk[found.tingkat] = found.nama
        code, name = split_code(text, kolom=peran)
        found.kode |= code.kode if code else {}
        found.nama = strip_ordinal(name)
        if peran in _LEVELS:
            found.tingkat = _LEVELS[peran]
        elif code:
            found.tingkat = code.tingkat
        elif is_program(found.nama):
            found.tingkat = "program"
        else:
            found.tingkat = "kegiatan" if peran == "program_kegiatan" and self.programs else None

    # rows -----------------------------------------------------------------------------------------------------------
    def _row(self, line: Baris) -> None:
        if not fits(line, self.kepala) and not (is_summary(line) and len(line.sel) == self.kepala.lebar):
            self._misfit(line)
        elif self._is_tail(line):
            self._grow(line)
        else:
            self._described(line, self.describe(line))

    def _described(self, line: Baris, found: Uraian) -> None:
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
        if self.deeper and found.tingkat == "ro":
            alasan = "Tabel ini juga memuat kode di bawah RO; belum pasti kode ini RO atau komponen."
            self.tabel.doubt(line.nomor, "kode_ro", "kode_tidak_pasti", alasan)
        if self._blank_right(line) and self.filled_right:
            self._doubt_right(line)

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
        for level in self.unsure & set(above):
            alasan = f"Baris {level} di atasnya tidak terbaca dengan pasti; tulis kode {level} baris ini."
            self.tabel.doubt(line.nomor, f"kode_{level}", "induk_tidak_pasti", alasan)
        return record

    def _doubt_right(self, line: Baris) -> None:
        for tahun, group in self.kelompok.items():
            nama = "realisasi_anggaran" if "realisasi_anggaran" in group else "pagu"
            alasan = "Kolom terakhir baris ini kosong, padahal baris lain terisi: pastikan angkanya tidak bergeser."
            self.tabel.doubt(line.nomor, column_name(self.tabel, nama, tahun), "kolom_kosong", alasan)

    # rows that fit nowhere ------------------------------------------------------------------------------------------
    def _without_level(self, line: Baris) -> None:
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
        self.tabel.doubt(line.nomor, "uraian", "susunan_sel", alasan)
        for tahun, group in self.kelompok.items():
            for nama in ("pagu", "realisasi_anggaran"):
                if nama in group:
                    self.tabel.doubt(line.nomor, column_name(self.tabel, nama, tahun), "susunan_sel", alasan)

    def _only_level(self) -> TingkatAnggaran | None:
        """The level of every row, where the table has one column of names and it says the level."""
        named = [peran for peran in _NAMES if self.kepala.of(peran)]
        levels = [level for level in get_args(TingkatAnggaran) if named == [level]]
        return levels[0] if levels and not self.kepala.of("kode") else None

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
        if kolom is None or kolom.peran not in _NAMES:
            self._without_level(line)
            return
        last.uraian, last.baris_akhir = join([last.uraian, text]), line.nomor
        if last.tingkat in _FIELD:
            setattr(last, last.tingkat, last.uraian)
            self.nama[last.tingkat] = last.uraian
        self.tabel.mark("sambungan", line.nomor)
