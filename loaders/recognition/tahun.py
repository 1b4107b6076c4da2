"""Years and periods in a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass

_RANGE = re.compile(r"(?<!\d)(20\d\d)\s*(?:[-–—]+|s\.?\s?/?\s?d\.?|sampai\s+dengan)\s*(20\d\d)(?!\d)", re.IGNORECASE)
_YEAR = re.compile(
    r"(?<![\dA-Za-z])(?P<tahun>(?:tahun|anggaran|ta)\W{0,3})?(?P<angka>2[0Oo][0-9Oo][0-9OoIl])(?![\dA-Za-z])",
    re.IGNORECASE,
)
_OCR_DIGITS = str.maketrans("OoIl", "0011")


@dataclass(frozen=True)
class Tahun:
    """First and last year of a heading, on its line.

    `kuat`: it says "tahun" or stands in a title. `terbaca`: no letter stands for a digit.
    """

    awal: int
    akhir: int
    baris: int
    kuat: bool
    terbaca: bool


def is_year(token: str) -> bool:
    """True for a year, also one with a letter for a digit ("2O20")."""
    return bool(_YEAR.fullmatch(token))


def has_year(line: str) -> bool:
    """True when a line names a year."""
    return bool(_YEAR.search(line))


def years_of(line: str, nomor: int, *, in_title: bool) -> list[Tahun]:
    """The periods of a line; without any, its years."""
    periods = [Tahun(int(m[1]), int(m[2]), nomor, True, True) for m in _RANGE.finditer(line) if m[1] < m[2]]
    return periods or [
        Tahun(year, year, nomor, in_title or bool(match["tahun"]), match["angka"].isdigit())
        for match in _YEAR.finditer(line)
        for year in (int(match["angka"].translate(_OCR_DIGITS)),)
    ]
