"""Text of one cell or line, and the limits that keep a hostile file from filling the memory."""

from __future__ import annotations

import re

MAKS_SEL = 2_000_000
"""Most cells of a document: a hundred times the largest we know, and what fits in memory."""
MAKS_PANJANG_SEL = 32_767
"""Most characters of a cell: what a spreadsheet can hold."""

_SPACES = re.compile(r"\s+")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def set_apart(text: str) -> str:
    """Raised, lowered or struck-through text with a sign that no number has: "95" with a raised note 1 is not 951,
    and a crossed-out 80 before 90 is not 8090. What it stands beside is refused, never read together with it.
    """
    return f" ^{text.strip()} " if text.strip() else text


def fold(text: str) -> str:
    """Text on one line: single spaces, no tabs or line breaks, no signs that print nothing (soft hyphen …)."""
    return _SPACES.sub(" ", text.translate(_UNSEEN)).strip()
