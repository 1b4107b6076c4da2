"""Edges of a grid → its cells, those that span several rows or columns included."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_DRAWN = 0.75
"""Share of an edge that must be drawn: a gap of a broken line is tolerated, a tall letter on its place is no edge."""
_TRACE = 0.15


def spans(below: NDArray[np.float64], beside: NDArray[np.float64]) -> list[tuple[int, int, int, int]]:
    """The cells as (top, left, bottom, right) in grid places, both ends included, row by row.

    `below` (rows + 1, columns) and `beside` (rows, columns + 1): the share of each edge that is drawn, 0 to 1.

    Places without a drawn edge between them are one cell. Where that is no rectangle, a line is broken: traces of
    lines count as drawn, and where that does not help, every place of it is a cell of its own.
    """
    rows, columns = below.shape[0] - 1, beside.shape[1] - 1
    shut_below, shut_beside = below >= _DRAWN, beside >= _DRAWN
    for least in (_TRACE, 0.0):
        cells = _joined(rows, columns, shut_below, shut_beside)
        odd = [cell for cell in cells if not _is_rectangle(cell)]
        for top, left, bottom, right in map(_box, odd):
            inside = np.s_[top + 1 : bottom + 1, left : right + 1]
            shut_below[inside] |= below[inside] >= least
            inside = np.s_[top : bottom + 1, left + 1 : right + 1]
            shut_beside[inside] |= beside[inside] >= least
        if not odd:
            break
    return sorted(_box(cell) for cell in _joined(rows, columns, shut_below, shut_beside))


def _joined(
    rows: int, columns: int, below: NDArray[np.bool_], beside: NDArray[np.bool_]
) -> list[list[tuple[int, int]]]:
    """The places of the grid, gathered into those with no edge between them."""
    seen: set[tuple[int, int]] = set()
    cells: list[list[tuple[int, int]]] = []
    for start in np.ndindex(rows, columns):
        if start in seen:
            continue
        cell, waiting = [], [start]
        seen.add(start)
        while waiting:
            row, column = waiting.pop()
            cell.append((row, column))
            for place, shut in (
                ((row + 1, column), below[row + 1, column]), ((row - 1, column), below[row, column]),
                ((row, column + 1), beside[row, column + 1]), ((row, column - 1), beside[row, column]),
            ):  # fmt: skip
                if not shut and place not in seen:
                    seen.add(place)
                    waiting.append(place)
        cells.append(cell)
    return cells


def _box(cell: list[tuple[int, int]]) -> tuple[int, int, int, int]:
    rows, columns = [row for row, _ in cell], [column for _, column in cell]
    return min(rows), min(columns), max(rows), max(columns)


def _is_rectangle(cell: list[tuple[int, int]]) -> bool:
    top, left, bottom, right = _box(cell)
    return len(cell) == (bottom - top + 1) * (right - left + 1)
