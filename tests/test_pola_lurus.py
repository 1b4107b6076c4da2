"""No pattern of ours takes more than its share on foreign text: twice the text is about twice the work.

Every compiled pattern of the loaders is tried on growing texts made from its own parts. What counts is the ratio of
the times, not the time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

import pytest

from loaders.readers.number_format import MAKS_FORMAT
from tests.pompa import grows_within, patterns, texts

T = TypeVar("T")
LONG = 4000
"""Characters of the longest text that is tried."""
TIGHT = 2.9
"""Linear work doubles; quadratic work takes four times as long."""
HOW: dict[str, Callable[[re.Pattern[str], str], object]] = {
    "loaders.families.cells.block._TOTAL": re.Pattern.fullmatch,
    "loaders.families.headings.cells._BELOW": re.Pattern.fullmatch,
    "loaders.families.headings.columns._PERAN": re.Pattern.fullmatch,
    "loaders.readers.signs": re.Pattern.match,
}
"""Patterns that are asked of a whole text, or of its beginning only; all others are looked for anywhere."""
BOUNDED = {
    "loaders.readers.number_format": MAKS_FORMAT,
    "loaders.families.headings.columns._PERAN": 200,
    "loaders.families.headings.cells._BELOW": 200,
    "loaders.recognition.decree._LINE": 500,
}
"""Patterns that never see a longer text than this: theirs must be little work at that length."""
ALL = patterns()


def _of(name: str, table: Mapping[str, T], usual: T) -> T:
    return next((value for key, value in table.items() if name.startswith(key)), usual)


@pytest.mark.parametrize("name", sorted(ALL))
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    pattern, how, size = ALL[name], _of(name, HOW, re.Pattern.search), _of(name, BOUNDED, LONG)
    for make in texts(pattern):
        work, least = partial(_apply, how, pattern, make), 0.02 if size < LONG else 0.003
        most = TIGHT if size >= LONG else 1.1
        assert grows_within(most, work, min(size, LONG) // 2, least=least), f"more than {most} times: {make(60)!r} …"


def _apply(
    how: Callable[[re.Pattern[str], str], object], pattern: re.Pattern[str], make: Callable[[int], str], n: int
) -> None:
    how(pattern, make(n))
