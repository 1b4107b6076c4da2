"""Read a Word document (.docx): paragraphs and tables in the order of the body, tracked changes accepted.

A table inside a cell becomes a table of its own behind the outer one; a table of one column is a frame around text and
is read as if it were not there. Headers, footers, notes and comments are not read. A number that Word itself prints
before a paragraph is not in the file and is not invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.arsip import open_archive
from loaders.readers.docx_tabel import SelWord, grid_rows
from loaders.readers.docx_teks import flat, is_numbered, joined, text_boxes
from loaders.readers.format_jenis import ULANG
from loaders.readers.lembar import Lembar
from loaders.readers.ooxml import child, local_name, main_part, parse
from loaders.readers.penyusun import Penyusun
from loaders.readers.sel import fold
from loaders.readers.susunan import BarisKerja, arrange

_BLOCKS = frozenset({"p", "tbl", "altChunk"})
_PARAGRAPH, _TABLE = frozenset({"p"}), frozenset({"tbl"})


def read(path: Path) -> Lembar:
    """Read the body of the document `path`.

    Raises BerkasTidakTerbaca for what is no Word document, locked, damaged or beyond the limits.
    """
    with open_archive(path) as archive:
        root = parse(archive, main_part(archive))
        body = child(root, "body")
        if local_name(root) != "document" or body is None:
            raise BerkasTidakTerbaca(path.name, f"bukan dokumen Word .docx. {ULANG} sebagai .docx.")
        return _Pembaca(path.name).read(body)


class _Pembaca:
    """Walks the body from top to bottom."""

    def __init__(self, berkas: str) -> None:
        self.penyusun = Penyusun(berkas)
        self.tables = self.paragraphs = self.numbered = self.embedded = 0

    def read(self, body: Element) -> Lembar:
        self._blocks(body)
        pictures = sum(1 for element in body.iter() if local_name(element) in ("blip", "imagedata"))
        for count, sentence in (
            (self.numbered, "paragraf bernomor otomatis di dalam tabel; nomornya tidak tertulis di berkas"),
            (self.embedded, "dokumen tersemat tidak dibaca. Salin isinya ke dokumen ini"),
            (pictures, "gambar; tulisan di dalamnya tidak dibaca"),
        ):
            if count:
                self.penyusun.catatan.append(f"Ada {count} {sentence}.")
        return self.penyusun.finish()

    def _blocks(self, container: Element, place: str = "") -> None:
        """Paragraphs and tables in order, each paragraph followed by the text boxes anchored in it."""
        for name, group in groupby(flat(container, _BLOCKS), key=local_name):
            if name == "p":
                self._paragraphs(group, place)
            elif name == "tbl":
                for table in group:
                    self._table(table, place)
            else:
                self.embedded += sum(1 for _ in group)

    def _paragraphs(self, paragraphs: Iterable[Element], place: str) -> None:
        for paragraph, text in joined(paragraphs):
            self.paragraphs += 1
            self.penyusun.prose(text, f"paragraf {self.paragraphs}{place}")
            for box in text_boxes(paragraph):
                self._blocks(box, place)

    def _table(self, table: Element, place: str) -> None:
        rows = grid_rows(table)
        width = max((cell.kolom + cell.lebar for row in rows for cell in row), default=0)
        self.tables += 1
        name = f"tabel {self.tables}"
        self.penyusun.gap()
        if width == 1:
            for content in (cell.isi for row in rows for cell in row if cell.isi is not None):
                self._blocks(content, f" di {name}{place}")
        else:
            self._rows(rows, f"{name}{place}", range(width))
        self.penyusun.gap()

    def _rows(self, rows: list[list[SelWord]], name: str, kolom: range) -> None:
        inner: list[tuple[int, Element]] = []
        shown: list[BarisKerja] = []
        for number, row in enumerate(rows, start=1):
            cells = [(cell.kolom, cell.isi) for cell in row if cell.isi is not None]
            if filled := {column: text for column, element in cells if (text := self._text(element))}:
                shown.append(BarisKerja(number, filled))
            inner += [(number, table) for _, element in cells for table in _tables_inside(element)]
        arrange(shown, self.penyusun, lambda number: f"{name}, baris {number}", kolom=kolom, asal="tabel")
        for number, table in inner:
            self._table(table, f" (di dalam {name}, baris {number})")

    def _text(self, cell: Element) -> str:
        """The text of a cell: its paragraphs and their text boxes on one line, without tables inside it."""
        texts: list[str] = []
        for paragraph, text in joined(flat(cell, _PARAGRAPH)):
            self.numbered += is_numbered(paragraph)
            texts += [text, *(self._text(box) for box in text_boxes(paragraph))]
        return fold(" ".join(texts))


def _tables_inside(cell: Element) -> Iterator[Element]:
    """The tables of a cell and of the text boxes in it."""
    yield from flat(cell, _TABLE)
    for paragraph in flat(cell, _PARAGRAPH):
        for box in text_boxes(paragraph):
            yield from _tables_inside(box)
