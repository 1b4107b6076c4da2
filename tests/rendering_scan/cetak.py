"""Prints pages with ruled tables at 300 dots an inch, with the font that comes with Pillow: the same on every machine.

A table is a list of rows of cells; "<" continues the cell to its left, "^" the one above.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

A4 = (2480, 3508)
MARGIN, PAD, THICK = 180, 16, 4
SIZE, LEADING = 42, 52
FONT = ImageFont.load_default(size=SIZE)


@dataclass(frozen=True)
class Meja:
    """A table: its rows and the widths of its columns in pixels."""

    baris: list[list[str]]
    lebar: list[int]


def page(*parts: str | Meja) -> Image.Image:
    """A page as wide as A4 and as high as it needs: lines of text and tables below each other."""
    sheet = Image.new("L", A4, 255)
    draw = ImageDraw.Draw(sheet)
    y = MARGIN
    for part in parts:
        if isinstance(part, str):
            draw.text((MARGIN, y), part, font=FONT, fill=0)
            y += LEADING
        else:
            y = _table(draw, part, y + 30) + 60
    assert y < A4[1], "the page is full"
    sheet = sheet.crop((0, 0, A4[0], min(A4[1], y + MARGIN)))
    sheet.info["dpi"] = (300, 300)
    return sheet


def _table(draw: ImageDraw.ImageDraw, table: Meja, top: int) -> int:
    """Draw a table; returns where it ends. Rows are as high as their own cells need."""
    xs = [MARGIN + sum(table.lebar[:i]) for i in range(len(table.lebar) + 1)]
    ys = [top]
    for row in table.baris:
        own = [len(_wrap(text, table.lebar[j])) for j, text in enumerate(row) if not _spans(row, j)]
        ys.append(ys[-1] + 2 * PAD + LEADING * max(own, default=1))
    for i, row in enumerate(table.baris):
        for j, text in enumerate(row):
            if text in ("<", "^"):
                continue
            right = j + 1
            while right < len(row) and row[right] == "<":
                right += 1
            bottom = i + 1
            while bottom < len(table.baris) and table.baris[bottom][j] == "^":
                bottom += 1
            draw.rectangle((xs[j], ys[i], xs[right] + THICK - 1, ys[bottom] + THICK - 1), outline=0, width=THICK)
            for k, line in enumerate(_wrap(text, xs[right] - xs[j])):
                draw.text((xs[j] + PAD, ys[i] + PAD + k * LEADING), line, font=FONT, fill=0)
    return ys[-1]


def _spans(row: list[str], j: int) -> bool:
    """True for a cell, or a part of one, that spans columns or continues the one above."""
    return row[j] in ("<", "^") or row[j + 1 : j + 2] == ["<"]


def _wrap(text: str, width: int) -> list[str]:
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if FONT.getlength(longer) > width - 2 * PAD and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def as_text(*parts: str | Meja) -> list[str]:
    """The same page as the lines a reader should give: cells parted by tabs, a spanning cell in its first place."""
    found: list[str] = []
    for i, part in enumerate(parts):
        if isinstance(part, str):
            found.append(part)
        else:
            found += ["\t".join("" if cell in ("<", "^") else cell for cell in row) for row in part.baris]
        if i + 1 < len(parts) and (isinstance(part, Meja) or isinstance(parts[i + 1], Meja)):
            found.append("")
    return found
