"""Read a table of separated values (.csv, .tsv): its separator, its letters and the decimal mark of each column.

The decimal mark of a column of printed numbers is proven by the column itself, or left open.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Literal

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.arrange import BarisKerja, arrange
from loaders.readers.decode import decode
from loaders.readers.lembar import Lembar, Penyusun, fold
from loaders.readers.number_format import notation

_SEPARATORS = {";": "titik koma", "\t": "tab", "|": "garis tegak", ",": "koma"}
"""Tried in this order where two part the lines equally well: a comma is more often part of a number."""
_MARKS: dict[Tanda, str] = {".": "titik", ",": "koma"}
_SAMPLE, _SHOWN = 500, 5
"""Rows looked at to find the separator; rows that a note names."""


def read(path: Path) -> Lembar:
    """Read the rows of `path`; `catatan` says what was found about it.

    A column whose own numbers prove their decimal mark is rewritten in Indonesian notation, any other stays as it is.
    Raises BerkasTidakTerbaca for what is no text, has a quotation mark too many or is beyond the limits.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BerkasTidakTerbaca(
            path.name, f"tidak dapat dibuka: {error.strerror}. Periksa letak dan izin berkas."
        ) from error
    text, coding = decode(content, path.name)
    penyusun = Penyusun(path.name)
    separator, rows = _rows(text, path.name)
    found = _SEPARATORS.get(separator, "tidak ditemukan")
    penyusun.catatan.append(f"Pemisah kolom: {found}; sandi huruf: {coding}.")
    penyusun.catatan += [*_ragged(rows), *_rewrite_columns(rows)]
    filled = [
        BarisKerja(number, cells)
        for number, row in enumerate(rows, start=1)
        if (cells := {column: cell for column, cell in enumerate(row, start=1) if cell})
    ]
    arrange(filled, penyusun, lambda number: f"baris {number}")
    return penyusun.finish()


def _rows(text: str, berkas: str) -> tuple[str, list[list[str]]]:
    """The separator ("" when none is found) and all rows of cells. Excel may name the separator in a first line."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[-1], _parse(rest, first.strip()[-1], berkas)
    scores = {separator: _score(text, separator) for separator in _SEPARATORS}
    best = max(scores, key=lambda separator: scores[separator])
    return (best if scores[best] else ""), _parse(text, best, berkas)


def _score(text: str, separator: str) -> int:
    """How much of the beginning a separator explains: lines of the commonest width, times the cells it parts them
    into."""
    try:
        widths = Counter(len(row) for row in islice(_reader(text, separator), _SAMPLE) if len(row) > 1)
    except csv.Error:
        return 0
    return max(((width - 1) * lines for width, lines in widths.items()), default=0)


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _parse(text: str, separator: str, berkas: str) -> list[list[str]]:
    counter = Penyusun(berkas)
    rows: list[list[str]] = []
    try:
        for row in _reader(text, separator):
            place = f"baris {len(rows) + 1}"
            counter.reserve(len(row), place)
            rows.append([fold(counter.checked(cell, place)) for cell in row])
    except csv.Error as error:
        raise BerkasTidakTerbaca(
            berkas,
            f"baris {len(rows) + 1} tidak dapat dipisah: tanda kutip tidak berpasangan atau isinya terlalu panjang.",
        ) from error
    return rows


def _ragged(rows: list[list[str]]) -> list[str]:
    """A note about rows that have more or fewer cells than most: their values may stand in a wrong column."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if len(widths) < 2:
        return []
    usual = widths.most_common(1)[0][0]
    odd = [number for number, row in enumerate(rows, start=1) if len(row) > 1 and len(row) != usual]
    named = ", ".join(map(str, odd[:_SHOWN])) + (" …" if len(odd) > _SHOWN else "")
    return [f"{len(odd)} baris tidak mempunyai {usual} sel seperti yang lain (baris {named}); periksa pemisahnya."]


def _rewrite_columns(rows: list[list[str]]) -> list[str]:
    """Rewrite, in place, every column that proves its decimal mark; what was found for each, as notes.

    A column is judged between two blank rows: what one table proves says nothing of the next.
    """
    notes: list[str] = []
    blocks = groupby(enumerate(rows, start=1), key=lambda pair: any(pair[1]))
    for block in [list(group) for filled, group in blocks if filled]:
        columns: dict[int, list[list[str]]] = {}
        for _, row in block:
            for column in (i for i, cell in enumerate(row) if is_number(cell)):
                columns.setdefault(column, []).append(row)
        where = f"baris {block[0][0]}–{block[-1][0]}"
        notes += [note for column, found in sorted(columns.items()) if (note := _rewrite_column(column, found, where))]
    return notes


def _rewrite_column(column: int, rows: list[list[str]], where: str) -> str | None:
    mark = column_mark([row[column] for row in rows])
    doubtful = [row[column] for row in rows if is_open(row[column])]
    if mark:
        for row in rows:
            row[column] = rewrite(row[column], mark)
        return f"Kolom {column + 1}, {where}: tanda desimalnya {_MARKS[mark]}; ditulis ulang dengan koma desimal."
    if doubtful:
        return (
            f"Kolom {column + 1}, {where}: tanda desimalnya tidak pasti («{doubtful[0]}»); dibiarkan seperti tercetak."
        )
    return None


Tanda = Literal[".", ","]
_NUMBER = re.compile(r"^(?P<depan>-?\s*(?:Rp\.?\s*)?)(?P<angka>\d[\d.,]*\d|\d)(?P<belakang>[^\d.,]*)$", re.ASCII)
_EITHER = re.compile(r"^\d{1,3}[.,]\d{3}$", re.ASCII)


def _patterns(decimal: str, thousands: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What proves a decimal mark: it stands behind thousands that are grouped by the other mark, or behind four
    digits or more that are not grouped, with other than three decimals (codes such as 3355.994 have three). And
    what a number with that mark looks like."""
    d, t = re.escape(decimal), re.escape(thousands)
    proof = re.compile(rf"^(?:\d{{1,3}}(?:{t}\d{{3}})+{d}\d+|\d{{4,}}{d}(?!\d{{3}}$)\d+)$", re.ASCII)
    shape = re.compile(rf"^(?:\d+|\d{{1,3}}(?:{t}\d{{3}})+)(?:{d}\d+)?$", re.ASCII)
    return proof, shape


_PATTERNS: dict[Tanda, tuple[re.Pattern[str], re.Pattern[str]]] = {".": _patterns(".", ","), ",": _patterns(",", ".")}


def column_mark(cells: Iterable[str]) -> Tanda | None:
    """The decimal mark that a column of cells proves. None: it proves none, or holds a number that contradicts it."""
    numbers = [match["angka"] for cell in cells if (match := _NUMBER.match(cell))]
    for mark, (proof, shape) in _PATTERNS.items():
        if any(proof.match(n) for n in numbers) and all(shape.match(n) for n in numbers):
            return mark
    return None


def is_number(cell: str) -> bool:
    """True when a cell holds one number, with or without Rp before or a unit behind it."""
    return bool(_NUMBER.match(cell))


def is_open(cell: str) -> bool:
    """True when a cell's number means a thousand times more by one decimal mark than by the other."""
    match = _NUMBER.match(cell)
    return bool(match and _EITHER.match(match["angka"]))


def rewrite(cell: str, mark: Tanda) -> str:
    """The cell with its number in Indonesian notation, where it was written with `mark` for decimals."""
    match = _NUMBER.match(cell)
    if not match or not ("." in match["angka"] or "," in match["angka"]):
        return cell
    other = "," if mark == "." else "."
    digits = match["angka"].replace(other, "").replace(mark, ".")
    number = notation(digits, ribuan=other in match["angka"], persen="%" in match["belakang"])
    return f"{match['depan'] or ''}{number}{match['belakang']}"
