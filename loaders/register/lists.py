"""The curated reference lists of data/referensi, and what is known from them before any document is read."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import polars as pl

from loaders.errors import DaftarSalah
from loaders.files import REFERENSI, read_numbered

_KUNCI = {
    "satker": ("kode_satker", "satker"), "divisi": ("kode_divisi", "divisi"), "program": ("kode_program",),
    "kegiatan": ("kode_kegiatan",), "indikator_baku": ("kode", "nama"), "padanan": ("teks",),
    "sasaran_baku": ("kode", "nama"), "padanan_sasaran": ("teks",),
}  # fmt: skip
"""Columns in which no value may stand twice."""
_BOLEH_KOSONG = {"program": ("tahun_awal", "tahun_akhir"), "kegiatan": ("tahun_awal", "tahun_akhir"),
                 "indikator_baku": ("kode_kegiatan", "definisi")}  # fmt: skip
_BENTUK = {
    "kode_satker": (r"\d{2}(\d{2})?", "dua atau empat angka"),
    "kode_program": (r"076\.\d{2}\.([A-Z]{2}|\d{2})", "seperti 076.01.WA"),
    "kode_kegiatan": (r"\d{4}", "empat angka"),
    "tahun_awal": (r"20\d\d", "empat angka seperti 2024"),
    "tahun_akhir": (r"20\d\d", "empat angka seperti 2024"),
    "tingkat": (
        r"(kabkota|provinsi|kpu_ri)(; (kabkota|provinsi|kpu_ri))*",
        "kabkota, provinsi atau kpu_ri dipisah «; »",
    ),
    "polaritas": ("maksimal|minimal|tetap|rentang|ordinal", "maksimal, minimal, tetap, rentang atau ordinal"),
}
"""What Excel may have made something else of: column → the shape of its values, and the shape in words."""
_DARI = {("indikator_baku", "divisi"): ("divisi", "divisi"),
         ("indikator_baku", "kode_kegiatan"): ("kegiatan", "kode_kegiatan")}  # fmt: skip
"""(list, column) → the list and column in which its values must stand."""
RENAMED = {
    "indikator_baku": {"kode": "kode_baku", "nama": "indikator_baku"},
    "padanan": {"kode": "kode_baku"},
    "sasaran_baku": {"kode": "kode_sasaran_baku", "nama": "sasaran_baku"},
    "padanan_sasaran": {"kode": "kode_sasaran_baku"},
}
"""Columns whose name in the curated file is shorter than in the database."""
Lists = dict[str, pl.DataFrame]
"""The reference lists by name."""


def references(folder: Path) -> Lists:
    """The reference tables as frames, blanks as nulls; read again where a file changed. Raises DaftarSalah."""
    return dict(_kept(folder, tuple(_stamp(folder / f"{name}.csv") for name in REFERENSI)))


def _stamp(path: Path) -> tuple[int, ...]:
    """What changes with a file; nothing of one that is not there, as the reading will say."""
    try:
        stat = path.stat()
    except OSError:
        return ()
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


@lru_cache(maxsize=4)
def _kept(folder: Path, _stamps: tuple[tuple[int, ...], ...]) -> Lists:
    found = {name: read_numbered(folder / f"{name}.csv", columns) for name, columns in REFERENSI.items()}
    for name, rows in found.items():
        _check(name, rows, found)
    return {name: _frame(name, rows) for name, rows in found.items()}


_Rows = list[tuple[int, dict[str, str]]]


def _frame(name: str, rows: _Rows) -> pl.DataFrame:
    blanks = [{column: value or None for column, value in row.items()} for _, row in rows]
    schema = dict.fromkeys(REFERENSI[name], pl.String)
    return pl.DataFrame(blanks, schema=schema).rename(RENAMED.get(name, {}))


def _check(name: str, rows: _Rows, lists: dict[str, _Rows]) -> None:
    """Raise DaftarSalah for the first value that is blank, of another shape, twice there, or in no list."""
    for column in REFERENSI[name]:
        where, key = _DARI.get((name, column)), column in _KUNCI[name]
        known = {row[where[1]] for _, row in lists[where[0]]} if where else None
        seen: dict[str, int] = {}
        for number, row in rows:
            value, said = row[column], f"berisi «{row[column][:60]}»"
            if not value:
                wrong = "" if column in _BOLEH_KOSONG.get(name, ()) else "kosong"
            elif column in _BENTUK and not re.fullmatch(_BENTUK[column][0], value, re.ASCII):
                wrong = f"{said}, seharusnya {_BENTUK[column][1]}; bila Excel yang mengubahnya, kembalikan"
            elif known is not None and value not in known:
                wrong = f"{said} yang tidak ada di {where[0] if where else ''}.csv"
            elif key and seen.setdefault(value, number) != number:
                wrong = f"{said} yang sudah ada pada baris {seen[value]}; hapus salah satu"
            else:
                continue
            if wrong:
                raise DaftarSalah(f"{name}.csv", number, f"kolom {column} {wrong}")
