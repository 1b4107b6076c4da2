"""The value grammar: numbers and money as Indonesian offices write them. Strict; what stays ambiguous says so.

Source of the formats: aturan bidang §6. A dot or comma before exactly three digits is thousands in a count and in
rupiah; in a percentage a comma is decimal there and a dot is ambiguous; in anything else both are, and are not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from loaders.values.ordinals import parse_ordinal
from loaders.values.refusal import instead
from loaders.values.satuan import is_count, parse_unit, unknown_unit
from loaders.values.spelled import says

Keadaan = Literal["ada", "tidak_ditargetkan", "kosong", "diperbaiki", "dikoreksi", "rusak"]

MOST_DIGITS = 15
"""More digits than any budget of the state has, and all a float holds exactly."""
DASHES = frozenset({"-", "–", "—"})
_PLAIN = re.compile(r"^\d+$", re.ASCII)
_ONE_MARK = re.compile(r"^(\d+)([.,])(\d+)$", re.ASCII)
_DOT_THOUSANDS = re.compile(r"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$", re.ASCII)
_COMMA_THOUSANDS = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$", re.ASCII)
_NUMBER_AND_UNIT = re.compile(
    r"^(?P<bilangan>\d[\d.,]*\d|\d)\s*(?:\((?P<kata>[A-Za-z][A-Za-z ]{2,})\)\s*)?(?P<satuan>%|[A-Za-z][A-Za-z ]*)?$",
    re.ASCII,
)
_SCORE = re.compile(r"^(?:nilai|skor|indeks)\s+(?=\d[\d.,]*$)", re.IGNORECASE | re.ASCII)
"""Words before a number that add nothing to it ("Nilai 92"), where nothing else gives it a unit."""

_COUNTED = re.compile(r"^(jumlah|banyaknya)\b", re.IGNORECASE)


class Ambigu(ValueError):
    """A number that two readers could read differently; `str(error)` is the reason in Indonesian."""


@dataclass(frozen=True)
class Nilai:
    """One read cell: `teks` as printed, then number, ordinal or range (both bounds are of it), unit, and how it was
    obtained."""

    teks: str
    nilai: float | None = None
    ordinal: str | None = None
    satuan: str | None = None
    keadaan: Keadaan = "ada"
    aturan: str | None = None
    bawah: float | None = None
    atas: float | None = None

    @property
    def rentang(self) -> tuple[float, float] | None:
        """The bounds of a range, None of any other value."""
        return None if self.bawah is None or self.atas is None else (self.bawah, self.atas)

    def mended(self, aturan: str) -> Nilai:
        """The same value marked as read with a named rule. A dash or blank keeps its own keadaan."""
        keadaan: Keadaan = "diperbaiki" if self.keadaan == "ada" else self.keadaan
        return replace(self, keadaan=keadaan, aturan=aturan)

    def corrected(self) -> Nilai:
        """The same value marked as set by a person."""
        return self if self.keadaan in ("rusak", "kosong", "tidak_ditargetkan") else replace(self, keadaan="dikoreksi")


@dataclass(frozen=True)
class Uang:
    """One read money cell: `teks` as printed and whole rupiah, or None with the keadaan that says why."""

    teks: str
    rupiah: int | None = None
    keadaan: Keadaan = "ada"
    aturan: str | None = None

    def mended(self, aturan: str) -> Uang:
        """The same figure marked as read with a named rule."""
        return replace(self, keadaan="diperbaiki" if self.keadaan == "ada" else self.keadaan, aturan=aturan)

    def corrected(self) -> Uang:
        """The same figure marked as set by a person."""
        return replace(self, keadaan="dikoreksi") if self.rupiah is not None else self


def parse_number(text: str, *, count: bool | None = None) -> float:
    """Read a number. `count` True: a count of things, False: a share, None: unknown. Raises Ambigu."""
    if sum(character.isdigit() for character in text) > MOST_DIGITS:
        raise Ambigu(f"«{text[:20]}…» terlalu panjang untuk sebuah bilangan")
    if _PLAIN.match(text):
        return float(text)
    if one := _ONE_MARK.match(text):
        return _one_mark(one, count)
    if _DOT_THOUSANDS.match(text):
        return float(text.replace(".", "").replace(",", "."))
    if _COMMA_THOUSANDS.match(text):
        return float(text.replace(",", ""))
    raise Ambigu(f"«{text}» bukan bilangan yang dikenal; tulis seperti 1.234,56")


def _one_mark(match: re.Match[str], count: bool | None) -> float:
    whole, mark, rest = match.groups()
    decimal = float(f"{whole}.{rest}")
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0"):
        return decimal
    if count is None or (count is False and mark == "."):
        raise Ambigu(f"«{match.group(0)}» dapat berarti ribuan atau desimal")
    return float(whole + rest) if count else decimal


def parse_nilai(text: str, *, counted: bool = False, satuan: str | None = None) -> Nilai:
    """Read one target or realisasi cell.

    `counted`: the indicator counts things ("Jumlah …"). `satuan`: the unit the column heading gives to bare numbers.
    Raises Ambigu when the cell is outside the grammar or can be read in two ways.
    """
    if not text:
        return Nilai(text, keadaan="kosong")
    if text in DASHES:
        return Nilai(text, keadaan="tidak_ditargetkan")
    if ordinal := parse_ordinal(text):
        return Nilai(text, ordinal=ordinal)
    match = _NUMBER_AND_UNIT.match(text if satuan else _SCORE.sub("", text))
    if not match:
        raise Ambigu(f"«{text}» {instead(text) or 'bukan bilangan, predikat, opini atau tanda «-»'}")
    if not _words_agree(match):
        raise Ambigu(f"«{text}»: bilangan dan kata di dalam kurung tidak sama; tulis bilangannya saja")
    return _number_with_unit(text, match["bilangan"], match["satuan"], counted, satuan)


def _words_agree(match: re.Match[str]) -> bool:
    """False where words in parentheses are not those of the number before them ("2 (tiga) dokumen")."""
    digits = re.sub(r"[.,]", "", match["bilangan"])
    if match["kata"] is None or len(digits) > MOST_DIGITS:
        return True
    return parse_number(match["bilangan"], count=True) == int(digits) and says(match["kata"], int(digits))


def _number_with_unit(text: str, number: str, printed: str | None, counted: bool, satuan: str | None) -> Nilai:
    unit, broken = printed or satuan, False
    if printed:
        known = parse_unit(printed.strip())
        if known is None:
            raise Ambigu(unknown_unit(printed.strip()))
        unit, broken = known
    count = is_count(unit) if unit else (True if counted else None)
    value = Nilai(text, nilai=parse_number(number, count=count), satuan=unit)
    return value.mended("satuan_terpenggal") if broken else value


def looks_like_value(text: str) -> bool:
    """True when a cell stands where values stand: number with or without unit, grade, opinion or dash."""
    if text in DASHES or parse_ordinal(text):
        return True
    match = _NUMBER_AND_UNIT.match(text)
    if not match or (match["kata"] and not _words_agree(match)):
        return False
    return match["satuan"] is None or parse_unit(match["satuan"].strip()) is not None


_PREFIX = re.compile(r"^Rp\.?\s*")
_RUPIAH = re.compile(
    r"^(?:(?P<dots>\d{1,3}(?:\.\d{3})+)(?:,-|,00|,0000)?"
    r"|(?P<commas>\d{1,3}(?:,\d{3})+)(?:,-|\.00)?"
    r"|(?P<plain>\d+)(?:,-|,00|,0000|\.00)?)$",
    re.ASCII,
)
"""The mark before false decimals is never the one that parts thousands: "1,000,0000" is damaged."""
_CUT_OFF = re.compile(r"^\d{1,3}(?:[.,]\d{3})+[.,]\d{0,2}$|^\d{1,3}[.,]\d{0,2}$", re.ASCII)


def parse_rupiah(text: str, *, scale: int = 1) -> Uang:
    """Read a money cell into whole rupiah: printed figure × `scale`.

    A dash is tidak_ditargetkan, a blank is kosong, a figure that lost its last digits ("4.056.561.00") is rusak:
    never guessed. Four false decimals ("5.640.000,0000") are dropped. Raises Ambigu outside the grammar.
    """
    if not text:
        return Uang(text, keadaan="kosong")
    if text in DASHES:
        return Uang(text, keadaan="tidak_ditargetkan")
    figure = _PREFIX.sub("", text)
    if _CUT_OFF.match(figure) and not _has_cents(figure):
        return Uang(text, keadaan="rusak", aturan="angka_terpotong")
    match = _RUPIAH.match(figure)
    if not match:
        raise Ambigu(f"«{text}» bukan angka rupiah yang dikenal; tulis seperti 1.234.567")
    digits = re.sub(r"[.,]", "", match["dots"] or match["commas"] or match["plain"])
    if len(digits) > MOST_DIGITS:
        raise Ambigu(f"«{text[:20]}…» terlalu panjang untuk sebuah angka rupiah")
    return Uang(text, rupiah=int(digits) * scale)


def _has_cents(text: str) -> bool:
    """True for "1.234.567,00" and "1,234,567.00": the mark before two last digits differs from the thousands mark."""
    marks = re.findall(r"[.,]", text)
    return len(marks) > 1 and text[-3:-2] == marks[-1] != marks[-2]


def parse_persen(text: str) -> float:
    """Read a printed percentage or efficiency ("99,25", "0.75", "100,00 %"). Raises Ambigu."""
    return parse_number(text.removesuffix("%").strip(), count=False)


def counts(indikator: str) -> bool:
    """True when the indicator counts things, so that "23.617" can only be thousands."""
    return bool(_COUNTED.match(indikator))
