"""Mend printed text: markup, spaces, words broken by a narrow column. Typos stay as printed."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from pathlib import Path

from loaders import reference
from loaders.files import read_text

KOSAKATA = "kosakata.txt"

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BOLD = re.compile(r"\*\*")
_SPACES = re.compile(r"\s+")
_HYPHEN_BREAK = re.compile(r"(?<=[a-z])- (?=[a-z])")
_WORD_PAIR = re.compile(r"\b(?P<a>[A-Za-z]+) (?=(?P<b>[a-z]+)\b)|\b(?P<c>[A-Z]+) (?=(?P<d>[A-Z]+)\b)")
_OPEN_END = re.compile(r"(?:,|\b(?:dan|yang|serta|untuk|dengan|dalam|atau|di|pada|mengenai|disertai|dari|oleh))$")
_FILLERS = re.compile(r"\b(?:dengan|secara)\b", re.IGNORECASE)
_OFFICE = re.compile(r"\b(?:KPU|Komisi Pemilihan Umum)\s+(?:Kota|Kabupaten|Provinsi)\s+[A-Z][a-z]+")
_ORDINAL = re.compile(r"^(?:\d{1,2}[.)]\s*|[IVX]{1,4}[.)]\s*|(?:[IVX]{1,4}|[A-Z]) (?=[Pp][Rr][Oo][Gg][Rr][Aa][Mm]\b))")

OPENING = re.compile(r"\b(?:Persentase|Prosentase|Presentase|Nilai|Opini|Jumlah|Indeks)\b")


def kosakata() -> frozenset[str]:
    """The words that may be put together again, lower case: data/referensi/kosakata.txt. Raises DaftarSalah."""
    return reference.of(KOSAKATA, _read)


def _read(path: Path) -> frozenset[str]:
    return frozenset(read_text(path).split())


def _joined(match: re.Match[str]) -> str:
    first, second = match["a"] or match["c"], match["b"] or match["d"]
    known = kosakata()
    whole = (first + second).lower()
    broken = second.lower() not in known or first.lower() not in known
    return first if whole in known and broken else match.group(0)


def mend_words(text: str) -> str:
    """Join words broken in the middle ("penyelenggara an") where the whole is a known word and a part is none."""
    before = None
    while before != text:
        before, text = text, _WORD_PAIR.sub(_joined, text)
    return text


def strip_markup(text: str) -> str:
    """The text as printed, without tags and with single spaces; nothing is mended."""
    return _SPACES.sub(" ", _BOLD.sub("", _TAG.sub("", html.unescape(text)))).strip()


def clean(text: str) -> str:
    """One line of readable text: no tags, single spaces, words and hyphens mended. Typos and capitals stay."""
    return mend_words(_HYPHEN_BREAK.sub("-", strip_markup(text)))


def strip_ordinal(text: str) -> str:
    """Take "1. ", "I. ",
    "II " or "A " off the front of a heading; roman or letter without a dot only before "Program".
    """
    return _ORDINAL.sub("", text, count=1)


def breaks_off(text: str) -> bool:
    """True when a text ends in a comma or in a word that something must follow."""
    return bool(_OPEN_END.search(text))


def name_key(name: str) -> str:
    """What two prints of the name of a program or kegiatan have in common: letters and digits, lower case, no
    "program" in front.
    """
    return re.sub("^program |[^a-z0-9]", "", name.lower())


def wording_key(text: str | None) -> str:
    """What makes two printed texts the same wording: letters only, lower case, no office's name, no fillers."""
    text = _OFFICE.sub("KPU", _FILLERS.sub(" ", text or ""))
    return letters(text)


def join(parts: list[str]) -> str:
    """Put the pieces of one cell together again, in order, with words mended across the seam."""
    return clean(" ".join(part for part in parts if part))


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """Only the letters, lower case: how headings are compared, since narrow columns break them anywhere."""
    return re.sub(r"[^a-z]", "", text.lower())


def starts_indicator(text: str) -> bool:
    """True when a line begins with a word that opens an indicator."""
    return bool(OPENING.match(text))
