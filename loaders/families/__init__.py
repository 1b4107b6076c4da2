"""Lembar → tables: one module for each kind of table, in cells/ (one year, or results) and years/.

    for tabel in read_tables(lembar, konteks):
        print(tabel.nama, len(tabel.indikator), len(tabel.anggaran))

To teach a new kind: a module with `read(lembar, konteks) -> list[Tabel]`, named in `registry`.
"""

from __future__ import annotations

from loaders.families import kalimat
from loaders.families.registry import read_tables

__all__ = ["kalimat", "read_tables"]
