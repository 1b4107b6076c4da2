"""Forms that people understand but that are no single value: what they are, and what to write instead."""

from __future__ import annotations

import re

_GRADE = r"(?:AA|A|BB|B|CC|C|D)"
_FORMS = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), sentence)
    for pattern, sentence in (
        (r"^[<>≤≥±]\s*+(?:=\s*+)?\d|^(?:minimal|maksimal|paling|lebih|kurang)\b.*\d",
         "adalah batas, bukan satu nilai; tulis bilangannya saja, misalnya 90%"),
        (rf"^{_GRADE}\s*\(\s*\d[\d.,]*\s*\)$|^\d[\d.,]*\s*\(\s*{_GRADE}\s*\)$",
         "memuat predikat dan nilai sekaligus; tulis salah satu, misalnya B atau 65,00"),
        (r"^\d[\d.,]*+\s*+(?:%\s*+)?(?:-|–|s\.?/?d\.?|sampai)\s*+\d[\d.,]*+\s*+%?$",
         "adalah rentang, bukan satu nilai; tulis satu bilangan, misalnya 80%"),
    )
)  # fmt: skip


def instead(text: str) -> str | None:
    """What a text is that holds more or less than one value, and what to write instead; None for any other text."""
    return next((sentence for pattern, sentence in _FORMS if pattern.search(text)), None)
