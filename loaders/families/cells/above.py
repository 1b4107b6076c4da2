"""What stands above each row of a table of cells with indicators: tujuan, program, kegiatan and sasaran.

Special about them: a sasaran is a column (blank where it goes on), a row of its own, or a line above the table; the
first row of a page may hold the tail of the last one's sasaran; what a damaged row began is unsure for all rows under
it.
"""

from __future__ import annotations

import re
from functools import cached_property

from loaders.families.cells.block import BlokSel, is_summary, words
from loaders.families.headings import Kolom
from loaders.readers import Baris
from loaders.records import Sasaran, Tabel, Tingkat
from loaders.values import breaks_off, clean, join, letters, starts_indicator, strip_ordinal

LABEL = re.compile(
    r"^(?:[A-Z]\.?|[IVX]+\.?|\d{1,2}\.)?\s*(?P<apa>[TSPK](?i:ujuan|asaran|rogram|egiatan))\b\s*"
    r"(?P<tingkat>(?i:strategis|program|kegiatan))?\s*(?:[Kk]e-?\s*)?"
    r"(?P<tanda>(?:\d{1,2}|[IVX]{1,4}\b)?\s*[:.)–-]?)\s*(?P<teks>.*)$"
)
LABEL_ALONE = re.compile(r"(?:tujuan|sasaran)(?:\s+(?:strategis|program|kegiatan))?\s*\d*\W*", re.IGNORECASE)
NUMBERED = re.compile(r"^(?P<nomor>\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z][.)])\s+(?P<teks>\D.*)$")
_TINGKAT: dict[str, Tingkat] = {"strategis": "sasaran_strategis", "program": "program", "kegiatan": "kegiatan"}
_COLUMNS = {"tujuan": "tujuan", "program": "program", "kegiatan": "kegiatan", "program_kegiatan": "kegiatan"}
"""Role of a column → what its cell begins."""
_PROGRAM = re.compile(r"^(?:[A-Z]\.?\s+|[IVX]+\.?\s+)?program\b", re.IGNORECASE)
_UNSURE = "Baris di atasnya tidak terbaca dengan pasti dan mungkin memulai {0} baru; tulis {0} baris ini."
_FAR = 12
"""A sasaran printed so many lines above a table is its sasaran."""


class Naungan:
    """Walks along a table and knows what stands above the row it has come to. `tidak_pasti`: columns (tujuan, program,
    kegiatan) whose last cell may have been lost."""

    def __init__(self, blok: BlokSel, tabel: Tabel) -> None:
        self.blok, self.kepala, self.tabel = blok, blok.kepala, tabel
        self.tujuan: str | None = None
        self.program: str | None = None
        self.kegiatan: str | None = None
        self.sasaran: Sasaran | None = None
        self.tidak_pasti: set[str] = set()
        self.tingkat = self._level_of_heading()
        self.numbered, self.numbered_kegiatan = self._numbers("sasaran"), self._numbers("program_kegiatan")
        self.has_programs = any(_PROGRAM.search(cell) for line in blok.isi for _, cell in line.isi[:2])

    def _numbers(self, peran: str) -> bool:
        """True when the column of numbers counts what a column holds: rows that go on under one have neither. Sums and
        rows of one text count for nothing."""
        rows = [line for line in self.blok.isi if len(line.isi) > 1 and not is_summary(line)]
        both = [(bool(self.cell(line, "no")), bool(self.cell(line, peran))) for line in rows]
        return (True, True) in both and (False, False) in both

    @cached_property
    def has_sasaran(self) -> bool:
        """True when the table itself says where a sasaran begins: in a column, or in rows of its own."""
        alone = [LABEL.match(line.isi[0][1]) for line in self.blok.isi if line.isi]
        return self.kepala.of("sasaran") is not None or any(m and m["apa"].lower() == "sasaran" for m in alone)

    def _level_of_heading(self) -> Tingkat:
        kolom = self.kepala.of("sasaran")
        text = letters(kolom.teks) if kolom else ""
        return "program" if "program" in text else "kegiatan" if "kegiatan" in text else "sasaran_strategis"

    def cell(self, line: Baris, peran: str) -> str:
        """The words of a row under a role, "" where the row is not as wide as its heading."""
        kolom = self.kepala.of(peran)
        return words(line, kolom) if kolom and len(line.sel) == self.kepala.lebar else ""

    def carry(self, line: Baris) -> None:
        """Take tujuan, program and kegiatan from columns of their own, when the row begins a new one."""
        if tujuan := self.cell(line, "tujuan"):
            self.tujuan = tujuan
            self.tidak_pasti.discard("tujuan")
        if (program := self.cell(line, "program")) and program != self.program:
            self.program, self.kegiatan, self.sasaran = program, None, None
            self.tidak_pasti -= {"program", "kegiatan"}
        kegiatan = self.cell(line, "program_kegiatan") or self.cell(line, "kegiatan")
        if not kegiatan and self.cell(line, "no") and self.numbered_kegiatan:
            self.tidak_pasti.add("kegiatan")
        if kegiatan and kegiatan != self.kegiatan:
            self.kegiatan, self.sasaran = kegiatan, None
            self.tidak_pasti.discard("kegiatan")
        for nama in sorted(self.tidak_pasti):
            self.tabel.doubt(line.nomor, nama, "induk_tidak_pasti", _UNSURE.format(nama))

    def lose(self) -> None:
        """Say that a row that could not be read may have begun a tujuan, program or kegiatan."""
        self.tidak_pasti |= {nama for peran, nama in _COLUMNS.items() if self.kepala.of(peran)}
        if self.has_programs:
            self.tidak_pasti |= {"program"}

    def take_sasaran(self, line: Baris, *, gap: bool) -> None:
        """Take the sasaran of a row. Where it should stand and does not, or stands in a row that lost a value, what it
        is waits for a person, with all rows under it."""
        if not self.kepala.of("sasaran"):
            return
        text = self.cell(line, "sasaran")
        if text and self.sasaran and self.sasaran.teks == text and not self._waits(self.sasaran):
            return
        if not text and (self.sasaran is None or (self.numbered and self.cell(line, "no"))):
            self.doubt_sasaran(line, "", "Kolom sasaran baris ini kosong, padahal sasaran baru seharusnya dimulai.")
        elif text and gap:
            self.doubt_sasaran(line, text, "Ada kolom nilai yang kosong: pastikan sasaran ini tidak bergeser.")
        elif text:
            self._sasaran_cell(line, text)

    def _sasaran_cell(self, line: Baris, text: str) -> None:
        """A new sasaran; the same printed again; or, first after a gap, the tail of the one before."""
        after_gap, numbered = line.nomor in self.blok.setelah_jeda, bool(self.cell(line, "no"))
        if self.sasaran and after_gap and self.is_tail(self.sasaran.teks, text):
            self.grow(self.sasaran, line, text)
        elif self.sasaran and after_gap and self.numbered and not numbered:
            alasan = "Tanpa nomor di awal halaman: sasaran baru, atau sambungan sasaran di halaman sebelumnya."
            self.doubt_sasaran(line, text, alasan)
        else:
            self.sasaran = Sasaran(line.nomor, text)

    def _waits(self, sasaran: Sasaran) -> bool:
        """True for a sasaran in doubt: a row that prints its own does not wait with it."""
        return any(one is sasaran for one in self.tabel.sasaran)

    def grow(self, sasaran: Sasaran, line: Baris, text: str) -> None:
        """Add a tail to a sasaran."""
        sasaran.teks, sasaran.baris_akhir = join([sasaran.teks, text]), line.nomor

    def is_tail(self, before: str, text: str) -> bool:
        """True when words go on: small letters or an open end, and nothing that opens an indicator."""
        opens = starts_indicator(text[:1].upper() + text[1:]) or bool(NUMBERED.match(text))
        return not opens and (text[:1].islower() or text[:1] in "(/&" or breaks_off(before))

    def doubt_sasaran(self, line: Baris, text: str, alasan: str) -> None:
        """Begin a sasaran that waits for a person, with all rows under it."""
        self.sasaran = Sasaran(line.nomor, text)
        self.tabel.sasaran.append(self.sasaran)
        self.tabel.mark("dimuat", line.nomor)
        self.tabel.doubt(line.nomor, "sasaran", "susunan_sel", alasan)

    def take_heading(self, line: Baris) -> bool:
        """Take a row of one text as what its label or its column says; False where neither says anything."""
        column, text = line.isi[-1]
        own = self._column_at(column).peran if len(line.sel) == self.kepala.lebar else ""
        match = LABEL.match(" ".join(cell for _, cell in line.isi)) or LABEL.match(text)
        if match and (not match["teks"] or (own == "indikator" and not match["tanda"].strip())):
            match = None
        if own == "sasaran" and not (match and match["apa"].lower() == own):
            match = None
            if self._goes_on(line, text):
                return False
        what = match["apa"].lower() if match else own
        return self._named(line, what, match, text)

    def _goes_on(self, line: Baris, text: str) -> bool:
        last = self.sasaran
        return last is not None and len(line.isi) == 1 and self.is_tail(last.teks, text)

    def _named(self, line: Baris, what: str, match: re.Match[str] | None, text: str) -> bool:
        if what == "sasaran":
            self.sasaran = Sasaran(line.nomor, match["teks"] if match else text)
            if match and match["tingkat"]:
                self.tingkat = _TINGKAT[match["tingkat"].lower()]
        elif what == "tujuan":
            self.tujuan, self.sasaran = (match["teks"] if match else text), None
            self.tidak_pasti.discard("tujuan")
        elif what in ("program", "program_kegiatan") and (what == "program" or re.match(r"program\b", text, re.I)):
            self.program, self.kegiatan, self.sasaran = strip_ordinal(text), None, None
            self.tidak_pasti -= {"program", "kegiatan"}
        elif what in ("kegiatan", "program_kegiatan"):
            self.kegiatan, self.sasaran = strip_ordinal(text), None
            self.tidak_pasti.discard("kegiatan")
        else:
            return False
        self.tabel.mark("judul", line.nomor)
        return True

    def _column_at(self, cell: int) -> Kolom:
        return next(kolom for kolom in self.kepala.kolom if kolom.awal <= cell <= kolom.akhir)

    def take_above(self) -> None:
        """The sasaran of a table without such a column: the nearest line above it that is labelled so."""
        above = [line for line in self.blok.di_atas if self.kepala.baris[0] - line.nomor <= _FAR]
        for line in reversed(above):
            match = LABEL.match(clean(line.teks)) if not line.ada_sel else None
            if match and match["apa"].lower() == "sasaran" and _is_named(match):
                self.tingkat = _TINGKAT.get((match["tingkat"] or "").lower(), self.tingkat)
                self.sasaran = self._whole(Sasaran(line.nomor, match["teks"]))
                return

    def _whole(self, sasaran: Sasaran) -> Sasaran:
        """The sasaran with the lines that go on with it; one that breaks off waits for a person."""
        for line in self.blok.di_atas:
            if line.nomor != sasaran.baris_akhir + 1:
                continue
            if line.kosong or line.ada_sel or not self.is_tail(sasaran.teks, clean(line.teks)):
                break
            self.grow(sasaran, line, line.teks)
        self.tabel.mark("judul", *range(sasaran.baris, sasaran.baris_akhir + 1))
        if breaks_off(sasaran.teks):
            self.tabel.sasaran.append(sasaran)
            self.tabel.doubt(sasaran.baris, "sasaran", "teks_terputus", f"Teks sasaran terputus: «{sasaran.teks}».")
        return sasaran


def _is_named(match: re.Match[str]) -> bool:
    """True for "Sasaran 1: …" and "Sasaran 1 Terwujudnya …", not for a sentence about a sasaran."""
    sign = match["tanda"].strip()
    return bool(sign and match["teks"]) and (not sign[-1].isalnum() or match["teks"][0].isupper())
