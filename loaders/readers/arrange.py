"""Rows as they stand on a sheet or in a table → table rows, prose lines and gaps.

Titles and signatures share the sheet with tables. A row of one cell is a heading inside a table, or prose outside one;
borders, neighbours and gaps tell which. Every spreadsheet reader hands its sheets over as LembarKerja, with what is
worth telling about them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from loaders.readers.lembar import Penyusun
from loaders.values import looks_like_value, parse_year

Asal = Literal["lembar", "tabel", "halaman"]
"""Where rows come from: a sheet; a drawn table, which may go on with one before it, as a Word table after a page break
does; a table of a web page, which may be either.
"""


@dataclass(frozen=True)
class BarisKerja:
    """A row with its filled cells, column → text. `nomor`: 1-based row on the sheet or in the table. `bergaris`: its
    first filled cell has a line at its left or right side, as cells of a drawn table have.
    """

    nomor: int
    sel: dict[int, str]
    bergaris: bool = False

    @property
    def tunggal(self) -> bool:
        """True when only one cell is filled."""
        return len(self.sel) == 1

    @property
    def seperti_kepala(self) -> bool:
        """True when it can be a table's heading: three words or more and no value other than years."""
        words = [text for text in self.sel.values() if parse_year(text) is None]
        return len(self.sel) >= 3 and bool(words) and not any(looks_like_value(text) for text in words)


def arrange(
    rows: Sequence[BarisKerja],
    penyusun: Penyusun,
    tempat: Callable[[int], str],
    *,
    kolom: range | None = None,
    asal: Asal = "lembar",
) -> None:
    """Hand rows (only those with a filled cell, in order) to `penyusun`, each as what it is.

    `kolom`: the columns of the table; None, or a web page's table that holds more than one: as wide as what is filled.
    """
    in_table = _in_drawn_table(rows) if asal == "tabel" else _in_table(rows, menyambung=asal == "halaman")
    if asal == "halaman" and not all(in_table):
        kolom = None
    first = min((column for row, inside in zip(rows, in_table, strict=True) if inside for column in row.sel), default=0)
    for inside, group in groupby(zip(rows, in_table, strict=True), key=lambda pair: pair[1]):
        block = [row for row, _ in group]
        if inside:
            _write_table(
                block, kolom or range(first, max(column for row in block for column in row.sel) + 1), penyusun, tempat
            )
        else:
            _write_prose(block, penyusun, tempat)
        penyusun.gap()


def _write_table(rows: Sequence[BarisKerja], kolom: range, penyusun: Penyusun, tempat: Callable[[int], str]) -> None:
    """Rows of one table, all equally wide; a gap on the sheet stays a gap."""
    penyusun.reserve(len(rows) * len(kolom), tempat(rows[-1].nomor))
    for before, row in zip([rows[0], *rows], rows, strict=False):
        if row.nomor - before.nomor > 1:
            penyusun.gap()
        penyusun.row([row.sel.get(column, "") for column in kolom], tempat(row.nomor))


def _write_prose(rows: Sequence[BarisKerja], penyusun: Penyusun, tempat: Callable[[int], str]) -> None:
    for before, row in zip([rows[0], *rows], rows, strict=False):
        if row.nomor - before.nomor > 1:
            penyusun.gap()
        penyusun.prose(" ".join(row.sel[column] for column in sorted(row.sel)), tempat(row.nomor))


def _in_drawn_table(rows: Sequence[BarisKerja]) -> list[bool]:
    """For each row of a drawn table: all belong to it but a title in its own first rows, above the heading."""
    title = next((i for i, row in enumerate(rows) if not row.tunggal), 0)
    if not (title and rows[title].seperti_kepala and all(0 in row.sel for row in rows[:title])):
        title = 0
    return [i >= title for i in range(len(rows))]


def _in_table(rows: Sequence[BarisKerja], *, menyambung: bool) -> list[bool]:
    """For each row of a sheet: does it belong to a table? `menyambung`: a table may have begun before the rows."""
    return _Penimbang(rows, menyambung).weigh()


def _runs(rows: Sequence[BarisKerja]) -> list[tuple[int, int]]:
    """Stretches of rows without a gap that are all of one cell, or all of more."""
    cuts = [
        i
        for i in range(1, len(rows))
        if rows[i].nomor - rows[i - 1].nomor > 1 or rows[i].tunggal != rows[i - 1].tunggal
    ]
    return list(zip([0, *cuts], [*cuts, len(rows)], strict=True)) if rows else []


class _Penimbang:
    """Weighs the runs of a sheet from top to bottom, since what stands above a run tells what it is."""

    def __init__(self, rows: Sequence[BarisKerja], menyambung: bool) -> None:
        self.rows, self.menyambung = rows, menyambung
        self.ruled = any(row.bergaris for row in rows if len(row.sel) > 2)
        self.following = _following(rows)
        self.found: list[bool] = []
        self.seen = menyambung

    def weigh(self) -> list[bool]:
        for start, end in _runs(self.rows):
            if self.rows[start].tunggal:
                verdict = self._singles(start, end)
            else:
                verdict = [not (self.ruled and _is_signature(self.rows, start, end))] * (end - start)
            self.found += verdict
            self.seen = self.seen or any(verdict)
        return self.found

    def _singles(self, start: int, end: int) -> list[bool]:
        """Which of these rows of one cell belong to a table?"""
        run, following = self.rows[start:end], self.following[end]
        touching = start > 0 and run[0].nomor - self.rows[start - 1].nomor == 1
        opens = following is not None and following.seperti_kepala
        neighbour = self.rows[start - 1] if touching else following
        if neighbour is not None and neighbour.bergaris and (opens or not _touches_next(self.rows, end)):
            return [row.bergaris for row in run]
        if touching:
            inside = self.found[-1]
        elif following is None:
            inside = self.menyambung and all(0 not in row.sel for row in run)
        else:
            inside = self.seen and not opens
        return [inside] * len(run)


def _following(rows: Sequence[BarisKerja]) -> list[BarisKerja | None]:
    """For each place, the end included: the first row of more than one cell from there on."""
    found: list[BarisKerja | None] = [None]
    for row in reversed(rows):
        found.append(found[-1] if row.tunggal else row)
    return found[::-1]


def _touches_next(rows: Sequence[BarisKerja], end: int) -> bool:
    return end < len(rows) and rows[end].nomor - rows[end - 1].nomor == 1


def _is_signature(rows: Sequence[BarisKerja], start: int, end: int) -> bool:
    """Rows of two cells, without lines, on a sheet of drawn tables, touching none of them: names side by side."""
    above = start > 0 and rows[start].nomor - rows[start - 1].nomor == 1 and rows[start - 1].bergaris
    below = _touches_next(rows, end) and rows[end].bergaris
    values = any(looks_like_value(text) for row in rows[start:end] for text in row.sel.values())
    return not (above or below or values) and all(len(row.sel) == 2 and not row.bergaris for row in rows[start:end])


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
