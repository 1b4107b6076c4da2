"""A document as a flat ODF spreadsheet: the office program turns it into XLSX. Cells are text, or true numbers."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from tests.rendering.excerpt import Sel
from tests.rendering.fodt import NAMESPACES, spans
from tests.rendering.merges import Gabung, merges
from tests.rendering.source import Bagan, Isi, Paragraf

_PERCENT = re.compile(r"^(\d+)(?:,(\d+))?( ?)%$")
_GROUPED = re.compile(r"^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:,\d{3})+$")
_DECIMAL = re.compile(r"^(\d+)\.(\d{1,2})$")
_WHOLE = re.compile(r"^(?:0|[1-9]\d*)$")


def spreadsheet(isi: tuple[Isi, ...], *, gabung: bool, angka: bool, lembar_per_tabel: bool) -> str:
    """The whole document as a flat ODF spreadsheet.

    `angka`: what is a number is stored as one, with the format that shows it as printed. `lembar_per_tabel`: each
    table, with the lines above it, on a sheet of its own.
    """
    sheets = _parted(isi) if lembar_per_tabel else [list(isi)]
    body = "".join(_sheet(f"Lembar {n}", parts, gabung, angka) for n, parts in enumerate(sheets, start=1))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f"<office:automatic-styles>{_styles()}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document>"
    )


def _parted(isi: tuple[Isi, ...]) -> list[list[Isi]]:
    """The document cut after each table; what follows the last one stays with it."""
    sheets: list[list[Isi]] = [[]]
    for part in isi:
        if sheets[-1] and isinstance(sheets[-1][-1], Bagan):
            sheets.append([])
        sheets[-1].append(part)
    return [sheet for sheet in sheets if any(isinstance(part, Bagan) or part.teks for part in sheet)]


def _styles() -> str:
    """A column for words, and a cell style for each way a number is shown."""
    column = (
        '<style:style style:name="K" style:family="table-column">'
        '<style:table-column-properties style:column-width="4cm"/></style:style>'
    )
    percent = "".join(
        f'<number:percentage-style style:name="p{digits}{len(space)}" {_LANGUAGE}>{_digits(digits)}'
        f"<number:text>{space}%</number:text></number:percentage-style>{_cell_style(f'p{digits}{len(space)}')}"
        for digits in range(4)
        for space in ("", " ")
    )
    thousands = _digits(0, ' number:grouping="true"')
    grouped = f'<number:number-style style:name="g" {_LANGUAGE}>{thousands}</number:number-style>{_cell_style("g")}'
    decimal = "".join(
        f'<number:number-style style:name="d{n}" {_LANGUAGE}>{_digits(n)}</number:number-style>{_cell_style(f"d{n}")}'
        for n in (1, 2)
    )
    return f"{column}{percent}{grouped}{decimal}{_cell_style(None)}"


_LANGUAGE = 'number:language="id" number:country="ID"'


def _digits(places: int, more: str = "") -> str:
    decimals = f'number:decimal-places="{places}" number:min-decimal-places="{places}"'
    return f'<number:number {decimals} number:min-integer-digits="1"{more}/>'


def _cell_style(shown: str | None) -> str:
    name, data = (f"C{shown}", f' style:data-style-name="{shown}"') if shown else ("C", "")
    return (
        f'<style:style style:name="{name}" style:family="table-cell"{data}><style:table-cell-properties '
        'fo:wrap-option="wrap" fo:border="0.5pt solid #000000"/></style:style>'
    )


def _sheet(name: str, parts: list[Isi], gabung: bool, angka: bool) -> str:
    wide = max((part.lebar for part in parts if isinstance(part, Bagan)), default=1)
    rows = "".join(
        _row(_free(part.teks)) if isinstance(part, Paragraf) else _table(part, gabung, angka) for part in parts
    )
    columns = f'<table:table-column table:style-name="K" table:number-columns-repeated="{wide}"/>'
    return f'<table:table table:name="{name}">{columns}{rows}</table:table>'


def _free(text: str) -> str:
    shown = f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
    return shown if text else "<table:table-cell/>"


def _row(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"


def _table(bagan: Bagan, gabung: bool, angka: bool) -> str:
    """The pages of a table one below the other, an empty row between two."""
    pages = []
    for page, rows in enumerate(bagan.halaman):
        head = bagan.kepala if page == 0 or page in bagan.ulang else ()
        above, below = merges(head, rows, bagan.kolom_nilai, gabung=gabung)
        pages.append(_rows(head, above, angka) + _rows(rows, below, angka))
    return _row("<table:table-cell/>").join(pages)


def _rows(rows: tuple[Sel, ...], gabung: Gabung, angka: bool) -> str:
    return "".join(
        _row("".join(_cell(cell, gabung.get((r, c), (1, 1)), angka) for c, cell in enumerate(row)))
        for r, row in enumerate(rows)
    )


def _cell(text: str, span: tuple[int, int], angka: bool) -> str:
    if span == (0, 0):
        return "<table:covered-table-cell/>"
    style, value = typed(text) if angka else ("C", 'office:value-type="string"')
    content = f"<text:p>{escape(text)}</text:p>" if text else ""
    kind = f" {value}" if text else ""
    return f'<table:table-cell table:style-name="{style}"{kind}{spans(span)}>{content}</table:table-cell>'


def typed(text: str) -> tuple[str, str]:
    """The style and the value attributes of a cell that stores what it shows: a percentage, a number or text."""
    if match := _PERCENT.match(text):
        digits = match[2] or ""
        share = f"{int(match[1] + digits)}e-{2 + len(digits)}"
        return f"Cp{len(digits)}{len(match[3])}", f'office:value-type="percentage" office:value="{float(share)!r}"'
    if _GROUPED.match(text):
        return "Cg", f'office:value-type="float" office:value="{text.replace(".", "").replace(",", "")}"'
    if match := _DECIMAL.match(text):
        return f"Cd{len(match[2])}", f'office:value-type="float" office:value="{text}"'
    if _WHOLE.match(text):
        return "C", f'office:value-type="float" office:value="{text}"'
    return "C", 'office:value-type="string"'
