"""Reads the cells of a table one by one: words as a block of Indonesian, short cells and figures a second time.

The ink of a cell tells where it stands, whether it is a dash and whether it stands on several lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from loaders.readers.scan.grid import Sel
from loaders.readers.scan.rules import Tinta
from loaders.readers.scan.tesseract import ANGKA, KATA, Bacaan, Tesseract

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


Kotak = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""
_BLOCK = 8
_LEAST_INK = 12
"""Dark pixels around a block of 8 × 8 that make a dot or a dash of small print; dust has fewer."""
_ONE_LINE = 62
"""Pixels: ink higher than this is several lines of text, even where their letters touch."""
_SOFT = 2
"""Pixels around ink in which the edges of letters fade."""
_LETTER = 10
"""Pixels: a band of ink lower than this is a dot or an accent, not a line of text."""


def ink_box(dark: Tinta, place: Kotak) -> Kotak | None:
    """The box of what is printed in a place of the page, specks aside; None where nothing is."""
    left, top, right, bottom = place
    inside = dark[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]
    if min(inside.shape) < 8:
        return None
    solid = _without_specks(inside)
    solid = np.pad(solid, [(0, -size % _BLOCK) for size in solid.shape])
    blocks = solid.reshape(solid.shape[0] // _BLOCK, _BLOCK, -1, _BLOCK).sum((1, 3))
    near = np.pad(blocks, 1)
    near = sum(near[i : i + blocks.shape[0], j : j + blocks.shape[1]] for i in range(3) for j in range(3))
    printed = solid & np.kron(np.asarray(near) >= _LEAST_INK, np.ones((_BLOCK, _BLOCK), dtype=bool))
    if not printed.any():
        return None
    ys, xs = np.flatnonzero(printed.any(1)), np.flatnonzero(printed.any(0))
    return left + int(xs[0]) - 1, top + int(ys[0]) - 1, left + int(xs[-1]) + 2, top + int(ys[-1]) + 2


def _without_specks(inside: Tinta) -> Tinta:
    """Only ink that has ink on most sides: strokes of letters, not dust."""
    padded = np.pad(inside, 1).astype(np.int8)
    height, width = inside.shape
    around = sum(padded[i : i + height, j : j + width] for i in range(3) for j in range(3))
    return inside & (np.asarray(around) >= 5)


def is_dash(dark: Tinta, box: Kotak) -> bool:
    """True for one flat stroke, which tesseract mostly leaves out."""
    left, top, right, bottom = box
    solid = _without_specks(dark[top:bottom, left:right])
    ys, xs = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    height, width = int(np.ptp(ys)) + 1, int(np.ptp(xs)) + 1
    flat = height <= 9 and 6 <= width <= 60 and width >= 1.6 * height
    return flat and bool(solid.sum() > 0.6 * height * width)


def is_tall(dark: Tinta, box: Kotak) -> bool:
    """True when what is printed in a box stands on several lines."""
    left, top, right, bottom = box
    if bottom - top > _ONE_LINE:
        return True
    rows = np.pad(_without_specks(dark[top:bottom, left:right]).any(1), 1).astype(np.int8)
    edges = np.flatnonzero(np.diff(rows))
    return int((edges[1::2] - edges[0::2] >= _LETTER).sum()) > 1


def cut_out(page: Image.Image, box: Kotak, margin: int) -> Image.Image:
    """What is printed in a box of the page, on a white margin of that many pixels."""
    left, top, right, bottom = box
    sheet = Image.new("L", (right - left + 2 * margin, bottom - top + 2 * margin), 255)
    around = (
        max(0, left - _SOFT),
        max(0, top - _SOFT),
        min(page.width, right + _SOFT),
        min(page.height, bottom + _SOFT),
    )
    sheet.paste(page.crop(around), (margin + around[0] - left, margin + around[1] - top))
    return sheet
