"""The excerpt of a document as what was once typed: paragraphs, and tables with a heading and pages of rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.readers.lembar import Baris, Lembar
from tests.rendering.excerpt import Cuplikan, Sel, parts, used
from tests.rendering.upright import fitted, upright, whole_rows


@dataclass(frozen=True)
class Paragraf:
    """One line of prose; "" is an empty line."""

    teks: str


@dataclass(frozen=True)
class Bagan:
    """A table: `kepala` one or two rows, `halaman` its body rows page by page, all `lebar` cells wide.

    `kolom_nilai`: the first column of values. `ulang`: the pages, by index, that print the heading again.
    """

    kepala: tuple[Sel, ...]
    halaman: tuple[tuple[Sel, ...], ...]
    kolom_nilai: int
    ulang: frozenset[int]

    @property
    def lebar(self) -> int:
        """The number of columns."""
        return len(self.kepala[0])


Isi = Paragraf | Bagan


def read_source(path: Path, *, whole: bool) -> tuple[Isi, ...]:
    """The document as paragraphs and tables. `whole`: each table in one piece, rows cut by a page break made whole."""
    return tuple(_contents(path, whole=whole))


def _contents(path: Path, *, whole: bool) -> Iterator[Isi]:
    """A run of empty lines becomes one empty paragraph; an excerpt keeps the empty lines of what was left out."""
    previous: str | Cuplikan = ""
    for part in parts(path):
        if isinstance(part, Cuplikan):
            yield _bagan(part, whole=whole)
        elif part or previous:
            yield Paragraf(part)
        previous = part


def _bagan(found: Cuplikan, *, whole: bool) -> Bagan:
    """The table of an excerpt, its rows set upright, all as wide as the widest row that holds something."""
    pages = [[upright(row, found.kop) for row in page] for page in found.halaman]
    repeated = found.ulang
    if whole:
        pages, repeated = [whole_rows(pages, found.kop)], frozenset()
    wide = max(found.kop.lebar, *(used(row) for page in pages for row in page))
    body = tuple(tuple(fitted(row, wide) for row in page) for page in pages)
    return Bagan(tuple(fitted(row, wide) for row in found.kop.baris), body, found.kop.kolom_nilai, repeated)


def as_lembar(isi: tuple[Isi, ...]) -> Lembar:
    """The lines a perfect reader would give: cells as they stand, an empty line between pages and after a table."""
    lines: list[str] = []
    for part in isi:
        lines += [part.teks] if isinstance(part, Paragraf) else [*_lines(part), ""]
    return Lembar("sempurna", tuple(Baris(n, line) for n, line in enumerate(lines, start=1)))


def _lines(bagan: Bagan) -> Iterator[str]:
    for page, rows in enumerate(bagan.halaman):
        if page:
            yield ""
        head = bagan.kepala if page == 0 or page in bagan.ulang else ()
        yield from ("\t".join(row) for row in (*head, *rows))
