"""A Word table as rows of cells on one grid: merged cells keep their text in the first place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loaders.readers.docx_teks import flat
from loaders.readers.ooxml import attribute, child, children

_SLIVER = 114
"""Twips (2 mm): grid lines nearer than this are one line that was drawn unevenly, since no column is so narrow."""


@dataclass(frozen=True)
class SelWord:
    """One cell: its first grid column, how many it spans, and its element; None where a cell above covers it."""

    kolom: int
    lebar: int
    isi: Element | None


def grid_rows(table: Element) -> list[list[SelWord]]:
    """The rows of a table, deleted ones left out, each as its cells on the table's grid."""
    rows: list[list[SelWord]] = []
    open_above: frozenset[int] = frozenset()
    for row in flat(table, frozenset({"tr"})):
        if child(row, "trPr", "del") is None:
            cells = list(_cells(row, open_above))
            open_above = frozenset(cell.kolom for cell, merged in cells if merged)
            rows.append([cell for cell, _ in cells])
    return _straightened(rows, _widths(table))


def _cells(row: Element, open_above: frozenset[int]) -> Iterator[tuple[SelWord, bool]]:
    """The cells of a row, each with whether it belongs to a vertical merge."""
    column = _number(child(row, "trPr", "gridBefore"), 0)
    for cell in flat(row, frozenset({"tc"})):
        span = max(1, _number(child(cell, "tcPr", "gridSpan"), 1))
        merge = child(cell, "tcPr", "vMerge")
        goes_on = merge is not None and (attribute(merge, "val") or "continue") == "continue"
        covered = (goes_on and column in open_above) or child(cell, "tcPr", "cellDel") is not None
        yield SelWord(column, span, None if covered else cell), merge is not None
        column += span


def _widths(table: Element) -> list[int]:
    grid = child(table, "tblGrid")
    return [] if grid is None else [int(attribute(column, "w") or 0) for column in children(grid, "gridCol")]


def _straightened(rows: list[list[SelWord]], widths: list[int]) -> list[list[SelWord]]:
    """The same rows with grid lines that stand too near each other taken as one; untouched where a cell with text
    would vanish between two of them or the grid does not fit the rows."""
    edges = {cell.kolom for row in rows for cell in row} | {cell.kolom + cell.lebar for row in rows for cell in row}
    if not edges or max(edges) > len(widths):
        return rows
    line = _lines(sorted(edges), widths)
    moved = [[SelWord(line[c.kolom], line[c.kolom + c.lebar] - line[c.kolom], c.isi) for c in row] for row in rows]
    return moved if all(cell.lebar for row in moved for cell in row) else rows


def _lines(edges: list[int], widths: list[int]) -> Mapping[int, int]:
    """Grid line → number of the drawn line it belongs to, from 0."""
    found: dict[int, int] = {}
    number, last = -1, -_SLIVER - 1
    for edge in edges:
        position = sum(widths[:edge])
        if position - last > _SLIVER:
            number, last = number + 1, position
        found[edge] = number
    return found


def _number(element: Element | None, default: int) -> int:
    """The number an element gives, at most what a Word table may have. Raises ValueError for other text."""
    return default if element is None else min(int(attribute(element, "val") or default), 63)
