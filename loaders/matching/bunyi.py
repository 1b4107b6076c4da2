"""What two wordings have in common once office names, fillers, spelling and word order are set aside."""

from __future__ import annotations

import re

_OWN_NAME = re.compile(r"\b(KPU|KIP|Satker|satker)\s+(?:Kota|Kabupaten|Provinsi)\s+[A-Z][a-z]+")
_OFFICE = re.compile(
    r"(?:\b(?:di|oleh|pada)\s+)?(?:\blingkungan\s+)?(?:\bsatker\s+)?\b(?:kpu|kip|komisi pemilihan umum)\b"
    r"(?:\s*(?:/|\bdan\b|\batau\b|\bri\b|\bprovinsi\b|\bpropinsi\b|\bkabupaten\b|\bkota\b|\bkab\b|\baceh\b|\bkpu\b|\bkip\b))*"
)
_SPELLING = {
    "prosentase": "persentase", "presentase": "persentase", "adhock": "adhoc", "adhok": "adhoc", "system": "sistem",
    "penegakkan": "penegakan", "pendistribusian": "distribusi", "adanya": "ada", "dimedia": "media",
    "didaerah": "daerah",
}  # fmt: skip
"""Spellings and noun forms of one word. A word that changes what is counted does not belong here."""
_FILLERS = frozenset(
    {"yang", "dengan", "secara", "dan", "di", "dalam", "pada", "oleh", "untuk", "terhadap", "atas", "keberhasilan"}
)
_WORD = re.compile(r"[a-z0-9]+")


def words(text: str) -> frozenset[str]:
    """The words that say what is measured: lower case, one spelling, no office's name, no fillers."""
    bare = _OFFICE.sub(" ", _OWN_NAME.sub(r"\1", text).lower())
    return frozenset(_SPELLING.get(word, word) for word in _WORD.findall(bare)) - _FILLERS


def same(a: str, b: str) -> bool:
    """True when two wordings cannot reasonably be different measures: the very same words."""
    return words(a) == words(b)


def likeness(a: str, b: str) -> float:
    """Shared words of all words, 0 to 1: how near two wordings are, for a person to judge."""
    first, second = words(a), words(b)
    return len(first & second) / len(first | second) if first | second else 0.0


def difference(a: str, b: str) -> tuple[str, ...]:
    """The words that only one of two wordings has, sorted."""
    return tuple(sorted(words(a) ^ words(b)))
