"""Grades and opinions: predikat AKIP and opini BPK, in their standard spelling."""

from __future__ import annotations

PREDIKAT_AKIP = ("AA", "A", "BB", "B", "CC", "C", "D")
"""Best first. Source: aturan bidang §2 (order and labels: certainty B)."""

OPINI_BPK = ("WTP", "WTP-DPP", "WDP", "TW", "TMP")
"""Best first. Source: aturan bidang §2."""


def parse_ordinal(text: str) -> str | None:
    """The grade or opinion `text` is, else None. Strict: no other case, no repair."""
    return text if text in PREDIKAT_AKIP or text in OPINI_BPK else None
