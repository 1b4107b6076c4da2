"""The headings of tables of cells: what a column holds, and which lines a table of years spans.

    for blok in blocks(lembar):
        blok.kepala.tahun, blok.isi

`cells` and `columns` know headings of one year and of results, `years` those of several years.
"""

from __future__ import annotations

from loaders.families.headings.cells import Jenis, KepalaSel, heading, is_column_numbers
from loaders.families.headings.columns import KATA, KINERJA, UANG, Kolom
from loaders.families.headings.years import Blok, blocks, read_header, title_lines

__all__ = [
    "KATA",
    "KINERJA",
    "UANG",
    "Blok",
    "Jenis",
    "KepalaSel",
    "Kolom",
    "blocks",
    "heading",
    "is_column_numbers",
    "read_header",
    "title_lines",
]
