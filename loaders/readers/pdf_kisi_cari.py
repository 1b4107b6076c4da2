"""Ruling lines → grids: which lines meet, and where their walls stand."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from loaders.readers.pdf_garis import Garis, clusters
from loaders.readers.pdf_kisi import Kisi

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
