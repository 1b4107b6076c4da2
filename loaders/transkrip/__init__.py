"""What a person copied from a print that no reader can read: tables typed in the form of our workbook, each row guarded
by the printed text that must still stand on its lines.

    tables = transcribed(data / "transkrip" / "lk-2024", lembar, konteks, lambda rest: read_tables(rest, konteks))

A folder a document, a file a sheet of the workbook, and tabel.csv for what each table is (see the README).
"""

from __future__ import annotations

from loaders.transkrip.table import transcribed

__all__ = ["transcribed"]
