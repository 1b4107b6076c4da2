"""The headings of a document: lines that hold nothing but titles, offices and years, and what they say.

The words of titles: what names a type of document, and what else may stand in a heading beside it.

Years and periods in a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from loaders.recognition.satker import LEMBAGA, LEVEL, Sebutan
from loaders.recognition.script import Naskah, alike, fold
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


_NAMES: dict[JenisDokumen, tuple[str, ...]] = {
    "Renstra": ("rencana strategis", "rencana strategi", "renstra"),
    "RKT": ("rencana kinerja tahun", "rencana kerja tahunan", "rkt"),
    "PK": ("perjanjian kinerja", "penetapan kinerja"),
    "LK": ("laporan kinerja", "laporan akuntabilitas kinerja", "lakip", "lkjip", "lakin", "lkj"),
}
TITLES = {
    jenis: re.compile(rf"(?<![A-Za-z])(?:{'|'.join(alike(title) for title in titles)})(?:an)?(?![a-z])", re.IGNORECASE)
    for jenis, titles in _NAMES.items()
}
_ALLOWED = """
    rencana strategis strategi renstra kinerja kerja tahunan rkt perjanjian penetapan pernyataan pk
    laporan akuntabilitas instansi pemerintah lakip lkjip lakin lkj lk
    keputusan surat lampiran salinan tentang tahun anggaran ta periode perubahan revisi awal formulir
    ketua plh plt sekretaris sekretariat komisioner jabatan nama satuan satker unit organisasi kelembagaan
    selaku atasan selanjutnya disebut pihak pertama kedua dan di lingkungan pada s d sd sampai dengan
"""
_NOT_A_TITLE = "teknis penyusunan pedoman evaluasi reviu atas hasil aksi monitoring pengukuran pelaporan"
"""After these words the next line does not begin a title: "Petunjuk Teknis / Perjanjian Kinerja"."""
_WORDS, NOT_BEFORE_A_TITLE = (frozenset(map(fold, words.split())) for words in (_ALLOWED, _NOT_A_TITLE))
UNKNOWN_NAME = re.compile(rf"(?:(?!(?i:{'|'.join(_ALLOWED.split())})\b)[A-Z][\w'-]* ?){{1,4}}")
"""Up to four words written as names, none of them a word of titles."""
_TOKEN = re.compile(r"[A-Za-z0-9]+")


def kinds_in_name(stem: str) -> tuple[JenisDokumen, ...]:
    """The types of documents a file's name may mean, abbreviations included; never more than a hint."""
    words = _TOKEN.findall(stem)
    text = " ".join(words)
    short = {word.upper() for word in words}
    return tuple(kind for kind, pattern in TITLES.items() if kind.upper() in short or pattern.search(text))


def only_title(line: str) -> bool:
    """True when a line holds nothing but words of titles, years and at its end the number of the page."""
    tokens = _TOKEN.findall(line)
    return len(line) <= 240 and all(
        is_year(token) or (_is_page(token, i, tokens, line) if token.isdigit() else fold(token) in _WORDS)
        for i, token in enumerate(tokens)
    )


def _is_page(token: str, place: int, tokens: list[str], line: str) -> bool:
    return place == len(tokens) - 1 and place > 0 and len(token) <= 3 and "\t" not in line


_RANGE = re.compile(r"(?<!\d)(20\d\d)\s*(?:[-–—]+|s\.?\s?/?\s?d\.?|sampai\s+dengan)\s*(20\d\d)(?!\d)", re.IGNORECASE)
_YEAR = re.compile(
    r"(?<![\dA-Za-z])(?P<tahun>(?:tahun|anggaran|ta)\W{0,3})?(?P<angka>2[0Oo][0-9Oo][0-9OoIl])(?![\dA-Za-z])",
    re.IGNORECASE,
)
_OCR_DIGITS = str.maketrans("OoIl", "0011")


@dataclass(frozen=True)
class Tahun:
    """First and last year of a heading, on its line.

    `kuat`: it says "tahun" or stands in a title. `terbaca`: no letter stands for a digit.
    """

    awal: int
    akhir: int
    baris: int
    kuat: bool
    terbaca: bool


def is_year(token: str) -> bool:
    """True for a year, also one with a letter for a digit ("2O20")."""
    return bool(_YEAR.fullmatch(token))


def has_year(line: str) -> bool:
    """True when a line names a year."""
    return bool(_YEAR.search(line))


def years_of(line: str, nomor: int, *, in_title: bool) -> list[Tahun]:
    """The periods of a line; without any, its years."""
    periods = [Tahun(int(m[1]), int(m[2]), nomor, True, True) for m in _RANGE.finditer(line) if m[1] < m[2]]
    return periods or [
        Tahun(year, year, nomor, in_title or bool(match["tahun"]), match["angka"].isdigit())
        for match in _YEAR.finditer(line)
        for year in (int(match["angka"].translate(_OCR_DIGITS)),)
    ]
