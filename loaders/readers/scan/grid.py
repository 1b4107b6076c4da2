"""Ruling lines → tables: the edges of grids and their cells, those that span columns or rows included."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from loaders.readers.scan.rules import NEAR, Garis, Tinta, crossing, level_lines, upright_lines

MAKS_SEL = 3000
"""Cells of a table on one page: what has more is squared paper."""
_INKED = 0.75
"""Share of a short edge that is dark where only its broken pieces are left; a line of text is less dense."""


@dataclass(frozen=True)
class Sel:
    """A cell: its first row and column in the grid (from 0), and its box in pixels, lines excluded by the reader."""

    baris: int
    kolom: int
    kotak: tuple[int, int, int, int]


@dataclass(frozen=True)
class Kisi:
    """A table's grid: its box (left, top, right, bottom), numbers of rows and columns, and its cells in order."""

    kotak: tuple[int, int, int, int]
    baris: int
    kolom: int
    sel: tuple[Sel, ...]


def grids(dark: Tinta) -> list[Kisi]:
    """The ruled tables of two and more columns on a level page, from top to bottom."""
    level, upright = level_lines(dark), upright_lines(dark)
    found = [grid for rows, columns in crossing(level, upright) if (grid := _grid(rows, columns, dark))]
    return sorted(found, key=lambda grid: (grid.kotak[1], grid.kotak[0]))


def _places(lines: list[Garis]) -> list[float]:
    """The rows or columns that lines lie on: neighbours within a few pixels are one, weighted by length."""
    groups: list[list[Garis]] = []
    for line in sorted(lines, key=lambda line: line.letak):
        if groups and line.letak - groups[-1][-1].letak <= NEAR:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [float(np.average([g.letak for g in group], weights=[g.panjang for g in group])) for group in groups]


def _grid(level: list[Garis], upright: list[Garis], dark: Tinta) -> Kisi | None:
    ys, xs = _places(level), _places(upright)
    if len(ys) < 2 or len(xs) < 3 or len(ys) * len(xs) > MAKS_SEL:
        return None
    below = np.maximum(_drawn(level, ys, xs), _inked(dark, ys, xs))
    beside = np.maximum(_drawn(upright, xs, ys), _inked(dark.T, xs, ys)).T
    below[[0, -1]], beside[:, [0, -1]] = 1.0, 1.0
    box = (round(xs[0]), round(ys[0]), round(xs[-1]), round(ys[-1]))
    cells = [
        Sel(top, left, (round(xs[left]), round(ys[top]), round(xs[right + 1]), round(ys[bottom + 1])))
        for top, left, bottom, right in spans(below, beside)
    ]
    return Kisi(box, len(ys) - 1, len(xs) - 1, tuple(cells))


def _drawn(lines: list[Garis], places: list[float], ends: list[float]) -> NDArray[np.float64]:
    """For every place and every stretch between two ends: the share of it that is drawn. Shape (places, ends − 1)."""
    share = np.zeros((len(places), len(ends) - 1))
    at = [int(np.argmin([abs(line.letak - place) for place in places])) for line in lines]
    for i in range(len(places)):
        pieces = [line for line, place in zip(lines, at, strict=True) if place == i]
        for j, (start, end) in enumerate(pairwise(ends)):
            covered = np.zeros(max(1, round(end - start)), dtype=bool)
            for piece in pieces:
                covered[max(0, round(piece.awal - start)) : max(0, round(piece.akhir - start))] = True
            share[i, j] = covered.mean()
    return share


def _inked(dark: Tinta, places: list[float], ends: list[float]) -> NDArray[np.float64]:
    """1 for every stretch that is mostly dark along its place, however broken its line is. Shape as `_drawn`."""
    share = np.zeros((len(places), len(ends) - 1))
    for i, place in enumerate(places):
        along = np.any(dark[max(0, round(place) - 1) : round(place) + 2], axis=0)
        for j, (start, end) in enumerate(pairwise(ends)):
            share[i, j] = np.mean(along[round(start) : max(round(end), round(start) + 1)]) >= _INKED
    return share


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
