"""Whole numbers in Indonesian words, as papers print them behind a number: "2 (dua) dokumen"."""

from __future__ import annotations

from loaders.values.names import letters

MOST = 999_999
"""The largest number that can be told by its words here."""
_ONES = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip


def says(words: str, number: int) -> bool:
    """True when the words are those of the number; spaces and capitals do not count. Above MOST nothing is said."""
    return 0 <= number <= MOST and letters(words) == _words(number)


def _words(number: int) -> str:
    """The words of a number without spaces."""
    if number < 12:
        return _ONES[number]
    if number < 20:
        return _ONES[number - 10] + "belas"
    for size, name in ((1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if number >= size:
            count, rest = divmod(number, size)
            front = "se" if count == 1 else _words(count)
            return front + name + (_words(rest) if rest else "")
    raise AssertionError(number)
