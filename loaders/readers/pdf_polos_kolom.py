"""Columns of a table without ruling lines, from the white that runs down its lines."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from loaders.readers.pdf_huruf import Huruf, word_text
from loaders.readers.pdf_larik import Larik, joined
from loaders.readers.pdf_polos_baris import Potong

_CELAH = 1.0
"""Type sizes: a gap this wide inside a line parts two cells; inside a cell it means the columns are not certain."""

_LORONG = 0.35
"""Type sizes: white that runs down between two columns is at least this wide; a printed space is narrower."""


def segments(line: Larik) -> list[tuple[float, float]]:
    """Stretches of a line without a wide gap: left and right end."""
    found: list[tuple[float, float]] = []
    for word in line.kata:
        left, right = word[0].x0, word[-1].x1
        if found and left - found[-1][1] < _CELAH * line.ukuran:
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return found


def is_unbroken(line: Larik) -> bool:
    """True for a line without a wide gap."""
    return len(segments(line)) == 1


def columns(run: list[Larik]) -> list[float]:
    """Where columns begin and the last one ends: in the middle of the white that runs down all lines."""
    plain = sorted(span for n, line in enumerate(run) for span in _plain_words(line, run[n + 1 : n + 4]))
    least = _LORONG * max(line.ukuran for line in run)
    edges, end = [min(line.x0 for line in run)], plain[0][1] if plain else 0.0
    for x0, x1 in plain:
        if x0 - end >= least:
            edges.append((end + x0) / 2)
        end = max(end, x1)
    return [*edges, max(line.x1 for line in run)]


def _plain_words(line: Larik, below: list[Larik]) -> Iterator[tuple[float, float]]:
    """Left and right end of the words that are not of a title over several columns."""
    titles = list(_titles(line, below))
    for word in line.kata:
        left, right = word[0].x0, word[-1].x1
        if not any(x0 <= left and right <= x1 for x0, x1 in titles):
            yield left, right


def _titles(line: Larik, below: list[Larik]) -> Iterator[tuple[float, float]]:
    """Stretches of a line that have several cells below them: a title over columns, not a cell of one."""
    spans = segments(line)
    for n, (x0, x1) in enumerate(spans):
        left = spans[n - 1][1] if n else x0
        right = spans[n + 1][0] if n + 1 < len(spans) else float("inf")
        if any(sum(left < a and b < right for a, b in segments(under)) > 1 for under in below):
            yield x0, x1


def cut(line: Larik, edges: list[float]) -> Iterator[Potong]:
    """The words of a line by column; words that run across columns belong where they begin."""
    cells: defaultdict[int, list[tuple[Huruf, ...]]] = defaultdict(list)
    here, end = 0, float("-inf")
    for word in line.kata:
        left, right = word[0].x0, word[-1].x1
        if left - end >= _LORONG * line.ukuran:
            here = min(max(0, bisect_right(edges, left) - 1), len(edges) - 2)
        cells[here].append(word)
        end = right
    for column, words in cells.items():
        yield Potong(column, line.dasar, joined([" ".join(map(word_text, words))]), words[-1][-1].x1)


def has_gap(run: list[Larik], edges: list[float]) -> bool:
    """True when a line has a wide gap within one column: there may be two columns."""
    for line in run:
        for (_, right), (left, _) in pairwise(segments(line)):
            if bisect_right(edges, right) == bisect_right(edges, left):
                return True
    return False
