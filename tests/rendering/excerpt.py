"""Where the tables of an excerpt stand: its headings, and the rows below them page by page.

Done apart from the code that reads documents, so that what is rendered never depends on what is tested.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from loaders.values.names import letters, strip_markup

Sel = tuple[str, ...]
_YEAR = re.compile(r"20\d ?\d")
_COLUMN_NUMBER = re.compile(r"\(?\d\)?")
_RULER = re.compile(r"-+")


@dataclass(frozen=True)
class Kop:
    """A heading of one or two rows, and which columns its words give a meaning."""

    baris: tuple[Sel, ...]

    @property
    def lebar(self) -> int:
        """The number of columns that have a heading."""
        return max(used(row) for row in self.baris)

    @cached_property
    def tahun(self) -> tuple[int, ...]:
        """The columns headed by a year."""
        return tuple(i for row in self.baris for i, cell in enumerate(row) if _YEAR.fullmatch(cell))

    def kolom(self, *words: str) -> int | None:
        """The column whose heading holds all these words, or None."""
        titles = [letters(cell) for cell in self.baris[0]]
        return next((i for i, title in enumerate(titles) if all(word in title for word in words)), None)

    @property
    def kolom_nilai(self) -> int:
        """The first column of values: a year, or the one headed "Target"."""
        targets = [i for i, cell in enumerate(self.baris[0]) if letters(cell) == "target"]
        return min((*self.tahun, *targets))


@dataclass(frozen=True)
class Cuplikan:
    """A table of an excerpt. `halaman`: its rows page by page; `ulang`: the pages, by index, with the heading again."""

    kop: Kop
    halaman: tuple[tuple[Sel, ...], ...]
    ulang: frozenset[int]


def used(row: Sel) -> int:
    """The number of cells up to the last one that holds something."""
    return max((i + 1 for i, cell in enumerate(row) if cell), default=0)


def parts(path: Path) -> Iterator[str | Cuplikan]:
    """The lines of prose and the tables of an excerpt, in order; the marks the excerpt added are gone.

    Raises ValueError for a row of cells that stands under no heading.
    """
    lines = [tuple(strip_markup(cell) for cell in line.split("\t")) for line in path.read_text("utf-8").splitlines()]
    at = 0
    while at < len(lines):
        if len(lines[at]) == 1:
            yield lines[at][0].lstrip("# ")
            at += 1
            continue
        kop = heading(lines, at)
        if kop is None:
            raise ValueError(f"{path.name}: line {at + 1} has cells but stands under no heading")
        end = _end(lines, at, kop)
        yield _table(lines[at:end], kop)
        at = end


def heading(lines: list[Sel], at: int) -> Kop | None:
    """The heading that begins on a line: it names sasaran, and it or the next line gives years or column numbers."""
    row = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else ()
    if len(row) < 3 or not any("sasaran" in letters(cell) for cell in row) or _RULER.fullmatch(row[0]):
        return None
    if len(Kop((row,)).tahun) > 1:
        return Kop((row,))
    numbers = [cell for cell in below if cell]
    if len(below) > 2 and (len(Kop((below,)).tahun) > 1 or all(_COLUMN_NUMBER.fullmatch(cell) for cell in numbers)):
        return Kop((row, below))
    return None


def _end(lines: list[Sel], start: int, kop: Kop) -> int:
    """The index after the last row of a table: prose ends it, or another heading; an empty line does not."""
    end = at = start + len(kop.baris)
    while at < len(lines):
        other = heading(lines, at)
        if lines[at] == ("",):
            at += 1
        elif len(lines[at]) == 1 or (other and other != kop):
            break
        else:
            end = at = at + 1
    return end


def _table(lines: list[Sel], kop: Kop) -> Cuplikan:
    """Cut the rows of a table into pages: a new one begins after each empty line."""
    pages: list[list[Sel]] = [[]]
    again: set[int] = set()
    at = len(kop.baris)
    while at < len(lines):
        row = lines[at]
        at += 1
        if row == ("",):
            pages += [[]] if pages[-1] else []
        elif heading(lines, at - 1) == kop:
            again.add(len(pages) - 1)
            at += len(kop.baris) - 1
        elif not all(_RULER.fullmatch(cell) for cell in row):
            pages[-1].append(row)
    return Cuplikan(kop, tuple(tuple(page) for page in pages if page), frozenset(again))
