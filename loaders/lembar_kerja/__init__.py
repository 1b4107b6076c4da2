"""Our own template workbook, read back: its shape, whose it is, and its rows as tables.

    if recognised(lembar):
        tables = read(lembar, konteks)

It is written by loaders.lembar_kerja.writer, a door of its own, as writing needs a library that reading does not.
"""

from __future__ import annotations

from loaders.lembar_kerja.family import BELUM_DIISI, belum_diisi, read, recognised
from loaders.lembar_kerja.fields import read_identity
from loaders.lembar_kerja.shape import Identitas

__all__ = ["BELUM_DIISI", "Identitas", "belum_diisi", "read", "read_identity", "recognised"]
