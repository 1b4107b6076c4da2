"""Rows of a table of cells with a column of indicators: what stands above each row, its words, and its values.

Special about them: a sasaran is a column (blank where it goes on), a row of its own, or a line above the table; the
last row of a page may go on in the first of the next; rows of sums stand among the indicators.
"""

from __future__ import annotations

import re

from loaders.families.blok_sel import BlokSel, fits, has_values, is_amount, is_ordinal, is_summary, words
from loaders.families.kolom_sel import Kolom
from loaders.families.nilai_sel import BarisNilai, Kelompok
from loaders.families.ocr import starts_indicator
from loaders.readers.lembar import Baris
from loaders.records import Indikator, Sasaran, Tabel, Tingkat
from loaders.values.names import breaks_off, clean, join, letters, strip_ordinal

_LABEL = re.compile(
    r"^(?:[A-Z]\.?|[IVX]+\.?|\d{1,2}\.)?\s*(?P<apa>[TSPK](?i:ujuan|asaran|rogram|egiatan))\b\s*"
    r"(?P<tingkat>(?i:strategis|program|kegiatan))?\s*(?:[Kk]e-?\s*)?"
    r"(?P<tanda>(?:\d{1,2}|[IVX]{1,4}\b)?\s*[:.)–-]?)\s*(?P<teks>.*)$"
)
_LABEL_ALONE = re.compile(r"(?:tujuan|sasaran)(?:\s+(?:strategis|program|kegiatan))?\s*\d*\W*", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?P<nomor>\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z][.)])\s+(?P<teks>\D.*)$")
_TINGKAT: dict[str, Tingkat] = {"strategis": "sasaran_strategis", "program": "program", "kegiatan": "kegiatan"}
_FAR = 12
"""A sasaran printed so many lines above a table is its sasaran."""


class PembacaKinerja:
    """Walks a table from top to bottom. A family says by `on_indikator` what it takes from the values of a row."""

    def __init__(self, blok: BlokSel, tabel: Tabel, kelompok: Kelompok) -> None:
        self.blok, self.kepala, self.tabel, self.kelompok = blok, blok.kepala, tabel, kelompok
        self.tujuan: str | None = None
        self.program: str | None = None
        self.kegiatan: str | None = None
        self.sasaran: Sasaran | None = None
        self.tingkat = self._level_of_heading()
        self.numbered = self._numbers_sasaran()
        satuan = self.kepala.of("satuan")
        self.satuan = satuan if any(self._cell(line, "satuan") for line in blok.isi) else None

    def read(self) -> Tabel:
        """The table with its rows."""
        self.tabel.mark("judul", *self.blok.baris_judul)
        if not self.kepala.of("sasaran"):
            self._sasaran_above()
        for line in self.blok.isi:
            self._row(line)
        return self.tabel

    def on_indikator(self, line: Baris, record: Indikator) -> None:
        """Take the values of a row."""
        raise NotImplementedError

    def on_total(self, line: Baris, uraian: str) -> None:
        """Take the values of a row of sums; without budget there is nothing to take."""
        self.tabel.mark("judul", line.nomor)

    def values(self, line: Baris) -> BarisNilai:
        """The values of a row by year."""
        return BarisNilai(self.tabel, line, self.kelompok, self.satuan)

    def _numbers_sasaran(self) -> bool:
        """True when the column of numbers counts sasaran: rows that go on under one have neither number nor sasaran."""
        both = [(bool(self._cell(line, "no")), bool(self._cell(line, "sasaran"))) for line in self.blok.isi]
        return (True, True) in both and (False, False) in both

    def _level_of_heading(self) -> Tingkat:
        kolom = self.kepala.of("sasaran")
        text = letters(kolom.teks) if kolom else ""
        return "program" if "program" in text else "kegiatan" if "kegiatan" in text else "sasaran_strategis"

    def _cell(self, line: Baris, peran: str) -> str:
        kolom = self.kepala.of(peran)
        return words(line, kolom) if kolom and len(line.sel) == self.kepala.lebar else ""

    # rows -----------------------------------------------------------------------------------------------------------
    def _row(self, line: Baris) -> None:
        if is_summary(line) and fits(line, self.kepala):
            self.on_total(line, line.isi[0][1])
        elif self._is_alone(line) and self._heading(line):
            return
        elif not fits(line, self.kepala) or (has_values(line, self.kepala) and not self._cell(line, "indikator")):
            self._misfit(line)
        elif has_values(line, self.kepala):
            self._indicator(line)
        else:
            self._without_values(line)

    def _is_alone(self, line: Baris) -> bool:
        """True for one text in a row, with its number or label in front of it at most."""
        *front, (_, text) = line.isi
        in_front = [cell for _, cell in front]
        labels = all(is_ordinal(cell) or _LABEL_ALONE.fullmatch(cell) for cell in in_front)
        return len(in_front) < 2 and labels and not is_amount(text)

    def _indicator(self, line: Baris) -> None:
        self._carry(line)
        self._sasaran_of(line)
        text, nomor = self._cell(line, "indikator"), None
        if match := _NUMBERED.match(text):
            text, nomor = match["teks"], match["nomor"].rstrip(".)")
        record = Indikator(
            line.nomor, line.nomor, "kegiatan" if self.kegiatan else self.tingkat, text, self.sasaran, self.tujuan,
            self.program, self.kegiatan, nomor, self._cell(line, "unit") or None,
        )  # fmt: skip
        self.tabel.indikator.append(record)
        self.tabel.mark("dimuat", line.nomor)
        self.on_indikator(line, record)

    def _carry(self, line: Baris) -> None:
        """Take tujuan, program and kegiatan from columns of their own, when the row begins a new one."""
        self.tujuan = self._cell(line, "tujuan") or self.tujuan
        if program := self._cell(line, "program"):
            self.program, self.kegiatan, self.sasaran = program, None, None
        if kegiatan := self._cell(line, "program_kegiatan") or self._cell(line, "kegiatan"):
            self.kegiatan, self.sasaran = kegiatan, None

    def _sasaran_of(self, line: Baris) -> None:
        """Take the sasaran of a row. Where it should stand and does not, or stands in a row that lost a value, what it
        is waits for a person, with all rows under it."""
        if not self.kepala.of("sasaran"):
            return
        text = self._cell(line, "sasaran")
        gap = not self.values(line).complete
        if not text and (self.sasaran is None or (self.numbered and self._cell(line, "no"))):
            self._doubt_sasaran(line, "", "Kolom sasaran baris ini kosong, padahal sasaran baru seharusnya dimulai.")
        elif text and gap:
            self._doubt_sasaran(line, text, "Ada kolom nilai yang kosong: pastikan sasaran ini tidak bergeser.")
        elif text:
            self._sasaran_cell(line, text)

    def _sasaran_cell(self, line: Baris, text: str) -> None:
        """A new sasaran; the same printed again; or, first after a gap, the tail of the one before."""
        after_gap, numbered = line.nomor in self.blok.setelah_jeda, bool(self._cell(line, "no"))
        if self.sasaran and self.sasaran.teks == text:
            return
        if self.sasaran and after_gap and self._is_tail(self.sasaran.teks, text):
            self._grow(self.sasaran, line, text)
        elif self.sasaran and after_gap and self.numbered and not numbered:
            alasan = "Tanpa nomor di awal halaman: sasaran baru, atau sambungan sasaran di halaman sebelumnya."
            self._doubt_sasaran(line, text, alasan)
        else:
            self.sasaran = Sasaran(line.nomor, text)

    def _grow(self, sasaran: Sasaran, line: Baris, text: str) -> None:
        sasaran.teks, sasaran.baris_akhir = join([sasaran.teks, text]), line.nomor

    def _is_tail(self, before: str, text: str) -> bool:
        """True when words go on: small letters or an open end, and nothing that opens an indicator."""
        opens = starts_indicator(text[:1].upper() + text[1:]) or bool(_NUMBERED.match(text))
        return not opens and (text[:1].islower() or text[:1] in "(/&" or breaks_off(before))

    # rows that fit nowhere ------------------------------------------------------------------------------------------
    def _misfit(self, line: Baris) -> None:
        """A row whose cells do not stand under their headings: every column of it waits for a person."""
        alasan = "Susunan sel baris ini tidak sesuai dengan kepala tabelnya; periksa setiap kolomnya."
        text = " ".join(cell for _, cell in line.isi if not is_amount(cell) and not is_ordinal(cell))
        if self.kepala.of("sasaran"):
            self._doubt_sasaran(line, "", alasan)
        self._bare(line, text, alasan)

    def _bare(self, line: Baris, text: str, alasan: str) -> None:
        record = Indikator(
            line.nomor, line.nomor, "kegiatan" if self.kegiatan else self.tingkat, text, self.sasaran, self.tujuan,
            self.program, self.kegiatan,
        )  # fmt: skip
        self.tabel.indikator.append(record)
        self.tabel.mark("dimuat", line.nomor)
        self.tabel.doubt(line.nomor, "indikator", "susunan_sel", alasan)
        self.values(line).doubt_all(alasan)
        self.on_misfit(line, record)

    def on_misfit(self, line: Baris, record: Indikator) -> None:
        """Add what a person needs to settle the other doubts of a row that fits nowhere."""

    def _doubt_sasaran(self, line: Baris, text: str, alasan: str) -> None:
        self.sasaran = Sasaran(line.nomor, text)
        self.tabel.sasaran.append(self.sasaran)
        self.tabel.mark("dimuat", line.nomor)
        self.tabel.doubt(line.nomor, "sasaran", "susunan_sel", alasan)

    # rows without values --------------------------------------------------------------------------------------------
    def _heading(self, line: Baris) -> bool:
        """Take a row of one text as what its label or its column says; False where neither says anything."""
        column, text = line.isi[-1]
        own = self._column_at(column).peran if len(line.sel) == self.kepala.lebar else ""
        match = _LABEL.match(" ".join(cell for _, cell in line.isi)) or _LABEL.match(text)
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
        return last is not None and len(line.isi) == 1 and self._is_tail(last.teks, text)

    def _named(self, line: Baris, what: str, match: re.Match[str] | None, text: str) -> bool:
        if what == "sasaran":
            self.sasaran = Sasaran(line.nomor, match["teks"] if match else text)
            if match and match["tingkat"]:
                self.tingkat = _TINGKAT[match["tingkat"].lower()]
        elif what == "tujuan":
            self.tujuan, self.sasaran = (match["teks"] if match else text), None
        elif what in ("program", "program_kegiatan") and (what == "program" or re.match(r"program\b", text, re.I)):
            self.program, self.kegiatan, self.sasaran = strip_ordinal(text), None, None
        elif what in ("kegiatan", "program_kegiatan"):
            self.kegiatan, self.sasaran = strip_ordinal(text), None
        else:
            return False
        self.tabel.mark("judul", line.nomor)
        return True

    def _column_at(self, cell: int) -> Kolom:
        return next(kolom for kolom in self.kepala.kolom if kolom.awal <= cell <= kolom.akhir)

    def _without_values(self, line: Baris) -> None:
        """Words alone: the tails of the last row, an indicator without values, or a text of no known kind."""
        texts = {k.peran: words(line, k) for k in self.kepala.kolom if words(line, k) and k.peran != "no"}
        last = self.tabel.indikator[-1] if self.tabel.indikator else None
        sasaran, indikator = texts.get("sasaran", ""), texts.get("indikator", "")
        tails = texts.keys() <= {"sasaran", "indikator"} and not self._cell(line, "no")
        if last and tails and self._continues(last, sasaran, indikator):
            last.indikator, last.baris_akhir = join([last.indikator, indikator]), line.nomor
            if sasaran and self.sasaran:
                self._grow(self.sasaran, line, sasaran)
            self.tabel.mark("sambungan", line.nomor)
        elif indikator:
            self._indicator(line)
        else:
            alasan = "Baris ini bukan indikator, dan tidak jelas apakah sasaran bagi baris di bawahnya."
            self._doubt_sasaran(line, " ".join(texts.values()), alasan)

    def _continues(self, last: Indikator, sasaran: str, indikator: str) -> bool:
        rest = not indikator or self._is_tail(last.indikator, indikator)
        return rest and (not sasaran or (self.sasaran is not None and self._is_tail(self.sasaran.teks, sasaran)))

    # above the table ------------------------------------------------------------------------------------------------
    def _sasaran_above(self) -> None:
        """The sasaran of a table without such a column: the nearest line above it that is labelled so."""
        above = [line for line in self.blok.di_atas if self.kepala.baris[0] - line.nomor <= _FAR]
        for line in reversed(above):
            match = _LABEL.match(clean(line.teks)) if not line.ada_sel else None
            if match and match["apa"].lower() == "sasaran" and _is_named(match):
                self.sasaran = Sasaran(line.nomor, match["teks"])
                self.tingkat = _TINGKAT.get((match["tingkat"] or "").lower(), self.tingkat)
                self.tabel.mark("judul", line.nomor)
                return


def _is_named(match: re.Match[str]) -> bool:
    """True for "Sasaran 1: …" and "Sasaran 1 Terwujudnya …", not for a sentence about a sasaran."""
    sign = match["tanda"].strip()
    return bool(sign and match["teks"]) and (not sign[-1].isalnum() or match["teks"][0].isupper())
