"""The figures of a table as they were read: each with the name corrections give its column and its grammar."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from loaders import columns
from loaders.columns import Column
from loaders.proof.arithmetic import Angka, Baca
from loaders.records import Record, Tabel
from loaders.values import DASHES, Ambigu, Kapan, Masa, Nilai, Uang, parse_persen

Letak = tuple[int, str, Kapan | None]
"""First line of the record, name of the column, time (None: the printed jumlah of all years)."""
_Read = Callable[[], float | None]


def times(tabel: Tabel) -> list[Masa]:
    """The years, or parts of years, the figures of a table stand for, ascending."""
    found = {masa for record in tabel.rows for _, masa, _ in columns.values(record, by_year=True) if masa}
    return sorted(found | set(map(Masa.of, tabel.tahun)))


def figures(tabel: Tabel) -> dict[Letak, Angka]:
    """Every figure printed in a table that must be proven. One that was mended or could not be read stands in no
    calculation.

    The column is named "pagu" where the table has one time, else "pagu:2021", "pagu:2021 TW1" or "pagu:jumlah".
    """
    single = len(times(tabel)) == 1
    found: dict[Letak, Angka] = {}
    for record in tabel.rows:
        for column, masa, value in columns.values(record, by_year=True):
            blank = isinstance(value, Nilai | Uang) and value.keadaan == "kosong"
            if column.proven and (column.blank_waits or not blank):
                kunci = record.baris, column.called(record, masa, alone=single)
                baca = _grammar(tabel, record, column, value)
                found[record.baris, column.name, masa] = Angka(kunci, column.grammar.text(value), baca)
    return found


def _grammar(tabel: Tabel, record: Record, column: Column, value: object) -> Baca:
    """What gives a text of this column its value; none where the value was mended or damaged."""
    if not isinstance(value, Nilai | Uang):
        return _percent

    def read(text: str) -> Fraction | None:
        if isinstance(value, Uang) and text in DASHES:
            return Fraction(0)  # a dash adds nothing to a sum
        return _exact(lambda: _number(column.grammar.read(text, record, tabel)))

    own = (_number(value) or 0) if isinstance(value, Uang) else _number(value)
    sure = value.keadaan != "rusak" and own is not None and read(value.teks) == Fraction(str(own))
    return read if sure else _none


def _number(value: Nilai | Uang) -> float | None:
    return value.rupiah if isinstance(value, Uang) else value.nilai


def _percent(text: str) -> Fraction | None:
    return _exact(lambda: parse_persen(text))


def _none(text: str) -> Fraction | None:
    return None


def _exact(read: _Read) -> Fraction | None:
    """The number a grammar makes of a text, None where it refuses it or sees none."""
    try:
        value = read()
    except Ambigu:
        return None
    return None if value is None else Fraction(str(value))
