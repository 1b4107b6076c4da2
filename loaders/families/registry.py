"""One module for each kind of table. `read_tables` asks each family in turn; what two of them claim waits.

A family gives `read(lembar, konteks) -> list[Tabel]`: it recognises its own headings and takes its rows apart, one
table at a time (`stopped.each`), so that a fault of ours costs that table.
To teach a new kind of table: add a module here and name it in FAMILIES.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from loaders import lembar_kerja
from loaders.families import cells, years
from loaders.readers import Lembar
from loaders.records import Konteks, Tabel
from loaders.stopped import stopped, waiting_whole

FAMILIES: tuple[Callable[[Lembar, Konteks], list[Tabel]], ...] = (
    years.renstra_target.read,
    years.matriks_kinerja.read,
    years.renstra_pendanaan.read,
    cells.rkt.read,
    cells.pk.read,
    cells.lk_capaian.read,
    cells.lk_anggaran.read,
    cells.lk_hambatan.read,
)

_CLASH = (
    "Selaras mengenalinya dengan dua cara, sebagai «{}» dan sebagai «{}», dan tidak dapat memastikan yang benar. "
    "Salin isinya ke lembar kerja Selaras."
)


def read_tables(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """All tables of a document, in printed order. Our own template workbook is read by its own family only.

    A table that a fault of ours stopped is among them, with all its lines waiting (Tabel.terhenti), and so are tables
    that claim the same line. Tables of the same name are numbered.
    """
    families = (lembar_kerja.read,) if lembar_kerja.recognised(lembar) else FAMILIES
    tables: list[Tabel] = []
    faults: list[Exception] = []
    for family in families:
        try:
            tables += family(lembar, konteks)
        except Exception as error:
            faults.append(error)
    sound, clashing = _apart(lembar, [table for table in tables if not table.terhenti])
    waiting = _beside(sound, [*clashing, *(table for table in tables if table.terhenti)])
    waiting += _left_over(lembar, konteks, [*sound, *waiting], faults)
    return _numbered(sorted([*sound, *waiting], key=lambda table: min(table.nasib)))


def _apart(lembar: Lembar, tables: list[Tabel]) -> tuple[list[Tabel], list[Tabel]]:
    """The tables that share no line with another; and, waiting whole, those that do: nobody knows which is right."""
    owner: dict[int, Tabel] = {}
    rivals: dict[int, Tabel] = {}
    for table in tables:
        for baris in table.nasib:
            other = owner.setdefault(baris, table)
            if other is not table:
                rivals |= {id(table): other, id(other): table}
    clashing = [
        waiting_whole(
            lembar, table.jenis, table.keluarga, table.nasib, _CLASH.format(table.nama, rivals[id(table)].nama)
        )
        for table in tables
        if id(table) in rivals
    ]
    return [table for table in tables if id(table) not in rivals], [table for table in clashing if table]


def _numbered(tables: list[Tabel]) -> list[Tabel]:
    """The tables with names that are unique in the document: the second of a name gets the first free number."""
    used: set[str] = set()
    for table in tables:
        free = (f"{table.nama} {number}" for number in count(2))
        table.nama = table.nama if table.nama not in used else next(nama for nama in free if nama not in used)
        used.add(table.nama)
    return tables


def _beside(sound: list[Tabel], stopped: list[Tabel]) -> list[Tabel]:
    """The stopped tables without the lines that another table has: how far one reaches is not known for certain."""
    taken = {baris for table in sound for baris in table.nasib}
    kept: list[Tabel] = []
    for table in stopped:
        if left := sorted(table.nasib.keys() - taken):
            table.nasib = dict.fromkeys(left, "dikarantina")
            table.keraguan = [replace(doubt, baris=left[0]) for doubt in table.keraguan]
            kept.append(table)
        taken |= table.nasib.keys()
    return kept


def _left_over(lembar: Lembar, konteks: Konteks, tables: list[Tabel], faults: list[Exception]) -> list[Tabel]:
    """Where a family failed before it knew its tables, all rows of cells that no table has wait; without any, all lines
    do."""
    taken = {baris for table in tables for baris in table.nasib}
    free = [line for line in lembar.baris if line.nomor not in taken and not line.kosong]
    lines = [line.nomor for line in free if line.ada_sel] or [line.nomor for line in free]
    found = [stopped(lembar, konteks, "belum_terbaca", lines, error) for error in faults]
    first = next((table for table in found if table), None)
    for other in found[1:]:
        if first and other:
            first.keraguan += other.keraguan
    return [first] if first else []
