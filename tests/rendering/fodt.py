"""A document as a flat ODF text file: the office program turns it into PDF and DOCX."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.rendering.excerpt import Sel
from tests.rendering.gaya import Gaya, styles
from tests.rendering.merges import Gabung, merges
from tests.rendering.source import Bagan, Isi, Paragraf

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": "office:1.0",
    "style": "style:1.0",
    "text": "text:1.0",
    "table": "table:1.0",
    "fo": "xsl-fo-compatible:1.0",
    "number": "datastyle:1.0",
}
NAMESPACES = " ".join(f'xmlns:{name}="{_ODF}{rest}"' for name, rest in _SPACES.items())


def text_document(isi: tuple[Isi, ...], gaya: Gaya) -> str:
    """The whole document as flat ODF text."""
    tables = [part for part in isi if isinstance(part, Bagan)]
    names = iter(range(len(tables)))
    body = "".join(
        _paragraph(part.teks, "Isi") if isinstance(part, Paragraf) else _table(_Rupa(f"T{next(names)}", part, gaya))
        for part in isi
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMESPACES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">{styles(gaya, tables)}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


@dataclass(frozen=True)
class _Rupa:
    """A table with the name of its styles and its look."""

    nama: str
    bagan: Bagan
    gaya: Gaya

    def paragraf(self, column: int) -> str:
        """The paragraph style of a column's cells."""
        return "Tengah" if self.gaya.tengah and column >= self.bagan.kolom_nilai else "Sel"


def _table(rupa: _Rupa) -> str:
    """The pages of a table, each a table of its own; with or without the heading again."""
    bagan = rupa.bagan
    parts = []
    for page, rows in enumerate(bagan.halaman):
        head = bagan.kepala if page == 0 or page in bagan.ulang else ()
        parts.append(("" if page == 0 else _paragraph("", "Halaman")) + _one_table(rupa, head, rows))
    return "".join(parts)


def _one_table(rupa: _Rupa, head: tuple[Sel, ...], rows: tuple[Sel, ...]) -> str:
    columns = "".join(f'<table:table-column table:style-name="{rupa.nama}.{i}"/>' for i in range(rupa.bagan.lebar))
    above, below = merges(head, rows, rupa.bagan.kolom_nilai, gabung=rupa.gaya.gabung)
    top = f"<table:table-header-rows>{_rows(rupa, head, above, 'RK')}</table:table-header-rows>" if head else ""
    body = _rows(rupa, rows, below, "R")
    return f'<table:table table:style-name="{rupa.nama}">{columns}{top}{body}</table:table>'


def _rows(rupa: _Rupa, rows: tuple[Sel, ...], gabung: Gabung, style: str) -> str:
    return "".join(
        f'<table:table-row table:style-name="{style}">'
        + "".join(_cell(text, gabung.get((r, c), (1, 1)), rupa.paragraf(c)) for c, text in enumerate(row))
        + "</table:table-row>"
        for r, row in enumerate(rows)
    )


def _cell(text: str, span: tuple[int, int], style: str) -> str:
    if span == (0, 0):
        return "<table:covered-table-cell/>"
    return f'<table:table-cell table:style-name="C"{spans(span)}>{_paragraph(text, style)}</table:table-cell>'


def spans(span: tuple[int, int]) -> str:
    """The attributes that merge a cell over (rows, columns)."""
    rows, columns = span
    merged = f' table:number-rows-spanned="{rows}" table:number-columns-spanned="{columns}"'
    return "" if span == (1, 1) else merged


def _paragraph(text: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'
