"""Where among lines of text a table without ruling lines may stand."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.readers.pdf_bagan import JUDUL_TABEL
from loaders.readers.pdf_huruf import word_text
from loaders.readers.pdf_larik import Larik
from loaders.readers.pdf_polos_kolom import is_unbroken, segments
from loaders.values.numbers import looks_like_value
from loaders.values.years import parse_year

_LEBAR_PROSA = 0.5
"""Share of the page's text: an unbroken line this wide is prose, and ends a table."""

_JAUH = 4.0
"""Type sizes: further apart, two lines are not of one table."""

_SEPARAGRAF = 1.35
"""Type sizes: baselines this close are lines of one text."""


def runs(lines: list[Larik]) -> Iterator[list[Larik]]:
    """Lines that may be of one table: none of them prose, none of them the title of a table further down."""
    if not lines:
        return
    wide = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    titles = {n for i in range(len(lines)) for n in _title_above(lines, i)}
    run: list[Larik] = []
    for n, line in enumerate(lines):
        broad = is_unbroken(line) and line.x1 - line.x0 > _LEBAR_PROSA * wide
        prose = (
            n in titles
            or JUDUL_TABEL.match(line.teks)
            or (broad and not (run and _values_follow(lines[n + 1 : n + 5])))
        )
        if run and (prose or line.atas - run[-1].bawah > _JAUH * line.ukuran):
            yield run
            run = []
        if prose:
            yield [line]
        else:
            run.append(line)
    if run:
        yield run


def from_heading(run: list[Larik]) -> tuple[list[Larik], list[Larik]]:
    """The lines from the first with three cells, which may be headings, and those before it."""
    start = next((n for n, line in enumerate(run) if len(segments(line)) >= 3), len(run))
    return run[start:], run[:start]


def _values_follow(below: list[Larik]) -> bool:
    """True when the next line with several cells is a row with values: then an unbroken line heads rows of a table."""
    row = next((line for line in below if not is_unbroken(line)), None)
    return row is not None and has_values(row)


def has_values(line: Larik) -> bool:
    """True when a word of the line reads like a value, and not like the year of a heading."""
    words = (word_text(word) for word in line.kata)
    return any(looks_like_value(word) and parse_year(word) is None for word in words)


def _title_above(lines: list[Larik], heading: int) -> range:
    """The unbroken lines right above a line of headings: at least three cells, none of them a value."""
    if len(segments(lines[heading])) < 3 or has_values(lines[heading]):
        return range(0)
    first = heading
    while first > 0 and is_unbroken(lines[first - 1]):
        first -= 1
    while 0 < first < heading and lines[first].dasar - lines[first - 1].dasar <= _SEPARAGRAF * lines[first].ukuran:
        first += 1
    return range(first, heading)
