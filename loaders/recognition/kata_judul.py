"""The words of titles: what names a type of document, and what else may stand in a heading beside it."""

from __future__ import annotations

import re

from loaders.recognition.naskah import alike, fold
from loaders.recognition.tahun import is_year
from loaders.records import JenisDokumen

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
