"""Pieces of sentences: foreign text inside Markdown, years in words."""

import re
from collections.abc import Iterable

from pages.components.format import KEADAAN, is_missing, join_words, keadaan_word, number
from queries.comparisons.rapor import KABKOTA

# Where a long word may break: before a syllable, after the consonant that closes one, after a slash.
_SYLLABLES = re.compile(
    r"(?<=[aiueo])(?=(?:ng|ny|sy|kh|[bcdfghjklmnpqrstvwxyz])[aiueo])|(?<=[aiueo]ng)(?=[bcdfghjklmpqrstvwxyz])"
    r"|(?<=[aiueo][skmrltpd])(?=(?:ny|[bcdfgjklmnpqrstvwxz])[aiueo])|(?<=[aiueo]n)(?=[bcdfhjklmpqrstvwxz][aiueo])"
)
_LONG_WORD, SOFT_HYPHEN, MAY_BREAK = re.compile(r"[A-Za-z]{10,}"), "\u00ad", "\u200b"
SIGNS = r"\`*_[]<>#:$~|!&"
MOST_CHARACTERS, MOST_VALUES = 80, 5
PUSAT, PENDEK = "KPU RI", (("KPU ", ""), ("KIP ", ""), ("Kabupaten ", "Kab. "))
# An invisible sign, where Markdown acts on words that were already escaped: addresses, e-mail, icons, arrows.
_WORD_JOINER = "\u2060"
_ACTS_LATE = re.compile(r"(?<=:)(?=[\w/+-])|(?<=www)(?=\.)|(?<=@)(?=\w)|(?<=[-<])(?=[->])", re.IGNORECASE)
_BEGINS_A_BLOCK = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+=]))")


def plain(text: str) -> str:
    """Text that is not ours (printed, searched for, out of an address) as one line that Markdown leaves as it is."""
    joined = _ACTS_LATE.sub(_WORD_JOINER, " ".join(text.split()))
    escaped = "".join(f"\\{sign}" if sign in SIGNS else sign for sign in joined)
    return _BEGINS_A_BLOCK.sub(r"\1\\", escaped)


def cut(text: str) -> str:
    """The beginning of a text too long for a sentence; `plain` comes after, or it would break off inside an escape."""
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS].rstrip()}…"


def pendek(nama: str) -> str:
    """ "KPU Kabupaten Pacitan" → "Kab. Pacitan": what tells one satker from another; "KPU RI" stays."""
    for long, short in () if nama == PUSAT else PENDEK:
        nama = nama.replace(long, short, 1) if nama.startswith(long) else nama
    return nama


def breakable(text: str) -> str:
    """Text for a narrow column: a long word shows a hyphen where it has to break, and breaks between syllables."""
    broken = _LONG_WORD.sub(lambda word: _SYLLABLES.sub(SOFT_HYPHEN, word[0]), text)
    return broken.replace("/", f"/{MAY_BREAK}")


def sebutan(tingkat: Iterable[str]) -> str:
    """What satker of these levels are called when they are counted: kab/kota, or satker where some are of another."""
    return "kab/kota" if set(tingkat) == {KABKOTA} else "satker"


def foreign(values: list[str]) -> str:
    """Values out of an address as part of a sentence: harmless, shortened, the first few of many."""
    words = [plain(cut(value)) for value in values[:MOST_VALUES]]
    hidden = len(values) - MOST_VALUES
    return join_words([*words, f"{hidden} lagi"] if hidden > 0 else words)


def years_in_words(years: list[int]) -> str:
    """2020–2024 for three or more years without a gap, otherwise each of them."""
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}–{years[-1]}"
    return join_words([str(year) for year in years])


def angka(nilai: float | None, ordinal: str | None, satuan: str | None, keadaan: str | None) -> str:
    """A figure as read, with its state when that is not plain reading; empty when the row has none."""
    if keadaan is None:
        return ""
    icon = "" if keadaan == "ada" else f" {KEADAAN[keadaan][1]}"
    if is_missing(nilai) and not ordinal:
        return f"{keadaan_word(keadaan)}{icon}" if keadaan != "dikoreksi" else f"tidak ditargetkan{icon}"
    text = plain(ordinal) if ordinal else number(nilai)
    unit = "" if ordinal or not satuan else satuan if satuan == "%" else f" {plain(satuan)}"
    return f"{text}{unit}{icon}"
