"""Years as printed in table headings, including those a narrow column broke ("202 2")."""

from __future__ import annotations

import re

_YEAR = re.compile(r"^20\d\d$")
_YEAR_IN_TEXT = re.compile(r"\b(20\d\d)\b")


def parse_year(text: str) -> int | None:
    """The year a heading cell holds, spaces ignored; None when it holds something else."""
    whole = text.replace(" ", "")
    return int(whole) if _YEAR.match(whole) else None


def years_in(text: str) -> list[int]:
    """All years named in a line of text, in order."""
    return [int(year) for year in _YEAR_IN_TEXT.findall(text)]
