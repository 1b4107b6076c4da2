"""Everything that stands on a page in reading order: ruled tables, unruled ones, and prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from loaders.readers.pdf_bagan import Bagan, Isi
from loaders.readers.pdf_huruf import Huruf, without_doubles
from loaders.readers.pdf_kanvas import Kanvas
from loaders.readers.pdf_larik import Larik, lines
from loaders.readers.pdf_polos import unruled
from loaders.readers.pdf_tabel import ruled


def contents(kanvas: Kanvas, letters: Iterable[Huruf]) -> list[Isi]:
    """Tables and lines of prose of a page in reading order."""
    tables, outside = ruled(kanvas.garis, without_doubles(letters))
    found: list[Isi] = list(tables)
    for stretch in _between(lines(outside), tables):
        found += unruled(stretch)
    return sorted(found, key=lambda part: part.atas)


def _between(text: list[Larik], tables: list[Bagan]) -> Iterator[list[Larik]]:
    """Lines of text with no ruled table between them, together."""
    for _, stretch in groupby(text, key=lambda line: sum(table.atas < line.atas for table in tables)):
        yield list(stretch)
