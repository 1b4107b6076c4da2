"""The curated reference lists of data/referensi, and what is known from them before any document is read."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from loaders.berkas import read_rows
from loaders.bukti_kata import Dikenal
from loaders.matching.indikator import Pemadan, checked
from loaders.records import Konteks
from loaders.referensi_kolom import REFERENSI
from loaders.values.names import wording_key

RENAMED = {"indikator_baku": {"kode": "kode_baku", "nama": "indikator_baku"}, "padanan": {"kode": "kode_baku"}}
"""Columns whose name in the curated file is shorter than in the database."""
Lists = dict[str, pl.DataFrame]
"""The reference lists by name."""


def references(folder: Path) -> Lists:
    """The reference tables as frames, blanks as nulls. Raises DaftarSalah."""
    return {
        name: pl.DataFrame(
            [{key: value or None for key, value in row.items()} for row in read_rows(folder / f"{name}.csv", columns)],
            schema=dict.fromkeys(columns, pl.String),
        ).rename(RENAMED.get(name, {}))
        for name, columns in REFERENSI.items()
    }


def judged(lists: Lists) -> Pemadan:
    """The matcher with all that persons decided. Raises DaftarSalah for a bad padanan."""
    codes = set(lists["indikator_baku"]["kode_baku"])
    return Pemadan(checked(lists["padanan"].rename({"kode_baku": "kode"}).to_dicts(), codes))


def known(lists: Lists, konteks: Konteks) -> Dikenal:
    """The wordings, codes and years that are known without the document."""
    codes = [*lists["program"].select("kode_program", "program").rows()]
    codes += lists["kegiatan"].select("kode_kegiatan", "kegiatan").rows()
    names = [*lists["padanan"]["teks"], *lists["indikator_baku"]["indikator_baku"], *(name for _, name in codes)]
    return Dikenal(
        frozenset(wording_key(name) for name in names),
        frozenset((code, wording_key(name)) for code, name in codes),
        (konteks.tahun_awal, konteks.tahun_akhir),
    )
