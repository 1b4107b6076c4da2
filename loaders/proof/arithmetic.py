"""Which of the figures of a calculation does it prove? Those that no plausible misreading could have changed.

A calculation that holds proves little by itself: a percentage of two decimals holds whatever the last digits of a
nine-digit pagu are, and 97,35 of a target of 100 is 97,35 however both were misread. So every way in which the true
print may differ from what was read is tried: one digit taken for another, one lost or one too many, a dot for a
comma, in one figure; or one digit taken for another everywhere at once. A figure is proven only when none of these
gives it another value and still holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

Baca = Callable[[str], Fraction | None]
Benar = Callable[[Sequence[Fraction], Sequence[str]], bool]
_DIGITS = "0123456789"
_MARKS = {".": ",", ",": "."}


@dataclass(frozen=True)
class Angka:
    """A figure in a calculation: what names it, its text as read, and the grammar that gives a text its value."""

    kunci: tuple[int, str]
    teks: str
    baca: Baca

    @cached_property
    def lain(self) -> tuple[tuple[str, Fraction], ...]:
        """The other values this figure may have, each with the text that may have been printed.

        One last decimal more or less is not another value: 89,42 and 89,421 differ by less than what is printed.
        """
        own = self.baca(self.teks)
        found = ((text, self.baca(text)) for text in sorted(set(misreadings(self.teks))))
        return tuple(
            (text, value)
            for text, value in found
            if value is not None and own is not None and value != own and not _only_finer(text, value, self.teks, own)
        )


@dataclass(frozen=True)
class Hitungan:
    """A calculation between figures. `benar`: does it hold for these values, printed like these texts?

    `wajib`: if it does not hold, one of its figures is wrong; else only the assumption may be (which rows a sum takes).
    """

    angka: tuple[Angka, ...]
    benar: Benar
    wajib: bool = True

    @property
    def kunci(self) -> set[tuple[int, str]]:
        """What names its figures."""
        return {angka.kunci for angka in self.angka}


def weigh(sums: Sequence[Hitungan], shares: Sequence[Hitungan] = ()) -> set[tuple[int, str]]:
    """The figures that some calculation proves and none contradicts.

    A sum that does not hold puts those of its figures in doubt that no other sum proves, and all where every one is
    proven. A share (percentage, efficiency, capaian) that does not hold puts all in doubt that no sum proves, and
    what another share proved by leaning on them.
    """
    shown = _shown(sums)
    sure = shown - _refuted(sums, shown)
    refuted = _refuted(shares, sure)
    return sure | _shown([hitungan for hitungan in shares if not refuted & hitungan.kunci])


def _shown(calculations: Sequence[Hitungan]) -> set[tuple[int, str]]:
    return set().union(*(_proven(hitungan) for hitungan in calculations if _holds(hitungan)))


def _refuted(calculations: Sequence[Hitungan], excused: set[tuple[int, str]]) -> set[tuple[int, str]]:
    wrong = (hitungan.kunci for hitungan in calculations if hitungan.wajib and not _holds(hitungan))
    return set().union(*(kunci - excused or kunci for kunci in wrong))


def _holds(hitungan: Hitungan) -> bool:
    values, texts = _values(hitungan), [angka.teks for angka in hitungan.angka]
    return values is not None and hitungan.benar(values, texts)


def _values(hitungan: Hitungan, texts: Sequence[str] | None = None) -> list[Fraction] | None:
    """The values of its figures, for other texts in their places where given; None where one is no figure."""
    printed = texts or [angka.teks for angka in hitungan.angka]
    read = [angka.baca(text) for angka, text in zip(hitungan.angka, printed, strict=True)]
    known = [value for value in read if value is not None]
    return known if len(known) == len(read) else None


def _proven(hitungan: Hitungan) -> set[tuple[int, str]]:
    """The figures of a calculation that holds to which no misreading gives another value that makes it hold too."""
    values, texts = _values(hitungan) or [], [angka.teks for angka in hitungan.angka]
    doubtful = {i for i in range(len(values)) if _another_fits(hitungan, values, texts, i)}
    for others in _everywhere(texts):
        changed = _values(hitungan, others)
        if changed and hitungan.benar(changed, others):
            doubtful |= {i for i, value in enumerate(changed) if value != values[i]}
    return {angka.kunci for i, angka in enumerate(hitungan.angka) if i not in doubtful}


def _another_fits(hitungan: Hitungan, values: list[Fraction], texts: list[str], i: int) -> bool:
    """True when the calculation also holds with another value in place of the i-th figure."""
    return any(
        hitungan.benar([*values[:i], value, *values[i + 1 :]], [*texts[:i], text, *texts[i + 1 :]])
        for text, value in hitungan.angka[i].lain
    )


def _only_finer(text: str, value: Fraction, read: str, own: Fraction) -> bool:
    """True when one text is the other with a decimal more at its end, so that the values agree up to rounding."""
    short, long = sorted((text.rstrip(" %"), read.rstrip(" %")), key=len)
    return long[:-1] == short and abs(value - own) < Fraction(1, 10 ** decimals(short))


def decimals(text: str) -> int:
    """How many digits stand behind the last dot or comma of a figure."""
    _, mark, behind = text.rstrip(" %").replace(",", ".").rpartition(".")
    return len(behind) if mark else 0


def misreadings(text: str) -> Iterator[str]:
    """What may have been printed where `text` was read: each text that differs from it by one character."""
    for i, character in enumerate(text):
        before, after = text[:i], text[i + 1 :]
        if character in _DIGITS:
            yield from (before + digit + after for digit in _DIGITS if digit != character)
        if character in _MARKS:
            yield before + _MARKS[character] + after
        yield before + after
    for i in range(len(text) + 1):
        yield from (text[:i] + added + text[i:] for added in (*_DIGITS, *_MARKS))


def _everywhere(texts: Sequence[str]) -> Iterator[list[str]]:
    """The same texts with one digit taken for another wherever it stands."""
    used = sorted(set("".join(texts)) & set(_DIGITS))
    for digit in used:
        for other in _DIGITS:
            if other != digit:
                yield [text.replace(digit, other) for text in texts]
