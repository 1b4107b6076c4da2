"""One sheet of a workbook as every spreadsheet reader sees it, and what is worth telling about it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.readers.penyusun import Penyusun
from loaders.readers.susunan import BarisKerja, arrange

_SENTENCES = {
    "digit_tersembunyi": "format {n} sel menyembunyikan sebagian angkanya; nilai lengkapnya yang dibaca",
    "nol_tersembunyi": "{n} sel bernilai 0 tidak tercetak sebagai 0; dibaca seperti tercetak",
    "rumus_tanpa_nilai": "{n} rumus tidak menyimpan hasil. Buka di Excel, simpan, lalu baca ulang",
    "baris_tersembunyi": "{n} baris disembunyikan; tetap dibaca",
    "kolom_tersembunyi": "{n} kolom disembunyikan; tetap dibaca",
}
_SHOWN = 5
"""Rows that a note names before it only counts."""


@dataclass
class LembarKerja:
    """The filled cells of a sheet, row → column → text; cells with a line at a side; kind of note → rows it is about.

    Rows and columns are 1-based. `kolom_tersembunyi`: ranges of hidden columns, first and last.
    """

    nama: str
    sel: dict[int, dict[int, str]] = field(default_factory=dict)
    bergaris: set[tuple[int, int]] = field(default_factory=set)
    catatan: dict[str, list[int]] = field(default_factory=dict)
    kolom_tersembunyi: list[tuple[int, int]] = field(default_factory=list)

    def note(self, jenis: str, baris: int) -> None:
        """Remember that something is to be said about a row."""
        self.catatan.setdefault(jenis, []).append(baris)

    def rows(self) -> list[BarisKerja]:
        """The rows with a filled cell, in order."""
        return [
            BarisKerja(number, cells, (number, min(cells)) in self.bergaris)
            for number, cells in sorted(self.sel.items())
            if cells
        ]

    def cover(self, ranges: Iterable[tuple[int, int, int, int]]) -> None:
        """Drop what stands under merged ranges (first row, last row, first column, last column): only the first
        cell of a range is shown."""
        numbers = sorted(self.sel)
        for top, bottom, left, right in ranges:
            for number in numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]:
                cells = self.sel[number]
                for column in [c for c in cells if left <= c <= right and (number, c) != (top, left)]:
                    del cells[column]

    def sentences(self) -> list[str]:
        """What the reader should know of this sheet, one Indonesian sentence a kind of note."""
        used = {column for cells in self.sel.values() for column in cells}
        hidden = [c for first, last in self.kolom_tersembunyi for c in used if first <= c <= last]
        found = [self._sentence(jenis, rows) for jenis, rows in self.catatan.items()]
        return [*found, *([self._sentence("kolom_tersembunyi", hidden, place="kolom")] if hidden else [])]

    def _sentence(self, jenis: str, numbers: list[int], place: str = "baris") -> str:
        distinct = sorted(set(numbers))
        named = ", ".join(map(str, distinct[:_SHOWN])) + (" …" if len(distinct) > _SHOWN else "")
        return f"Lembar {self.nama}: {_SENTENCES[jenis].format(n=len(numbers))} ({place} {named})."


def write_book(sheets: Iterable[LembarKerja], penyusun: Penyusun) -> None:
    """Hand the sheets of a workbook over, in order. Where several hold text, each begins with its name as a line of
    prose, so that no table runs on from one sheet into the next."""
    filled = [sheet for sheet in sheets if any(sheet.sel.values())]
    for sheet in filled:
        if len(filled) > 1:
            penyusun.prose(f"Lembar: {sheet.nama}", f"lembar {sheet.nama}")
            penyusun.gap()
        arrange(sheet.rows(), penyusun, lambda number, name=sheet.nama: f"lembar {name}, baris {number}")
        penyusun.catatan += sheet.sentences()
