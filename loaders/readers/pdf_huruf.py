"""The letters of a page."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

_BAYANG = 0.1
"""The same letter this share of its size away is the letter printed again to look bold."""

_PETAK = 4.0
"""Points: letters are looked up by squares of this size, so that doubles are found among neighbours only."""

_LIGATUR = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
HUBUNG_LUNAK = "\u00ad"
_TAK_BERLEBAR = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))


class Huruf(NamedTuple):
    """One printed letter and its box. `dasar`: its baseline, x for text turned by 90 or 270 degrees, else y.

    `arah`: degrees its text is turned on the upright page, 0 for nearly all.
    """

    teks: str
    x0: float
    atas: float
    x1: float
    bawah: float
    dasar: float
    arah: int

    @property
    def ukuran(self) -> float:
        """The size of the type."""
        return self.x1 - self.x0 if self.arah in (90, 270) else self.bawah - self.atas

    @property
    def tengah(self) -> tuple[float, float]:
        """The middle of a small letter: what decides which cell it stands in."""
        if self.arah in (90, 270):
            return (self.x0 + self.x1) / 2, (self.atas + self.bawah) / 2
        return (self.x0 + self.x1) / 2, self.dasar + (0.3 if self.arah else -0.3) * self.ukuran

    def upright(self) -> Huruf:
        """The letter as if its text ran from left to right: only good beside letters of the same direction."""
        if self.arah == 90:
            return Huruf(self.teks, -self.bawah, self.x0, -self.atas, self.x1, self.dasar, 0)
        if self.arah == 180:
            return Huruf(self.teks, -self.x1, -self.bawah, -self.x0, -self.atas, -self.dasar, 0)
        if self.arah == 270:
            return Huruf(self.teks, self.atas, -self.x1, self.bawah, -self.x0, -self.dasar, 0)
        return self


def word_text(word: Iterable[Huruf]) -> str:
    """The letters of a word, a soft hyphen only at its end."""
    text = "".join(printed(letter) for letter in word)
    return text[:-1].replace(HUBUNG_LUNAK, "") + text[-1:]


def printed(letter: Huruf) -> str:
    """What a letter stands for: ligatures taken apart, kinds of space made one, nothing that has no width."""
    text = letter.teks.translate(_LIGATUR).translate(_TAK_BERLEBAR)
    return "".join(" " if c.isspace() else c for c in text)


def is_unmapped(text: str) -> bool:
    """True for a letter whose font does not say what it is: "(cid:12)", or a code that no one prints."""
    return text.startswith("(cid:") or any(unicodedata.category(c) == "Cc" and not c.isspace() for c in text)


def without_doubles(letters: Iterable[Huruf]) -> list[Huruf]:
    """Letters once each: some programs print a letter twice, a hair apart, to make it bold."""
    near: defaultdict[tuple[str, int, int], list[Huruf]] = defaultdict(list)
    kept: list[Huruf] = []
    for letter in letters:
        x, y = int(letter.x0 // _PETAK), int(letter.atas // _PETAK)
        around = (near.get((letter.teks, x + i, y + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1))
        if letter.teks.isspace() or not any(_same_place(letter, other) for others in around for other in others):
            near[letter.teks, x, y].append(letter)
            kept.append(letter)
    return kept


def _same_place(one: Huruf, other: Huruf) -> bool:
    reach = min(_BAYANG * one.ukuran, _PETAK)
    return abs(one.x0 - other.x0) <= reach and abs(one.atas - other.atas) <= reach
