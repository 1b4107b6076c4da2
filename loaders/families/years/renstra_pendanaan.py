"""Funding tables of a Renstra (Kerangka Pendanaan): program, kegiatan or sasaran, and a pagu for each year.

Special about them: rows lose their first column; a kegiatan's name may stand below its code; some tables are in
thousands of rupiah and one does not say so; the program's ceiling may stand on its first sasaran's row; codes are
glued to texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.families.headings import Blok, blocks
from loaders.families.years.rows import skipped_beside_years
from loaders.readers import Baris, Lembar
from loaders.records import Konteks, MataAnggaran, Tabel
from loaders.stopped import each
from loaders.values import Ambigu, Kapan, Uang, join, parse_rupiah, strip_ordinal

KELUARGA = "renstra_pendanaan"
_KODE_PROGRAM = re.compile(r"^(\d{3}\.\d{2})\s*[.·]\s*([A-Z]{2}|\d{2})$")
_KEGIATAN = re.compile(r"^Kegiatan\s+(\d{4})\s*:\s*(.*)$", re.IGNORECASE)
_LABEL_SASARAN = re.compile(r"^Sasaran (?:Program|Kegiatan) \((?:Outcome|Output)\) \d+\s+", re.IGNORECASE)
_KODE_OUTPUT = re.compile(r"(?<!\s)\s*+\((\d{4})\.(\d{3})\)$")
_HEADING_PROGRAM = re.compile(r"^(?:[IVX]+\.?\s+)?Program\b", re.IGNORECASE)
_NAMED_PROGRAM = re.compile(r"\bProgram\b.*$")
_A_WORD = re.compile(r"[A-Za-z]{4}")
_FIGURES_ONLY = re.compile(r"^\d[\d.,]*$")
_LIKE_A_CODE = re.compile(r"^(?=.{1,14}$)\S+(?: ?[.·] ?\S+)+$")
_TOTAL = re.compile(r"^(?:jumlah|total)$", re.IGNORECASE)
_READ = ("no", "program_kegiatan", "sasaran", "sasaran_indikator", "jumlah")
"""Roles of the columns that are read beside the years."""
TWIN_SCALE = "skala_tabel_kembar"


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The funding tables: years, no column of indicators alone.
    Grain: one budget line a row, figures in full rupiah.
    """
    found = [b for b in blocks(lembar) if b.kepala.tahun and not {"indikator", "unit"} & b.kepala.kolom.keys()]

    def make(blok: Blok) -> Tabel:
        return _Pembaca(blok, *_scale(blok, found), konteks).read()

    return list(each(lembar, konteks, KELUARGA, found, make, lambda blok: blok.semua))


def _name(blok: Blok) -> str:
    return blok.label or (
        "Pendanaan Kegiatan" if "pendanaan kegiatan" in blok.nama_tercetak.lower() else "Pendanaan Program"
    )


def _states_thousands(blok: Blok) -> bool:
    return "ribuan" in f"{blok.nama_tercetak} {' '.join(blok.kepala.teks)}".lower()


def _scale(blok: Blok, found: list[Blok]) -> tuple[int, str | None]:
    """Rupiah a printed unit, and the rule used: a table that names no scale takes that of the document's table that
    prints the very same row of figures for all years."""
    if _states_thousands(blok):
        return 1000, None
    twins = [other for other in found if _states_thousands(other) and _full_rows(other) & _full_rows(blok)]
    return (1000, TWIN_SCALE) if twins else (1, None)


def _full_rows(blok: Blok) -> set[tuple[str, ...]]:
    columns = [blok.kepala.tahun[year] for year in sorted(blok.kepala.tahun)]
    rows = {tuple(line.tercetak[c] if c < len(line.tercetak) else "" for c in columns) for line in blok.isi}
    return {row for row in rows if all(row)}


@dataclass(frozen=True)
class _Baris:
    """A row taken apart: own number, name in the program/kegiatan column, words in the sasaran column, figures."""

    nomor: str
    nama: str
    sasaran: str
    pagu: dict[Kapan | None, str]


class _Pembaca:
    def __init__(self, blok: Blok, skala: int, aturan: str | None, konteks: Konteks) -> None:
        self.blok, self.aturan = blok, aturan
        self.tabel = Tabel(_name(blok), blok.nama_tercetak, KELUARGA, konteks.jenis, skala=skala)
        self.program: str | None = None
        self.kegiatan: str | None = None
        self.kode_kegiatan: str | None = None
        self.waiting: MataAnggaran | None = None
        self.last: MataAnggaran | None = None

    def read(self) -> Tabel:
        for baris in (*(line.nomor for line in self.blok.judul), *self.blok.kepala.baris, *self.blok.ulang):
            self.tabel.nasib[baris] = "judul"
        for line in self.blok.isi:
            try:
                self._row(line, self._take_apart(line))
            except Ambigu as error:
                self._doubt(line.nomor, str(error))
        self.tabel.kolom_dilewati = skipped_beside_years(self.blok, _READ)
        return self.tabel

    def _doubt(self, baris: int, sebab: str) -> None:
        """Doubt a row, and with it the kegiatan whose name it should have given."""
        self.tabel.doubt(baris, "pagu", "nilai_ambigu", f"Angka tidak dapat dibaca: {sebab}.")
        if self.waiting:
            self.tabel.doubt(self.waiting.baris, "uraian", "nama_hilang", f"Nama kegiatan ini ada pada baris {baris}.")
            self.waiting = None

    def _take_apart(self, line: Baris) -> _Baris:
        """Undo the slide to the left, then read by column."""
        kepala = self.blok.kepala
        shift = min(0, len(line.sel) - kepala.lebar)
        cells = {column - shift: text for column, text in line.isi}
        printed = {column - shift: text for column, text in enumerate(line.tercetak) if text}
        money: dict[Kapan | None, str] = {y: printed[c] for y, c in kepala.tahun.items() if c in printed}
        if "jumlah" in kepala.kolom and kepala.kolom["jumlah"] in printed:
            money[None] = printed[kepala.kolom["jumlah"]]
        self._check_width(line, shift, money)
        sasaran = kepala.kolom.get("sasaran", kepala.kolom.get("sasaran_indikator", -1))
        name = kepala.kolom.get("program_kegiatan", -1)
        if any(_FIGURES_ONLY.match(cells.get(c, "")) for c in (name, sasaran)) and not _KODE_PROGRAM.match(
            cells.get(name, "")
        ):
            raise Ambigu("ada angka di kolom kata")
        return _Baris(cells.get(kepala.kolom.get("no", -1), ""), cells.get(name, ""), cells.get(sasaran, ""), money)

    def _check_width(self, line: Baris, shift: int, money: dict[Kapan | None, str]) -> None:
        """Refuse figures whose column is not sure: in a row of another width than the heading, or with its words in the
        column of numbers, only the printed sum proves where they belong.
        """
        width = len(line.sel) - self.blok.kepala.lebar
        slid = any(_A_WORD.search(cell) for cell in line.sel[self.blok.kepala.kolom.get("no", 0) :][:1])
        if not money or (width == 0 and not slid):
            return
        years = [parse_rupiah(text).rupiah or 0 for year, text in money.items() if year]
        proven = width in (-1, 0) and None in money and sum(years) == parse_rupiah(money[None]).rupiah
        if not proven:
            raise Ambigu(f"baris ini punya {len(line.sel)} sel, kepala tabel {self.blok.kepala.lebar}")

    def _row(self, line: Baris, row: _Baris) -> None:
        words = " ".join(filter(None, (row.nomor, row.nama, row.sasaran)))
        if code := _KODE_PROGRAM.match(row.nama):
            self.program = row.sasaran
            self._add(line, row, "program", row.sasaran, kode_program=f"{code[1]}.{code[2]}")
        elif _LIKE_A_CODE.match(row.nama):
            raise Ambigu(f"«{row.nama}» mirip kode program tetapi bukan kode yang dikenal")
        elif _TOTAL.match(words):
            self._add(line, row, "total", words)
        elif match := _KEGIATAN.match(words):
            self._kegiatan(line, row, match)
        elif not row.pagu and not row.sasaran and _HEADING_PROGRAM.match(words):
            self.program, self.kegiatan, self.kode_kegiatan = strip_ordinal(words), None, None
            self.tabel.nasib[line.nomor] = "judul"
        elif row.pagu and not self.kegiatan and _HEADING_PROGRAM.match(words):
            self.program = strip_ordinal(words)
            self._add(line, row, "program", self.program)
        elif self.waiting:
            self._name_of_waiting(line, row, words)
        else:
            self._sasaran(line, row)

    def _kegiatan(self, line: Baris, row: _Baris, match: re.Match[str]) -> None:
        self.kode_kegiatan, self.kegiatan = match[1], match[2] or None
        if named := _NAMED_PROGRAM.search(match[2]):
            self.program = named.group(0)
        record = self._add(line, row, "kegiatan", match[2])
        self.waiting = None if match[2] else record

    def _name_of_waiting(self, line: Baris, row: _Baris, words: str) -> None:
        """The name and figures of a kegiatan whose code stood alone on an earlier line."""
        money, record = self._money(row), self.waiting
        assert record is not None
        self.waiting = None
        record.uraian = record.kegiatan = self.kegiatan = words
        record.baris_akhir, record.pagu = line.nomor, money
        self.tabel.nasib[line.nomor] = "sambungan"

    def _sasaran(self, line: Baris, row: _Baris) -> None:
        text = row.sasaran or row.nama
        if row.sasaran and row.nama:
            self.kegiatan, self.kode_kegiatan = row.nama, None
        elif self._is_tail(line, row):
            assert self.last is not None
            self.last.uraian, self.last.baris_akhir = join([self.last.uraian, text]), line.nomor
            self.tabel.nasib[line.nomor] = "sambungan"
            return
        first = self.program and not self.kegiatan and not (self.last and self.last.program == self.program)
        if first and row.pagu and not row.nomor:
            raise Ambigu("tidak jelas apakah angka ini milik program atau sasarannya")
        if row.nomor and self.program and not self.kegiatan:
            self._add(line, row, "program", self.program)
            row = _Baris(row.nomor, row.nama, row.sasaran, {})
        self._add_sasaran(line, row, _LABEL_SASARAN.sub("", text))

    def _is_tail(self, line: Baris, row: _Baris) -> bool:
        """First after a page break, no number and no figures, in lower case or inside an open parenthesis."""
        if row.nomor or row.pagu or self.last is None or line.nomor not in self.blok.setelah_jeda:
            return False
        return row.sasaran[:1].islower() or self.last.uraian.count("(") > self.last.uraian.count(")")

    def _add_sasaran(self, line: Baris, row: _Baris, text: str) -> None:
        code = _KODE_OUTPUT.search(text)
        record = self._add(line, row, "sasaran", _KODE_OUTPUT.sub("", text))
        if code:
            record.kode_kegiatan, record.kode_ro = code[1], code[2]

    def _add(
        self, line: Baris, row: _Baris, tingkat: str, uraian: str, kode_program: str | None = None
    ) -> MataAnggaran:
        above = tingkat not in ("total", "program")
        record = MataAnggaran(
            line.nomor, line.nomor, tingkat, uraian,  # ty: ignore[invalid-argument-type]
            kode_program=kode_program, kode_kegiatan=self.kode_kegiatan if above else None,
            program=None if tingkat == "total" else self.program, kegiatan=self.kegiatan if above else None,
            pagu=self._money(row),
        )  # fmt: skip
        self.tabel.anggaran.append(record)
        self.last = record
        self.tabel.nasib[line.nomor] = "dimuat"
        return record

    def _money(self, row: _Baris) -> dict[Kapan | None, Uang]:
        read = {year: parse_rupiah(text, scale=self.tabel.skala) for year, text in row.pagu.items()}
        return {year: money.mended(self.aturan) for year, money in read.items()} if self.aturan else read
