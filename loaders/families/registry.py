"""One module for each kind of table. `read_tables` asks each family in turn and checks that none overlap.

A family gives `read(lembar, konteks) -> list[Tabel]`: it recognises its own headings and takes its rows apart, one
table at a time (`terhenti.each`), so that a fault of ours costs that table.
To teach a new kind of table: add a module here and name it in FAMILIES.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from loaders import lembar_kerja
from loaders.errors import TabelBentrok
from loaders.families import cells, ocr_text, years
from loaders.readers import Lembar
from loaders.records import Konteks, Tabel
from loaders.stopped import stopped

FAMILIES: tuple[Callable[[Lembar, Konteks], list[Tabel]], ...] = (
    years.renstra_target.read,
    years.matriks_kinerja.read,
    years.renstra_pendanaan.read,
    cells.rkt.read,
    ocr_text.pk.read,
    cells.pk.read,
    ocr_text.lk_capaian.read,
    cells.lk_capaian.read,
    ocr_text.lk_anggaran.read,
    cells.lk_anggaran.read,
    ocr_text.lk_efisiensi_ro.read,
    ocr_text.lk_hambatan.read,
)


def read_tables(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """All tables of a document, in printed order. Our own template workbook is read by its own family only.

    A table that a fault of ours stopped is among them, with all its lines waiting (Tabel.terhenti). Raises TabelBentrok
    when two families claim one line or one name.
    """
    families = (lembar_kerja.read,) if lembar_kerja.recognised(lembar) else FAMILIES
    tables: list[Tabel] = []
    faults: list[Exception] = []
    for family in families:
        try:
            tables += family(lembar, konteks)
        except Exception as error:
            faults.append(error)
    sound = [table for table in tables if not table.terhenti]
    _no_clash(lembar, sound)
    waiting = _beside(sound, [table for table in tables if table.terhenti])
    waiting += _left_over(lembar, konteks, [*sound, *waiting], faults)
    return sorted([*sound, *waiting], key=lambda table: min(table.nasib))


def _no_clash(lembar: Lembar, tables: list[Tabel]) -> None:
    owner: dict[int, str] = {}
    for table in sorted(tables, key=lambda table: min(table.nasib)):
        if table.nama in owner.values():
            raise TabelBentrok(lembar.nama, min(table.nasib), f"nama «{table.nama}» dipakai dua tabel")
        for baris in table.nasib:
            if baris in owner:
                raise TabelBentrok(lembar.nama, baris, f"diakui oleh «{owner[baris]}» dan «{table.nama}»")
            owner[baris] = table.nama


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
