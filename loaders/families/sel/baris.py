"""A row of cells under its heading: what stands in a column, and whether it can stand there."""

from __future__ import annotations

import re

from loaders.families.sel.kepala import KepalaSel
from loaders.families.sel.kolom import KATA, KINERJA, UANG, Kolom
from loaders.readers.lembar import Baris
from loaders.values.numbers import looks_like_value
from loaders.values.units import parse_unit

_ORDINAL = re.compile(r"^\W*(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5}|[A-Z]{1,3}[. ]?\d{1,2})(?:\.\d{1,2})*\W*$", re.ASCII)
_A_WORD = re.compile(r"[A-Za-z]{3}")
_MONEY = re.compile(r"^Rp\b[\s.]*\d", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:grand\s+)?(?:jumlah|total)(?:\s+(?:seluruh\w*|keseluruhan|anggaran|pagu|realisasi|dan|capaian|[IVX]+))*\W*|"
    r"(?:rata\s?-?\s?rata|(?:nilai\s+)?capaian\s+sasaran)"
    r"(?:\s+(?:nilai|capaian|kinerja|realisasi|persentase|sasaran|strategis|iku|\d+))*\W*",
    re.IGNORECASE,
)
PERCENT_WORDS = frozenset({"%", "persen", "persentase", "prosentase"})
WITHOUT_UNIT = frozenset({"nilai", "predikat", "opini", "kategori", "huruf", "skor", "indeks", "angka", "poin"})
"""What a column Satuan says of shares, and of values that have no unit."""


def is_ordinal(text: str) -> bool:
    """True for what stands in a column of numbers: "1", "1.2", "a.", "IV", "SS1"."""
    return bool(_ORDINAL.match(text))


def is_amount(text: str) -> bool:
    """True for a value or a sum of money, which never is a name."""
    return looks_like_value(text) or bool(_MONEY.match(text))


def is_unit_word(text: str) -> bool:
    """True for what stands in a column Satuan: a unit, or the word for values that have none."""
    word = text.lower()
    return word in PERCENT_WORDS | WITHOUT_UNIT or parse_unit(text) is not None


def is_summary(line: Baris) -> bool:
    """True for a row of a sum or an average, which says so in its first words."""
    return bool(line.isi) and bool(_TOTAL.fullmatch(line.isi[0][1]))


def words(line: Baris, kolom: Kolom) -> str:
    """The words under a heading; one over several columns may hold a number and a text."""
    return " ".join(filter(None, line.sel[kolom.awal : kolom.akhir + 1]))


def printed(line: Baris, kolom: Kolom) -> str:
    """What is printed under a heading, unmended."""
    return " ".join(filter(None, line.tercetak[kolom.awal : kolom.akhir + 1]))


def fits(line: Baris, kepala: KepalaSel) -> bool:
    """True when a row is as wide as its heading, its numbers and words stand in columns of theirs, and no text stands
    outside the columns."""
    if len(line.sel) != kepala.lebar:
        return False
    return all(stands_right(words(line, kolom), kolom) for kolom in kepala.kolom)


def stands_right(text: str, kolom: Kolom) -> bool:
    """True for a text that can stand in a column, as far as words and numbers go; a blank can stand anywhere."""
    if not text:
        return True
    if kolom.peran == "no":
        return is_ordinal(text) or bool(_TOTAL.fullmatch(text))
    if kolom.peran in KATA:
        return bool(_A_WORD.search(text)) and not is_amount(text) and not is_unit_word(text)
    return bool(kolom.teks)


def is_whole(line: Baris, kepala: KepalaSel) -> bool:
    """False where a column without a heading holds more than the number or the unit of the column at its left: then the
    heading does not say what stands under it."""
    if len(line.sel) != kepala.lebar:
        return True
    return all(_is_one(line, kolom) for kolom in kepala.kolom if kolom.akhir > kolom.awal)


def _is_one(line: Baris, kolom: Kolom) -> bool:
    first, *rest = line.sel[kolom.awal : kolom.akhir + 1]
    filled = [text for text in rest if text]
    if not first or not filled:
        return len(filled) < 2
    if kolom.peran in (*KINERJA, *UANG):
        return len(filled) == 1 and (parse_unit(filled[0]) is not None or first.rstrip(".").lower() == "rp")
    return len(filled) == 1 and is_ordinal(first) and kolom.peran in KATA


def has_values(line: Baris, kepala: KepalaSel) -> bool:
    """True when something stands in a column of values."""
    return any(printed(line, kolom) for kolom in kepala.kolom if kolom.peran in (*KINERJA, *UANG))
