"""A number and its format ("#,##0.00%", "0\" kali\"", "_(* #,##0_)") → the text a spreadsheet prints for it, in
Indonesian notation.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from math import isfinite
from typing import Literal

from xlrd.formatting import std_format_strings
from xlrd.xldate import xldate_as_datetime

from loaders.readers.lembar import fold

Catatan = Literal["digit_tersembunyi", "nol_tersembunyi"]
_EXACT = Context(prec=1000)
"""Wide enough for every number a cell can hold, so that nothing is rounded by accident."""


@dataclass(frozen=True)
class Bagian:
    """One section of a format. `depan`, `belakang`: literal text around the digits. `pola`: its digit signs, None
    where it prints none. `umum`: digits as they are. `waktu`: letters of date and time. `persen`: number of % signs.
    """

    depan: str = ""
    belakang: str = ""
    pola: str | None = None
    umum: bool = False
    teks: bool = False
    waktu: str = ""
    persen: int = 0
    syarat: tuple[str, float] | None = None

    def meets(self, nilai: float) -> bool:
        """True when a value meets the section's own condition; a section without one takes every value."""
        return self.syarat is None or _COMPARE[self.syarat[0]](nilai, self.syarat[1])

    @property
    def ribuan(self) -> bool:
        """True when the whole digits are grouped by thousands."""
        return "," in (self.pola or "").partition(".")[0].rstrip(",")

    @property
    def skala(self) -> int:
        """How many times the value is divided by a thousand before it is printed."""
        whole, _, rest = (self.pola or "").partition(".")
        return len(whole) - len(whole.rstrip(",")) + rest.count(",")

    @property
    def digit_bulat(self) -> int:
        """The least number of whole digits."""
        return (self.pola or "").partition(".")[0].count("0")

    @property
    def desimal(self) -> tuple[int, int]:
        """The least and the largest number of decimals."""
        rest = (self.pola or "").partition(".")[2].replace(",", "")
        rest = rest[:MAKS_DESIMAL]
        return rest.count("0"), len(rest)


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


FORMAT_BAWAAN = {kode: text.replace("$", "") for kode, text in std_format_strings.items()}
"""The formats a file names by number only. Their "$" stands for the currency of the machine, so it says nothing."""

MAKS_FORMAT, MAKS_DESIMAL = 255, 30
"""Characters of a format and decimals it prints: what spreadsheets allow."""

_TOKEN = re.compile(
    r'"(?P<kutip>[^"]*)"?|\\(?P<lolos>.)|[_*](?P<jarak>.)|\[(?P<kurung>[^\]]*)\]|(?P<umum>General|Standard)'
    r"|(?P<ilmiah>E[+-])|(?P<angka>[0#?,.])|(?P<waktu>AM/PM|A/P|[ymdhs]+)|(?P<teks>@)|(?P<lain>.)",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = re.compile(r'(?:"[^"]*"?|\\.|[_*].|\[[^\]]*\]|[^;])*', re.DOTALL)
_CONDITION = re.compile(r"^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$")
_ELAPSED = re.compile(r"^(?:h+|m+|s+)$", re.IGNORECASE)
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip


@lru_cache(maxsize=1024)
def parse_format(text: str) -> tuple[Bagian, ...]:
    """The sections of a format, in order: positive, negative, zero, text, or each with its own condition.

    A text that no spreadsheet takes for a format shows digits as they are.
    """
    if not text or len(text) > MAKS_FORMAT:
        return (Bagian(umum=True),)
    sections, at = [], 0
    while at <= len(text):
        match = _SECTION.match(text, at)
        end = match.end() if match else len(text)
        sections.append(_section(text[at:end]))
        at = end + 1
    return tuple(sections)


def _section(text: str) -> Bagian:
    tokens = [(match.lastgroup or "", match.group(match.lastgroup or 0)) for match in _TOKEN.finditer(text)]
    digits = [i for i, (jenis, _) in enumerate(tokens) if jenis == "angka"]
    places = digits or [i for i, (jenis, _) in enumerate(tokens) if jenis == "umum"]
    first, last = (places[0], places[-1]) if places else (len(tokens), len(tokens))
    inside = tokens[first : last + 1]
    words = "".join(isi for jenis, isi in inside if jenis in ("kutip", "lolos", "lain")).strip()
    pattern = "".join(isi for jenis, isi in inside if jenis == "angka")
    general = any(jenis in ("umum", "ilmiah") for jenis, _ in tokens) or bool(words.strip("."))
    return Bagian(
        depan=_literals(tokens[:first]),
        belakang=_literals(tokens[last + 1 :]),
        pola=None if not digits else _with_dots_as_groups(pattern) if words else pattern,
        umum=general,
        teks=any(jenis == "teks" for jenis, _ in tokens),
        waktu="".join(isi.lower() for jenis, isi in tokens if _is_time(jenis, isi)),
        persen=sum(isi.count("%") for jenis, isi in tokens if jenis == "lain"),
        syarat=next((found for jenis, isi in tokens if jenis == "kurung" and (found := _condition(isi))), None),
    )


def _with_dots_as_groups(pattern: str) -> str:
    r"""The pattern of "#\.###\.##0", where literal dots part the thousands: the same as "#,##0"."""
    return "#,##" + pattern.replace(",", "")


def _literals(tokens: list[tuple[str, str]]) -> str:
    shown = {"kutip": str, "lolos": str, "lain": str, "jarak": lambda _: " ", "kurung": _currency}
    return "".join(shown[jenis](isi) for jenis, isi in tokens if jenis in shown)


def _currency(bracket: str) -> str:
    """The sign in "[$Rp-421]"; colours, languages and conditions print nothing."""
    return bracket[1:].partition("-")[0] if bracket.startswith("$") else ""


def _is_time(jenis: str, isi: str) -> bool:
    return jenis == "waktu" or (jenis == "kurung" and bool(_ELAPSED.match(isi)))


def _condition(bracket: str) -> tuple[str, float] | None:
    match = _CONDITION.match(bracket)
    return (match[1], float(match[2])) if match else None
