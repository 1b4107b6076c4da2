"""What looks like a table and is not read: said wherever a document is accounted for, so that nothing is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders import lembar_kerja
from loaders.readers import Baris, Lembar, place
from loaders.records import Tabel


@dataclass(frozen=True)
class Lewat:
    """Rows of cells that no family recognised: where they stand, how many, and what the first one says."""

    tempat: str
    baris: int
    teks: str


def unread_columns(tables: Sequence[Tabel]) -> list[str]:
    """A sentence for each recognised table some of whose columns hold something that is not read."""
    return [
        f"Tabel {table.nama}: kolom {', '.join(f'«{name}»' for name in table.kolom_dilewati)} tidak dibaca."
        for table in tables
        if table.kolom_dilewati
    ]


def unread(lembar: Lembar, tables: Sequence[Tabel]) -> list[Lewat]:
    """What looks like a table and is not read, one entry a run of rows, so that nothing is passed over in silence.

    Our own template workbook explains itself in cells: there, nothing that is not read is worth a word.
    """
    if lembar_kerja.recognised(lembar):
        return []
    read = {nomor for table in tables for nomor in table.nasib}
    runs: list[list[Baris]] = []
    for line in lembar.baris:
        if line.ada_sel and not line.kosong and line.nomor not in read:
            if not runs or line.nomor != runs[-1][-1].nomor + 1:
                runs.append([])
            runs[-1].append(line)
    return [Lewat(place(run[0]), len(run), " | ".join(text for _, text in run[0].isi)) for run in runs]
