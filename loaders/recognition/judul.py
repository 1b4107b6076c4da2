"""The headings of a document: lines that hold nothing but titles, offices and years, and what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from loaders.recognition.kata_judul import NOT_BEFORE_A_TITLE, TITLES, UNKNOWN_NAME, only_title
from loaders.recognition.naskah import Naskah, fold
from loaders.recognition.pola import LEMBAGA, LEVEL
from loaders.recognition.satker import Sebutan
from loaders.recognition.tahun import Tahun, has_year, years_of
from loaders.records import JenisDokumen

FRONT_LINES = 80
"""A title page or the head of a decree is no longer than this, blank lines not counted."""

_END_OF_FRONT = tuple(
    fold(word)
    for word in (
        "menimbang",
        "kata pengantar",
        "daftar isi",
        "bab i",
        "bab 1",
        "pendahuluan",
        "ikhtisar",
        "ringkasan eksekutif",
        "tabel",
        "indikator",
        "sasaran strategis",
    )
)


@dataclass(frozen=True)
class Gelar:
    """A title of a type of document in a heading.

    `di_muka`: it stands on the title page. `lengkap`: with an office or a year beside it.
    """

    jenis: JenisDokumen
    baris: int
    di_muka: bool
    lengkap: bool


@dataclass(frozen=True)
class Judul:
    """The headings of a Naskah, given the mentions of offices in it."""

    naskah: Naskah
    sebutan: tuple[Sebutan, ...]

    @cached_property
    def _masked(self) -> Naskah:
        known = _without(self.naskah.teks, ((m.awal, m.akhir) for m in self.sebutan))
        return Naskah(_without(known, _unknown_offices(known)), self.naskah.mulai)

    @cached_property
    def baris(self) -> frozenset[int]:
        """The 1-based lines that are headings."""
        found, before = set(), ""
        for nomor in range(1, len(self.naskah.mulai) + 1):
            printed = self.naskah.isi(nomor)
            if not printed.strip():
                continue
            if only_title(self._masked.isi(nomor)) and fold(before) not in NOT_BEFORE_A_TITLE:
                found.add(nomor)
            before = printed.split()[-1]
        return frozenset(found)

    @cached_property
    def akhir_muka(self) -> int:
        """The last line of the title page or of the head of the decree; 0 when the text begins with its body."""
        seen = 0
        for nomor in range(1, len(self.naskah.mulai) + 1):
            printed = fold(self.naskah.isi(nomor))
            seen += bool(printed)
            if printed.startswith(_END_OF_FRONT) or seen > FRONT_LINES:
                return nomor - 1
        return len(self.naskah.mulai)

    def memuat(self, baris: Iterable[int]) -> bool:
        """True when all these lines are headings; blank ones between them do not matter."""
        return all(nomor in self.baris or not self.naskah.isi(nomor).strip() for nomor in baris)

    @cached_property
    def satker(self) -> tuple[Sebutan, ...]:
        """The mentions of an office that stand in headings."""
        offices = [m for m in self.sebutan if m.cara in ("nama", "mirip", "tingkat_lain")]
        return tuple(m for m in offices if self.memuat(range(m.baris, m.baris_akhir + 1)))

    @cached_property
    def gelar(self) -> tuple[Gelar, ...]:
        """The titles of types of documents that stand in headings, in printed order."""
        found = []
        named = {nomor for m in self.satker for nomor in range(m.baris, m.baris_akhir + 1)}
        for jenis, pattern in TITLES.items():
            for match in pattern.finditer(self._masked.teks):
                first, last = self.naskah.baris(match.start()), self.naskah.baris(match.end() - 1)
                if self.memuat(range(first, last + 1)):
                    full = bool(named & {first, last}) or has_year(self.naskah.isi(last))
                    found.append(Gelar(jenis, first, last <= self.akhir_muka, full))
        return tuple(sorted(found, key=lambda title: title.baris))

    def tahun(self, baris: Iterable[int]) -> list[Tahun]:
        """The years and periods printed in these lines, where they are headings."""
        titles = {title.baris for title in self.gelar}
        return [
            year
            for nomor in baris
            if nomor in self.baris
            for year in years_of(self._masked.isi(nomor), nomor, in_title=nomor in titles)
        ]


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    """The text with these places blank; line breaks stay."""
    letters = list(text)
    for first, last in places:
        letters[first:last] = ["\n" if letter == "\n" else " " for letter in letters[first:last]]
    return "".join(letters)


def _unknown_offices(text: str) -> Iterator[tuple[int, int]]:
    """Offices without a region of the list, each with the name that stands where its region should."""
    for office in LEMBAGA.finditer(text):
        levels = [word.end() for level in LEVEL.values() if (word := level.match(text, office.end()))]
        name = UNKNOWN_NAME.match(text, levels[0]) if levels else None
        yield office.start(), name.end() if name else (levels[0] if levels else office.end())
