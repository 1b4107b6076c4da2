"""Read a Word document (.docx): paragraphs and tables in the order of the body, as they are printed.

Insertions are accepted, deletions and field codes left out. A table is laid out on one grid, a merged cell keeping its
text in the first place; a table inside a cell becomes a table of its own behind the outer one, and a table of one
column is a frame around text and is read as if it were not there. Headers, footers, notes and comments are not read. A
number that Word itself prints before a paragraph is not in the file and is not invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.arrange import BarisKerja, arrange
from loaders.readers.lembar import Lembar, Penyusun, fold, set_apart
from loaders.readers.office.package import attribute, child, children, is_on, local_name, main_part, open_archive, parse
from loaders.readers.signs import ULANG

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


_SLIVER = 114
"""Twips (2 mm): grid lines nearer than this are one line that was drawn unevenly, since no column is so narrow."""


@dataclass(frozen=True)
class SelWord:
    """One cell: its first grid column, how many it spans, and its element; None where a cell above covers it."""

    kolom: int
    lebar: int
    isi: Element | None


def grid_rows(table: Element) -> list[list[SelWord]]:
    """The rows of a table, deleted ones left out, each as its cells on the table's grid."""
    rows: list[list[SelWord]] = []
    open_above: frozenset[int] = frozenset()
    for row in flat(table, frozenset({"tr"})):
        if child(row, "trPr", "del") is None:
            cells = list(_cells(row, open_above))
            open_above = frozenset(cell.kolom for cell, merged in cells if merged)
            rows.append([cell for cell, _ in cells])
    return _straightened(rows, _widths(table))


def _cells(row: Element, open_above: frozenset[int]) -> Iterator[tuple[SelWord, bool]]:
    """The cells of a row, each with whether it belongs to a vertical merge."""
    column = _number(child(row, "trPr", "gridBefore"), 0)
    for cell in flat(row, frozenset({"tc"})):
        span = max(1, _number(child(cell, "tcPr", "gridSpan"), 1))
        merge = child(cell, "tcPr", "vMerge")
        goes_on = merge is not None and (attribute(merge, "val") or "continue") == "continue"
        covered = (goes_on and column in open_above) or child(cell, "tcPr", "cellDel") is not None
        yield SelWord(column, span, None if covered else cell), merge is not None
        column += span


def _widths(table: Element) -> list[int]:
    grid = child(table, "tblGrid")
    return [] if grid is None else [int(attribute(column, "w") or 0) for column in children(grid, "gridCol")]


def _straightened(rows: list[list[SelWord]], widths: list[int]) -> list[list[SelWord]]:
    """The same rows with grid lines that stand too near each other taken as one; untouched where a cell with text
    would vanish between two of them or the grid does not fit the rows."""
    edges = {cell.kolom for row in rows for cell in row} | {cell.kolom + cell.lebar for row in rows for cell in row}
    if not edges or max(edges) > len(widths):
        return rows
    line = _lines(sorted(edges), widths)
    moved = [[SelWord(line[c.kolom], line[c.kolom + c.lebar] - line[c.kolom], c.isi) for c in row] for row in rows]
    return moved if all(cell.lebar for row in moved for cell in row) else rows


def _lines(edges: list[int], widths: list[int]) -> Mapping[int, int]:
    """Grid line → number of the drawn line it belongs to, from 0."""
    found: dict[int, int] = {}
    number, last = -1, -_SLIVER - 1
    for edge in edges:
        position = sum(widths[:edge])
        if position - last > _SLIVER:
            number, last = number + 1, position
        found[edge] = number
    return found


def _number(element: Element | None, default: int) -> int:
    """The number an element gives, at most what a Word table may have. Raises ValueError for other text."""
    return default if element is None else min(int(attribute(element, "val") or default), 63)


_UNPRINTED = frozenset(
    {
        "del", "moveFrom", "delText", "instrText", "delInstrText", "fldData", "rPr", "pPr", "sdtPr", "sdtEndPr", "rt",
        "drawing", "pict", "object", "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef",
        "annotationRef", "commentReference", "smartTagPr", "customXmlPr",
    }
)  # fmt: skip
"""Elements whose text is not part of the line: deletions, codes, properties, marks of notes, and pictures, whose text
boxes are read on their own."""
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_SIGNS = {"tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}


def parts(element: Element) -> Iterator[Element]:
    """The children of an element; of alternatives for old and new programs, those for the new ones."""
    for part in element:
        if local_name(part) == "AlternateContent":
            chosen = child(part, "Choice")
            yield from () if chosen is None else parts(chosen)
        else:
            yield part


def run_text(element: Element) -> str:
    """The printed text within an element, from left to right."""
    name = local_name(element)
    if name in _UNPRINTED or (name == "r" and is_on(child(element, "rPr", "vanish"))):
        return ""
    if name == "r" and _is_apart(element):
        return set_apart("".join(run_text(part) for part in parts(element)))
    if name == "t":
        return element.text or ""
    if name == "sym":
        return chr(int(attribute(element, "char") or "FFFD", 16))
    return _SIGNS.get(name) or "".join(run_text(part) for part in parts(element))


def _is_apart(run: Element) -> bool:
    """True for a run that is raised, lowered or struck through."""
    place = child(run, "rPr", "vertAlign")
    struck = is_on(child(run, "rPr", "strike")) or is_on(child(run, "rPr", "dstrike"))
    return struck or (place is not None and attribute(place, "val") in ("superscript", "subscript"))


def joined(paragraphs: Iterable[Element]) -> Iterator[tuple[Element, str]]:
    """Paragraphs with their text. One whose end was deleted runs on into the next, which then carries both texts."""
    waiting = list(paragraphs)
    carried = ""
    for paragraph in waiting:
        text = carried + run_text(paragraph)
        runs_on = child(paragraph, "pPr", "rPr", "del") is not None and paragraph is not waiting[-1]
        carried = text if runs_on else ""
        if not runs_on:
            yield paragraph, text


def text_boxes(element: Element) -> Iterator[Element]:
    """The contents of text boxes anchored in a paragraph, in order; those within a deletion are gone."""
    for part in parts(element):
        name = local_name(part)
        if name == "txbxContent":
            yield part
        elif name not in ("del", "moveFrom"):
            yield from text_boxes(part)


def is_numbered(paragraph: Element) -> bool:
    """True when Word prints a number or bullet before the paragraph that its text does not hold."""
    number = child(paragraph, "pPr", "numPr", "numId")
    return number is not None and attribute(number, "val") != "0"


def flat(container: Element, names: frozenset[str]) -> Iterator[Element]:
    """The elements with these tags within a container, through wrappers such as content controls and insertions."""
    for part in parts(container):
        name = local_name(part)
        if name in names:
            yield part
        elif name in _WRAPPERS:
            yield from flat(part, names)
