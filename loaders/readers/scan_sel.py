"""Reads the cells of a table one by one: words as a block of Indonesian, short cells and figures a second time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from PIL import Image

from loaders.readers.scan_garis import Tinta
from loaders.readers.scan_kisi import Sel
from loaders.readers.scan_tesseract import ANGKA, KATA, Bacaan, Tesseract
from loaders.readers.scan_tinta import Kotak, cut_out, ink_box, is_dash, is_tall

_INSET = 6
"""Pixels from the middle of a ruling line to where the paper of a cell begins."""
_MARGIN = 14
_SHORT = 24
"""Characters: a value with its unit is no longer, and a longer text is words."""
_DIGITS = "0123456789.,%-"
_FIGURE = re.compile(r"^(?:Rp\.?\s?)?[\d|]")
_STROKE = re.compile(r"(?<!\S)[—–_~]+(?!\S)")
_WELL_FORMED = re.compile(r"^(?:\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,]\d{1,2})?\s?%?$")
_SPLIT_FIGURE = re.compile(r"(?<=\d[.,])\s+(?=\d{3})|(?<=\d)\s+(?=[.,]\d)")
_UNREADABLE = "?"


@dataclass(frozen=True)
class Terbaca:
    """A cell as read: `teks`, how sure it is (0 to 100), and `lain`, what another reading of its figure made of it."""

    teks: str
    yakin: float = 100.0
    lain: str | None = None


@dataclass(frozen=True)
class _Gambar:
    """The picture of a cell, and whether it holds several lines."""

    gambar: Image.Image
    tinggi: bool


def read_cells(tesseract: Tesseract, page: Image.Image, dark: Tinta, cells: list[Sel]) -> list[Terbaca]:
    """The text of every cell, in order; "" where no ink is, "?" where ink is and no letter was recognised in it."""
    boxes = [ink_box(dark, _inside(cell.kotak)) for cell in cells]
    found = [Terbaca("-" if box and is_dash(dark, box) else "") for box in boxes]
    waiting = {
        i: _Gambar(cut_out(page, b, _MARGIN), is_tall(dark, b)) for i, b in enumerate(boxes) if b and not found[i].teks
    }
    read = _read_twice(tesseract, waiting)
    return [read.get(i, cell) for i, cell in enumerate(found)]


def _read_twice(tesseract: Tesseract, pictures: dict[int, _Gambar]) -> dict[int, Terbaca]:
    """Every cell as words; what is short also with the data for figures, and figures with nothing but digits."""
    words = _read(tesseract, pictures, KATA)
    short = {i: pictures[i] for i, cell in words.items() if len(cell.teks) <= _SHORT}
    plain = _read(tesseract, short, ANGKA)
    figures = {i: pictures[i] for i, cell in plain.items() if _FIGURE.match(cell.teks)}
    digits = _read(tesseract, figures, ANGKA, _DIGITS)
    chosen = dict(words)
    for i, cell in plain.items():
        chosen[i] = _figure(cell, digits[i].teks) if i in digits else max(words[i], cell, key=lambda c: c.yakin)
    return {i: cell if cell.teks else Terbaca(_UNREADABLE, 0.0) for i, cell in chosen.items()}


def _read(tesseract: Tesseract, pictures: dict[int, _Gambar], bahasa: str, only: str = "") -> dict[int, Terbaca]:
    """One reading of each picture: those of several lines as a block, the others as one line."""
    found: dict[int, Terbaca] = {}
    for psm, tall in ((6, True), (7, False)):
        mine = [i for i, picture in pictures.items() if picture.tinggi is tall]
        texts = tesseract.read([pictures[i].gambar for i in mine], psm=psm, bahasa=bahasa, only=only)
        found |= {i: _text(bacaan) for i, bacaan in zip(mine, texts, strict=True)}
    return found


def _text(bacaan: Bacaan) -> Terbaca:
    """Words of all lines with single spaces; a lone stroke is a dash. As sure as its least sure word."""
    words = [word for line in bacaan for word in line]
    text = _STROKE.sub("-", " ".join(word.teks for word in words))
    return Terbaca(text, min((word.yakin for word in words), default=0.0))


def _figure(plain: Terbaca, digits: str) -> Terbaca:
    """A figure as read, put together where a space split it, or the reading of digits alone where only that has the
    form of a figure; the other one is kept where they differ.
    """
    text, digits = _SPLIT_FIGURE.sub("", plain.teks), digits.replace(" ", "")
    if re.sub(rf"[^{_DIGITS}]", "", text) == digits:
        return replace(plain, teks=text)
    if _WELL_FORMED.match(digits) and not _WELL_FORMED.match(text) and not re.search("[A-Za-z]", text):
        return replace(plain, teks=digits, lain=text)
    return replace(plain, teks=text, lain=digits)


def _inside(cell: Kotak) -> Kotak:
    """The paper of a cell, between its ruling lines."""
    left, top, right, bottom = cell
    return left + _INSET, top + _INSET, right - _INSET, bottom - _INSET
