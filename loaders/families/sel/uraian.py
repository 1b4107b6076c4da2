"""What each row of a budget table of cells is: its level, its name, and the codes it prints.

A level is told by the code, by the column of the name, or by the first word of the name; where nothing tells it, it is
not known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from loaders.families.sel.baris import fits, is_summary, words
from loaders.families.sel.blok import BlokSel
from loaders.families.sel.kode import TINGKAT, is_deeper, is_program, parse_code, split_code
from loaders.readers.lembar import Baris
from loaders.values.names import strip_ordinal

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
