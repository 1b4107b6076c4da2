"""Panduan: the rules in force, the catalogue of indikator baku, and the data dictionary, as the database has them."""

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from queries import warehouse

PREDIKAT = Path(__file__).parent / "rules" / "predikat.toml"
PARTS = ("makna", "satuan", "sumber")


@cache
def predikat() -> list[dict[str, Any]]:
    """The scales of grades, best grade first: kode, nama, keterangan, sumber (where one is known), tanda, kelas.

    kelas holds [grade, score it begins above], or [grade] alone where a grade has no score.
    """
    return tomllib.loads(PREDIKAT.read_text(encoding="utf-8"))["predikat"]


class Kolom(NamedTuple):
    """A column that is read of documents: how the screen calls it, the unit of its numbers, whether it has a value for
    each year."""

    judul: str
    satuan: str | None
    per_tahun: bool


def kolom() -> dict[str, Kolom]:
    """The columns that are read of documents, by the names they have in corrections and views."""
    return _kolom(warehouse.current())


@lru_cache(maxsize=4)
def _kolom(version: warehouse.Version) -> dict[str, Kolom]:
    with warehouse.pinned(version):
        return {name: Kolom(*said) for name, *said in warehouse.ask("daftar_kolom").iter_rows()}


def katalog() -> pl.DataFrame:
    """The indikator baku; one row each, those most satker share first. Columns as in frames.json."""
    return warehouse.ask("indikator_baku_daftar")


def katalog_sasaran() -> pl.DataFrame:
    """The sasaran baku; one row each, those most satker share first. Columns as in frames.json."""
    return warehouse.ask("sasaran_baku_daftar")


def menunggu() -> pl.DataFrame:
    """The wordings that no name of a catalogue was found for; one row each. Columns as in frames.json.

    isi: indikator or sasaran; usulan: a list of {nama, skor (0 to 1), beda}, the nearest first, null where none is.
    """
    return warehouse.ask("padanan_menunggu")


def kamus() -> pl.DataFrame:
    """The data dictionary: one row a column of a table or published view, with what the schema says of it.

    Columns: nama_tabel, isi_tabel, kolom, makna, satuan, sumber (the three parts of the comment), tipe, boleh_kosong
    (null for a column of a view).
    """
    found = warehouse.ask("kamus_data")
    parts = pl.col("komentar").str.splitn(" · ", len(PARTS)).struct.rename_fields(PARTS)
    named = found.with_columns(parts.alias("bagian")).unnest("bagian")
    return named.select("nama_tabel", "isi_tabel", "kolom", *PARTS, "tipe", "boleh_kosong")
