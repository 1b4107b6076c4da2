"""Number formats of spreadsheets ("#,##0.00%", "0\" kali\"", "_(* #,##0_)") taken apart into what they ask for."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from xlrd.formatting import std_format_strings

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
