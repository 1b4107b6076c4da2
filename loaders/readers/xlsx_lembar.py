"""One sheet of a workbook, read cell by cell as it stands in the file, never by the size it declares."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loaders.readers.cetak_angka import print_number
from loaders.readers.lembar_kerja import LembarKerja
from loaders.readers.ooxml import child, local_name, stream
from loaders.readers.xlsx_gaya import Gaya, rich_text, unescape

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
