"""Units as printed behind a number. The list is data/referensi/satuan.csv; unknown words are not units."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

PERSEN = "persen"
"""The unit % in letters."""
SATUAN = Path(__file__).parents[2] / "data" / "referensi" / "satuan.csv"


@cache
def units() -> dict[str, str]:
    """Known unit (lower case) → kind: "cacah" for things counted in whole numbers, "rasio" for shares."""
    with SATUAN.open(encoding="utf-8", newline="") as file:
        return {row["satuan"].lower(): row["jenis"] for row in csv.DictReader(file)}


def parse_unit(text: str) -> tuple[str, bool] | None:
    """The unit as printed and whether it had to be put together again ("perk ara"); None when it is no unit.

    "persen" is the sign % in letters.
    """
    if text.lower() == PERSEN:
        return "%", False
    if text.lower() in units():
        return text, False
    whole = text.replace(" ", "")
    if whole.lower() in units():
        return whole, True
    return None


def is_count(unit: str) -> bool:
    """True when the unit counts things, so that "23.617" can only be thousands."""
    return units().get(unit.lower()) == "cacah"
