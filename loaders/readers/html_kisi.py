"""Rows of an HTML table, whose cells span columns and rows, laid out on one grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

MAKS_LEBAR, MAKS_TINGGI = 1_000, 65_534
"""How far a cell may span: what browsers allow."""


@dataclass(frozen=True)
class SelHtml:
    """One cell on the grid: its first column, and its element."""

    kolom: int
    isi: HtmlElement


def grid_rows(table: HtmlElement) -> tuple[list[list[SelHtml]], int]:
    """The rows of a table, without those of tables inside it, as cells on a grid, and the number of its columns."""
    taken: dict[int, int] = {}
    rows: list[list[SelHtml]] = []
    width, group = 0, None
    for row in table_rows(table):
        if row.getparent() is not group:  # a span ends with the head, body or foot it began in
            taken.clear()
            group = row.getparent()
        cells, end = _placed([cell for cell in row if cell.tag in ("td", "th")], taken)
        rows.append(cells)
        width = max(width, end)
    return rows, width


def table_rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of a table in order, through its head, body and foot."""
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in part if row.tag == "tr")


def _placed(cells: Sequence[HtmlElement], taken: dict[int, int]) -> tuple[list[SelHtml], int]:
    """Lay one row's cells beside what reaches down from above. `taken`: column → rows it is still taken, changed."""
    above = set(taken)
    for column in above:
        taken[column] -= 1
        if not taken[column]:
            del taken[column]
    placed: list[SelHtml] = []
    column = 0
    for cell in cells:
        while column in above:
            column += 1
        placed.append(SelHtml(column, cell))
        span, height = _span(cell, "colspan", MAKS_LEBAR), _span(cell, "rowspan", MAKS_TINGGI)
        if height > 1:
            taken.update(dict.fromkeys(range(column, column + span), height - 1))
        column += span
    return placed, max(column, max(above, default=-1) + 1)


def _span(cell: HtmlElement, name: str, most: int) -> int:
    """What a cell spans; text that is no number spans one, 0 spans all that follows."""
    text = (cell.get(name) or "1").strip()
    if not text.isdecimal():
        return 1
    return min(int(text), most) or most if name == "rowspan" else max(1, min(int(text), most))
