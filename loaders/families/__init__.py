"""One module for each kind of table. `read_tables` asks each family in turn and checks that none overlap.

A family gives `read(lembar, konteks) -> list[Tabel]`: it recognises its own headings and takes its rows apart.
To teach a new kind of table: add a module here and name it in FAMILIES.
"""

from __future__ import annotations

from collections.abc import Callable

from loaders.errors import TabelBentrok
from loaders.families import (
    lembar_kerja,
    lk_anggaran,
    lk_anggaran_sel,
    lk_capaian,
    lk_capaian_sel,
    lk_efisiensi_ro,
    lk_hambatan,
    matriks_kinerja,
    pk,
    pk_sel,
    renstra_pendanaan,
    renstra_target,
    rkt,
)
from loaders.readers.lembar import Lembar
from loaders.records import Konteks, Tabel

FAMILIES: tuple[Callable[[Lembar, Konteks], list[Tabel]], ...] = (
    renstra_target.read,
    matriks_kinerja.read,
    renstra_pendanaan.read,
    rkt.read,
    pk.read,
    pk_sel.read,
    lk_capaian.read,
    lk_capaian_sel.read,
    lk_anggaran.read,
    lk_anggaran_sel.read,
    lk_efisiensi_ro.read,
    lk_hambatan.read,
)


def read_tables(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """All tables of a document, in printed order. Our own template workbook is read by its own family only.

    Raises TabelBentrok when two families claim one line or one name.
    """
    families = (lembar_kerja.read,) if lembar_kerja.recognised(lembar) else FAMILIES
    tables = [table for family in families for table in family(lembar, konteks)]
    tables.sort(key=lambda table: min(table.nasib))
    owner: dict[int, str] = {}
    for table in tables:
        if table.nama in owner.values():
            raise TabelBentrok(lembar.nama, min(table.nasib), f"nama «{table.nama}» dipakai dua tabel")
        for baris in table.nasib:
            if baris in owner:
                raise TabelBentrok(lembar.nama, baris, f"diakui oleh «{owner[baris]}» dan «{table.nama}»")
            owner[baris] = table.nama
    return tables
