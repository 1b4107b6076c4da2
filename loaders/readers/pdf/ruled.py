"""Tables with ruling lines: which lines meet, the grids they draw (columns, rows, merged cells), and the letters of the
page laid into their cells.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from loaders.readers.pdf.letters import Huruf, Larik, joined, lines
from loaders.readers.pdf.parts import Bagan, Kaki, Lajur
from loaders.readers.pdf.rules import Garis, clusters

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


@dataclass(frozen=True)
class Ruang:
    """One cell, merged or not: its first and last row and column."""

    atas: int
    kiri: int
    bawah: int
    kanan: int


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


_LURUS = 12.0
"""Points: walls this close, never both in one row, are one wall that was drawn a little off."""

Petak = tuple[int, int]


@dataclass(frozen=True)
class Kisi:
    """A grid. `xs`, `ys`: where columns and rows begin and end, in points; `tegak[j]`, `datar[i]`: at which rows the
    wall at `xs[j]` stands, at which columns the one at `ys[i]` runs.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    tegak: tuple[frozenset[int], ...]
    datar: tuple[frozenset[int], ...]

    @cached_property
    def ruang(self) -> tuple[Ruang, ...]:
        """All cells from top left to bottom right. Where walls are missing so that no rectangle is left, the pieces
        of each row stand for themselves.
        """
        return tuple(sorted(self._rooms(), key=lambda room: (room.atas, room.kiri)))

    @cached_property
    def _room_of(self) -> dict[Petak, Ruang]:
        return {
            (row, column): room
            for room in self.ruang
            for row in range(room.atas, room.bawah + 1)
            for column in range(room.kiri, room.kanan + 1)
        }

    def room_at(self, x: float, y: float) -> Ruang | None:
        """The cell a point lies in, None outside the grid."""
        row, column = bisect_left(self.ys, y) - 1, bisect_left(self.xs, x) - 1
        return self._room_of.get((row, column))

    @cached_property
    def kolom(self) -> tuple[int, ...]:
        """The printed column each grid column belongs to: walls drawn a little off in some rows make no column."""
        last = len(self.xs) - 2
        numbers = [0]
        for j in range(1, last + 1):
            same = self._one_wall(j) or (j == last and self._one_wall(last + 1))
            numbers.append(numbers[-1] + (0 if same else 1))
        return tuple(numbers)

    def _one_wall(self, j: int) -> bool:
        near = self.xs[j] - self.xs[j - 1] <= _LURUS
        return near and not self.tegak[j] & self.tegak[j - 1]

    @property
    def utuh(self) -> bool:
        """False where walls were missing and cells had to be told apart row by row."""
        return all(_is_rectangle(petak) for petak in self._areas)

    def _rooms(self) -> Iterator[Ruang]:
        for petak in self._areas:
            rows = sorted({row for row, _ in petak})
            if _is_rectangle(petak):
                columns = [column for _, column in petak]
                yield Ruang(rows[0], min(columns), rows[-1], max(columns))
                continue
            for row in rows:
                yield from self._runs(row, sorted(column for r, column in petak if r == row))

    def _runs(self, row: int, columns: list[int]) -> Iterator[Ruang]:
        start = columns[0]
        for before, column in zip(columns, [*columns[1:], None], strict=True):
            if column != before + 1 or row in self.tegak[before + 1]:
                yield Ruang(row, start, row, before)
                start = column if column is not None else start

    @cached_property
    def _areas(self) -> list[list[Petak]]:
        """The squares of the grid that no wall parts, together."""
        parent: dict[Petak, Petak] = {}

        def root(one: Petak) -> Petak:
            while parent.setdefault(one, one) != one:
                parent[one] = one = parent[parent[one]]
            return one

        for i in range(len(self.ys) - 1):
            for j in range(len(self.xs) - 1):
                if j and i not in self.tegak[j]:
                    parent[root((i, j))] = root((i, j - 1))
                if i and j not in self.datar[i]:
                    parent[root((i, j))] = root((i - 1, j))
                root((i, j))
        areas: defaultdict[Petak, list[Petak]] = defaultdict(list)
        for petak in list(parent):
            areas[root(petak)].append(petak)
        return list(areas.values())


def _is_rectangle(petak: list[Petak]) -> bool:
    rows, columns = {row for row, _ in petak}, {column for _, column in petak}
    return len(petak) == (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)


_TEMU = 2.0
"""Points: rules that come this close meet. An underline keeps further from the walls of its cell."""

_MAKS_SEL = 200_000
"""Cells of a grid; a drawing has more and is no table."""


def grids(rules: Iterable[Garis]) -> list[Kisi]:
    """Every set of rules that meet and enclose at least two cells, as a grid."""
    found = [grid for group in _groups(list(rules)) if (grid := _grid(group))]
    return [grid for grid in found if len(set(grid.kolom)) > 1]


def _groups(rules: list[Garis]) -> Iterator[list[Garis]]:
    """Rules that meet, directly or through others, together."""
    upright = sorted((n for n, rule in enumerate(rules) if rule.tegak), key=lambda n: rules[n].di)
    places = [rules[n].di for n in upright]
    group = list(range(len(rules)))

    def root(n: int) -> int:
        while group[n] != n:
            group[n] = n = group[group[n]]
        return n

    for n, across in enumerate(rules):
        if across.tegak:
            continue
        for k in range(bisect_left(places, across.dari - _TEMU), bisect_left(places, across.sampai + _TEMU)):
            down = rules[upright[k]]
            if down.dari - _TEMU <= across.di <= down.sampai + _TEMU:
                group[root(n)] = root(upright[k])
    members: defaultdict[int, list[Garis]] = defaultdict(list)
    for n, rule in enumerate(rules):
        members[root(n)].append(rule)
    yield from members.values()


def _grid(rules: list[Garis]) -> Kisi | None:
    down, across = [r for r in rules if r.tegak], [r for r in rules if not r.tegak]
    if not down or not across:
        return None
    xs, ys = _edges(down, across), _edges(across, down)
    if (len(xs) - 1) * (len(ys) - 1) > _MAKS_SEL:
        return None
    return Kisi(xs, ys, _walls(down, xs, ys), _walls(across, ys, xs))


def _edges(rules: list[Garis], crossing: list[Garis]) -> tuple[float, ...]:
    """Where the rules stand; and where the rules across them end, when the table has no rule along that side."""
    edges = clusters(rule.di for rule in rules)
    first, last = min(rule.dari for rule in crossing), max(rule.sampai for rule in crossing)
    before = [first] if first < edges[0] - 2 * _TEMU else []
    after = [last] if last > edges[-1] + 2 * _TEMU else []
    return (*before, *edges, *after)


def _walls(rules: list[Garis], edges: tuple[float, ...], along: tuple[float, ...]) -> tuple[frozenset[int], ...]:
    walls: list[set[int]] = [set() for _ in edges]
    for rule in rules:
        here = min(range(len(edges)), key=lambda n: abs(edges[n] - rule.di))
        first = bisect_left(along, rule.dari - _TEMU)
        last = bisect_left(along, rule.sampai + _TEMU) - 1
        walls[here].update(range(first, last))
    return tuple(frozenset(wall) for wall in walls)
