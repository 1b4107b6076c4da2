"""Rows of the published views → rows of the workbook's sheets. Pure.

Written is the value, not its text: what was mended or corrected becomes an ordinary value, and the printed text of the
document stays behind in the document. A damaged value is written as its text with "(rusak)", which is refused again
until somebody types the right one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import polars as pl

from loaders.columns import Column
from loaders.lembar_kerja.shape import (
    CATATAN,
    KATA_JUMLAH,
    PERSEN,
    RUSAK,
    TINGKAT,
    TINGKAT_ANGGARAN,
    UNIT,
    columns_of,
    like_fraction,
)
from loaders.records import Hambatan, Indikator, MataAnggaran, Sasaran
from loaders.values import DASHES, Masa

Baris = Mapping[str, Any]
Rows = pl.DataFrame | Iterable[Baris]
Isian = dict[str, str | float | int | None]
"""Role of a column → what its cell holds."""

_LIKE_THOUSANDS = re.compile(r"^[1-9]\d{0,2},\d{3}$")
_NAMES = [column.name for column in columns_of(Indikator, Sasaran, by_year=False)]
_CODES = [column.name for column in columns_of(MataAnggaran, by_year=False)]
_BESIDE = [column for column in columns_of(MataAnggaran, by_year=True) if column.grammar.jenis == "bilangan"]
_OBSTACLE = [column.name for column in columns_of(Hambatan, by_year=False)]
_MARKED = ("diperbaiki", "dikoreksi", "rusak")


def sorted_rows(rows: Rows) -> list[Baris]:
    """Rows in printed order: document, line, budget line, year; a year of None (all years) comes last."""
    listed = list(rows.iter_rows(named=True) if isinstance(rows, pl.DataFrame) else rows)
    return sorted(
        listed,
        key=lambda row: (
            row.get("berkas") or "", row.get("baris") or 0, row.get("mata_anggaran_id") or 0, _when(row) or 9999,
        ),
    )  # fmt: skip


def target(rows: list[Baris], realisasi: list[Baris]) -> list[Isian]:
    """One row an indikator. A target that stands beside its realisasi is left to the sheet Realisasi."""
    elsewhere = {_fact(row) for row in realisasi if row.get("baris")}
    groups: dict[Any, list[Baris]] = {}
    for number, row in enumerate(rows):
        if _fact(row) not in elsewhere:
            groups.setdefault(_place(row) if row.get("baris") else number, []).append(row)
    return [_target(group) for group in groups.values()]


def realisasi(rows: list[Baris], targets: list[Baris]) -> list[Isian]:
    """One row an indikator and year. `targets`: rows of v_target, which know the unit of a target printed beside."""
    satuan = {_fact(row): row.get("satuan") for row in targets if row.get("baris")}
    return [_realisasi(row, satuan.get(_fact(row), row.get("satuan"))) for row in rows]


def anggaran(rows: list[Baris]) -> list[Isian]:
    """One row a budget line and year; year None is written as the word for all years."""
    return [_anggaran(row) for row in rows]


def hambatan(rows: list[Baris]) -> list[Isian]:
    """One row a hambatan, with the effort it was published with; what a person set there is said beside it."""
    return [{name: row.get(name) for name in _OBSTACLE} | {CATATAN: _note([_as_marked(row)])} for row in rows]


def _as_marked(row: Baris) -> Baris:
    """A row without a keadaan, with that of what a person set."""
    return {**row, "keadaan": "dikoreksi" if row.get("kolom_dikoreksi") else None}


def printed(value: float) -> str:
    """A number in Indonesian notation that cannot be read as another: three decimals get a fourth, "1,2340"."""
    text = f"{Decimal(repr(value)):f}".removesuffix(".0").replace(".", ",")
    return f"{text}0" if like_thousands(value) else text


def like_thousands(value: float) -> bool:
    """True for a number that with its three decimals would look like thousands (1,234)."""
    return bool(_LIKE_THOUSANDS.match(f"{Decimal(repr(float(value))):f}".replace(".", ",")))


def _when(row: Baris) -> Masa | None:
    """When the figure of a row stands; None over all years."""
    year = row.get("tahun")
    return None if year is None else Masa(int(year), row.get("periode"), row.get("versi_pagu"))


def _cell(masa: Masa | None) -> str | int:
    """The same as the column Tahun has it: a year as a number, all else in words."""
    return KATA_JUMLAH if masa is None else masa.tahun if masa == masa.tahun else str(masa)


def _place(row: Baris) -> tuple[Any, ...]:
    return row.get("berkas"), row.get("tabel"), row.get("baris")


def _fact(row: Baris) -> tuple[Any, ...]:
    return (*_place(row), _when(row))


def _value(row: Baris, name: str, teks: str, ordinal: str) -> str | float | None:
    """The value of a cell: number, grade, dash, range as printed, None for a blank; damaged text is marked as such."""
    if row.get(name) is not None:
        return float(row[name])
    text = row.get(teks)
    if text is None or row.get(ordinal) or text in DASHES or row.get(f"{name}_bawah") is not None:
        return row.get(ordinal) or text
    return f"{text} {RUSAK}".strip() if text or row.get("keadaan") == "rusak" else None


def _with_unit(value: str | float | None, satuan: str | None) -> str | float | None:
    return f"{printed(value)} {satuan}" if satuan and isinstance(value, float) else value


def _bare(value: str | float | None, satuan: str | None) -> str | float | None:
    """The value with its unit left to the column Satuan, but not where 0,9 beside "%" could be read as 90 %."""
    return _percent(value) if satuan == PERSEN else value


def _percent(value: str | float | None) -> str | float | None:
    return _with_unit(value, PERSEN) if isinstance(value, float) and like_fraction(value) else value


def _words(row: Baris) -> Isian:
    return {
        "jenis": row.get("jenis_dokumen"), "unit": UNIT.get(row.get("unit") or ""),
        "tingkat": TINGKAT.get(row.get("tingkat") or ""), **{name: row.get(name) for name in _NAMES},
    }  # fmt: skip


def _note(rows: list[Baris]) -> str | None:
    """Where the row came from, and which of its values were mended, corrected or damaged there."""
    first = rows[0]
    place = f"{first.get('tabel')}, baris {first.get('baris')}" if first.get("baris") else ""
    marks = [f"{_cell(_when(row))} {row['keadaan']}" for row in rows if row.get("keadaan") in _MARKED]
    return "; ".join(filter(None, [place, *marks])) or None


def _target(rows: list[Baris]) -> Isian:
    values = {_when(row): _value(row, "nilai", "nilai_teks", "nilai_ordinal") for row in rows}
    units = {_when(row): row.get("satuan") for row in rows}
    seen = {units[year] for year, value in values.items() if isinstance(value, float)}
    letters = any(isinstance(value, str) and value not in DASHES for value in values.values())
    shared = next(iter(seen)) if len(seen) == 1 and not letters else None
    cells = {
        f"target:{year}": _bare(value, shared) if shared else _with_unit(value, units[year])
        for year, value in values.items()
    }
    return _words(rows[0]) | {"satuan": shared, **cells, CATATAN: _note(rows)}


def _realisasi(row: Baris, satuan_target: str | None) -> Isian:
    target = _value(row, "target", "target_teks", "target_ordinal")
    value = _value(row, "realisasi", "realisasi_teks", "realisasi_ordinal")
    satuan = row.get("satuan")
    bare = all(v is None or v in DASHES or isinstance(v, float) for v in (target, value)) and satuan == satuan_target
    return _words(row) | {
        "tahun": _cell(_when(row)),
        "target": _bare(target, satuan) if bare else _with_unit(target, satuan_target),
        "satuan": satuan if bare else None,
        "realisasi": _bare(value, satuan) if bare else _with_unit(value, satuan),
        "capaian_tercetak": _capaian(row),
        CATATAN: _note([row]),
    }


def _capaian(row: Baris) -> str | float | None:
    number = row.get("capaian_tercetak")
    return _percent(float(number)) if number is not None else row.get("capaian_tercetak_teks")


def _money(row: Baris, name: str) -> str | int | None:
    if row.get(name) is not None:
        return int(row[name])
    text = row.get(f"{name}_teks") or ""
    return text if text in DASHES else f"{text} {RUSAK}" if text else None


def _beside(value: float | None, column: Column) -> str | float | None:
    return _percent(value) if column.unit == "persen" else value


def _anggaran(row: Baris) -> Isian:
    return {
        "jenis": row.get("jenis_dokumen"), "unit": UNIT.get(row.get("unit") or ""),
        "tingkat": TINGKAT_ANGGARAN.get(row.get("tingkat") or ""), **{name: row.get(name) for name in _CODES},
        "tahun": _cell(_when(row)),
        "pagu": _money(row, "pagu"), "realisasi_anggaran": _money(row, "realisasi"),
        **{column.name: _beside(row.get(column.name), column) for column in _BESIDE}, CATATAN: _note([row]),
    }  # fmt: skip
