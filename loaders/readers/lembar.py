"""What every reader yields: the lines of a document in order, each a row of cells or a line of prose.

A reader knows a format and nothing of what the lines mean; the families know the tables and nothing of formats.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from loaders.readers.format_jenis import Format
from loaders.values.names import clean, strip_markup


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
