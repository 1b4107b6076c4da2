"""The letters of a page laid into the cells of its grids."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from loaders.readers.pdf_bagan import Bagan, Kaki, Lajur
from loaders.readers.pdf_garis import Garis
from loaders.readers.pdf_huruf import Huruf
from loaders.readers.pdf_kisi import Kisi, Ruang
from loaders.readers.pdf_kisi_cari import grids
from loaders.readers.pdf_larik import Larik, joined, lines

_PENUH = 1.2
"""Type sizes: less room than this below a cell's text takes no further line."""


def ruled(rules: Iterable[Garis], letters: Iterable[Huruf]) -> tuple[list[Bagan], list[Huruf]]:
    """The tables that ruling lines draw, and the letters outside them."""
    found = sorted(grids(rules), key=_area)
    cells, outside = _laid(found, letters)
    tables = [_bagan(grid, cells[n]) for n, grid in enumerate(found)]
    return [table for table in tables if table.baris], outside


def _area(grid: Kisi) -> float:
    return (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])


_Isian = defaultdict[Ruang, list[Huruf]]


def _laid(found: list[Kisi], letters: Iterable[Huruf]) -> tuple[list[_Isian], list[Huruf]]:
    """The letters of each cell of each grid, and those outside: a letter belongs to the smallest grid around it."""
    cells: list[_Isian] = [defaultdict(list) for _ in found]
    outside: list[Huruf] = []
    for letter in letters:
        homes = ((n, room) for n, grid in enumerate(found) if (room := grid.room_at(*letter.tengah)))
        home = next(homes, None)
        if home is None:
            outside.append(letter)
        else:
            cells[home[0]][home[1]].append(letter)
    return cells, outside


def _bagan(grid: Kisi, cells: _Isian) -> Bagan:
    written = {room: lines(cells[room]) for room in grid.ruang if cells.get(room)}
    rows: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for room, text in written.items():
        column = grid.kolom[room.kiri]
        beside = rows[room.atas].get(column, "") if room.atas in rows else ""
        if words := joined([beside, *(line.teks for line in text)]):  # a cell may print nothing but a space
            rows[room.atas][column] = words
    order = sorted(rows)
    return Bagan(
        _tepi(grid),
        tuple(Lajur(n, rows[at]) for n, at in enumerate(order, start=1)),
        grid.ys[0],
        grid.ys[-1],
        frozenset(grid.kolom[room.kiri] for room in grid.ruang if room.atas == 0 and _is_open(grid, 0, room)),
        {
            grid.kolom[room.kiri]: _kaki(grid, room, written.get(room, []), bisect_right(order, room.atas))
            for room in grid.ruang
            if room.bawah == len(grid.ys) - 2
        },
        grid.utuh,
    )


def _kaki(grid: Kisi, room: Ruang, text: list[Larik], nomor: int) -> Kaki:
    is_open = _is_open(grid, -1, room)
    if not text:
        return Kaki(nomor, is_open)
    last = text[-1]
    full = grid.ys[-1] - last.bawah <= _PENUH * last.ukuran
    return Kaki(nomor, is_open, full, last.room_between(grid.xs[room.kiri], grid.xs[room.kanan + 1]))


def _tepi(grid: Kisi) -> tuple[float, ...]:
    starts = [x for n, x in enumerate(grid.xs[:-1]) if n == 0 or grid.kolom[n] != grid.kolom[n - 1]]
    return (*starts, grid.xs[-1])


def _is_open(grid: Kisi, edge: int, room: Ruang) -> bool:
    return not grid.datar[edge] & set(range(room.kiri, room.kanan + 1))
