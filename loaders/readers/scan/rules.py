"""Finds the ruling lines of a page: runs of dark pixels, gathered into level and upright lines, pieces of broken ones
put together; lines that cross each other belong to one table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Tinta = NDArray[np.bool_]

_CONTRAST = 28
_NEIGHBOURHOOD = 40
_LEAST_RUN = 32
"""Pixels: longer than the strokes of letters up to 12 points at 300 dots an inch."""
_GAP = 3
_MOST_THICK = 16
_SURE = 300
"""Pixels of a level line that no blurred word reaches."""
_BESIDE = (-7, 7)
"""Pixels from the middle of a ruling line to paper, and from the foot of letters to their strokes."""
_PAPER, _LINE = 0.2, 0.85
"""Share of dark pixels there: less where only some letters touch the line, more where a second line runs."""


@dataclass(frozen=True)
class Garis:
    """A ruling line, or a piece of a broken one: its place across itself, its two ends, all in pixels."""

    letak: float
    awal: int
    akhir: int

    @property
    def panjang(self) -> int:
        """Pixels from end to end."""
        return self.akhir - self.awal


def ink(picture: Image.Image) -> Tinta:
    """What is darker than its surroundings, so that shadows of the scanner are paper."""
    grey = np.asarray(picture).astype(np.int16)
    around = np.asarray(picture.filter(ImageFilter.BoxBlur(_NEIGHBOURHOOD))).astype(np.int16)
    return grey + _CONTRAST < around


def level_lines(dark: Tinta) -> list[Garis]:
    """The level lines of a page, top to bottom: `letak` is y, `awal` and `akhir` are x."""
    return [line for line in _lines(dark) if line.panjang >= _SURE or _stands_alone(dark, line)]


def _stands_alone(dark: Tinta, line: Garis) -> bool:
    """True where paper, or a second line, is close above and below; letters go on from the row they stand on."""
    rows = [row for distance in _BESIDE if 0 <= (row := round(line.letak) + distance) < dark.shape[0]]
    shares = [float(np.mean(dark[row, line.awal : line.akhir])) for row in rows]
    return all(share < _PAPER or share > _LINE for share in shares)


def upright_lines(dark: Tinta) -> list[Garis]:
    """The upright lines of a page, left to right: `letak` is x, `awal` and `akhir` are y."""
    return _lines(np.ascontiguousarray(dark.T))


def _lines(dark: Tinta) -> list[Garis]:
    """Level runs of ink, each put together with those on the rows it leans into."""
    thick = dark.copy()
    thick[1:] |= dark[:-1]
    thick[:-1] |= dark[1:]
    return _gather(*_runs(thick))


def _runs(dark: Tinta) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Row, first and last-plus-one column of every long run of dark pixels; gaps of a few pixels are closed."""
    height, width = dark.shape
    pitch = width + _GAP + 2
    padded = np.zeros((height, pitch), dtype=np.int8)
    padded[:, 1 : width + 1] = dark
    edges = np.flatnonzero(np.diff(padded.ravel()))
    starts, ends = edges[0::2], edges[1::2]
    if not len(starts):
        return starts, starts, ends
    apart = starts[1:] - ends[:-1] > _GAP
    starts, ends = starts[np.r_[True, apart]], ends[np.r_[apart, True]]
    long = ends - starts >= _LEAST_RUN
    starts, ends = starts[long], ends[long]
    return starts // pitch, starts % pitch, starts % pitch + ends - starts


def _gather(rows: NDArray[np.int64], firsts: NDArray[np.int64], lasts: NDArray[np.int64]) -> list[Garis]:
    """Runs that touch across neighbouring rows are one line; what is as thick as a bar or a picture is none."""
    parent = list(range(len(rows)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first_of = np.searchsorted(rows, np.arange((int(rows[-1]) if len(rows) else 0) + 2))
    for i, (row, first, last) in enumerate(zip(rows.tolist(), firsts.tolist(), lasts.tolist(), strict=True)):
        if not row:
            continue
        for j in range(int(first_of[row - 1]), int(first_of[row])):
            if firsts[j] < last and lasts[j] > first:
                parent[root(i)] = root(j)
    members: dict[int, list[int]] = {}
    for i in range(len(rows)):
        members.setdefault(root(i), []).append(i)
    lines = [_line(rows[group], firsts[group], lasts[group]) for group in members.values()]
    return sorted((line for line in lines if line), key=lambda line: line.letak)


def _line(rows: NDArray[np.int64], firsts: NDArray[np.int64], lasts: NDArray[np.int64]) -> Garis | None:
    length = lasts - firsts
    start, end = int(firsts.min()), int(lasts.max())
    if length.sum() / (end - start) > _MOST_THICK:
        return None
    return Garis(float(np.average(rows, weights=length)), start, end)


NEAR = 10
"""Pixels within which two lines are one."""
_SEED = 75
"""Pixels of a line that may make a table; shorter pieces only fill edges."""
_MEET = 40
"""Pixels by which a line may miss the one it ends at, where its end is broken off."""
_SURE_CROSSING = 300
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
    return line.panjang >= _SURE_CROSSING or all(
        any(abs(other.letak - end) <= _MEET for other in across) for end in ends
    )


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
