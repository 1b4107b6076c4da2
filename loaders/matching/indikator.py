"""Printed indikator or sasaran → that of the catalogue: as a person decided, else by rule only the very same words.

What words are, and what is set aside on both sides before they are compared: loaders/matching/wordings.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loaders.errors import DaftarSalah
from loaders.matching.spelled import meant
from loaders.matching.wordings import LANGKAH, Words, steps, words
from loaders.register import Lists

KEYAKINAN = ("pasti", "mungkin")
KATALOG = {"padanan": "indikator_baku", "padanan_sasaran": "sasaran_baku"}
"""The list of judged texts → the catalogue whose codes it gives; the names stand in the column of its own name."""
PROPOSALS = 3
LEAST_LIKE = 0.5
"""Less alike than half of all words is no help to the person who decides."""


@dataclass(frozen=True)
class Padanan:
    """The canonical indicator of a printed text: pasti or mungkin (a person), otomatis (a rule).

    `cara` says how it was found: `orang`, or the step of loaders/matching/wordings.py after which a text that a person
    was sure of has the very same words, or `ejaan`: all but one, which is a known word with one letter wrong.
    """

    kode: str
    keyakinan: str
    cara: str = "orang"


@dataclass(frozen=True)
class Usulan:
    """A canonical indicator offered for a text nobody judged: the share of words alike, and the words that differ."""

    kode: str
    skor: float
    beda: tuple[str, ...]


class Pemadan:
    """Answers for printed texts, from judged texts (rows teks, kode, keyakinan) and the names of the catalogue.

    `names`: kode → name in data/referensi/indikator_baku.csv; a name counts as a text that a person was sure of.
    """

    def __init__(self, rows: Iterable[Mapping[str, str]], names: Mapping[str, str] | None = None) -> None:
        judged = [(row["teks"], row["kode"], row["keyakinan"]) for row in rows]
        self.judged = {_spelled(teks): Padanan(kode, keyakinan) for teks, kode, keyakinan in judged}
        named = [(name, kode, "pasti") for kode, name in (names or {}).items()]
        self.known = [*judged, *(row for row in named if _spelled(row[0]) not in self.judged)]
        self.by_step: list[dict[Words, set[tuple[str, str]]]] = [{} for _ in LANGKAH]
        for teks, kode, keyakinan in self.known:
            for held, key in zip(self.by_step, steps(teks), strict=True):
                held.setdefault(key, set()).add((kode, keyakinan))
        self.vocabulary = frozenset(word for teks, *_ in named or judged for word in words(teks))
        self.found: dict[str, Padanan | None] = {}

    def match(self, teks: str) -> Padanan | None:
        """The canonical indicator of a text, or None when neither a person nor a rule gives exactly one.

        Words that a person gave two codes (one counts kecamatan, another persons) are never matched by a rule.
        """
        if teks not in self.found:
            self.found[teks] = self.judged.get(_spelled(teks)) or self._by_rule(teks)
        return self.found[teks]

    def _by_rule(self, teks: str) -> Padanan | None:
        keys = steps(teks)
        found = [_only(held.get(key, set())) for held, key in zip(self.by_step, keys, strict=True)]
        if any(len(codes) > 1 for codes, _ in found):
            return None
        for cara, (codes, sure) in zip(LANGKAH, found, strict=True):
            if sure:
                return Padanan(*codes, "otomatis", cara)
        return self._misspelled(keys[-1])

    def _misspelled(self, key: Words) -> Padanan | None:
        """The one text of which all words but one are these, the other a known word with one letter wrong."""
        strange = key - self.vocabulary
        if len(strange) != 1:
            return None
        rest = key - strange
        found = [self.by_step[-1].get(rest | {word}, set()) for word in meant(*strange, self.vocabulary)]
        codes, sure = _only(set().union(*found))
        return Padanan(*codes, "otomatis", "ejaan") if sure and len(codes) == 1 else None

    def propose(self, teks: str) -> list[Usulan]:
        """The nearest canonical indicators of a text without a match, best first, at most three; only for a person."""
        best: dict[str, Usulan] = {}
        for known, kode, _ in self.known:
            score = likeness(teks, known)
            if score >= LEAST_LIKE and (kode not in best or score > best[kode].skor):
                best[kode] = Usulan(kode, score, difference(teks, known))
        return sorted(best.values(), key=lambda u: (-u.skor, u.kode))[:PROPOSALS]


def checked(rows: list[dict[str, str]], codes: set[str], nama: str = "padanan") -> list[dict[str, str]]:
    """The rows of a list of judged texts, if each names a known code and certainty and no text two codes.

    `nama`: padanan or padanan_sasaran. Raises DaftarSalah.
    """
    seen: dict[str, str] = {}
    for number, row in enumerate(rows, start=2):
        if row["kode"] not in codes:
            raise DaftarSalah(f"{nama}.csv", number, f"kode {row['kode']} tidak ada di {KATALOG[nama]}.csv")
        if row["keyakinan"] not in KEYAKINAN:
            raise DaftarSalah(f"{nama}.csv", number, f"keyakinan «{row['keyakinan']}» harus pasti atau mungkin")
        if seen.setdefault(_spelled(row["teks"]), row["kode"]) != row["kode"]:
            raise DaftarSalah(f"{nama}.csv", number, f"teks «{row['teks'][:60]}» sudah dipadankan dengan kode lain")
    return rows


def _only(found: set[tuple[str, str]]) -> tuple[set[str], bool]:
    """The codes of some judged texts, and whether a person was sure of one of them."""
    return {kode for kode, _ in found}, any(keyakinan == "pasti" for _, keyakinan in found)


def _spelled(teks: str) -> str:
    return " ".join(teks.lower().split())


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


def judged(lists: Lists, nama: str = "padanan") -> Pemadan:
    """The matcher of indikator, or with `padanan_sasaran` of sasaran, with all that persons decided.

    Raises DaftarSalah for a bad padanan.
    """
    kode = lists[nama].columns[1]
    names = dict(lists[KATALOG[nama]].select(kode, KATALOG[nama]).rows())
    return Pemadan(checked(lists[nama].rename({kode: "kode"}).to_dicts(), set(names), nama), names)


def judged_all(lists: Lists) -> dict[str, Pemadan]:
    """Name of a list of judged texts → its matcher. Raises DaftarSalah."""
    return {nama: judged(lists, nama) for nama in KATALOG}
