"""Which cells of a table are merged, as a real document merges them."""

from __future__ import annotations

from tests.rendering.excerpt import Sel

Gabung = dict[tuple[int, int], tuple[int, int]]
"""(row, column) → (rows, columns) a merged cell spans; (0, 0) for a cell that another one covers."""


def merges(head: tuple[Sel, ...], rows: tuple[Sel, ...], kolom_nilai: int, *, gabung: bool) -> tuple[Gabung, Gabung]:
    """The merged cells of a heading, and of the rows below it.

    A heading that stands in a column of numbers always takes the whole row; with `gabung` every heading does, and a
    sasaran, kegiatan or number takes all rows it is for.
    """
    body: Gabung = {}
    for r, row in enumerate(rows):
        if is_heading(row, kolom_nilai) and (gabung or _is_narrow(rows, _first(row), kolom_nilai)):
            _merge(body, r, _first(row), 1, len(row) - _first(row))
    if gabung:
        for column in range(kolom_nilai - 1):
            _merge_downwards(body, rows, column, kolom_nilai)
    return _heading(head), body


def _is_narrow(rows: tuple[Sel, ...], column: int, kolom_nilai: int) -> bool:
    """True for a column that holds nothing longer than a number beside its headings."""
    beside = {len(row[column]) for row in rows if not is_heading(row, kolom_nilai)}
    return 1 <= max(beside, default=0) <= 4


def is_heading(row: Sel, kolom_nilai: int) -> bool:
    """True for a row whose words all stand in one cell left of the values."""
    filled = [i for i, cell in enumerate(row) if cell]
    return len(filled) == 1 and filled[0] < kolom_nilai


def _first(row: Sel) -> int:
    return next(i for i, cell in enumerate(row) if cell)


def _heading(head: tuple[Sel, ...]) -> Gabung:
    """A title over its columns, and a title beside it over both rows."""
    found: Gabung = {}
    if len(head) < 2 or all(cell for cell in head[1]):
        return found
    above, below = head
    for column, cell in enumerate(above):
        if (0, column) in found:
            continue
        wide = _width(above, column)
        if cell and not below[column]:
            _merge(found, 0, column, 2, 1)
        elif cell and wide > 1:
            _merge(found, 0, column, 1, wide)
    return found


def _width(above: Sel, column: int) -> int:
    end = column + 1
    while end < len(above) and not above[end]:
        end += 1
    return end - column


def _merge_downwards(found: Gabung, rows: tuple[Sel, ...], column: int, kolom_nilai: int) -> None:
    """Merge a sasaran, kegiatan or number with the empty cells below it, as far as its rows go."""
    start = 0
    for r in range(1, len(rows) + 1):
        ends = r == len(rows) or any(rows[r][: column + 1]) or is_heading(rows[r], kolom_nilai)
        if ends:
            if r - start > 1 and rows[start][column] and not is_heading(rows[start], kolom_nilai):
                _merge(found, start, column, r - start, 1)
            start = r


def _merge(found: Gabung, row: int, column: int, rows: int, columns: int) -> None:
    if (rows, columns) == (1, 1):
        return
    for r in range(row, row + rows):
        for c in range(column, column + columns):
            found[r, c] = (0, 0)
    found[row, column] = (rows, columns)
