"""The budget of a Perjanjian Kinerja as a table of cells: program or kegiatan with its anggaran and a printed sum.

Special about it: it stands below the targets (families/cells/rkt.py) without a title of its own, so it is of the
document and of the signer of the targets above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loaders.families.cells.anggaran import PembacaAnggaran, has_levels
from loaders.families.cells.block import BlokSel, blocks
from loaders.families.cells.title import Nama, own_kind, signer, table_year, title, title_kind
from loaders.families.cells.values import KATA_ANGGARAN, by_year, scale, skipped
from loaders.readers import Lembar
from loaders.records import Konteks, Tabel
from loaders.stopped import each

KELUARGA = "pk_sel"


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The tables of program or kegiatan with pagu alone. Grain: one budget line a row."""
    if konteks.jenis == "Renstra":
        return []
    names = Nama()
    owned = _owned(blocks(lembar, "janji", "pagu"))
    return list(each(lembar, konteks, KELUARGA, owned, lambda it: _table(*it, konteks, names), lambda it: it[0].semua))


def _owned(found: Iterable[BlokSel]) -> Iterator[tuple[BlokSel, BlokSel]]:
    """The tables of pagu, each with the one that says whose it is: the targets above it, or itself."""
    above: BlokSel | None = None
    for blok in found:
        if blok.kepala.jenis == "janji":
            above = blok
        else:
            yield blok, blok if above is None or title_kind(blok) else above


def _table(blok: BlokSel, owner: BlokSel, konteks: Konteks, names: Nama) -> Tabel | None:
    tahun = blok.kepala.kolom[-1].tahun or table_year(owner, konteks)
    kelompok = by_year(blok.kepala, tahun, ("pagu",), "pagu") if tahun else None
    if kelompok is None or not has_levels(blok):
        return None
    jenis = own_kind(owner, konteks)
    unit = signer(owner) if jenis in ("PK", "RKT") else None
    nama = "Anggaran Perjanjian Kinerja" if jenis == "PK" else "Anggaran"
    name = names.next(f"{nama} Sekretariat" if unit == "sekretariat" else nama)
    tabel = Tabel(name, title(blok), KELUARGA, jenis, unit, scale(blok), tuple(kelompok))
    PembacaAnggaran(blok, tabel, kelompok).read()
    tabel.kolom_dilewati = skipped(blok, kelompok, KATA_ANGGARAN)
    return tabel
