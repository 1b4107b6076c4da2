"""What a new version of a document changed: figures that came, changed or went. Pure; by value, not by place.

Grain: one change a figure (indikator or mata anggaran × tahun × isi). The same figure is found again by table (where
both versions have it), kind, wording and year; a wording that stands several times is paired in printed order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.records import Indikator, MataAnggaran, Tabel
from loaders.values import Nilai, Uang, wording_key

Kunci = tuple[object, ...]


@dataclass(frozen=True)
class Angka:
    """One figure of a version: what it is, its printed text, the value it is compared by, and its line."""

    isi: str
    tabel: str
    uraian: str
    tahun: int | None
    teks: str
    nilai: object
    baris: int

    @property
    def terbaca(self) -> str:
        """The value as it is understood, in Indonesian notation: what a person compares with the printed text."""
        match self.nilai:
            case (int() | float() as number, None, satuan, None):
                return f"{_notation(number)}{'' if satuan == '%' else ' '}{satuan or ''}".strip()
            case (None, str() as ordinal, _, None):
                return ordinal
            case (int() as rupiah, None):
                return f"Rp {_notation(rupiah)}"
            case int() | float() as persen:
                return f"{_notation(persen)}%"
            case (*_, str() as keadaan):
                return keadaan.replace("_", " ")
        return ""


def _notation(number: float) -> str:
    """1234.5 → "1.234,5"; every digit kept."""
    whole, _, rest = f"{number:,.10f}".partition(".")
    tail = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{tail}" if tail else "")


@dataclass(frozen=True)
class Perubahan:
    """One figure that came (`lama` None), went (`baru` None) or changed between two versions."""

    lama: Angka | None
    baru: Angka | None

    @property
    def jenis(self) -> str:
        """bertambah, hilang or berubah."""
        return "bertambah" if self.lama is None else "hilang" if self.baru is None else "berubah"

    @property
    def angka(self) -> Angka:
        """The figure as it stands now, or as it stood where it is gone."""
        found = self.baru or self.lama
        if found is None:
            raise ValueError("a change has at least one side")
        return found


def compare(lama: list[Tabel], baru: list[Tabel]) -> list[Perubahan]:
    """All changes from one version's tables to the next one's: first in the new order, then what is gone."""
    shared = {table.nama for table in lama} & {table.nama for table in baru}
    before, after = dict(_keyed(lama, shared)), dict(_keyed(baru, shared))
    found = [
        Perubahan(before.get(key), angka)
        for key, angka in after.items()
        if key not in before or before[key].nilai != angka.nilai
    ]
    return found + [Perubahan(angka, None) for key, angka in before.items() if key not in after]


def figures(tables: list[Tabel]) -> Iterator[tuple[Tabel, Angka]]:
    """Every figure of the tables, in printed order."""
    for table in tables:
        for indikator in table.indikator:
            yield from ((table, angka) for angka in _of_indikator(table, indikator))
        for anggaran in table.anggaran:
            yield from ((table, angka) for angka in _of_anggaran(table, anggaran))


def _keyed(tables: list[Tabel], shared: set[str]) -> Iterator[tuple[Kunci, Angka]]:
    seen: Counter[Kunci] = Counter()
    for table, angka in figures(tables):
        name = table.nama if table.nama in shared else ""
        key = (name, table.jenis, table.unit, angka.isi, wording_key(angka.uraian), angka.tahun)
        seen[key] += 1
        yield (*key, seen[key]), angka


def _of_indikator(table: Tabel, r: Indikator) -> Iterator[Angka]:
    for tahun, value in sorted(r.target.items()):
        yield Angka("target", table.nama, r.indikator, tahun, value.teks, _comparable(value), r.baris)
    for tahun, capaian in sorted(r.capaian.items()):
        value = capaian.realisasi
        yield Angka("realisasi", table.nama, r.indikator, tahun, value.teks, _comparable(value), r.baris)
        if capaian.capaian_teks is not None:
            yield Angka("capaian", table.nama, r.indikator, tahun, capaian.capaian_teks, capaian.persen, r.baris)


def _of_anggaran(table: Tabel, r: MataAnggaran) -> Iterator[Angka]:
    for tahun, money in sorted(r.pagu.items(), key=lambda item: item[0] or 9999):
        yield Angka("pagu", table.nama, r.uraian, tahun, money.teks, _money(money), r.baris)
    for year, spent in sorted(r.realisasi.items()):
        money = spent.realisasi
        yield Angka("realisasi_anggaran", table.nama, r.uraian, year, money.teks, _money(money), r.baris)


def _comparable(value: Nilai) -> tuple[object, ...]:
    missing = value.keadaan if value.nilai is None and value.ordinal is None else None
    return (value.nilai, value.ordinal, value.satuan, missing)


def _money(money: Uang) -> tuple[object, ...]:
    return (money.rupiah, money.keadaan if money.rupiah is None else None)
