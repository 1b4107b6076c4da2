"""A word with one letter wrong: what a printer or a hurried hand makes of a known word, never another word."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONG = 6
"""Shorter words are another word by one letter too easily: PPK, PPS."""
_WORD = re.compile("[a-z]+")
_VOWELS = frozenset("aeiou")


def meant(word: str, known: Iterable[str]) -> set[str]:
    """The known words that a word no list knows can be a misprint of; none for a short word."""
    return {other for other in known if misprint(word, other)} if len(word) >= LONG and word.isalpha() else set()


def mended(text: str, known: Iterable[str]) -> str:
    """A text in lower case, each word that no list knows put as the one known word it can be a misprint of."""
    return _WORD.sub(lambda word: _mended(word[0], known), text.lower())


def _mended(word: str, known: Iterable[str]) -> str:
    found = meant(word, known) if word not in known else set()
    return found.pop() if len(found) == 1 else word


def misprint(word: str, other: str) -> bool:
    """Whether two words differ by one letter that is missing, too many, a neighbour's, or another vowel.

    Another consonant makes another word too often (pemula, pemuda), and so does another beginning (rencana, bencana).
    """
    if word == other or word[:1] != other[:1] or abs(len(word) - len(other)) > 1:
        return False
    same = next((n for n, (x, y) in enumerate(zip(word, other, strict=False)) if x != y), min(len(word), len(other)))
    rest, wanted = word[same:], other[same:]
    if len(word) != len(other):
        return rest[1:] == wanted or rest == wanted[1:]
    vowels = {rest[0], wanted[0]} <= _VOWELS and rest[1:] == wanted[1:]
    return vowels or (rest[:2] == wanted[:2][::-1] and rest[2:] == wanted[2:])
