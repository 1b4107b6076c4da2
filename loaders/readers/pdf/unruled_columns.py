"""A table without ruling lines: its columns from the white that runs down its lines, its rows from how lines of text
stand under and beside each other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from loaders.readers.pdf.letters import Huruf, Larik, joined, word_text
from loaders.values import looks_like_value

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


_RAPAT = 1.2
"""Lines of one cell are this much closer than the nearest two lines of the table, or less."""

_SEDATAR = 0.25
"""Type sizes: baselines this close are one line."""


@dataclass(frozen=True)
class Potong:
    """Words of one line in one column; `dasar`: their baseline; `kanan`: where they end."""

    kolom: int
    dasar: float
    teks: str
    kanan: float


@dataclass(frozen=True)
class Deretan:
    """A row: column → text, and the columns whose text reaches down to the last line of the table."""

    sel: dict[int, str]
    penuh: frozenset[int]


def rows_of(pieces: list[Potong], size: float) -> list[Deretan] | None:
    """Rows of cells, None where cells beside each other do not begin on one line: only a heading's may."""
    blocks = _blocks(pieces)
    if any(map(_holds_two_values, pieces)) or any(
        len(block) > 1 and all(looks_like_value(piece.teks) for piece in block) for block in blocks
    ):
        return None
    last, reach = max(piece.dasar for piece in pieces), _SEDATAR * size
    rows: list[Deretan] = []
    for group in _side_by_side(blocks):
        starts = sorted({block[0].dasar for block in group})
        if starts[-1] - starts[0] > reach and rows:
            return None
        rows += _by_start(group, reach, last)
    return rows


def _holds_two_values(piece: Potong) -> bool:
    """True for values side by side, "2020 2021" or "100 % 90 %": two columns that no white parts."""
    words = [word for word in piece.teks.split() if word != "%"]
    return len(words) > 1 and all(looks_like_value(word) for word in words)


def _blocks(pieces: list[Potong]) -> list[list[Potong]]:
    """Lines of one column that stand as close as lines of one cell do."""
    columns: defaultdict[int, list[Potong]] = defaultdict(list)
    for piece in sorted(pieces, key=lambda one: one.dasar):
        columns[piece.kolom].append(piece)
    steps = [below.dasar - above.dasar for column in columns.values() for above, below in pairwise(column)]
    reach = _RAPAT * min(steps, default=0.0)
    blocks: list[list[Potong]] = []
    for column in columns.values():
        for n, piece in enumerate(column):
            if n and piece.dasar - column[n - 1].dasar <= reach:
                blocks[-1].append(piece)
            else:
                blocks.append([piece])
    return blocks


def _side_by_side(blocks: list[list[Potong]]) -> Iterator[list[list[Potong]]]:
    """Blocks that overlap in height, together."""
    group: list[list[Potong]] = []
    end = float("-inf")
    for block in sorted(blocks, key=lambda one: one[0].dasar):
        if group and block[0].dasar > end + 1.0:
            yield group
            group = []
        end = max(end, block[-1].dasar) if group else block[-1].dasar
        group.append(block)
    if group:
        yield group


def _by_start(group: list[list[Potong]], reach: float, last: float) -> list[Deretan]:
    rows: list[tuple[float, dict[int, str], set[int]]] = []
    for block in sorted(group, key=lambda one: one[0].dasar):
        if not rows or block[0].dasar - rows[-1][0] > reach:
            rows.append((block[0].dasar, {}, set()))
        column = block[0].kolom
        _, cells, full = rows[-1]
        cells[column] = joined([cells.get(column, ""), *(piece.teks for piece in block)])
        full |= {column} if last - block[-1].dasar <= reach else set()
    return [Deretan(cells, frozenset(full)) for _, cells, full in rows]
