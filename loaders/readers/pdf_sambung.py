"""Pages put together: tables that go on over a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from loaders.readers.pdf_bagan import Bagan, Isi, Lajur
from loaders.readers.pdf_berulang import Jejak, Lembaran, full_pages
from loaders.readers.pdf_potong import rejoined

_SEJAJAR = 3.0
"""Points: edges of columns this close on two pages are the same edge."""


def stitched(pages: list[Lembaran]) -> int:
    """Make tables that go on over a page one grid, and join the rows a page cut where its rules say so.

    Changes `pages`; running headers and footers between two parts of a table are taken out: they would end it.
    Returns how many such lines there were.
    """
    trail = Jejak()
    for page in pages:
        trail.add(page)
    full = full_pages(pages, trail)
    removed = 0
    chains: list[list[tuple[Bagan, bool]]] = []
    for above, below in pairwise(pages):
        seam = _seam(above, below, trail)
        if seam is None:
            continue
        upper, lower = seam
        removed += _drop_between(above, upper, below, lower)
        if not chains or chains[-1][-1][0] is not upper:
            chains.append([(upper, above.nomor in full)])
        chains[-1].append((lower, below.nomor in full))
    for chain in chains:
        parts = [part for part, _ in chain]
        new = rejoined(_one_grid(parts), [is_full for _, is_full in chain])
        _replace_all(pages, dict(zip(map(id, parts), new, strict=True)))
    return removed


def _seam(above: Lembaran, below: Lembaran, trail: Jejak) -> tuple[Bagan, Bagan] | None:
    """The last table of a page and the first of the next, when only running lines stand between and columns agree."""
    upper = _first_table(reversed(above.isi), above.nomor, trail)
    lower = _first_table(iter(below.isi), below.nomor, trail)
    return (upper, lower) if upper and lower and _same_columns(upper, lower) else None


def _same_columns(upper: Bagan, lower: Bagan) -> bool:
    """By their rules; without rules, by the same headings, since the edges of columns move with the text."""
    if upper.polos and lower.polos:
        return upper.polos.kepala == lower.polos.kepala and len(upper.tepi) == len(lower.tepi)
    return not upper.polos and not lower.polos and _common_edges(upper.tepi, lower.tepi) is not None


def _first_table(parts: Iterator[Isi], nomor: int, trail: Jejak) -> Bagan | None:
    for part in parts:
        if isinstance(part, Bagan):
            return part
        if not trail.is_running(nomor, part):
            return None
    return None


def _drop_between(above: Lembaran, upper: Bagan, below: Lembaran, lower: Bagan) -> int:
    end, start = _place(above.isi, upper) + 1, _place(below.isi, lower)
    count = len(above.isi) - end + start
    del above.isi[end:], below.isi[:start]
    return count


def _place(parts: list[Isi], wanted: Bagan) -> int:
    return next(n for n, part in enumerate(parts) if part is wanted)


def _common_edges(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...] | None:
    """The edges of the wider grid, when the other has the same ends and no edge that it lacks; else None."""
    wide, narrow = (one, other) if len(one) >= len(other) else (other, one)
    same_ends = abs(wide[0] - narrow[0]) <= _SEJAJAR and abs(wide[-1] - narrow[-1]) <= _SEJAJAR
    known = all(any(abs(edge - known) <= _SEJAJAR for known in wide) for edge in narrow)
    return wide if same_ends and known else None


def _one_grid(chain: list[Bagan]) -> list[Bagan]:
    widest = max((part.tepi for part in chain), key=len)
    if chain[0].polos or any(_common_edges(widest, part.tepi) != widest for part in chain):
        return chain
    return [_on_grid(part, widest) for part in chain]


def _on_grid(part: Bagan, tepi: tuple[float, ...]) -> Bagan:
    moved = [min(range(len(tepi)), key=lambda n: abs(tepi[n] - edge)) for edge in part.tepi]
    rows = tuple(Lajur(row.nomor, {moved[column]: text for column, text in row.sel.items()}) for row in part.baris)
    top = frozenset(moved[column] for column in part.terbuka_atas)
    return replace(part, tepi=tepi, baris=rows, terbuka_atas=top, kaki={moved[c]: k for c, k in part.kaki.items()})


def _replace_all(pages: list[Lembaran], new: dict[int, Bagan]) -> None:
    for page in pages:
        page.isi = [new.get(id(part), part) for part in page.isi]
