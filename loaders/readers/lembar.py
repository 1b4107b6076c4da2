"""What every reader yields: the lines of a document in order, each a row of cells or a line of prose.

A reader knows a format and nothing of what the lines mean; the families know the tables and nothing of formats.
Penyusun collects the lines and keeps a document within the limits that keep a hostile file from filling the memory.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.signs import Format
from loaders.values import clean, strip_markup


@dataclass(frozen=True)
class Baris:
    """One printed line or table row. `nomor`: 1-based, counts on through the whole document.

    `teks`: as printed, cells parted by tabs, no line break inside. A cell that spans columns or rows stands in its
    first place, the others are empty. `halaman`: 1-based page, None where a format has no pages. `tempat`: where it
    stands, in words ("halaman 3, tabel 2, baris 5"), None where the line number says it. `ocr`: its letters were
    recognised in a picture, so nothing of it is certain. `ragu`: a page break may have cut it off the row before it.
    """

    nomor: int
    teks: str
    halaman: int | None = None
    tempat: str | None = None
    ocr: bool = False
    ragu: bool = False

    @property
    def ada_sel(self) -> bool:
        """True when the line is a row of cells, not a line of prose."""
        return "\t" in self.teks

    @property
    def kosong(self) -> bool:
        """True when nothing is printed on the line."""
        return not self.teks.strip()

    @cached_property
    def tercetak(self) -> tuple[str, ...]:
        """The cells of the line as printed: markup removed and spaces folded, nothing mended."""
        return tuple(strip_markup(cell) for cell in self.teks.split("\t"))

    @cached_property
    def sel(self) -> tuple[str, ...]:
        """The cells of the line as readable text: words broken by a narrow column are mended."""
        return tuple(clean(cell) for cell in self.teks.split("\t"))

    @cached_property
    def isi(self) -> tuple[tuple[int, str], ...]:
        """The cells that hold something, each with its column."""
        return tuple((i, cell) for i, cell in enumerate(self.sel) if cell)


@dataclass(frozen=True)
class Lembar:
    """All lines of one file, in order. `baris[n - 1]` is line n. A blank line parts tables and pages.

    `catatan`: sentences about what the reader did or could not do ("halaman 4 tidak berisi teks"). `utuh`: False where
    a part could not be read now but may be another time, so that the reading is not kept. `format`: what
    its content is.
    """

    nama: str
    baris: tuple[Baris, ...]
    catatan: tuple[str, ...] = ()
    utuh: bool = True
    format: Format | None = None

    def di(self, nomor: int) -> Baris:
        """The line with this 1-based number."""
        return self.baris[nomor - 1]


MAKS_SEL = 2_000_000
"""Most cells of a document: a hundred times the largest we know, and what fits in memory."""
MAKS_PANJANG_SEL = 32_767
"""Most characters of a cell: what a spreadsheet can hold."""

_SPACES = re.compile(r"\s+")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def set_apart(text: str) -> str:
    """Raised, lowered or struck-through text with a sign that no number has: "95" with a raised note 1 is not 951,
    and a crossed-out 80 before 90 is not 8090. What it stands beside is refused, never read together with it.
    """
    return f" ^{text.strip()} " if text.strip() else text


def fold(text: str) -> str:
    """Text on one line: single spaces, no tabs or line breaks, no signs that print nothing (soft hyphen …)."""
    return _SPACES.sub(" ", text.translate(_UNSEEN)).strip()


class Penyusun:
    """The lines of one document, in order. Every method takes text as found and makes one printed line of it."""

    def __init__(self, berkas: str) -> None:
        self.berkas = berkas
        self.catatan: list[str] = []
        self._baris: list[Baris] = []
        self._cells = 0

    def prose(self, teks: str, tempat: str) -> None:
        """Add a line of prose; a line without text becomes a gap."""
        if text := fold(self.checked(teks, tempat)):
            self._add(text, tempat)
        else:
            self.gap()

    def row(self, sel: Sequence[str], tempat: str) -> None:
        """Add a row of two cells or more."""
        self._add("\t".join(fold(self.checked(cell, tempat)) for cell in sel), tempat)

    def gap(self) -> None:
        """Add a blank line, which parts what stands before and after; never two in a row, none at the beginning."""
        if self._baris and not self._baris[-1].kosong:
            self._add("", None)

    def reserve(self, cells: int, tempat: str) -> None:
        """Count cells of the document before they are made. Raises BerkasTidakTerbaca, naming the place, beyond
        MAKS_SEL."""
        self._cells += cells
        if self._cells > MAKS_SEL:
            raise BerkasTidakTerbaca(
                self.berkas,
                f"lebih dari {_shown(MAKS_SEL)} sel sampai {tempat}. "
                "Hapus baris dan kolom yang tidak terpakai, atau pecah berkasnya.",
            )

    def checked(self, teks: str, tempat: str) -> str:
        """The text itself. Raises BerkasTidakTerbaca, naming the place, when it is longer than a cell can be."""
        if len(teks) > MAKS_PANJANG_SEL:
            raise BerkasTidakTerbaca(
                self.berkas,
                f"{tempat} memuat teks lebih dari {_shown(MAKS_PANJANG_SEL)} huruf. "
                "Periksa isinya; satu sel tidak dapat sepanjang itu.",
            )
        return teks

    def finish(self) -> Lembar:
        """The document: all lines numbered from 1, without a blank line at the end."""
        if self._baris and self._baris[-1].kosong:
            self._baris.pop()
        return Lembar(self.berkas, tuple(self._baris), tuple(self.catatan))

    def _add(self, teks: str, tempat: str | None) -> None:
        self._baris.append(Baris(len(self._baris) + 1, teks, tempat=tempat))


def _shown(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def place(line: Baris) -> str:
    """Where a line stands, in words."""
    return line.tempat or f"baris {line.nomor}"
