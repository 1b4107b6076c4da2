"""A number and its format → the text a spreadsheet prints for it, in Indonesian notation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite
from typing import Literal

from xlrd.xldate import xldate_as_datetime

from loaders.readers.format_angka import Bagian, parse_format
from loaders.readers.sel import fold

Catatan = Literal["digit_tersembunyi", "nol_tersembunyi"]
_EXACT = Context(prec=1000)
"""Wide enough for every number a cell can hold, so that nothing is rounded by accident."""
_GENERAL = Bagian(umum=True)


@dataclass(frozen=True)
class Cetakan:
    """The text of a number cell, and what its format kept from the eye, if anything."""

    teks: str
    catatan: Catatan | None = None


def print_number(nilai: float, format_sel: str, *, mulai_1904: bool = False) -> Cetakan:
    """Print `nilai` as `format_sel` asks, with decimal comma and thousands dots.

    Three things differ from the screen, so that the text means the value and nothing else. Digits the format rounds
    away are printed (`digit_tersembunyi`). One group of thousands stands without its dot ("1234"), and exactly three
    decimals get a zero ("3,1250"), since "1.234" and "3,125" can be read in two ways. A zero printed as a dash or as
    nothing is printed so, and said (`nol_tersembunyi`).
    """
    if not isfinite(nilai):
        return Cetakan(str(nilai))
    bagian, minus = _choose(parse_format(format_sel), nilai)
    if bagian.waktu and (waktu := _moment(nilai, bagian.waktu, mulai_1904)):
        return Cetakan(waktu)
    value = Decimal(format(abs(nilai), ".15g")).scaleb(2 * bagian.persen - 3 * bagian.skala, _EXACT)
    if bagian.pola is None and not bagian.umum:
        return _without_digits(bagian, value, minus)
    digits, hidden = _digits(bagian, value)
    zero = not value and not digits
    text = fold(
        f"{minus}{bagian.depan}{notation(digits, ribuan=bagian.ribuan, persen=bool(bagian.persen))}{bagian.belakang}"
    )
    return Cetakan(text, "nol_tersembunyi" if zero else "digit_tersembunyi" if hidden else None)


def _choose(sections: tuple[Bagian, ...], nilai: float) -> tuple[Bagian, str]:
    """The section for a value, and the minus sign where the section does not write it itself."""
    numeric = [section for section in sections if not section.teks]
    minus = "-" if nilai < 0 else ""
    if not numeric:
        return _GENERAL, minus
    if any(section.syarat for section in numeric):
        return next((section for section in numeric if section.meets(nilai)), _GENERAL), minus
    if nilai < 0 and len(numeric) > 1:
        return numeric[1], ""
    return (numeric[2] if nilai == 0 and len(numeric) > 2 else numeric[0]), minus


def _without_digits(bagian: Bagian, value: Decimal, minus: str) -> Cetakan:
    """A section of words only: a zero prints them; any other value is never left unseen."""
    words = fold(bagian.depan + bagian.belakang)
    if value:
        return Cetakan(minus + notation(_plain(value)), "digit_tersembunyi")
    return Cetakan(words, "nol_tersembunyi")


def _digits(bagian: Bagian, value: Decimal) -> tuple[str, bool]:
    """The digits with a decimal point, and whether the format alone would have shown fewer."""
    if bagian.umum:
        return _plain(value), False
    least, most = bagian.desimal
    rounded = value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP, _EXACT)
    whole, _, rest = format(rounded, "f").partition(".")
    if hidden := rounded != value:
        whole, _, rest = _plain(value).partition(".")
    rest = rest.rstrip("0").ljust(least, "0")
    whole = whole.lstrip("0").rjust(max(bagian.digit_bulat, 1 if rest else 0), "0")
    return (f"{whole}.{rest}" if rest else whole), hidden


def _plain(value: Decimal) -> str:
    return format(value.normalize(_EXACT), "f")


def notation(digits: str, *, ribuan: bool = False, persen: bool = False) -> str:
    """Digits with a decimal point in Indonesian notation, in the one way that cannot be read in two (see above).

    `ribuan`: group the whole digits. `persen`: a share, whose three decimals nobody takes for thousands.
    """
    whole, _, rest = digits.partition(".")
    if ribuan and (rest or len(whole) > 6):
        whole = f"{int(whole):,}".replace(",", ".")
    if len(rest) == 3 and len(whole) <= 3 and not persen:
        rest += "0"
    return f"{whole},{rest}" if rest else whole


def _moment(nilai: float, letters: str, mulai_1904: bool) -> str | None:
    """A date as yyyy-mm-dd, a time as hh:mm, a format of years only as the year; None when it is no moment."""
    try:
        moment: datetime = xldate_as_datetime(nilai, int(mulai_1904))
    except (OverflowError, ValueError):
        return None
    if set(letters) == {"y"}:
        return str(moment.year)
    clock = moment.strftime("%H:%M") if set(letters) & set("hs") else ""
    return f"{moment.date()} {clock}".strip() if set(letters) & set("yd") or not clock else clock
