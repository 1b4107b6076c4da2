"""Ruling lines → tables: grids of cells, those that span columns or rows included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from loaders.readers.scan_garis import Garis, Tinta, level_lines, upright_lines
from loaders.readers.scan_rentang import spans

_SEED = 75
"""Pixels of a line that may make a table; shorter pieces only fill edges."""
_NEAR = 10
"""Pixels within which two lines are one."""
_MEET = 24
"""Pixels by which a line may miss the one it ends at, where its end is broken off."""
_BREAK = 40
"""Pixels a line may be interrupted for: less than any cell is wide or high."""
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
    found = [grid for rows, columns in _crossing(level, upright) if (grid := _grid(rows, columns, dark))]
    return sorted(found, key=lambda grid: (grid.kotak[1], grid.kotak[0]))


def _crossing(level: list[Garis], upright: list[Garis]) -> Iterator[tuple[list[Garis], list[Garis]]]:
    """Groups of lines that cross each other, with the short pieces that lie on their rows and columns."""
    rows, columns = _whole(level), _whole(upright)
    group = list(range(len(rows) + len(columns)))

    def root(i: int) -> int:
        while group[i] != i:
            i = group[i]
        return i

    for i, row in enumerate(rows):
        for j, column in enumerate(columns, start=len(rows)):
            if _meets(row, column):
                group[root(i)] = root(j)
    for name in sorted({root(i) for i in range(len(rows), len(group))}):
        mine = [line for i, line in enumerate(rows) if root(i) == name]
        yours = [line for j, line in enumerate(columns, start=len(rows)) if root(j) == name]
        yield _with_pieces(mine, yours, level), _with_pieces(yours, mine, upright)


def _whole(lines: list[Garis]) -> list[Garis]:
    """The lines that are long enough for a table, pieces of a broken one put together."""
    whole: list[Garis] = []
    for line in sorted(lines, key=lambda line: (line.awal, line.letak)):
        before = next((i for i, other in enumerate(whole) if _goes_on(other, line)), None)
        if before is None:
            whole.append(line)
        else:
            letak = max(whole[before], line, key=lambda piece: piece.panjang).letak
            whole[before] = Garis(letak, whole[before].awal, max(whole[before].akhir, line.akhir))
    return [line for line in whole if line.panjang >= _SEED]


def _goes_on(line: Garis, piece: Garis) -> bool:
    """True when a piece continues a line behind a gap that one of them is longer than."""
    gap = piece.awal - line.akhir
    return (
        abs(line.letak - piece.letak) <= _NEAR / 2 and 0 <= gap <= _BREAK and max(line.panjang, piece.panjang) >= _SEED
    )


def _meets(row: Garis, column: Garis) -> bool:
    return (
        column.awal - _MEET <= row.letak <= column.akhir + _MEET
        and row.awal - _MEET <= column.letak <= row.akhir + _MEET
    )


def _with_pieces(lines: list[Garis], across: list[Garis], every: list[Garis]) -> list[Garis]:
    """The lines, and the shorter pieces that lie on the same row or column inside the table."""
    if not across:
        return lines
    low, high = min(line.letak for line in across) - _NEAR, max(line.letak for line in across) + _NEAR
    places = [line.letak for line in lines]
    pieces = [
        piece
        for piece in every
        if piece.panjang < _SEED and low <= piece.awal and piece.akhir <= high
        and any(abs(piece.letak - place) <= _NEAR / 2 for place in places)
    ]  # fmt: skip
    return lines + pieces


def _places(lines: list[Garis]) -> list[float]:
    """The rows or columns that lines lie on: neighbours within a few pixels are one, weighted by length."""
    groups: list[list[Garis]] = []
    for line in sorted(lines, key=lambda line: line.letak):
        if groups and line.letak - groups[-1][-1].letak <= _NEAR:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [float(np.average([g.letak for g in group], weights=[g.panjang for g in group])) for group in groups]


def _grid(level: list[Garis], upright: list[Garis], dark: Tinta) -> Kisi | None:
    ys, xs = _places(level), _places(upright)
    if len(ys) < 2 or len(xs) < 3:
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
