"""The decimal mark of one column of printed numbers: proven by the column itself, or left open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from loaders.readers.cetak_angka import notation

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
