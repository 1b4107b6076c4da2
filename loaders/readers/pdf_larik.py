"""Letters → words and lines of text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from loaders.readers.pdf_huruf import HUBUNG_LUNAK, Huruf, printed, word_text

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
