"""Tables of cells with one target an indicator: the two RKT forms (komisioner, sekretariat), lists of IKU, the
program/kegiatan list with pagu, and a Perjanjian Kinerja (PK), also one that is bound into a report.

Special about them: one year, so one target column; two thousands separators in one column; a program row may stand in
one cell with its letter ("A Program …") or in two; the same form serves RKT and PK, so the title says which it is.
"""

from __future__ import annotations

from loaders.families.cells.block import BlokSel, blocks
from loaders.families.cells.kinerja import PembacaKinerjaUang
from loaders.families.cells.title import Nama, Unit, own_kind, signer, table_year, title, title_kind
from loaders.families.cells.values import KATA_KINERJA, by_year, doubt_lone_year, scale, skipped
from loaders.readers import Baris, Lembar
from loaders.records import Indikator, Konteks, Tabel
from loaders.stopped import each

KELUARGA = "rkt"


def read(lembar: Lembar, konteks: Konteks) -> list[Tabel]:
    """The tables with indikator and one target. Grain: one indicator a row, with its pagu where the table prints one.

    A plan of several years is left alone where neither heading nor title names the year.
    """
    names = Nama()
    found = blocks(lembar, "janji")
    return list(each(lembar, konteks, KELUARGA, found, lambda b: _table(b, konteks, names), lambda b: b.semua))


def _table(blok: BlokSel, konteks: Konteks, names: Nama) -> Tabel | None:
    target = blok.kepala.of("target")
    tahun = (target.tahun if target else None) or table_year(blok, konteks)
    kelompok = by_year(blok.kepala, tahun, ("target", "pagu"), "target") if tahun else None
    if tahun is None or kelompok is None:
        return None
    jenis, unit = own_kind(blok, konteks), _unit(blok, konteks)
    tabel = Tabel(
        names.next(_name(blok, jenis, unit)), title(blok), KELUARGA, jenis, unit, scale(blok), (tahun,)
    )  # fmt: skip
    _Pembaca(blok, tabel, kelompok).read()
    doubt_lone_year(blok, tabel, konteks)
    tabel.kolom_dilewati = skipped(blok, kelompok, KATA_KINERJA)
    return tabel


def _unit(blok: BlokSel, konteks: Konteks) -> Unit | None:
    """Who signs, where somebody does: a list of targets in a report is nobody's promise."""
    return signer(blok) if own_kind(blok, konteks) in ("PK", "RKT") or title_kind(blok) == "IKU" else None


def _name(blok: BlokSel, jenis: str, unit: Unit | None) -> str:
    if jenis == "PK":
        return "Perjanjian Kinerja Sekretariat" if unit == "sekretariat" else "Perjanjian Kinerja"
    iku = title_kind(blok) == "IKU"
    if jenis != "RKT" and not iku:
        return "Target Kinerja"
    if "pagu" in blok.kepala.peran:
        return "RKT Program dan Kegiatan"
    return f"{'IKU' if iku else 'RKT'} {unit.title() if unit else ''}".strip()


class _Pembaca(PembacaKinerjaUang):
    def on_indikator(self, line: Baris, record: Indikator) -> None:
        self.values(line).target(record)
        self.money(line, record)
