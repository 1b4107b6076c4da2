"""Rows as they were typed: an excerpt prints some a column off, and in two where a page break cut them."""

from __future__ import annotations

from loaders.families.header import Kepala
from loaders.families.rows import Bagian, take_apart
from loaders.readers.lembar import Baris

Sel = tuple[str, ...]


def upright(line: Baris, kepala: Kepala) -> Sel:
    """The cells of a row under the headings they belong to.

    Where there are as many values as years, they go under the years and the words before them move along; a row that
    lost its first cell gets it back. Any other row stays as it is: nobody can say where its cells belong.
    """
    part = take_apart(line, unit_column="unit" in kepala.kolom)
    years = [kepala.tahun[year] for year in sorted(kepala.tahun)]
    if years and len(part.nilai) == len(years) and part.kata:
        return _under_headings(part, kepala, years)
    missing = kepala.lebar - len(line.tercetak)
    return (*[""] * missing, *line.tercetak)


def _under_headings(part: Bagian, kepala: Kepala, years: list[int]) -> Sel:
    words = _word_columns(part, kepala)
    cells = dict(zip(words, (text for _, text in part.kata), strict=True))
    cells |= dict(zip(years, (text for _, text in part.nilai), strict=True))
    if part.unit:
        cells[kepala.kolom["unit"]] = part.unit
    return tuple(cells.get(column, "") for column in range(max(cells) + 1))


def _word_columns(part: Bagian, kepala: Kepala) -> list[int]:
    last = next((kepala.kolom[name] for name in ("indikator", "sasaran_indikator") if name in kepala.kolom), None)
    shift = 0 if last is None else last - part.kolom_terakhir
    columns = [column + shift for column, _ in part.kata]
    return columns if columns[0] >= 0 else [column for column, _ in part.kata]


def whole_rows(pages: list[list[Sel]], kepala: Kepala) -> list[Sel]:
    """All rows of a table in one piece: what a page break cut off goes back to the cells it was cut from."""
    rows: list[Sel] = []
    for page in pages:
        for i, row in enumerate(page):
            tail = _tail(row, rows[-1], kepala) if rows and i == 0 else frozenset()
            for column in tail:
                _give_back(rows, column, row[column])
            rest = tuple("" if column in tail else cell for column, cell in enumerate(row))
            if any(rest):
                rows.append(rest)
    return rows


def _tail(row: Sel, above: Sel, kepala: Kepala) -> frozenset[int]:
    """The columns of a page's first row that hold the end of a cell of the page before.

    In a table of indicators a row of words alone, with nothing in front of the sasaran; elsewhere a sasaran in lower
    case or inside an open parenthesis.
    """
    sasaran = kepala.kolom.get("sasaran", -1)
    filled = [column for column, cell in enumerate(row) if cell]
    if sasaran < 0 or not filled or filled[0] < sasaran:
        return frozenset()
    if "indikator" in kepala.kolom and not any(column in kepala.tahun.values() for column in filled):
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


def used(row: Sel) -> int:
    """The number of cells up to the last one that holds something."""
    return max((i + 1 for i, cell in enumerate(row) if cell), default=0)


def fitted(row: Sel, wide: int) -> Sel:
    """The row with exactly `wide` cells; only empty ones are cut or added."""
    return (*row[:wide], *[""] * (wide - len(row)))
