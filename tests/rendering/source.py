"""The excerpt of a document as what was once typed: paragraphs, and tables with a heading and pages of rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.families.header import Blok, blocks
from loaders.readers import text
from loaders.readers.lembar import Baris, Lembar
from loaders.values.names import strip_markup

from .upright import Sel, fitted, upright, used, whole_rows


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
    lembar = text.read(path)
    found = {blok.kepala.baris[0]: blok for blok in blocks(lembar)}
    return tuple(_contents(lembar, found, whole=whole))


def _contents(lembar: Lembar, found: dict[int, Blok], *, whole: bool) -> Iterator[Isi]:
    """A run of empty lines becomes one empty paragraph; an excerpt keeps the empty lines of what was left out."""
    nomor, previous = 1, ""
    while nomor <= len(lembar.baris):
        if blok := found.get(nomor):
            yield _bagan(lembar, blok, whole=whole)
            nomor, previous = _last(blok) + 1, "tabel"
            continue
        line = _plain(lembar.di(nomor))
        if line or previous:
            yield Paragraf(line)
        nomor, previous = nomor + 1, line


def _plain(line: Baris) -> str:
    """A line of prose without the marks the excerpt added."""
    if line.ada_sel:
        raise ValueError(f"line {line.nomor} has cells but belongs to no table")
    return strip_markup(line.teks).lstrip("# ")


def _last(blok: Blok) -> int:
    return max((*blok.kepala.baris, *blok.ulang, *(line.nomor for line in blok.isi)))


def _bagan(lembar: Lembar, blok: Blok, *, whole: bool) -> Bagan:
    """The table of a block, its rows set upright, all as wide as the widest row that holds something."""
    kepala = [lembar.di(n).tercetak for n in blok.kepala.baris]
    pages = [[upright(line, blok.kepala) for line in page] for page in blok.halaman]
    repeated = {i for i, page in enumerate(blok.halaman) if i and page[0].nomor - 1 in blok.ulang}
    if whole:
        pages, repeated = [whole_rows(pages, blok.kepala)], set()
    wide = max(blok.kepala.lebar, *(used(row) for page in (kepala, *pages) for row in page))
    values = min((*blok.kepala.tahun.values(), blok.kepala.kolom.get("target", wide)))
    body = tuple(tuple(fitted(row, wide) for row in page) for page in pages)
    return Bagan(tuple(fitted(row, wide) for row in kepala), body, values, frozenset(repeated))


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
