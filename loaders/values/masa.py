"""The time a figure stands for: a year or a part of one, and, of a pagu, which version of it.

    >>> str(Masa(2025, "TW1"))
    '2025 TW1'
    >>> Masa(2025) == 2025
    True

A whole year equals its number, so what knows years only writes numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import total_ordering

PERIODE = (*(f"TW{n}" for n in range(1, 5)), "S1", "S2", *(f"B{n:02}" for n in range(1, 13)))
"""Every part of a year a figure may stand for, in the order of the table `periode` (loaders/schema/tables.sql)."""
_VERSI = re.compile(r"awal|revisi [1-9]\d?", re.ASCII)
_WRITTEN = re.compile(
    rf"(?P<tahun>20\d\d)(?: (?P<periode>{'|'.join(PERIODE)}))?(?: (?P<versi>{_VERSI.pattern}))?",
    re.ASCII,
)
_BULAN = (
    *("jan(?:uari)?", "feb(?:ruari)?", "mar(?:et)?", "apr(?:il)?", "mei", "juni?", "juli?", "agu(?:stus)?|ag[ts]"),
    *("sept?(?:ember)?", "okt(?:ober)?", "no[vp](?:ember)?", "des(?:ember)?"),
)
_PRINTED = re.compile(
    r"\b(?:(?:triwulan|tw)\W*(?P<TW>iv|i{1,3}|[1-4])|semester\W*(?P<S>i{1,2}|[12])|"
    rf"{'|'.join(f'(?P<B{n:02}>{bulan})' for n, bulan in enumerate(_BULAN, 1))})\b",
    re.ASCII | re.IGNORECASE,
)
"""A part of a year as headings print it; the names of the groups are those of the codes, without their number."""
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


@total_ordering
@dataclass(frozen=True, eq=False)
class Masa:
    """A year, or a part of it (`periode`); `versi`: of a pagu that was revised, "awal" or "revisi 2".

    The year comes before its parts, a version before the next, and what has no version last. Raises ValueError for a
    periode or version that the contract does not know.
    """

    tahun: int
    periode: str | None = None
    versi: str | None = None

    def __post_init__(self) -> None:
        if self.periode is not None and self.periode not in PERIODE:
            raise ValueError(f"periode «{self.periode}» tidak dikenal; yang ada {', '.join(PERIODE)}")
        if self.versi is not None and not _VERSI.fullmatch(self.versi):
            raise ValueError(f"versi pagu «{self.versi}» tidak dikenal; tulis awal atau revisi 1")

    @classmethod
    def of(cls, kapan: Kapan) -> Masa:
        """The same of a year's number."""
        return kapan if isinstance(kapan, Masa) else cls(kapan)

    @classmethod
    def parse(cls, text: str) -> Masa | None:
        """What `str` of one gives, back; None for another text."""
        found = _WRITTEN.fullmatch(text)
        return cls(int(found["tahun"]), found["periode"], found["versi"]) if found else None

    @property
    def setahun(self) -> bool:
        """Whether it is a whole year."""
        return self.periode is None

    def follows(self, other: Masa) -> bool:
        """Whether it comes right after: the next year, the first part of a year, the next part of the same length."""
        if self.periode is None:
            return self == Masa(other.tahun + 1) and other.periode is None
        kind = self.periode.rstrip("0123456789")
        parts = [part for part in PERIODE if part.startswith(kind)]
        before = [None, *parts][parts.index(self.periode)]
        return self.versi is None and other == Masa(self.tahun, before)

    def latest(self, others: Iterable[Kapan | None]) -> bool:
        """Whether none of the others is a later version of the same time."""
        mine = (self.tahun, self.periode)
        return all(one <= self for one in map(Masa.of, filter(None, others)) if (one.tahun, one.periode) == mine)

    @property
    def _order(self) -> tuple[int, int, int]:
        part = 1 + PERIODE.index(self.periode) if self.periode else 0
        number = (self.versi or "revisi 100").removeprefix("revisi ")
        return self.tahun, part, 0 if number == "awal" else int(number)

    def __str__(self) -> str:
        return " ".join(filter(None, (str(self.tahun), self.periode, self.versi)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Masa | int):
            return NotImplemented
        return self._order == Masa.of(other)._order

    def __lt__(self, other: Kapan) -> bool:
        if not isinstance(other, Masa | int):
            return NotImplemented
        return self._order < Masa.of(other)._order

    def __hash__(self) -> int:
        return hash(self._order if self.periode or self.versi else self.tahun)


Kapan = Masa | int
"""What a figure is keyed by: a Masa, or a year's number for a whole year."""


def parse_periode(text: str) -> str | None:
    """The part of a year a heading names ("Triwulan II", "TW. 2", "Semester I", "Maret"); None where it names none, or
    more than one."""
    found = {_code(match) for match in _PRINTED.finditer(text)}
    return found.pop() if len(found) == 1 else None


def without_periode(text: str) -> str:
    """The text without the parts of a year it names; a line end within one stays."""
    return _PRINTED.sub(lambda match: "\n" if "\n" in match[0] else " ", text)


def _code(match: re.Match[str]) -> str:
    kind, number = next((name, words.upper()) for name, words in match.groupdict().items() if words)
    return kind if kind.startswith("B") else f"{kind}{_ROMAN.get(number) or number}"
