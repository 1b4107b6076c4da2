"""Read an Excel workbook (.xlsx, .xlsm): every visible sheet, its numbers as printed, its formulas as last computed.

Nothing is executed or fetched: macros, external links and entities are not looked at. A sheet is read cell by cell as
it stands in the file, never by the size it declares; shared texts, number formats and borders are said once for all
sheets.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.arrange import LembarKerja, write_book
from loaders.readers.lembar import Lembar, Penyusun, set_apart
from loaders.readers.number_format import FORMAT_BAWAAN, print_number
from loaders.readers.office.package import (
    attribute,
    child,
    children,
    is_on,
    local_name,
    main_part,
    open_archive,
    parse,
    related,
    stream,
)
from loaders.readers.signs import ULANG

_TEMPLATE, _LISTS = frozenset({"Keterangan", "Target", "Realisasi", "Anggaran"}), "Daftar"
"""The sheets that every version of our own template workbook has, and its hidden one with the lists for choosing."""


def read(path: Path) -> Lembar:
    """Read the visible sheets of the workbook `path`, in order.

    Raises BerkasTidakTerbaca for what is no workbook, locked, damaged or beyond the limits.
    """
    penyusun = Penyusun(path.name)
    with open_archive(path) as archive:
        part = main_part(archive)
        root = None if part.endswith(".bin") else parse(archive, part)
        if root is None or local_name(root) != "workbook":
            raise BerkasTidakTerbaca(path.name, f"bukan buku kerja Excel .xlsx. {ULANG} sebagai .xlsx.")
        parts = related(archive, part)
        buku = _book(archive, root, parts)
        sheets = _visible(root, parts.get("worksheet", {}), penyusun)
        write_book([read_sheet(archive, place, name, buku) for name, place in sheets], penyusun)
    return penyusun.finish()


def _book(archive: zipfile.ZipFile, root: Element, parts: dict[str, dict[str, str]]) -> Buku:
    texts, styles = (next(iter(parts.get(kind, {}).values()), None) for kind in ("sharedStrings", "styles"))
    properties, computing = child(root, "workbookPr"), child(root, "calcPr")
    return Buku(
        read_texts(archive, texts),
        read_styles(archive, styles),
        properties is not None and properties.get("date1904") in ("1", "true"),
        computing is not None and computing.get("fullCalcOnLoad") in ("1", "true"),
    )


def _visible(root: Element, parts: dict[str, str], penyusun: Penyusun) -> list[tuple[str, str]]:
    """Name and part of each visible sheet; a hidden one is named in the notes, a sheet of charts has no cells.

    The lists in our own template workbook are hidden by ourselves: nobody needs to be told.
    """
    found: list[tuple[str, str]] = []
    sheets = [s for group in children(root, "sheets") for s in group]
    own = _LISTS if {s.get("name") for s in sheets} >= _TEMPLATE else None
    for sheet in sheets:
        name, place = sheet.get("name", ""), parts.get(attribute(sheet, "id") or "")
        if place is None:
            continue
        if sheet.get("state", "visible") == "visible":
            found.append((name, place))
        elif name != own:
            penyusun.catatan.append(f"Lembar {name} disembunyikan dan tidak dibaca.")
    return found


TANPA_NILAI = "(rumus tanpa nilai)"
"""Stands for a formula whose result was never stored: it is not computed here, and is not a number."""
_REFERENCE = re.compile(r"^([A-Z]{1,3})(\d{1,7})$")
_WANTED = frozenset({"row", "mergeCell", "col", "sheetView"})


@dataclass(frozen=True)
class Buku:
    """What every sheet of a workbook needs: shared texts, styles, whether its dates begin in 1904, and whether a
    program wrote it that left the computing to Excel."""

    teks: Sequence[str]
    gaya: Sequence[Gaya]
    mulai_1904: bool = False
    belum_dihitung: bool = False


def read_sheet(archive: zipfile.ZipFile, part: str, nama: str, buku: Buku) -> LembarKerja:
    """Read the cells of a sheet. Damage raises ValueError, LookupError or an error of lxml."""
    return _Pembaca(nama, buku).read(archive, part)


class _Pembaca:
    def __init__(self, nama: str, buku: Buku) -> None:
        self.buku, self.lembar = buku, LembarKerja(nama)
        self.merged: list[tuple[int, int, int, int]] = []
        self.zeros = True
        self.row = 0

    def read(self, archive: zipfile.ZipFile, part: str) -> LembarKerja:
        steps = {"row": self._row, "mergeCell": self._merge, "col": self._column, "sheetView": self._view}
        for element in stream(archive, part, _WANTED):
            steps[local_name(element)](element)
        self.lembar.cover(self.merged)
        return self.lembar

    def _view(self, element: Element) -> None:
        self.zeros = element.get("showZeros") not in ("0", "false")

    def _column(self, element: Element) -> None:
        if element.get("hidden") in ("1", "true"):
            self.lembar.kolom_tersembunyi.append((int(element.get("min", 1)), int(element.get("max", 1))))

    def _merge(self, element: Element) -> None:
        first, _, last = element.get("ref", "").partition(":")
        (top, left), (bottom, right) = place(first), place(last or first)
        self.merged.append((top, bottom, left, right))

    def _row(self, element: Element) -> None:
        self.row = int(element.get("r", self.row + 1))
        cells: dict[int, str] = {}
        column = 0
        for cell in element:
            reference = cell.get("r")
            column = place(reference)[1] if reference else column + 1
            style = self._style(cell)
            if style.bergaris:
                self.lembar.bergaris.add((self.row, column))
            if text := self._text(cell, style):
                cells[column] = text
        if cells:
            self.lembar.sel[self.row] = cells
            if element.get("hidden") in ("1", "true"):
                self.lembar.note("baris_tersembunyi", self.row)

    def _style(self, cell: Element) -> Gaya:
        number = int(cell.get("s", 0))
        return self.buku.gaya[number] if number < len(self.buku.gaya) else Gaya()

    def _text(self, cell: Element, style: Gaya) -> str:
        value, kind = child(cell, "v"), cell.get("t", "n")
        text = (value.text or "") if value is not None else ""
        if kind == "inlineStr":
            inline = child(cell, "is")
            return rich_text(inline) if inline is not None else ""
        formula = child(cell, "f") is not None
        if formula and ((text == "0" and self.buku.belum_dihitung) or (not text and kind != "str")):
            self.lembar.note("rumus_tanpa_nilai", self.row)
            return TANPA_NILAI
        if not text:
            return ""
        if kind == "s":
            return self.buku.teks[int(text)]
        if kind == "n":
            return self._number(float(text), style)
        return {"1": "TRUE", "0": "FALSE"}.get(text, text) if kind == "b" else unescape(text)

    def _number(self, nilai: float, style: Gaya) -> str:
        printed = print_number(nilai, style.format, mulai_1904=self.buku.mulai_1904)
        unseen = nilai == 0 and not self.zeros
        if note := "nol_tersembunyi" if unseen else printed.catatan:
            self.lembar.note(note, self.row)
        return "" if unseen else printed.teks


def place(reference: str) -> tuple[int, int]:
    """The 1-based row and column of a reference such as "B7". Raises ValueError for any other text."""
    match = _REFERENCE.match(reference.replace("$", ""))
    if not match:
        raise ValueError(f"no cell reference: {reference[:20]!r}")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UMUM = "General"


@dataclass(frozen=True)
class Gaya:
    """One cell style: the number format, and whether a line is drawn at the left or right side."""

    format: str = _UMUM
    bergaris: bool = False


def read_styles(archive: zipfile.ZipFile, part: str | None) -> list[Gaya]:
    """The styles of a workbook, in the order cells refer to them; empty when it has none."""
    if part is None:
        return []
    root = parse(archive, part)
    formats = FORMAT_BAWAAN | {
        int(element.get("numFmtId", 0)): element.get("formatCode", _UMUM)
        for element in _within(root, "numFmts")
    }  # fmt: skip
    ruled = [any(_is_drawn(child(border, side)) for side in ("left", "right", "start", "end"))
             for border in _within(root, "borders")]  # fmt: skip
    return [
        Gaya(
            formats.get(int(xf.get("numFmtId", 0)), _UMUM),
            dict(enumerate(ruled)).get(int(xf.get("borderId", 0)), False),
        )
        for xf in _within(root, "cellXfs")
    ]


def read_texts(archive: zipfile.ZipFile, part: str | None) -> list[str]:
    """The shared texts of a workbook, in order; empty when it has none."""
    if part is None:
        return []
    return [rich_text(element) for element in stream(archive, part, frozenset({"si"}))]


def rich_text(element: Element) -> str:
    """The text of a shared or inline string: all its runs, without phonetic guides."""
    parts = [run for run in element if local_name(run) in ("t", "r")]
    texts = [run.text or "" if local_name(run) == "t" else _run_text(run) for run in parts]
    return unescape("".join(texts))


def _run_text(run: Element) -> str:
    text = "".join(t.text or "" for t in children(run, "t"))
    place = child(run, "rPr", "vertAlign")
    apart = is_on(child(run, "rPr", "strike")) or (place is not None and attribute(place, "val") != "baseline")
    return set_apart(text) if apart else text


def unescape(text: str) -> str:
    """Text with "_x000D_" and the like turned into the characters they stand for."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _within(root: Element, name: str) -> list[Element]:
    group = child(root, name)
    return [] if group is None else list(group)


def _is_drawn(side: Element | None) -> bool:
    return side is not None and (attribute(side, "style") or "none") != "none"
