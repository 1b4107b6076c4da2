"""Printed indicator → indikator baku: a person's decision always wins; the machine accepts only the very same words.

What two wordings have in common once office names, fillers, spelling and word order are set aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.errors import DaftarSalah
from loaders.register import Lists

KEYAKINAN = ("pasti", "mungkin")
PROPOSALS = 3
LEAST_LIKE = 0.5
"""Less alike than half of all words is no help to the person who decides."""


@dataclass(frozen=True)
class Padanan:
    """The canonical indicator of a printed text: pasti or mungkin (a person), otomatis (the very same words)."""

    kode: str
    keyakinan: str


@dataclass(frozen=True)
class Usulan:
    """A canonical indicator offered for a text nobody judged: the share of words alike, and the words that differ."""

    kode: str
    skor: float
    beda: tuple[str, ...]


class Pemadan:
    """Answers for printed texts, from the judged texts of data/referensi/padanan.csv (rows teks, kode, keyakinan)."""

    def __init__(self, rows: Iterable[dict[str, str]]) -> None:
        self.rows = list(rows)
        self.judged = {_spelled(row["teks"]): Padanan(row["kode"], row["keyakinan"]) for row in self.rows}
        self.by_words: dict[frozenset[str], set[tuple[str, str]]] = {}
        for row in self.rows:
            self.by_words.setdefault(words(row["teks"]), set()).add((row["kode"], row["keyakinan"]))

    def match(self, teks: str) -> Padanan | None:
        """The canonical indicator of a text, or None when neither a person nor the very same words give exactly one.

        Words that a person gave two codes (one counts kecamatan, another persons) are never matched by the machine.
        """
        if found := self.judged.get(_spelled(teks)):
            return found
        judged = self.by_words.get(words(teks), set())
        codes = {kode for kode, _ in judged}
        sure = any(keyakinan == "pasti" for _, keyakinan in judged)
        return Padanan(codes.pop(), "otomatis") if len(codes) == 1 and sure else None

    def propose(self, teks: str) -> list[Usulan]:
        """The nearest canonical indicators of a text without a match, best first, at most three; only for a person."""
        best: dict[str, Usulan] = {}
        for row in self.rows:
            score = likeness(teks, row["teks"])
            if score >= LEAST_LIKE and (row["kode"] not in best or score > best[row["kode"]].skor):
                best[row["kode"]] = Usulan(row["kode"], score, difference(teks, row["teks"]))
        return sorted(best.values(), key=lambda u: (-u.skor, u.kode))[:PROPOSALS]


def checked(rows: list[dict[str, str]], codes: set[str]) -> list[dict[str, str]]:
    """The rows of padanan.csv, if each names a known code and certainty and no text two codes. Raises DaftarSalah."""
    seen: dict[str, str] = {}
    for number, row in enumerate(rows, start=2):
        if row["kode"] not in codes:
            raise DaftarSalah("padanan.csv", number, f"kode {row['kode']} tidak ada di indikator_baku.csv")
        if row["keyakinan"] not in KEYAKINAN:
            raise DaftarSalah("padanan.csv", number, f"keyakinan «{row['keyakinan']}» harus pasti atau mungkin")
        if seen.setdefault(_spelled(row["teks"]), row["kode"]) != row["kode"]:
            raise DaftarSalah("padanan.csv", number, f"teks «{row['teks'][:60]}» sudah dipadankan dengan kode lain")
    return rows


def _spelled(teks: str) -> str:
    return " ".join(teks.lower().split())


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


def judged(lists: Lists) -> Pemadan:
    """The matcher with all that persons decided. Raises DaftarSalah for a bad padanan."""
    codes = set(lists["indikator_baku"]["kode_baku"])
    return Pemadan(checked(lists["padanan"].rename({"kode_baku": "kode"}).to_dicts(), codes))
