"""Rows of a transcript → tables, as a family would have read them; nothing waits: what cannot be used is an error."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from loaders import columns
from loaders.columns import Column
from loaders.errors import TranskripSalah
from loaders.lembar_kerja import (
    JENIS,
    LEMBAR,
    ROWS,
    UNIT,
    Isian,
    LembarIsian,
    Tahun,
    choose,
)
from loaders.readers import Baris, Lembar
from loaders.records import Ditranskripsi, Indikator, JenisDokumen, Konteks, MataAnggaran, Record, Tabel
from loaders.transkrip.rows import TABEL, Salinan, files, read_headings, read_sheet
from loaders.values import Kapan, Masa, Nilai, Uang

KELUARGA = "transkrip"
SAMBUNG = " + "
"""Stands between the pieces of a printed value that are not printed beside each other."""
_HASIL = frozenset({"realisasi", "realisasi_anggaran"})
"""What a rule of reading is about, where a row has it; else it is about all its values."""


def transcribed(folder: Path, lembar: Lembar, konteks: Konteks, read: Callable[[Lembar], list[Tabel]]) -> list[Tabel]:
    """The tables of a document in printed order: those that a person transcribed in `folder`, and what `read` finds on
    the lines that no transcript has.

    An absent folder is no transcript. Raises TranskripSalah for the first row that cannot be used.
    """
    if not files(folder):
        return read(lembar)
    made = _Transkrip(lembar, konteks, folder).read()
    taken = {nomor for table in made for nomor in table.nasib}
    rest = tuple(Baris(line.nomor, "") if line.nomor in taken else line for line in lembar.baris)
    others = read(replace(lembar, baris=rest))
    for table in others:
        if table.nama in {own.nama for own in made}:
            raise TranskripSalah(folder.name, 1, f"nama «{table.nama}» juga nama tabel yang terbaca; ganti namanya")
    return sorted([*made, *others], key=lambda table: min(table.nasib))


class _Transkrip:
    """Builds the tables row by row. `owner`: line → its table; `taken`: (sheet, line) → the first line of
    the row that has it; `rows`: (sheet, first line) → its record."""

    def __init__(self, lembar: Lembar, konteks: Konteks, folder: Path) -> None:
        self.lembar, self.konteks, self.folder = lembar, konteks, folder
        self.tahun = Tahun(konteks.tahun_awal, konteks.tahun_akhir)
        self.tabel: dict[str, Tabel] = {}
        self.owner: dict[int, str] = {}
        self.taken: dict[tuple[str, int], int] = {}
        self.rows: dict[tuple[str, int], Record] = {}

    def read(self) -> list[Tabel]:
        years = tuple(range(self.konteks.tahun_awal, self.konteks.tahun_akhir + 1))
        for row in read_headings(self.folder):
            self._table(row)
        for sheet in LEMBAR:
            for row in read_sheet(self.folder, sheet, years):
                self._row(sheet, row, years)
        for table in self.tabel.values():
            for records in (table.indikator, table.anggaran, table.hambatan):
                records.sort(key=lambda record: record.baris)
        return list(self.tabel.values())

    # tables and lines -----------------------------------------------------------------------------------------------
    def _table(self, row: Salinan) -> None:
        jenis, unit = choose(row.sel["Jenis dokumen"], JENIS), choose(row.sel["Unit"], UNIT)
        for name, known in (("Jenis dokumen", jenis), ("Unit", unit)):
            if row.sel[name] and not known:
                raise row.wrong(f"{name} «{row.sel[name]}» tidak dikenal; tulis seperti di lembar kerja")
        if row.tabel in self.tabel:
            raise row.wrong(f"tabel «{row.tabel}» sudah ada pada baris sebelumnya; beri nama lain")
        signer = "sekretariat" if unit == "sekretariat" else "komisioner" if unit else None
        kind = cast(JenisDokumen, jenis or self.konteks.jenis)
        table = self.tabel[row.tabel] = Tabel(row.tabel, row.sel["Judul"], KELUARGA, kind, signer)
        lines = self._lines(row)
        _stands(row, row.sel["Judul"], " ".join(line.teks for line in lines), "Judul")
        table.mark("judul", *(line.nomor for line in lines))
        table.transkrip.append(_said(row, TABEL, lines))

    def _lines(self, row: Salinan) -> list[Baris]:
        """The lines of a row on which something is printed. Raises TranskripSalah for those of another table."""
        if row.lines[-1] > len(self.lembar.baris):
            raise row.wrong(f"baris {row.lines[-1]} tidak ada; dokumen hanya punya {len(self.lembar.baris)} baris")
        found = [line for line in map(self.lembar.di, row.lines) if not line.kosong]
        if not found or found[0].nomor != row.lines[0]:
            raise row.wrong(f"baris {row.lines[0]} dokumen kosong; mulai dari baris yang tercetak")
        for line in found:
            if (owner := self.owner.setdefault(line.nomor, row.tabel)) != row.tabel:
                raise row.wrong(f"baris {line.nomor} sudah milik tabel «{owner}»")
        return found

    def _guarded(self, sheet: LembarIsian, row: Salinan) -> list[Baris]:
        """The lines of a row, which must print what it quotes and belong to no other row of its file."""
        lines = self._lines(row)
        for line in lines:
            first = self.taken.setdefault((sheet.nama, line.nomor), row.lines[0])
            if first != row.lines[0]:
                raise row.wrong(f"baris {line.nomor} sudah termasuk baris transkrip yang mulai pada baris {first}")
        if (now := " / ".join(" ".join(line.teks.split()) for line in lines)) != " ".join(row.teks.split()):
            raise row.wrong(
                f"basi: pada baris {row.lines[0]}–{row.lines[-1]} dokumen kini tercetak «{now}»; "
                "periksa dokumen lalu perbarui transkripnya"
            )
        return lines

    # rows -----------------------------------------------------------------------------------------------------------
    def _row(self, sheet: LembarIsian, row: Salinan, years: tuple[int, ...]) -> None:
        table = self.tabel.get(row.tabel)
        if table is None:
            raise row.wrong(f"tabel «{row.tabel}» tidak ada di {TABEL}.csv")
        lines = self._guarded(sheet, row)
        if table.nasib.get(lines[0].nomor) == "judul":
            raise row.wrong(f"baris {lines[0].nomor} adalah judul tabel itu")
        record = self._record(sheet, row, table, years)
        table.nasib[lines[0].nomor] = "dimuat"
        table.mark("sambungan", *(line.nomor for line in lines))
        self._once(sheet, row, record)
        years_of_row = (year for _, year, _ in columns.values(record, by_year=True) if year)
        table.tahun = tuple(sorted({*table.tahun, *years_of_row}))
        table.transkrip.append(_said(row, sheet.nama.lower(), lines))

    def _record(self, sheet: LembarIsian, row: Salinan, table: Tabel, years: tuple[int, ...]) -> Record:
        """The record that the workbook makes of the typed cells, with the printed texts and what a person set."""
        own = years if sheet.nama == "Target" else ()
        record = ROWS[sheet.nama](Isian(row.lines[0], row.sel, own, (), ()), table, self.tahun)
        if table.keraguan:
            raise row.wrong(table.keraguan[0].alasan)
        record.baris_akhir = row.lines[-1]
        for column, year, value in list(columns.values(record, by_year=True)):
            _as_printed(row, column, year, value, record)
        for name in row.dikoreksi:
            _set_by_person(row, name, record)
        return record

    def _once(self, sheet: LembarIsian, row: Salinan, record: Record) -> None:
        """Put the years of one printed row together; the same year twice is an error."""
        above = self.rows.setdefault((sheet.nama, row.lines[0]), record)
        if above is record:
            return
        pairs = list(zip(_by_year(above), _by_year(record), strict=True))
        if not pairs or _words(above) != _words(record) or any(a.keys() & b.keys() for a, b in pairs):
            raise row.wrong(f"baris {row.lines[0]} sudah ditranskripsi dalam berkas ini; hapus salah satu")
        for a, b in pairs:
            a.update(b)
        above.kolom_dikoreksi += [name for name in record.kolom_dikoreksi if name not in above.kolom_dikoreksi]
        self.tabel[row.tabel].keep(lambda one: one is not record)


# one record -----------------------------------------------------------------------------------------------------------
def _as_printed(row: Salinan, column: Column, year: Masa | None, value: object, record: Record) -> None:
    """Keep the printed text of a value, which must stand on its lines, and the rule by which it was mended."""
    role = next((role for role in (f"{column.name}:{year}", column.name) if role in row.sel), None)
    if (
        role is None
        or not column.grammar.marked
        or (column.name in row.dikoreksi and not isinstance(value, Nilai | Uang))
    ):
        return
    pieces = row.tercetak.get(role, row.sel[role]).split(SAMBUNG)
    for piece in pieces:
        _stands(row, piece, row.teks, column.heading)
    if isinstance(value, Nilai | Uang):
        shown = replace(value, teks="".join(pieces))
        ruled = row.aturan and (column.name in _HASIL or not _HASIL & row.sel.keys())
        column.put(record, year, shown.mended(row.aturan) if row.aturan and ruled else shown)


def _set_by_person(row: Salinan, name: str, record: Record) -> None:
    """Mark a column as set by a person: a value alone, or words and so the whole row, as a correction does."""
    base, _, year = name.partition(":")
    if base == "sasaran" and isinstance(record, Indikator) and record.sasaran:
        record.sasaran.kata_dikoreksi = True
        return
    column = columns.find(record, base)
    found = [y for y in column.masa(record) if column.get(record, y) is not None] if column else []
    wanted = [y for y in found if year in ("", str(y or columns.JUMLAH))]
    if not column or not column.correctable or not wanted:
        raise row.wrong(f"kolom Dikoreksi menyebut «{name}», padahal isian itu kosong atau tidak ada di berkas ini")
    record.kolom_dikoreksi.append(name)
    record.kata_dikoreksi |= not column.grammar.marked
    for y in wanted:
        if isinstance(value := column.get(record, y), Nilai | Uang):
            column.put(record, y, value.corrected())


def _by_year(record: Record) -> list[dict[Kapan | None, Any]]:
    """The fields of a record that have its years."""
    holders = dict.fromkeys(column.holder for column in columns.of(type(record)) if column.by_year)
    return [getattr(record, holder) for holder in holders]


def _words(record: Record) -> list[object]:
    """What a record says that is the same for all its years."""
    sasaran = record.sasaran.teks if isinstance(record, Indikator) and record.sasaran else None
    said = [value for _, _, value in columns.values(record, by_year=False)]
    tingkat = record.tingkat if isinstance(record, Indikator | MataAnggaran) else None
    return [tingkat, record.baris_akhir, sasaran, *said]


def _stands(row: Salinan, piece: str, printed_text: str, what: str) -> None:
    """Raise TranskripSalah where a text is not printed on its lines as a whole, spaces aside: «5» is not in «75»."""
    letters = r"\s*".join(map(re.escape, "".join(piece.split())))
    if not letters or not re.search(rf"(?<!\w)(?<!\d[.,]){letters}(?!\w)(?![.,]\d)", printed_text):
        raise row.wrong(f"{what} «{piece}» tidak tercetak pada baris itu; salin seperti tercetak")


def _said(row: Salinan, isi: str, lines: list[Baris]) -> Ditranskripsi:
    kolom = ", ".join(row.dikoreksi) or None
    return Ditranskripsi(lines[0].nomor, lines[-1].nomor, isi, kolom, row.alasan, row.oleh, row.tanggal)
