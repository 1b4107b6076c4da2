"""Printed indicator → indikator baku: a person's decision always wins; the machine accepts only the very same words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from loaders.errors import DaftarSalah
from loaders.matching.bunyi import difference, likeness, words

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
