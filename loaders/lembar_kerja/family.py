"""Our own workbook: typed sheets Target, Realisasi, Anggaran and Hambatan, and Keterangan that says whose it is.

Special about it: its headings are ours, so a cell is read by its column and nothing slides; a row names its own kind of
document and unit, or takes those of the document; the unit of bare numbers stands in a column. Cells are taken as
typed: no words are mended. The sheets of examples and of what waits have no heading that is known here and are never
read. A year outside those of the document is a doubt, unless Keterangan names it. A hambatan is of the last year of
its LK, as in the tables of a published one.

What it cannot carry from a published document: which values were mended or corrected there (they come back as `ada`),
the printed texts and scale (money is in full rupiah), which table and line they stood in (the column Keterangan says it
for people), a budget line's tie to the indicator on its line, and a target's own unit where only the realisasi prints
one. A damaged value is written as its text with "(rusak)" and waits here until somebody types it. A blank realisasi
or target comes back as `kosong`, whether the document printed a blank, nothing, or no such year for that row.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from loaders.lembar_kerja.fields import (
    Bagian,
    Isian,
    allowed_years,
    heading,
    identity_lines,
    is_mark,
    labelled,
    read_identity,
    sections,
)
from loaders.lembar_kerja.rows import ROWS
from loaders.lembar_kerja.shape import (
    JENIS,
    LABEL_VERSI,
    LEMBAR,
    NAMA_LEMBAR,
    TANDA,
    UNIT,
    VERSI_DIBACA,
    choose,
    columns_of,
)
from loaders.readers import Baris, Lembar
from loaders.records import JenisDokumen, Konteks, MataAnggaran, Tabel
from loaders.stopped import stopped
from loaders.values import letters

__all__ = ["BELUM_DIISI", "belum_diisi", "read", "read_identity", "recognised"]

KELUARGA = "lembar_kerja"
BELUM_DIISI = f"Lembar kerja ini belum diisi: lembar {NAMA_LEMBAR} masih kosong."
_WORDS = ("jenis", "unit", "tingkat", *(column.name for column in columns_of(MataAnggaran, by_year=False)))


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The tables of a workbook, one for each sheet, kind of document and unit. Grain: one indicator, one budget line
    or one hambatan, a row. A version that is not ours is not read: one table with that doubt. A sheet that a fault of
    ours stopped waits, and the others are read without it."""
    faults: dict[int, tuple[list[int], Exception]] = {}
    while True:
        pembaca = _Pembaca(lembar, konteks, frozenset(faults))
        try:
            tables = pembaca.read()
            break
        except Exception as error:
            if pembaca.di is None:
                raise
            faults[pembaca.di.baris_judul[0]] = (pembaca.di.semua, error)
    waiting = [stopped(lembar, konteks, KELUARGA, lines, error) for lines, error in faults.values()]
    return [*tables, *(table for table in waiting if table)]


def recognised(lembar: Lembar) -> bool:
    """True when the document is our workbook: it says so, or one of its lines is a heading of ours."""
    return any(is_mark(line) or heading(line) for line in lembar.baris)


def belum_diisi(lembar: Lembar) -> bool:
    """True when the document is our workbook and nothing is typed under any of its headings (see BELUM_DIISI)."""
    found = list(sections(lembar))
    typed = any(section.isian or section.tanpa_sel for section in found)
    return bool(found) and not typed and not list(_without_heading(lembar, found))


def _without_heading(lembar: Lembar, found: list[Bagian]) -> Iterator[Baris]:
    """The titles of sheets of ours whose headings were changed beyond recognition."""
    known = {nomor for section in found for nomor in section.baris_judul}
    titles = {letters(sheet.judul) for sheet in LEMBAR}
    if any(is_mark(line) for line in lembar.baris):
        yield from (line for line in lembar.baris if letters(line.teks) in titles and line.nomor not in known)


class _Pembaca:
    """Reads the sheets but those in `tanpa` (first lines); `di`: the one it is at."""

    def __init__(self, lembar: Lembar, konteks: Konteks, tanpa: frozenset[int]) -> None:
        self.lembar, self.konteks, self.tanpa = lembar, konteks, tanpa
        self.di: Bagian | None = None
        identitas = read_identity(lembar)
        self.tahun = allowed_years(lembar, konteks)
        self.unit = identitas.unit if identitas else None
        self.tabel: dict[str, Tabel] = {}
        self.last: tuple[MataAnggaran, tuple[str, ...]] | None = None

    def read(self) -> list[Tabel]:
        if self._keterangan():
            found = list(sections(self.lembar))
            for self.di in found:
                if self.di.baris_judul[0] not in self.tanpa:
                    self._section(self.di)
            self.di = None
            for line in _without_heading(self.lembar, found):
                self._doubt_keterangan(line, f"Judul kolom di bawah «{line.teks.strip()}» tidak dikenal; lembar ini "
                                       "tidak dibaca. Kembalikan judul kolomnya.")  # fmt: skip
        return list(self.tabel.values())

    # Keterangan -----------------------------------------------------------------------------------------------------
    def _keterangan(self) -> bool:
        """Doubt what Keterangan says and nobody can follow; False when the version is not ours to read."""
        for role, line, text in identity_lines(self.lembar):
            jenis = choose(text, JENIS)
            if role == "jenis" and text and jenis != self.konteks.jenis:
                self._doubt_keterangan(
                    line, f"Jenis dokumen di sini «{text}», sedangkan dokumen didaftarkan sebagai {self.konteks.jenis}."
                )
            if role == "unit" and text and choose(text, UNIT) is None:
                self._doubt_keterangan(line, f"Unit «{text}» tidak dikenal; isi Komisioner atau Sekretariat.")
        for line, label, text in labelled(self.lembar):
            if label == letters(LABEL_VERSI) and text not in VERSI_DIBACA:
                known = " dan ".join(VERSI_DIBACA)
                alasan = f"Versi «{text}» tidak dikenal, yang dibaca versi {known}. Unduh lembar kerja yang baru."
                self._doubt_keterangan(line, alasan)
                return False
        return True

    def _doubt_keterangan(self, line: Baris, alasan: str) -> None:
        table = self.tabel.setdefault("Keterangan", Tabel("Keterangan", TANDA, KELUARGA, self.konteks.jenis))
        table.doubt(line.nomor, "baris", "keterangan_ragu", alasan)

    # sheets ---------------------------------------------------------------------------------------------------------
    def _section(self, section: Bagian) -> None:
        tables = [self._row(section, isian) for isian in section.isian]
        if not tables and not section.tanpa_sel:
            return
        first = tables[0] if tables else self._table(section, self.konteks.jenis, None)
        first.mark("judul", *section.baris_judul)
        for nomor in section.tanpa_sel:
            first.doubt(nomor, "baris", "tidak_dikenali", "Kolom isian baris ini tidak jelas; isi menurut judul kolom.")
        self.last = None

    def _row(self, section: Bagian, isian: Isian) -> Tabel:
        jenis, unit = choose(isian["jenis"], JENIS), choose(isian["unit"], UNIT)
        kind = cast(JenisDokumen, jenis or self.konteks.jenis)
        signer = unit or (self.unit if kind in ("PK", "RKT") else None)
        table = self._table(section, kind, signer)
        table.mark("dimuat", isian.baris)
        for text, known, what in ((isian["jenis"], jenis, "Jenis dokumen"), (isian["unit"], unit, "Unit")):
            if text and not known:
                alasan = f"{what} «{text}» tidak dikenal; pilih dari daftarnya."
                table.doubt(isian.baris, "baris", "tidak_dikenali", alasan)
        self._read(section, isian, table)
        return table

    def _table(self, section: Bagian, jenis: JenisDokumen, unit: str | None) -> Tabel:
        """The table of these rows: the sheet's name alone for the document's own kind and unit, else with both."""
        sheet = section.kepala.lembar.nama
        own = jenis == self.konteks.jenis and unit == (self.unit if jenis in ("PK", "RKT") else None)
        name = sheet if own else " ".join(filter(None, (sheet, jenis, UNIT.get(unit or ""))))
        if name not in self.tabel:
            signer = "sekretariat" if unit == "sekretariat" else "komisioner" if unit else None
            self.tabel[name] = Tabel(name, section.judul, KELUARGA, jenis, signer)
        return self.tabel[name]

    def _read(self, section: Bagian, isian: Isian, table: Tabel) -> None:
        sheet = section.kepala.lembar.nama
        if sheet == "Target":
            table.tahun = tuple(sorted({*table.tahun, *(y for y in section.kepala.tahun if y in self.tahun)}))
        record = ROWS[sheet](isian, table, self.tahun)
        if isinstance(record, MataAnggaran):
            self._budget(isian, table, record)

    def _budget(self, isian: Isian, table: Tabel, record: MataAnggaran) -> None:
        """Put the years of one budget line together: rows right below each other with the same words and new years.

        A row in doubt stays a record of its own, so that it alone waits in karantina.
        """
        words = tuple(isian[role] for role in _WORDS)
        doubted = bool(table.keraguan) and table.keraguan[-1].baris == isian.baris
        above = self.last[0] if self.last and self.last[1] == words and not doubted else None
        if above and record.pagu and not above.pagu.keys() & record.pagu.keys():
            above.pagu |= record.pagu
            above.realisasi |= record.realisasi
            above.baris_akhir = record.baris
            table.anggaran.pop()
            table.nasib[record.baris] = "sambungan"
        else:
            self.last = None if doubted else (record, words)
