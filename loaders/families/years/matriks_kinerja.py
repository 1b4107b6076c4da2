"""Matrix of performance and institution (Lampiran of a Renstra): sasaran and indikator share one column, by labels.

Special about it: mostly slid one column left; the unit pelaksana stands last; a label such as "Indikator Kinerja
Sasaran Program 9.2" stands in the indicator's cell, on the line before, on two lines, or without its first words.
"""

from __future__ import annotations

import re

from loaders.families.headings import Blok, blocks
from loaders.families.years.rows import Bagian, lay_or_doubt, skipped_beside_years, take_apart
from loaders.readers import Baris, Lembar
from loaders.records import Indikator, Konteks, Sasaran, Tabel, Tingkat
from loaders.stopped import each
from loaders.values import strip_ordinal

KELUARGA = "matriks_kinerja"
_LEVEL = r"Sasaran (?P<tingkat>Strategis|Program|Kegiatan)"
_SASARAN = re.compile(rf"^{_LEVEL} (?P<nomor>\d+)(?!\.\d)(?:\s+(?P<teks>.+))?$", re.IGNORECASE)
_INDIKATOR = re.compile(
    rf"^(?:Indikator Kinerja\s*)?(?:{_LEVEL}\s*)?(?P<nomor>\d+\.\d+)(?:\s+(?P<teks>.+))?$", re.IGNORECASE
)
_PART_OF_LABEL = re.compile(r"^Indikator Kinerja$", re.IGNORECASE)
_PROGRAM = re.compile(r"^[IVX]+\.?\s+PROGRAM\b", re.IGNORECASE)
_READ = ("no", "program_kegiatan", "sasaran_indikator", "unit")
"""Roles of the columns that are read beside the years: words by their labels, in whichever of them they stand."""
_TINGKAT: dict[str, Tingkat] = {"strategis": "sasaran_strategis", "program": "program", "kegiatan": "kegiatan"}


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The matrices with sasaran and indikator in one column and years. Grain: one indicator a row."""
    found = [b for b in blocks(lembar) if b.kepala.tahun and {"sasaran_indikator", "unit"} <= b.kepala.kolom.keys()]
    names = [blok.label or f"Matriks Kinerja{'' if len(found) == 1 else f' {i}'}" for i, blok in enumerate(found, 1)]
    named = zip(found, names, strict=True)
    return list(
        each(lembar, konteks, KELUARGA, named, lambda it: _Pembaca(*it, konteks).read(), lambda it: it[0].semua)
    )


class _Pembaca:
    def __init__(self, blok: Blok, nama: str, konteks: Konteks) -> None:
        self.blok = blok
        self.tabel = Tabel(nama, blok.nama_tercetak, KELUARGA, konteks.jenis)
        self.program: str | None = None
        self.sasaran: Sasaran | None = None
        self.tingkat: Tingkat = "sasaran_strategis"
        self.nomor: str | None = None

    def read(self) -> Tabel:
        for baris in (*(line.nomor for line in self.blok.judul), *self.blok.kepala.baris, *self.blok.ulang):
            self.tabel.nasib[baris] = "judul"
        for line in self.blok.isi:
            part = take_apart(line, unit_column=True)
            if part.nilai and len(part.kata) == 1:
                self._indicator(line, part)
            elif len(part.kata) == 1 and not part.nilai:
                self._words(line, part.kata[0][1])
            else:
                self.tabel.doubt(line.nomor, "baris", "tidak_dikenali", "Susunan sel baris ini tidak dikenali.")
        self.tabel.kolom_dilewati = skipped_beside_years(self.blok, _READ)
        return self.tabel

    def _words(self, line: Baris, text: str) -> None:
        """A line without values: a program, a sasaran's label or its text, or an indicator's label."""
        self.tabel.nasib[line.nomor] = "judul"
        if _PROGRAM.match(text):
            self.program, self.sasaran = strip_ordinal(text), None
        elif match := _SASARAN.match(text):
            self.tingkat = _TINGKAT[match["tingkat"].lower()]
            self.sasaran = Sasaran(line.nomor, match["teks"] or "")
        elif (match := _INDIKATOR.match(text)) and not match["teks"]:
            self.nomor = match["nomor"]
            self.tabel.nasib[line.nomor] = "sambungan"
        elif _PART_OF_LABEL.match(text):
            self.tabel.nasib[line.nomor] = "sambungan"
        elif self.sasaran and not self.sasaran.teks:
            self.sasaran.teks = text
        elif self.tabel.indikator or self.sasaran:
            self.tabel.doubt(
                line.nomor, "baris", "tidak_dikenali", "Kata-kata ini bukan label, sasaran atau indikator."
            )

    def _indicator(self, line: Baris, part: Bagian) -> None:
        match = _INDIKATOR.match(part.kata[0][1])
        text = (match["teks"] or "") if match else part.kata[0][1]
        nomor, self.nomor = (match["nomor"] if match else self.nomor), None
        if not text or self.sasaran is None:
            self.tabel.doubt(line.nomor, "indikator", "tanpa_sasaran", "Nilai ini tidak punya indikator atau sasaran.")
            return
        deret = lay_or_doubt(self.tabel, line.nomor, part, self.blok.kepala.tahun, text, in_place=False)
        self.tabel.nasib[line.nomor] = "dimuat"
        self.tabel.indikator.append(
            Indikator(
                line.nomor, line.nomor, self.tingkat, text, self.sasaran, program=self.program, nomor=nomor,
                unit_pelaksana=part.unit, catatan=deret.catatan, target=deret.nilai,
            )
        )  # fmt: skip
