"""What a new version of a document changed: figures that came, changed or went. Pure; by value, not by place.

Grain: one change a figure (record × masa × isi); which columns are compared, loaders/columns.py says. A hambatan with
all its words is one figure of its time. The same figure is found again by table (where both versions have it), kind,
wording and time; a wording that stands several times is paired in printed order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from loaders import columns
from loaders.records import Record, Tabel
from loaders.values import Masa, wording_key

Kunci = tuple[object, ...]


@dataclass(frozen=True)
class Angka:
    """One figure of a version: what it is, when (None: over all years), its printed text, the value it is compared by,
    its line."""

    isi: str
    tabel: str
    uraian: str
    masa: Masa | None
    teks: str
    nilai: object
    baris: int

    @property
    def tahun(self) -> int | None:
        """The year of it, None over all years."""
        return self.masa.tahun if self.masa else None

    @property
    def terbaca(self) -> str:
        """The value as it is understood, in Indonesian notation: what a person compares with the printed text."""
        match self.nilai:
            case (int() | float() | tuple() as number, None, satuan, None):
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


def _notation(number: float | tuple[float, ...]) -> str:
    """1234.5 → "1.234,5", a range "90–100"; every digit kept."""
    if isinstance(number, tuple):
        return "–".join(map(_notation, number))
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
        for record in table.rows:
            yield from ((table, angka) for angka in _of(table, record))


def _keyed(tables: list[Tabel], shared: set[str]) -> Iterator[tuple[Kunci, Angka]]:
    seen: Counter[Kunci] = Counter()
    for table, angka in figures(tables):
        name = table.nama if table.nama in shared else ""
        key = (name, table.jenis, table.unit, angka.isi, wording_key(angka.uraian), angka.masa)
        seen[key] += 1
        yield (*key, seen[key]), angka


def _of(table: Tabel, record: Record) -> Iterator[Angka]:
    """The figures of a record; what is compared under one name at one time makes one of them."""
    found: dict[tuple[str, Masa | None], list[tuple[str, object]]] = {}
    for column, masa, value in columns.values(record):
        if column.compared:
            when = masa if column.by_year else next(map(Masa.of, table.tahun), None)
            said = column.grammar.text(value), column.grammar.same(value)
            found.setdefault((column.compared, when), []).append(said)
    for (isi, when), parts in found.items():
        (teks, nilai), *more = parts
        if more:
            teks, nilai = "; ".join(part for part, _ in parts), "; ".join(str(same) for _, same in parts)
        yield Angka(isi, table.nama, record.bunyi, when, teks, nilai, record.baris)
