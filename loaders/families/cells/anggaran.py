"""Rows of a budget table of cells: the level, name and codes of each, and what stands above it.

A level is told by the code, by the column of the name, or by the first word of the name; where nothing tells it, it is
not known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from loaders.families.cells.block import BlokSel, fits, has_values, is_amount, is_ordinal, is_summary, lacking, words
from loaders.families.cells.money import TINGKAT, BarisUang, is_deeper, is_program, parse_code, split_code
from loaders.families.cells.values import Kelompok, column_name
from loaders.readers import Baris
from loaders.records import MataAnggaran, Tabel
from loaders.values import breaks_off, join, strip_ordinal

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


TingkatAnggaran = Literal["total", "program", "kegiatan", "kro", "ro", "sasaran", "indikator"]
NAMA = ("program", "kegiatan", "kro", "ro", "sasaran", "indikator", "program_kegiatan", "uraian")
"""Roles of columns of names, from the top down."""
_LEVELS: dict[str, TingkatAnggaran] = {level: level for level in get_args(TingkatAnggaran)}


@dataclass
class Uraian:
    """What a row is: level (None: nothing tells it), name, and the codes and names it prints, level → text. `asing`: a
    column holds the code of another level."""

    tingkat: TingkatAnggaran | None
    nama: str
    kode: dict[str, str] = field(default_factory=dict)
    induk: dict[str, str] = field(default_factory=dict)
    asing: bool = False


class Uraikan:
    """Describes the rows of one table. `rincian`: whether it also prints codes below an RO."""

    def __init__(self, blok: BlokSel) -> None:
        self.blok, self.kepala = blok, blok.kepala
        self.programs = any(is_program(text) for line in blok.isi for _, text in line.isi)
        self.pas = [line for line in blok.isi if fits(line, self.kepala)]
        code = self.kepala.of("kode")
        self.rincian = code is not None and any(is_deeper(words(line, code)) for line in self.pas)

    @property
    def tingkat(self) -> set[TingkatAnggaran | None]:
        """The levels of all rows whose cells are in their places, sums aside; None for rows without one."""
        return {self.describe(line).tingkat for line in self.pas} - {"total"}

    @property
    def berkode(self) -> set[str]:
        """The levels of which at least one row prints a code."""
        return {level for line in self.pas for level in self.describe(line).kode}

    def describe(self, line: Baris) -> Uraian:
        """Level, name and codes of a row that fits its heading."""
        if is_summary(line):
            return Uraian("total", line.isi[0][1])
        found = Uraian(None, "")
        code = self.kepala.of("kode")
        for peran in NAMA:
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
        if code and peran in TINGKAT and code.tingkat != peran:
            found.asing = True
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


def has_levels(blok: BlokSel) -> bool:
    """True when the table says of at least one row what level it is of."""
    return bool(Uraikan(blok).tingkat - {None})
