"""Looks at the ink of a place on a page: where it is, whether it is a dash, whether it stands on several lines."""

from __future__ import annotations

import numpy as np
from PIL import Image

from loaders.readers.scan_garis import Tinta

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
