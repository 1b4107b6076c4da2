"""Grades and opinions: predikat AKIP and opini BPK, in their standard spelling or an opinion's full name."""

from __future__ import annotations

from loaders.values.names import letters

PREDIKAT_AKIP = ("AA", "A", "BB", "B", "CC", "C", "D")
"""Best first. Source: aturan bidang §2 (order and labels: certainty B)."""

OPINI_BPK = ("WTP", "WTP-DPP", "WDP", "TW", "TMP")
"""Best first. Source: aturan bidang §2."""

_IN_FULL = {
    "wajartanpapengecualian": "WTP",
    "wajartanpapengecualiandenganparagrafpenjelasan": "WTP-DPP",
    "wajardenganpengecualian": "WDP",
    "tidakwajar": "TW",
    "tidakmenyatakanpendapat": "TMP",
    "tidakmemberikanpendapat": "TMP",
}
"""Full name, letters only → opinion. It may stand before its own short name in parentheses."""


def parse_ordinal(text: str) -> str | None:
    """The grade or opinion `text` is, else None. Strict: short names in no other case, full names letter by letter."""
    if text in PREDIKAT_AKIP or text in OPINI_BPK:
        return text
    if not all(character.isascii() and (character.isalpha() or character in " ()-") for character in text):
        return None
    name, _, short = text.partition("(")
    opinion = _IN_FULL.get(letters(name))
    return opinion if opinion and short in ("", f"{opinion})") else None
