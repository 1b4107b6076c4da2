"""The ruling lines of a page: from what was drawn to whole straight rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pdfminer.layout import LTCurve
from pdfminer.utils import PathSegment

from loaders.readers.pdf.paper import Putaran

TEBAL = 3.0
"""Points: a filled strip up to this thick is a rule, and rules this close together are one (double rules, dashes)."""

_PENDEK = 5.0
"""Points: anything shorter, put together, is no rule."""

MAKS_GARIS = 4000
"""Rules on a page; a drawing has more and is no table."""

_Titik = tuple[float, float]


class Garis(NamedTuple):
    """A straight rule: `tegak` runs down at x = `di`, else across at y = `di`; `dari` < `sampai`."""

    tegak: bool
    di: float
    dari: float
    sampai: float


def rules(shapes: Iterable[LTCurve], turn: Putaran) -> list[Garis]:
    """All rules of a page, pieces of one rule put together. Points of the upright page; [] for a drawing."""
    pieces = [piece for shape in shapes for piece in _pieces(shape, turn)]
    whole = [*_merged([p for p in pieces if p.tegak]), *_merged([p for p in pieces if not p.tegak])]
    return whole if len(whole) <= MAKS_GARIS else []


def _pieces(shape: LTCurve, turn: Putaran) -> Iterator[Garis]:
    if shape.stroke:
        for a, b in _segments(shape):
            yield from _straight(turn, (*a, *b), thickness=1.0)
    elif shape.fill:
        yield from _straight(turn, shape.bbox, thickness=TEBAL)


def _segments(shape: LTCurve) -> Iterator[tuple[_Titik, _Titik]]:
    """The straight parts of a path, drawn by "l" or by closing it."""
    path = shape.original_path or []
    start = here = _end(path[0]) if path else None
    for step in path[1:]:
        there = start if step[0] == "h" else _end(step)
        if here and there and step[0] in ("l", "h"):
            yield here, there
        here = there


def _end(step: PathSegment) -> _Titik | None:
    """Where a step of a path ends: an operator, then its points."""
    point = step[-1]
    return (point[0], point[1]) if isinstance(point, tuple) else None


def _straight(turn: Putaran, box: tuple[float, float, float, float], *, thickness: float) -> Iterator[Garis]:
    """A box as thin as a rule, as the rule it is, as far as it lies on the page."""
    x0, top, x1, bottom = turn.box(*box)
    left, right = max(x0, 0.0), min(x1, turn.lebar)
    upper, lower = max(top, 0.0), min(bottom, turn.tinggi)
    if left > right or upper > lower:
        return
    if bottom - top <= thickness and x1 - x0 > bottom - top:
        yield Garis(False, (upper + lower) / 2, left, right)
    elif x1 - x0 <= thickness and bottom - top > x1 - x0:
        yield Garis(True, (left + right) / 2, upper, lower)


def clusters(values: Iterable[float], reach: float = TEBAL) -> list[float]:
    """Positions that lie within `reach` of the first of their group, as one position each, ascending."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= reach:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [(group[0] + group[-1]) / 2 for group in groups]


def _merged(pieces: list[Garis]) -> Iterator[Garis]:
    """Pieces on one line that touch, or leave no more than a dash's gap, as one rule each."""
    group: list[Garis] = []
    for piece in sorted(pieces, key=lambda p: p.di):
        if group and piece.di - group[0].di > TEBAL:
            yield from _joined(group)
            group = []
        group.append(piece)
    yield from _joined(group)


def _joined(group: list[Garis]) -> Iterator[Garis]:
    run: list[Garis] = []
    end = 0.0
    for piece in sorted(group, key=lambda p: p.dari):
        if run and piece.dari > end + TEBAL:
            yield from _whole(run, end)
            run = []
        end = max(end, piece.sampai) if run else piece.sampai
        run.append(piece)
    yield from _whole(run, end)


def _whole(run: list[Garis], end: float) -> Iterator[Garis]:
    if run and end - run[0].dari >= _PENDEK:
        at = (min(p.di for p in run) + max(p.di for p in run)) / 2
        yield Garis(run[0].tegak, at, run[0].dari, end)
