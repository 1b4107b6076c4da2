"""Read an Excel 97–2003 workbook (.xls): every visible sheet, its numbers as printed.

Such a file stores a result with every formula, so a formula that was never computed cannot be told from a zero.
"""

from __future__ import annotations

import io
from pathlib import Path

import xlrd
from xlrd.formatting import XF
from xlrd.sheet import Cell, Sheet

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.arrange import LembarKerja, write_book
from loaders.readers.lembar import Lembar, Penyusun
from loaders.readers.number_format import print_number
from loaders.readers.signs import ULANG

_SECTOR = 512
"""Bytes of which such a file has always a whole number of pieces."""
_CUT_OFF = "isinya terpotong atau rusak. Unduh atau salin ulang dari asalnya."


def read(path: Path) -> Lembar:
    """Read the visible sheets of the workbook `path`, in order.

    Raises BerkasTidakTerbaca for what is no such workbook, locked, damaged or beyond the limits.
    """
    penyusun = Penyusun(path.name)
    sheets: list[LembarKerja] = []
    book = _open(path)
    for sheet in book.sheets():
        if sheet.visibility:
            penyusun.catatan.append(f"Lembar {sheet.name} disembunyikan dan tidak dibaca.")
        else:
            sheets.append(_Pembaca(book, sheet).read())
    write_book(sheets, penyusun)
    return penyusun.finish()


def _open(path: Path) -> xlrd.Book:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BerkasTidakTerbaca(
            path.name, f"tidak dapat dibuka: {error.strerror}. Periksa letak dan izin berkas."
        ) from error
    if len(content) % _SECTOR:
        raise BerkasTidakTerbaca(path.name, _CUT_OFF)
    try:
        return xlrd.open_workbook(file_contents=content, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
    except Exception as error:  # damaged bytes lead xlrd into every kind of error: none may pass as a crash of ours
        raise BerkasTidakTerbaca(path.name, _cause(error)) from error


def _cause(error: Exception) -> str:
    text = str(error)
    if isinstance(error, xlrd.XLRDError) and "encrypted" in text:
        return f"dilindungi kata sandi. {ULANG} tanpa kata sandi."
    if isinstance(error, xlrd.XLRDError) and "Can't find workbook" in text:
        return f"bukan buku kerja Excel 97–2003. {ULANG} sebagai .xlsx."
    return _CUT_OFF


class _Pembaca:
    """Turns one sheet of xlrd, counted from 0, into cells counted from 1."""

    def __init__(self, book: xlrd.Book, sheet: Sheet) -> None:
        self.book, self.sheet = book, sheet
        self.zeros = bool(vars(sheet).get("show_zero_values", True))
        self.lembar = LembarKerja(sheet.name)

    def read(self) -> LembarKerja:
        for number in range(self.sheet.nrows):
            self._row(number)
        hidden = [column for column, info in self.sheet.colinfo_map.items() if info.hidden]
        self.lembar.kolom_tersembunyi = [(column + 1, column + 1) for column in hidden]
        self.lembar.cover((top + 1, bottom, left + 1, right) for top, bottom, left, right in self.sheet.merged_cells)
        return self.lembar

    def _row(self, number: int) -> None:
        cells: dict[int, str] = {}
        for column, cell in enumerate(self.sheet.row(number), start=1):
            if self._is_marked(number, column - 1):
                cell.value = f"^{cell.value}"
            if self._is_ruled(cell):
                self.lembar.bergaris.add((number + 1, column))
            if text := self._text(cell, number + 1):
                cells[column] = text
        if cells:
            self.lembar.sel[number + 1] = cells
            info = self.sheet.rowinfo_map.get(number)
            if info is not None and info.hidden:
                self.lembar.note("baris_tersembunyi", number + 1)

    def _is_marked(self, row: int, column: int) -> bool:
        """True for a text part of which is raised, lowered or struck through: it is refused as a whole."""
        runs = self.sheet.rich_text_runlist_map.get((row, column), ())
        fonts = [self.book.font_list[number] for _, number in runs if number < len(self.book.font_list)]
        return any(font.escapement or font.struck_out for font in fonts)

    def _style(self, cell: Cell) -> XF | None:
        """The style of a cell; None where a damaged file names one it does not have."""
        number = cell.xf_index
        return self.book.xf_list[number] if number is not None and number < len(self.book.xf_list) else None

    def _is_ruled(self, cell: Cell) -> bool:
        style = self._style(cell)
        border = style.border if style is not None else None
        return border is not None and bool(border.left_line_style or border.right_line_style)

    def _text(self, cell: Cell, baris: int) -> str:
        if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
            return self._number(cell, baris)
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return "TRUE" if cell.value else "FALSE"
        if cell.ctype == xlrd.XL_CELL_ERROR:
            return xlrd.error_text_from_code.get(cell.value, "#ERROR!")
        return str(cell.value)

    def _number(self, cell: Cell, baris: int) -> str:
        style = self._style(cell)
        known = self.book.format_map.get(style.format_key) if style is not None else None
        nilai = float(cell.value)
        printed = print_number(nilai, known.format_str if known else "", mulai_1904=bool(self.book.datemode))
        unseen = nilai == 0 and not self.zeros
        if note := "nol_tersembunyi" if unseen else printed.catatan:
            self.lembar.note(note, baris)
        return "" if unseen else printed.teks
