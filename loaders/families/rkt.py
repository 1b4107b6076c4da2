"""RKT tables: IKU lists, the two RKT forms (komisioner, sekretariat) and the program/kegiatan list with pagu.

Special about them: one year, so one target column; two thousands separators in one column; a program row may stand in
one cell with its letter ("A Program …") or in two.
"""

from __future__ import annotations

import re

from loaders.families.header import Blok, blocks
from loaders.families.rows import counts
from loaders.readers.lembar import Baris, Lembar
from loaders.records import Indikator, Konteks, MataAnggaran, Sasaran, Tabel
from loaders.values.names import strip_ordinal
from loaders.values.numbers import Ambigu, parse_nilai, parse_rupiah
from loaders.values.years import years_in

_PROGRAM = re.compile(r"^(?:[A-Z]\s+)?Program\b", re.IGNORECASE)


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The RKT tables: a heading with indikator and target and no years. Grain: one indicator a row."""
    found = [
        b for b in blocks(lembar) if not b.kepala.tahun and {"indikator", "target", "sasaran"} <= b.kepala.kolom.keys()
    ]
    return [_Pembaca(blok, konteks).read() for blok in found]


def _unit(judul: str) -> str:
    """Who signs: a title that names the sekretariat or sekretaris is theirs, else the komisioner's."""
    return "sekretariat" if "sekretari" in judul.lower() else "komisioner"


def _name(blok: Blok, unit: str) -> str:
    if "pagu" in blok.kepala.kolom:
        return "RKT Program dan Kegiatan"
    kind = "IKU" if "indikator kinerja utama" in blok.nama_tercetak.lower() else "RKT"
    return f"{kind} {unit.title()}"


class _Pembaca:
    def __init__(self, blok: Blok, konteks: Konteks) -> None:
        judul = blok.nama_tercetak
        unit = _unit(judul)
        self.blok, self.kolom = blok, blok.kepala.kolom
        self.tabel = Tabel(
            _name(blok, unit), judul, "rkt", konteks.jenis, "sekretariat" if unit == "sekretariat" else "komisioner"
        )
        self.tahun = next(iter(years_in(judul)), konteks.tahun_awal)
        self.program: str | None = None
        self.kegiatan: str | None = None
        self.sasaran: Sasaran | None = None

    def read(self) -> Tabel:
        for baris in (*(line.nomor for line in self.blok.judul), *self.blok.kepala.baris, *self.blok.ulang):
            self.tabel.nasib[baris] = "judul"
        for line in self.blok.isi:
            words = strip_ordinal(" ".join(cell for _, cell in line.isi))
            if len(line.isi) <= 2 and _PROGRAM.match(words):
                self.program, self.kegiatan, self.sasaran = words, None, None
                self.tabel.nasib[line.nomor] = "judul"
            else:
                self._row(line)
        return self.tabel

    def _cell(self, line: Baris, role: str, *, printed: bool = False) -> str:
        column = self.kolom.get(role)
        cells = line.tercetak if printed else line.sel
        return cells[column] if column is not None and column < len(cells) else ""

    def _row(self, line: Baris) -> None:
        indikator, target = self._cell(line, "indikator"), self._cell(line, "target", printed=True)
        outside = [cell for column, cell in line.isi if column not in self.kolom.values()]
        if not indikator or not target or outside:
            self.tabel.doubt(
                line.nomor, "baris", "tidak_dikenali", "Baris ini tidak mempunyai indikator dan target di kolomnya."
            )
            return
        self.kegiatan = self._cell(line, "program_kegiatan") or self.kegiatan
        if sasaran := self._cell(line, "sasaran"):
            self.sasaran = Sasaran(line.nomor, sasaran)
        self._add(line, indikator, target)

    def _add(self, line: Baris, indikator: str, target: str) -> None:
        record = Indikator(
            line.nomor, line.nomor, "kegiatan" if self.kegiatan else "sasaran_strategis", indikator, self.sasaran,
            program=self.program, kegiatan=self.kegiatan,
        )  # fmt: skip
        try:
            record.target[self.tahun] = parse_nilai(target, counted=counts(indikator))
            budget = self._budget(line, indikator)
        except Ambigu as error:
            self.tabel.doubt(line.nomor, "target", "nilai_ambigu", f"Nilai tidak dapat dibaca: {error}.")
            budget = []
        self.tabel.indikator.append(record)
        self.tabel.anggaran.extend(budget)
        self.tabel.nasib[line.nomor] = "dimuat"

    def _budget(self, line: Baris, indikator: str) -> list[MataAnggaran]:
        text = self._cell(line, "pagu", printed=True)
        if not text:
            return []
        return [
            MataAnggaran(
                line.nomor, line.nomor, "indikator", indikator, program=self.program, kegiatan=self.kegiatan,
                pagu={self.tahun: parse_rupiah(text)},
            )
        ]  # fmt: skip
