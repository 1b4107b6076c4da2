"""Gathers the ruling lines that cross each other into tables, pieces of broken lines put together."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.readers.scan_garis import Garis

NEAR = 10
"""Pixels within which two lines are one."""
_SEED = 75
"""Pixels of a line that may make a table; shorter pieces only fill edges."""
_MEET = 40
"""Pixels by which a line may miss the one it ends at, where its end is broken off."""
_SURE = 300
"""Pixels of a line that needs no crossing lines at its ends to be one; blurred words are shorter."""
_BREAK = 40
"""Pixels a line may be interrupted for: less than any cell is wide or high."""


def crossing(level: list[Garis], upright: list[Garis]) -> Iterator[tuple[list[Garis], list[Garis]]]:
    """Groups of lines that cross each other, with the short pieces that lie on their rows and columns."""
    rows, columns = _whole(level), _whole(upright)
    rows = [row for row in rows if _is_anchored(row, [column for column in columns if _meets(row, column)])]
    columns = [column for column in columns if _is_anchored(column, [row for row in rows if _meets(row, column)])]
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
    near: dict[int, list[int]] = {}
    for line in sorted(lines, key=lambda line: (line.awal, line.letak)):
        strip = int(line.letak // NEAR)
        candidates = sorted(i for near_by in (strip - 1, strip, strip + 1) for i in near.get(near_by, ()))
        before = next((i for i in candidates if _goes_on(whole[i], line)), None)
        if before is None:
            near.setdefault(strip, []).append(len(whole))
            whole.append(line)
        else:
            letak = max(whole[before], line, key=lambda piece: piece.panjang).letak
            whole[before] = Garis(letak, whole[before].awal, max(whole[before].akhir, line.akhir))
    return [line for line in whole if line.panjang >= _SEED]


def _goes_on(line: Garis, piece: Garis) -> bool:
    """True when a piece continues a line behind a gap that one of them is longer than."""
    gap = piece.awal - line.akhir
    return (
        abs(line.letak - piece.letak) <= NEAR / 2 and 0 <= gap <= _BREAK and max(line.panjang, piece.panjang) >= _SEED
    )


def _meets(row: Garis, column: Garis) -> bool:
    return (
        column.awal - _MEET <= row.letak <= column.akhir + _MEET
        and row.awal - _MEET <= column.letak <= row.akhir + _MEET
    )


def _is_anchored(line: Garis, across: list[Garis]) -> bool:
    """True for a line that ends on both sides at lines across it, as those of a table do, or that is long."""
    ends = (line.awal, line.akhir)
    return line.panjang >= _SURE or all(any(abs(other.letak - end) <= _MEET for other in across) for end in ends)


def _with_pieces(lines: list[Garis], across: list[Garis], every: list[Garis]) -> list[Garis]:
    """The lines, and the shorter pieces that lie on the same row or column inside the table."""
    if not across:
        return lines
    low, high = min(line.letak for line in across) - NEAR, max(line.letak for line in across) + NEAR
    places = [line.letak for line in lines]
    pieces = [
        piece
        for piece in every
        if piece.panjang < _SEED and low <= piece.awal and piece.akhir <= high
        and any(abs(piece.letak - place) <= NEAR / 2 for place in places)
    ]  # fmt: skip
    return lines + pieces
