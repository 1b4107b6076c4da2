"""The letters of a page → words and lines of text."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_SELA_KATA = 0.17
"""A gap of this share of the type size parts two words; a space is at least 0.2, kerning well under 0.1."""

_SELA_SPASI = 0.05
"""The same where a space is printed between them; less, and the space is one that hangs over from elsewhere."""

_SEBARIS = 0.5
"""Baselines this share of the type size apart are one line: raised footnote marks belong to it."""

_MARK, _LIFTED = 0.8, 0.1
"""Shares of the type size: a mark is smaller than the one, and lifted or lowered by more than the other."""

_MAKS_TEPI = 6.0
"""Points: the margin inside a cell is no wider."""


@dataclass(frozen=True)
class Larik:
    """Letters that stand on one line, from left to right."""

    huruf: tuple[Huruf, ...]

    @cached_property
    def ukuran(self) -> float:
        """The size of its largest letter."""
        return max(letter.ukuran for letter in self.huruf)

    @cached_property
    def atas(self) -> float:
        """The top of its highest letter."""
        return min(letter.atas for letter in self.huruf)

    @cached_property
    def bawah(self) -> float:
        """The bottom of its lowest letter."""
        return max(letter.bawah for letter in self.huruf)

    @cached_property
    def kata(self) -> tuple[tuple[Huruf, ...], ...]:
        """The words, parted by spaces or gaps."""
        return tuple(_words(self.huruf))

    @cached_property
    def x0(self) -> float:
        """Where its first word begins."""
        return self.kata[0][0].x0

    @cached_property
    def x1(self) -> float:
        """Where its last word ends."""
        return self.kata[-1][-1].x1

    @cached_property
    def dasar(self) -> float:
        """The baseline of its largest letter."""
        return max(self.huruf, key=lambda letter: letter.ukuran).dasar

    @property
    def teks(self) -> str:
        """The words with single spaces; a soft hyphen stays only at the end, where it breaks a word."""
        words = [word_text(word) for word in self.kata]
        return " ".join([*(word.rstrip(HUBUNG_LUNAK) for word in words[:-1]), words[-1]])

    def room_between(self, left: float, right: float) -> float:
        """How many more letters fit on the line between the walls of its cell."""
        width = self.x1 - self.x0
        margin = max(0.0, min(self.x0 - left, right - self.x1, _MAKS_TEPI))
        return (right - left - width - 2 * margin) * len(self.teks) / width if width > 0 else 0.0


def _words(letters: Iterable[Huruf]) -> Iterator[tuple[Huruf, ...]]:
    word: list[Huruf] = []
    spaced = False
    for letter in letters:
        if not (text := printed(letter)).strip():
            spaced = spaced or bool(text)
            continue
        if word and _apart(word[-1], letter, _SELA_SPASI if spaced else _SELA_KATA):
            yield tuple(word)
            word = []
        elif word and _is_raised(word[0], letter) and not _is_raised(word[0], word[-1]):
            yield tuple(word)
            word = [letter._replace(teks=f"^{letter.teks}")]
            continue
        spaced = False
        word.append(letter)
    if word:
        yield tuple(word)


def _is_raised(main: Huruf, letter: Huruf) -> bool:
    """True for a smaller letter on another baseline, such as the mark of a footnote: it is no part of a number."""
    smaller = letter.ukuran < _MARK * main.ukuran
    return smaller and abs(letter.dasar - main.dasar) > _LIFTED * main.ukuran


def _apart(left: Huruf, right: Huruf, share: float) -> bool:
    return right.x0 - left.x1 > share * max(left.ukuran, right.ukuran)


def lines(letters: Iterable[Huruf]) -> list[Larik]:
    """The lines of text the letters stand on, from top to bottom; text turned on its side comes after the upright."""
    by_direction: defaultdict[int, list[Huruf]] = defaultdict(list)
    for letter in letters:
        by_direction[letter.arah].append(letter.upright())
    return [line for direction in sorted(by_direction) for line in _lines(by_direction[direction])]


def _lines(letters: list[Huruf]) -> Iterator[Larik]:
    line: list[Huruf] = []
    main = None
    for letter in sorted(letters, key=lambda one: one.dasar):
        if main and letter.dasar - main.dasar > _SEBARIS * max(letter.ukuran, main.ukuran):
            yield from _larik(line)
            line, main = [], None
        line.append(letter)
        main = letter if main is None or letter.ukuran > main.ukuran else main
    yield from _larik(line)


def _larik(line: list[Huruf]) -> Iterator[Larik]:
    if any(printed(letter).strip() for letter in line):
        yield Larik(tuple(sorted(line, key=lambda one: one.x0)))


def joined(texts: Iterable[str]) -> str:
    """Lines of one cell as one text: a space where a line ends, none where a soft hyphen broke a word."""
    whole = ""
    for text in texts:
        seam = "" if not whole or whole.endswith(HUBUNG_LUNAK) else " "
        whole = f"{whole.removesuffix(HUBUNG_LUNAK)}{seam}{text}"
    return whole.removesuffix(HUBUNG_LUNAK).strip()


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
