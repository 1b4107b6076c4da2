"""Our own template workbook, read back: its shape, whose it is, and its rows as tables.

    if recognised(lembar):
        tables = read(lembar, konteks)

It is written by loaders.lembar_kerja.writer, a door of its own, as writing needs a library that reading does not.
"""

from __future__ import annotations

from loaders.lembar_kerja.family import BELUM_DIISI, belum_diisi, read, recognised
from loaders.lembar_kerja.fields import Isian, Tahun, read_identity
from loaders.lembar_kerja.rows import ROWS
from loaders.lembar_kerja.shape import (
    CATATAN,
    JENIS,
    LEMBAR,
    NAMA_LEMBAR,
    TINGKAT,
    UNIT,
    Identitas,
    Kolom,
    LembarIsian,
    choose,
)
from loaders.lembar_kerja.text import as_lines

__all__ = [
    "BELUM_DIISI",
    "CATATAN",
    "JENIS",
    "LEMBAR",
    "NAMA_LEMBAR",
    "ROWS",
    "TINGKAT",
    "UNIT",
    "Identitas",
    "Isian",
    "Kolom",
    "LembarIsian",
    "Tahun",
    "as_lines",
    "belum_diisi",
    "choose",
    "read",
    "read_identity",
    "recognised",
]
