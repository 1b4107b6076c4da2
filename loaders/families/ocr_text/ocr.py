"""What the families of OCR text share: opening words of indicators, values at the end of a line, doubtful seams."""

from __future__ import annotations

import re

from loaders.readers import Baris
from loaders.records import Sasaran, Tabel
from loaders.values import breaks_off, join, looks_like_value

_DAMAGE = re.compile(r"[éè“”‘’@_\[\]{}#]|(?<=\w)\"(?=\w)")
_COLUMN_NUMBERS = re.compile(r"^[\s()\d@©Q\]\[]+$")


def is_damaged(text: str) -> bool:
    """True when a line holds signs that no Indonesian heading holds: what OCR makes of stamps and signatures."""
    return bool(_DAMAGE.search(text))


def is_column_numbers(text: str) -> bool:
    """True for the row "(1) (2)" under a heading, however OCR printed it."""
    return bool(_COLUMN_NUMBERS.match(text)) and not looks_like_value(text)


def doubtful_seam(before: str, line: Baris, previous: int) -> bool:
    """True when a line may not continue `before`: a gap, a capital, and nothing that asked for more."""
    text = line.teks.strip()
    return line.nomor - previous > 1 and text[:1].isupper() and not breaks_off(before)


def tail_values(text: str, most: int) -> tuple[str, list[str]]:
    """Split up to `most` value-like words off the end of a line: (words, values in printed order)."""
    words = text.split()
    values: list[str] = []
    while words and len(values) < most and looks_like_value(words[-1]):
        values.insert(0, words.pop())
    return " ".join(words), values


def grow(sasaran: Sasaran, line: Baris) -> None:
    """Add a line to a sasaran."""
    sasaran.teks = join([sasaran.teks, line.teks])
    sasaran.baris_akhir = line.nomor


def doubt_open_sasaran(tabel: Tabel) -> None:
    """Put every sasaran whose text breaks off in doubt."""
    for sasaran in tabel.sasaran:
        if breaks_off(sasaran.teks):
            tabel.doubt(sasaran.baris, "sasaran", "teks_terputus", f"Teks sasaran terputus: «{sasaran.teks}».")
