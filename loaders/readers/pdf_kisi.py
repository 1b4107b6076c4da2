"""The grid that ruling lines draw: columns, rows, and which cells are merged."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_LURUS = 12.0
"""Points: walls this close, never both in one row, are one wall that was drawn a little off."""

Petak = tuple[int, int]


@dataclass(frozen=True)
class Ruang:
    """One cell, merged or not: its first and last row and column."""

    atas: int
    kiri: int
    bawah: int
    kanan: int


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
