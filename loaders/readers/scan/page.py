"""One page of a scan → its printed lines in order: rows of cells where a table is ruled, prose elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

from PIL import Image, ImageDraw

from loaders.readers.lembar import Baris
from loaders.readers.scan.cells import Terbaca, cut_out, ink_box, read_cells
from loaders.readers.scan.grid import Kisi, grids
from loaders.readers.scan.picture import level, smooth
from loaders.readers.scan.rules import Tinta, ink
from loaders.readers.scan.tesseract import Kata, Tesseract

_WORDS = re.compile(r"\w\w")
_SHOWN = 5
_EDGE = 8
_MARGIN = 20


@dataclass(frozen=True)
class BarisPindai:
    """A printed line of a scanned page without its number; `teks` and `tempat` as in Baris, "" for a break."""

    teks: str
    halaman: int
    tempat: str

    def numbered(self, nomor: int) -> Baris:
        """The line as the n-th of its document."""
        return Baris(nomor, self.teks, self.halaman, self.tempat, ocr=True)


@dataclass(frozen=True)
class HalamanPindai:
    """A scanned page: its 1-based number, its lines, and sentences about what was not sure."""

    halaman: int
    baris: tuple[BarisPindai, ...]
    catatan: tuple[str, ...]


def read_page(tesseract: Tesseract, picture: Image.Image, halaman: int) -> HalamanPindai:
    """Recognise one page. Raises BerkasTidakTerbaca when tesseract fails."""
    if turn := tesseract.turn(picture):
        picture = picture.rotate(-turn, expand=True, fillcolor=255)
    picture = level(smooth(picture))
    dark = ink(picture)
    tables = grids(dark)
    read = [read_cells(tesseract, picture, dark, list(table.sel)) for table in tables]
    numbered = list(enumerate(zip(tables, read, strict=True), start=1))
    pieces = [(table.kotak[1], _rows(table, cells, halaman, i)) for i, (table, cells) in numbered]
    pieces += _prose(tesseract, picture, dark, tables, halaman)
    runs = [lines for _, lines in sorted(pieces, key=lambda piece: piece[0]) if lines]
    notes = [note for i, (table, cells) in numbered if (note := _note(table, cells, halaman, i))]
    if not runs:
        notes.append(f"Halaman {halaman} tidak berisi teks yang dapat dikenali.")
    return HalamanPindai(halaman, tuple(_with_breaks(runs, halaman)), tuple(notes))


def _rows(table: Kisi, read: list[Terbaca], halaman: int, nomor: int) -> list[BarisPindai]:
    """The rows of a table that hold something, a spanning cell's text in its first place."""
    rows = [[""] * table.kolom for _ in range(table.baris)]
    for cell, found in zip(table.sel, read, strict=True):
        rows[cell.baris][cell.kolom] = found.teks
    return [
        BarisPindai("\t".join(row), halaman, f"halaman {halaman}, tabel {nomor}, baris {i}")
        for i, row in enumerate(rows, start=1)
        if any(row)
    ]


def _prose(
    tesseract: Tesseract, picture: Image.Image, dark: Tinta, tables: list[Kisi], halaman: int
) -> list[tuple[int, list[BarisPindai]]]:
    """The lines outside the tables, each run with the height it begins at; a wide gap between lines parts runs."""
    lines = _lines(tesseract, picture, dark, tables)
    usual = median([max(word.tinggi for word in line) for line in lines]) if lines else 0
    runs: list[tuple[int, list[BarisPindai]]] = []
    before = 0
    for line in lines:
        here = _top(line)
        crossed = any(before < table.kotak[1] < here for table in tables)
        if not runs or crossed or here - before > 1.2 * usual:
            runs.append((here, []))
        runs[-1][1].append(BarisPindai(" ".join(word.teks for word in line), halaman, f"halaman {halaman}"))
        before = max(word.atas + word.tinggi for word in line)
    return runs


def _lines(tesseract: Tesseract, picture: Image.Image, dark: Tinta, tables: list[Kisi]) -> list[list[Kata]]:
    """The lines of words outside the tables, from top to bottom; their height is that on the page."""
    paper, bare = picture.copy(), dark.copy()
    for table in tables:
        left, top, right, bottom = table.kotak
        left, top, right, bottom = max(0, left - _EDGE), max(0, top - _EDGE), right + _EDGE, bottom + _EDGE
        ImageDraw.Draw(paper).rectangle((left, top, right, bottom), fill=255)
        bare[top:bottom, left:right] = False
    box = ink_box(bare, (0, 0, picture.width, picture.height))
    if box is None:
        return []
    (found,) = tesseract.read([cut_out(paper, box, _MARGIN)], psm=6)
    down = box[1] - _MARGIN
    placed = [[replace(word, atas=word.atas + down) for word in line] for line in found]
    return sorted((line for line in placed if _WORDS.search(" ".join(word.teks for word in line))), key=_top)


def _top(line: list[Kata]) -> int:
    return min(word.atas for word in line)


def _with_breaks(runs: list[list[BarisPindai]], halaman: int) -> Iterator[BarisPindai]:
    """All lines in order with a blank one between two runs: tables, and prose that a wide gap parts."""
    for i, lines in enumerate(runs):
        if i:
            yield BarisPindai("", halaman, f"halaman {halaman}")
        yield from lines


def _note(table: Kisi, read: list[Terbaca], halaman: int, nomor: int) -> str | None:
    """A sentence that names the cells whose two readings differ."""
    unsure = [
        f"baris {cell.baris + 1} kolom {cell.kolom + 1} «{found.teks}» atau «{found.lain}»"
        for cell, found in zip(table.sel, read, strict=True)
        if found.lain is not None
    ]
    if not unsure:
        return None
    more = f" dan {len(unsure) - _SHOWN} lagi" if len(unsure) > _SHOWN else ""
    return f"Halaman {halaman}, tabel {nomor}: dua bacaan berbeda pada {'; '.join(unsure[:_SHOWN])}{more}."
