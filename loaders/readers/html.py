"""Read an HTML page, and what some programs save as .xls: lines and tables in the order of the page.

Nothing is fetched or run. The rows of a table, whose cells span columns and rows, are laid out on one grid, and what a
cell spans beyond its first place stays empty. A table inside a cell becomes a table of its own behind the outer one; a
table of one column is a frame around text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.arrange import BarisKerja, arrange
from loaders.readers.decode import decode
from loaders.readers.lembar import Lembar, Penyusun, fold
from loaders.readers.number_format import print_number
from loaders.readers.signs import ULANG

MAKS_BERSARANG = 150
"""How deep elements may stand inside each other; a page of an office program stays under forty."""
_SKIPPED = frozenset(
    {"head", "script", "style", "template", "noscript", "object", "iframe", "svg", "select", "textarea"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "o:p", "q", "s",
     "del", "small", "strike", "span", "strong", "sub", "sup", "tt", "u", "wbr"}
)  # fmt: skip
_APART = ("sup", "sub", "s", "strike", "del")
"""Raised, lowered and struck-through text: marked as in sel.set_apart, so that it never joins a number."""
_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
_TWO_WAYS = re.compile(r"^\d{1,3}[.,]\d{3}$", re.ASCII)
_TRUE_VALUE = re.compile(r"^-?\d+(?:\.\d+)?(?:E[+-]?\d{1,3})?$", re.ASCII | re.IGNORECASE)


def read(path: Path) -> Lembar:
    """Read the page `path`. Raises BerkasTidakTerbaca for what holds no page of its own, or is beyond the limits."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BerkasTidakTerbaca(
            path.name, f"tidak dapat dibuka: {error.strerror}. Periksa letak dan izin berkas."
        ) from error
    stated = _CHARSET.search(content[:4096])
    text, _ = decode(content, path.name, stated[1].decode() if stated else None)
    if not text.strip():
        return Lembar(path.name, ())
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode(), parser)
    except html.etree.ParserError:  # a document type or comments, and no element
        return Lembar(path.name, ())
    if next(root.iter("frameset"), None) is not None:
        raise BerkasTidakTerbaca(path.name, f"hanya bingkai; isinya ada di berkas lain. {ULANG} sebagai .xlsx.")
    for element in root.iter(*_APART):
        element.text, element.tail = f" ^{element.text or ''}", f" {element.tail or ''}"
    return _Pembaca(path.name).read(root)


class _Pembaca:
    """Walks the page from top to bottom."""

    def __init__(self, berkas: str) -> None:
        self.penyusun = Penyusun(berkas)
        self.line: list[str] = []
        self.tables = self.lines = self.hidden = 0

    def read(self, root: HtmlElement) -> Lembar:
        self._inside(root, "", 0)
        self._end_line("")
        if self.hidden:
            self.penyusun.catatan.append(f"Ada {self.hidden} baris tabel yang disembunyikan; tetap dibaca.")
        return self.penyusun.finish()

    def _inside(self, element: HtmlElement, place: str, depth: int) -> None:
        """What stands within an element: text, lines and tables."""
        self._check(depth)
        self.line.append(element.text or "")
        for part in element:
            if part.tag == "table":
                self._end_line(place)
                self._table(part, place, depth + 1)
            elif part.tag in _INLINE:
                self._inside(part, place, depth + 1)
            elif part.tag not in _SKIPPED:
                self._end_line(place)
                self._block(part, place, depth + 1)
            self.line.append(part.tail or "")

    def _block(self, element: HtmlElement, place: str, depth: int) -> None:
        """An element that begins and ends a line; one without text is a gap."""
        before = self.lines
        self._inside(element, place, depth)
        self._end_line(place)
        if self.lines == before and element.tag != "br":
            self.penyusun.gap()

    def _check(self, depth: int) -> None:
        if depth > MAKS_BERSARANG:
            raise BerkasTidakTerbaca(
                self.penyusun.berkas, f"unsurnya bersarang lebih dari {MAKS_BERSARANG} tingkat. {ULANG} sebagai .xlsx."
            )

    def _end_line(self, place: str) -> None:
        text, self.line = fold("".join(self.line)), []
        if text:
            self.lines += 1
            self.penyusun.prose(text, f"paragraf {self.lines}{place}")

    def _table(self, table: HtmlElement, place: str, depth: int) -> None:
        self._check(depth)
        rows, width = grid_rows(table)
        self.tables += 1
        name = f"tabel {self.tables}"
        for caption in table.iterchildren("caption"):
            self._block(caption, place, depth + 1)
        self.penyusun.gap()
        if width == 1:
            for cell in (cell for row in rows for cell in row):
                self._block(cell.isi, f" di {name}{place}", depth + 1)
        else:
            self._rows([{c.kolom: c.isi for c in row} for row in rows], f"{name}{place}", range(width), depth)
        self.penyusun.gap()

    def _rows(self, rows: list[dict[int, HtmlElement]], name: str, kolom: range, depth: int) -> None:
        inner: list[tuple[int, HtmlElement]] = []
        shown: list[BarisKerja] = []
        for number, cells in enumerate(rows, start=1):
            if filled := {column: text for column, cell in cells.items() if (text := self._text(cell, depth))}:
                shown.append(BarisKerja(number, filled))
                self.hidden += any(_is_hidden(cell.getparent()) for cell in cells.values())
            inner += [(number, table) for cell in cells.values() for table in _outermost_tables(cell)]
        arrange(shown, self.penyusun, lambda n: f"{name}, baris {n}", kolom=kolom, asal="halaman")
        for number, table in inner:
            self._table(table, f" (di dalam {name}, baris {number})", depth + 1)

    def _text(self, cell: HtmlElement, depth: int) -> str:
        """The text of a cell; a number that can be read in two ways gives way to the value stored beside it."""
        text = fold("".join(self._pieces(cell, depth)))
        stored = cell.get("x:num") or cell.get("sdval") or ""
        if _TWO_WAYS.match(text) and _TRUE_VALUE.match(stored):
            return print_number(float(stored), "General").teks
        return text

    def _pieces(self, element: HtmlElement, depth: int) -> Iterator[str]:
        self._check(depth)
        yield element.text or ""
        for part in element:
            if part.tag != "table" and part.tag not in _SKIPPED:
                space = "" if part.tag in _INLINE else " "
                yield from (space, *self._pieces(part, depth + 1), space)
            yield part.tail or ""


def _is_hidden(row: HtmlElement | None) -> bool:
    return row is not None and "display:none" in (row.get("style") or "").replace(" ", "").lower()


def _outermost_tables(cell: HtmlElement) -> Iterator[HtmlElement]:
    """The tables inside a cell that do not stand inside another table of it."""
    for table in cell.iterdescendants("table"):
        above = next(table.iterancestors("table", "td", "th"), None)
        if above is cell:
            yield table


MAKS_LEBAR, MAKS_TINGGI = 1_000, 65_534
"""How far a cell may span: what browsers allow."""


@dataclass(frozen=True)
class SelHtml:
    """One cell on the grid: its first column, and its element."""

    kolom: int
    isi: HtmlElement


def grid_rows(table: HtmlElement) -> tuple[list[list[SelHtml]], int]:
    """The rows of a table, without those of tables inside it, as cells on a grid, and the number of its columns."""
    taken: dict[int, int] = {}
    rows: list[list[SelHtml]] = []
    width, group = 0, None
    for row in table_rows(table):
        if row.getparent() is not group:  # a span ends with the head, body or foot it began in
            taken.clear()
            group = row.getparent()
        cells, end = _placed([cell for cell in row if cell.tag in ("td", "th")], taken)
        rows.append(cells)
        width = max(width, end)
    return rows, width


def table_rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of a table in order, through its head, body and foot."""
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in part if row.tag == "tr")


def _placed(cells: Sequence[HtmlElement], taken: dict[int, int]) -> tuple[list[SelHtml], int]:
    """Lay one row's cells beside what reaches down from above. `taken`: column → rows it is still taken, changed."""
    above = set(taken)
    for column in above:
        taken[column] -= 1
        if not taken[column]:
            del taken[column]
    placed: list[SelHtml] = []
    column = 0
    for cell in cells:
        while column in above:
            column += 1
        placed.append(SelHtml(column, cell))
        span, height = _span(cell, "colspan", MAKS_LEBAR), _span(cell, "rowspan", MAKS_TINGGI)
        if height > 1:
            taken.update(dict.fromkeys(range(column, column + span), height - 1))
        column += span
    return placed, max(column, max(above, default=-1) + 1)


def _span(cell: HtmlElement, name: str, most: int) -> int:
    """What a cell spans; text that is no number spans one, 0 spans all that follows."""
    text = (cell.get(name) or "1").strip()
    if not text.isdecimal():
        return 1
    return min(int(text), most) or most if name == "rowspan" else max(1, min(int(text), most))
