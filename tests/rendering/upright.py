"""Rows as they were typed: an excerpt prints some a column off, and in two where a page break cut them."""

from __future__ import annotations

import re

from tests.rendering.excerpt import Kop, Sel

_VALUE = re.compile(r"[-–—]|[A-D]{1,2}|WTP|WDP|\d[\d.,]* ?(?:%|[A-Za-z]{2,10}(?: [a-z]{1,3})?)?")
"""What stands in a cell of values: a dash, a grade, an opinion, or a number with its unit, which may be broken."""


def upright(row: Sel, kop: Kop) -> Sel:
    """The cells of a row under the headings they belong to.

    Where there are as many values as years, they go under the years and the words before them move along; a row that
    lost its first cell gets it back. Any other row stays as it is: nobody can say where its cells belong.
    """
    words, values, unit = _taken_apart(row, kop)
    if not kop.tahun or not words or len(values) != len(kop.tahun):
        return (*[""] * (kop.lebar - len(row)), *row)
    cells = dict(zip(_word_columns(words, kop), (text for _, text in words), strict=True))
    cells |= dict(zip(kop.tahun, values, strict=True))
    if unit:
        cells[kop.lebar - 1] = unit
    return tuple(cells.get(column, "") for column in range(max(cells) + 1))


def _taken_apart(row: Sel, kop: Kop) -> tuple[list[tuple[int, str]], list[str], str]:
    """Words with their columns, the run of values behind them, and the unit pelaksana, "" where there is none."""
    cells = [(column, text) for column, text in enumerate(row) if text]
    behind = kop.kolom("pelaksana") is not None and len(cells) > 1 and _VALUE.fullmatch(cells[-2][1])
    unit = cells.pop()[1] if behind and not _VALUE.fullmatch(cells[-1][1]) else ""
    values: list[str] = []
    while cells and _VALUE.fullmatch(cells[-1][1]):
        values.insert(0, cells.pop()[1])
    return cells, values, unit


def _word_columns(words: list[tuple[int, str]], kop: Kop) -> list[int]:
    last = kop.kolom("indikat")
    shift = 0 if last is None or kop.kolom("jumlah") is not None else last - words[-1][0]
    return [column + (shift if words[0][0] + shift >= 0 else 0) for column, _ in words]


def whole_rows(pages: list[list[Sel]], kop: Kop) -> list[Sel]:
    """All rows of a table in one piece: what a page break cut off goes back to the cells it was cut from."""
    rows: list[Sel] = []
    for page in pages:
        for i, row in enumerate(page):
            tail = _tail(row, rows[-1], kop) if rows and i == 0 else frozenset()
            for column in tail:
                _give_back(rows, column, row[column])
            rest = tuple("" if column in tail else cell for column, cell in enumerate(row))
            if any(rest):
                rows.append(rest)
    return rows


def _tail(row: Sel, above: Sel, kop: Kop) -> frozenset[int]:
    """The columns of a page's first row that hold the end of a cell of the page before.

    In a table of indicators a row of words alone, with nothing in front of the sasaran; elsewhere a sasaran in lower
    case or inside an open parenthesis.
    """
    sasaran, indikator = kop.kolom("sasaran"), kop.kolom("indikat")
    filled = [column for column, cell in enumerate(row) if cell]
    if sasaran is None or sasaran == indikator or filled[0] < sasaran:
        return frozenset()
    if indikator is not None and not any(column in kop.tahun for column in filled):
        return frozenset(filled)
    open_above = above[sasaran].count("(") > above[sasaran].count(")")
    return frozenset({sasaran} if open_above or row[sasaran][:1].islower() else ())


def _give_back(rows: list[Sel], column: int, text: str) -> None:
    """Join a text to the last cell above that holds something in that column."""
    for i in reversed(range(len(rows))):
        cell = rows[i][column] if column < len(rows[i]) else ""
        if cell:
            rows[i] = (*rows[i][:column], f"{cell} {text}", *rows[i][column + 1 :])
            return
    raise ValueError(f"nothing above to join «{text}» to")


def fitted(row: Sel, wide: int) -> Sel:
    """The row with exactly `wide` cells; only empty ones are cut or added."""
    return (*row[:wide], *[""] * (wide - len(row)))
