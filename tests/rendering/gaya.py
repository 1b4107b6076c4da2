"""How a rendered text document looks: page, paragraphs, cells and column widths, as ODF styles."""

from __future__ import annotations

from dataclasses import dataclass

from tests.rendering.merges import is_heading
from tests.rendering.source import Bagan

MARGIN_CM = 1.5
SHORT_CM, LONG_CM = 21.0, 29.7
FONT = "DejaVu Sans"
"""Comes with every Linux that can draw text, so that words break at the same place everywhere."""


@dataclass(frozen=True)
class Gaya:
    """How a document looks. `garis`: cells have rules. `gabung`: cells of one sasaran, and headings over a whole row,
    are merged. `tengah`: values and short texts stand in the middle of their cells. `sempit`: columns of values are so
    narrow that units and long figures break. `ukuran`: of the letters in points; another size moves every page break.
    """

    garis: bool = True
    lanskap: bool = False
    gabung: bool = False
    tengah: bool = False
    sempit: bool = False
    ukuran: int = 7

    @property
    def halaman(self) -> tuple[float, float]:
        """Width and height of the page in cm."""
        return (LONG_CM, SHORT_CM) if self.lanskap else (SHORT_CM, LONG_CM)

    @property
    def ruang(self) -> float:
        """Width between the margins in cm."""
        return self.halaman[0] - 2 * MARGIN_CM


def styles(gaya: Gaya, tables: list[Bagan]) -> str:
    """All styles of a document whose tables are named T0, T1, …"""
    columns = "".join(_table_style(f"T{n}", bagan, gaya) for n, bagan in enumerate(tables))
    return (
        f"<office:styles>{_paragraph_styles(gaya.ukuran)}</office:styles>"
        f"<office:automatic-styles>{_page(gaya)}{_cell_styles(gaya)}{columns}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"/>'
        "</office:master-styles>"
    )


def _paragraph_styles(size: int) -> str:
    """Isi: prose. Sel, Tengah: in cells. Halaman: begins a new page."""
    font = f'style:font-name="{FONT}" fo:font-family="{FONT}" fo:font-size="{size}pt"'
    return (
        '<style:default-style style:family="paragraph"><style:text-properties '
        f'{font} fo:language="id" fo:country="ID"/></style:default-style>'
        '<style:style style:name="Isi" style:family="paragraph"/>'
        '<style:style style:name="Sel" style:family="paragraph"/>'
        '<style:style style:name="Tengah" style:family="paragraph">'
        '<style:paragraph-properties fo:text-align="center"/></style:style>'
        '<style:style style:name="Halaman" style:family="paragraph">'
        '<style:paragraph-properties fo:break-before="page"/></style:style>'
    )


def _page(gaya: Gaya) -> str:
    width, height = gaya.halaman
    shape = "landscape" if gaya.lanskap else "portrait"
    return (
        '<style:page-layout style:name="P"><style:page-layout-properties '
        f'fo:page-width="{width}cm" fo:page-height="{height}cm" style:print-orientation="{shape}" '
        f'fo:margin="{MARGIN_CM}cm"/></style:page-layout>'
    )


def _cell_styles(gaya: Gaya) -> str:
    """C: a cell. R: a row, which may be cut by a page break. RK: a row of the heading, with room for merged cells."""
    border = "0.5pt solid #000000" if gaya.garis else "none"
    across = "middle" if gaya.tengah else "top"
    return (
        '<style:style style:name="C" style:family="table-cell"><style:table-cell-properties '
        f'fo:padding="0.08cm" fo:border="{border}" style:vertical-align="{across}"/></style:style>'
        '<style:style style:name="R" style:family="table-row">'
        '<style:table-row-properties fo:keep-together="auto"/></style:style>'
        '<style:style style:name="RK" style:family="table-row">'
        '<style:table-row-properties style:min-row-height="0.8cm"/></style:style>'
    )


def _table_style(name: str, bagan: Bagan, gaya: Gaya) -> str:
    columns = "".join(
        f'<style:style style:name="{name}.{i}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width:.3f}cm"/></style:style>'
        for i, width in enumerate(column_widths(bagan, gaya))
    )
    return columns + (
        f'<style:style style:name="{name}" style:family="table"><style:table-properties '
        f'style:width="{gaya.ruang:.3f}cm" table:align="margins" style:may-break-between-rows="true"/></style:style>'
    )


def column_widths(bagan: Bagan, gaya: Gaya) -> list[float]:
    """Widths in cm that fill the page: all as wide as their longest word needs, and the words share the rest."""
    rows = [row for page in bagan.halaman for row in page if not is_heading(row, bagan.kolom_nilai)]
    values = range(bagan.kolom_nilai, bagan.lebar)
    needed = [_word_cm(16, bagan.kepala[0][i]) for i in range(bagan.kolom_nilai)]
    needed += [_word_cm(4 if gaya.sempit else 16, bagan.kepala[-1][i], *(row[i] for row in rows)) for i in values]
    share = [min(60, max(len(row[i]) for row in rows)) if i not in values else 0 for i in range(bagan.lebar)]
    rest = (gaya.ruang - sum(needed)) / sum(share)
    return [width + rest * part for width, part in zip(needed, share, strict=True)]


def _word_cm(most: int, *texts: str) -> float:
    """The width of a column that holds the longest word of these texts, up to `most` letters of it, on one line."""
    return 0.3 + 0.17 * min(most, max((len(word) for text in texts for word in text.split()), default=2))
