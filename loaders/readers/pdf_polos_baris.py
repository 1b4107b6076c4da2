"""Rows of a table without ruling lines, from how lines of text stand under and beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from loaders.readers.pdf_larik import joined
from loaders.values.numbers import looks_like_value

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
