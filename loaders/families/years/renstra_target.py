"""Target tables of a Renstra: tujuan/program/kegiatan, sasaran, indikator, and a value for each year.

Special about them: rows slide a column left or right, a sasaran's tail may stand on the next indicator's line after a
page break, program and kegiatan come as heading lines or as a column, and the program may stand above the table.
"""

from __future__ import annotations

import re

from loaders.families.headings import Blok, blocks
from loaders.families.years.rows import Bagian, lay_or_doubt, skipped_beside_years, steady_lines, take_apart
from loaders.readers import Baris, Lembar
from loaders.records import Indikator, Konteks, Sasaran, Tabel, Tingkat
from loaders.stopped import each
from loaders.values import breaks_off, clean, join, letters, looks_like_value, strip_ordinal

KELUARGA = "renstra_target"
_PROGRAM = re.compile(r"^(?:[IVX]+|[A-Z]|\d{1,2})?[.)]?\s*program\b", re.IGNORECASE)
_KEGIATAN = re.compile(r"^\d{1,2}[.)]?\s+\S")
_A_WORD = re.compile(r"[A-Za-z]{4}")
_READ = ("no", "tujuan", "program_kegiatan", "sasaran", "indikator")
"""Roles of the columns that are read beside the years."""
_PENDANAAN = re.compile(r"pendanaan|alokasi anggaran", re.IGNORECASE)


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The target tables with a column of indicators and a column for each year. Grain: one indicator a row."""
    found = [
        blok
        for blok in blocks(lembar)
        if blok.kepala.tahun and "indikator" in blok.kepala.kolom and not _PENDANAAN.search(blok.nama_tercetak)
    ]
    named = zip(found, _names(found), strict=True)
    return list(
        each(lembar, konteks, KELUARGA, named, lambda it: _Pembaca(*it, konteks).read(), lambda it: it[0].semua)
    )


def _names(found: list[Blok]) -> list[str]:
    """Printed label where there is one; else "Target Program",
    "Target Kegiatan" with a number when there are several.
    """
    kinds = [blok.label or f"Target {_column_kind(blok).title()}" for blok in found]
    numbered = [
        kind if kinds.count(kind) == 1 else f"{kind} {kinds[: i + 1].count(kind)}" for i, kind in enumerate(kinds)
    ]
    return numbered


def _column_kind(blok: Blok) -> str:
    """What the column of names holds by itself:
    "program", "kegiatan", or "kinerja" when it holds both or is missing.
    """
    column = blok.kepala.kolom.get("program_kegiatan")
    text = letters(blok.kepala.teks[column]) if column is not None else ""
    if "program" in text and "kegiatan" in text:
        return "kinerja"
    return "program" if "program" in text else "kegiatan" if "kegiatan" in text else "kinerja"


class _Pembaca:
    """Walks one table from top to bottom, carrying what stands above each row."""

    def __init__(self, blok: Blok, nama: str, konteks: Konteks) -> None:
        self.blok, self.kolom = blok, blok.kepala.kolom
        self.tabel = Tabel(nama, blok.nama_tercetak, KELUARGA, konteks.jenis)
        self.kind = _column_kind(blok)
        self.steady = steady_lines(blok)
        self.tujuan: str | None = None
        self.kegiatan: str | None = None
        self.program = self._program_above()
        self.sasaran: Sasaran | None = None
        self.lost: int | None = None

    def read(self) -> Tabel:
        for baris in (*(line.nomor for line in self.blok.judul), *self.blok.kepala.baris, *self.blok.ulang):
            self.tabel.nasib[baris] = "judul"
        for line in self.blok.isi:
            self._row(line)
        self.tabel.kolom_dilewati = skipped_beside_years(self.blok, _READ)
        return self.tabel

    def _program_above(self) -> str | None:
        """The program named in the last title line ("1. Program Dukungan Manajemen"), for tables of kegiatan."""
        last = clean(self.blok.judul[-1].teks) if self.blok.judul else ""
        return strip_ordinal(last) if _PROGRAM.match(last) and self.kind == "kegiatan" else None

    def _row(self, line: Baris) -> None:
        part = take_apart(line)
        if part.nilai and part.kata and self._words_are_words(part):
            self._indicator(line, part)
        elif self._is_heading(part):
            self._heading(line, part)
        elif part.kata and not part.nilai:
            self._continuation(line, part)
        else:
            self.tabel.doubt(
                line.nomor, "baris", "tidak_dikenali", "Baris ini tidak dikenali sebagai judul, nilai atau sambungan."
            )

    def _words_are_words(self, part: Bagian) -> bool:
        """False when a value, whole or damaged, stands among the words: then the row's columns are not sure."""
        *front, (_, indikator) = part.kata
        numbered = self.kolom.get("no", -1) + part.kolom_terakhir - self.kolom["indikator"]
        stray = any(looks_like_value(text) for column, text in front if column != numbered)
        return bool(_A_WORD.search(indikator)) and not stray

    # headings -------------------------------------------------------------------------------------------------------
    def _is_heading(self, part: Bagian) -> bool:
        words = " ".join(text for _, text in part.kata)
        return (
            self._in_front(part)
            and not part.nilai
            and bool(_PROGRAM.match(words) or _KEGIATAN.match(words) or "tujuan" in self.kolom)
        )

    def _in_front(self, part: Bagian) -> bool:
        """True when all words stand in the columns of tujuan, program and kegiatan."""
        last = self.kolom.get("program_kegiatan", self.kolom.get("tujuan", -1))
        return bool(part.kata) and all(column <= last for column, _ in part.kata)

    def _heading(self, line: Baris, part: Bagian) -> None:
        words = " ".join(text for _, text in part.kata)
        self.tabel.nasib[line.nomor] = "judul"
        self.sasaran = None
        if "tujuan" in self.kolom or _PROGRAM.match(words):
            self.lost = None
        if "tujuan" in self.kolom:
            self.tujuan = strip_ordinal(words)
        elif _PROGRAM.match(words):
            self.program, self.kegiatan = strip_ordinal(words), None
        else:
            self.kegiatan = strip_ordinal(words)

    # indicators -----------------------------------------------------------------------------------------------------
    def _indicator(self, line: Baris, part: Bagian) -> None:
        here, shift = part.kolom_terakhir, part.kolom_terakhir - self.kolom["indikator"]
        self._carry(part, shift)
        if "sasaran" in self.kolom:
            self._sasaran_cell(line, part.kata_di(self.kolom["sasaran"] + shift))
        indikator = part.kata_di(here)
        in_place = shift == 0 and line.nomor in self.steady
        deret = lay_or_doubt(self.tabel, line.nomor, part, self.blok.kepala.tahun, indikator, in_place=in_place)
        if self.lost:
            alasan = f"Judul pada baris {self.lost} tidak dikenali, jadi program atau kegiatan baris ini tidak pasti."
            self.tabel.doubt(line.nomor, "kegiatan", "judul_hilang", alasan)
        self.tabel.nasib[line.nomor] = "dimuat"
        self.tabel.indikator.append(
            Indikator(
                line.nomor, line.nomor, self._tingkat(), indikator, self.sasaran, self.tujuan, self.program,
                self.kegiatan, catatan=deret.catatan or ("sel_bergeser" if shift else None), target=deret.nilai,
            )
        )  # fmt: skip

    def _carry(self, part: Bagian, shift: int) -> None:
        """Take program or kegiatan from their own column, when the row begins a new one."""
        column = self.kolom.get("program_kegiatan")
        name = part.kata_di(column + shift) if column is not None and column + shift >= 0 else ""
        if not name:
            return
        self.sasaran = None
        if self.kind == "program":
            self.program = name
        else:
            self.kegiatan = name

    def _sasaran_cell(self, line: Baris, text: str) -> None:
        """A new sasaran, or, first after a page break and in lower case, the tail of the one before."""
        if not text:
            return
        if self.sasaran and line.nomor in self.blok.setelah_jeda and text[0].islower():
            self.sasaran.teks = join([self.sasaran.teks, text])
        else:
            self.sasaran = Sasaran(line.nomor, text)

    def _tingkat(self) -> Tingkat:
        return "kegiatan" if self.kegiatan else "program" if self.program else "sasaran_strategis"

    # continuation ---------------------------------------------------------------------------------------------------
    def _continuation(self, line: Baris, part: Bagian) -> None:
        """Words without values: tails of the last indicator and of the last sasaran."""
        shift = min(0, len(line.sel) - self.blok.kepala.lebar)
        tails = {column - shift: text for column, text in part.kata}
        tail, above = tails.pop(self.kolom["indikator"], ""), tails.pop(self.kolom.get("sasaran", -1), "")
        last = self.tabel.indikator[-1] if self.tabel.indikator else None
        if last is None or tails or not self._goes_on(last, tail):
            self.tabel.doubt(
                line.nomor, "baris", "sambungan_tanpa_induk", "Sambungan ini tidak jelas menyambung kolom mana."
            )
            self.lost = line.nomor if self._in_front(part) else self.lost
            return
        last.indikator = join([last.indikator, tail])
        if self.sasaran:
            self.sasaran.teks = join([self.sasaran.teks, above])
        last.baris_akhir = line.nomor
        self.tabel.nasib[line.nomor] = "sambungan"

    def _goes_on(self, last: Indikator, tail: str) -> bool:
        """True when words go on. In a table without sasaran, words of their own may as well be a heading."""
        if "sasaran" in self.kolom:
            return self.sasaran is not None
        return tail[:1].islower() or tail[:1] in ("(", "/", "&") or breaks_off(last.indikator)
