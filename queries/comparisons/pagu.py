"""Whose money is how much: one table a satker and year is the pagu acuan, and what it is measured by comes from there.

Pure, frame → frame. The same money is printed in many tables and at many levels, so figures of two tables or two levels
are never added and never divided. The order of choice is data: queries/rules/serapan.toml. Rupiah are Int64.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from queries.comparisons.serapan import sum_or_null

ATURAN = Path(__file__).parents[1] / "rules" / "serapan.toml"
TINGKAT = ("total", "program", "kegiatan", "kro", "ro", "sasaran", "indikator")
"""The levels at which documents print money."""
BAGIAN = ("satker", "program", "kegiatan", "divisi", "sasaran")
"""What money is summed by."""
SELURUHNYA = ("total", "program", "kegiatan", "kro", "ro")
"""The levels at which a table claims to print all of a satker's money."""
SETAHUN = ("PK", "LK", "Realisasi Anggaran")
"""The kinds of document that name the budget of one year, not a plan."""
SATKER = ["kode_satker", "tahun"]
ASAL = ["berkas", "tabel_sumber", "jenis_dokumen", "unit", "tingkat"]
"""One list of money: the lines of one level of one table, or of a row of tables that go on numbering."""
TANPA_DIVISI = "tanpa divisi"
_NOMOR = r"\s*\(?\d+\)?$"


class AturanSalah(ValueError):
    """A rule file that contradicts itself."""


@cache
def rules() -> dict[str, Any]:
    """The rule file, proven whole: every kind once, every level once in each. Raises AturanSalah."""
    found = tomllib.loads(ATURAN.read_text(encoding="utf-8"))
    check_order(found["urutan"])
    if not found["toleransi_persen"] >= 0:
        raise AturanSalah("toleransi_persen tidak boleh di bawah 0")
    return found


def check_order(urutan: list[dict[str, Any]]) -> None:
    """Raise AturanSalah unless each kind of document stands once and names every level exactly once."""
    kinds = [step["jenis"] for step in urutan]
    if len(kinds) != len(set(kinds)):
        raise AturanSalah("urutan: satu jenis dokumen hanya boleh tercantum sekali")
    for step in urutan:
        if sorted(step["tingkat"]) != sorted(TINGKAT):
            raise AturanSalah(f"urutan {step['jenis']}: setiap tingkat harus tercantum tepat sekali")


def measure(lines: pl.DataFrame) -> pl.DataFrame:
    """The lines of money that count: for every part of BAGIAN those of the one list that each satker and year takes it
    from. Sums of the lines of one part are that part's figure; lines of two parts are never added.

    Input: a row a printed line of money of a whole year, with mata_anggaran_id, kode_satker, tahun, jenis_dokumen,
    unit, berkas, tabel, baris, tingkat, program, kegiatan, sasaran, divisi (what the line says of each; null), uraian,
    pagu, realisasi (rupiah), rusak (whether a figure of it cannot be read), sezaman (whether the document is of that
    year). Output: the same rows that count for a part, plus bagian (the list of parts) and tabel_sumber, sorted.
    """
    listed = _in_lists(lines)
    sources = _sources(listed)
    chosen = pl.concat([_chosen(sources, bagian).with_columns(pl.lit(bagian).alias("bagian")) for bagian in BAGIAN])
    parts = chosen.group_by(*SATKER, *ASAL).agg(pl.col("bagian").sort())
    return listed.join(parts, on=[*SATKER, *ASAL], nulls_equal=True).sort(*SATKER, "mata_anggaran_id")


def disputes(lines: pl.DataFrame) -> pl.DataFrame:
    """Of each satker and year whose tables disagree: the first that says otherwise than the pagu acuan.

    Compared are lists that claim all money of the satker, of the same kind of document or of what was given and what
    was spent (PK, LK): a plan of five years is no contradiction to the budget of one, nor the sekretariat's part.
    Input: that of measure. Output: SATKER, mata_anggaran_lain_id (its first line), pagu_lain, realisasi_lain.
    """
    sources = _sources(_in_lists(lines))
    whole = sources.filter(pl.col("tingkat").is_in(SELURUHNYA), ~pl.col("rusak"), "sezaman", ~_unit())
    first = sources.unique(SATKER, keep="first", maintain_order=True).select(*SATKER, *ASAL, "pagu", "realisasi")
    pairs = whole.join(first, on=SATKER, suffix="_acuan", maintain_order="left")
    alike = pl.col("jenis_dokumen") == pl.col("jenis_dokumen_acuan")
    budget = pl.col("jenis_dokumen").is_in(SETAHUN) & pl.col("jenis_dokumen_acuan").is_in(SETAHUN)
    differs = pl.any_horizontal(_apart(name) for name in ("pagu", "realisasi"))
    return (
        pairs.filter(alike | budget, differs)
        .unique(SATKER, keep="first", maintain_order=True)
        .select(
            *SATKER,
            pl.col("mata_anggaran_id").alias("mata_anggaran_lain_id"),
            pl.col("pagu").alias("pagu_lain"),
            pl.col("realisasi").alias("realisasi_lain"),
        )
        .sort(SATKER)
    )


def with_divisi(lines: pl.DataFrame, kegiatan: pl.DataFrame) -> pl.DataFrame:
    """Let money without a divisi of its own take those of the kegiatan it is printed under, marked turunan.

    Input: lines with divisi and asal_divisi (of the indikator on the same row; null without one) and kunci_kegiatan;
    kegiatan: kode_satker (null: of the catalogue), kunci_kegiatan, divisi (one a row). What the satker itself prints
    under that kegiatan goes first, then the catalogue, then what others print. Same rows, same order.
    """
    steps = [
        (kegiatan.filter(pl.col("kode_satker").is_not_null()), ["kode_satker", "kunci_kegiatan"]),
        (kegiatan.filter(pl.col("kode_satker").is_null()), ["kunci_kegiatan"]),
        (kegiatan, ["kunci_kegiatan"]),
    ]
    found = lines
    for number, (frame, keys) in enumerate(steps):
        of = frame.group_by(keys).agg(pl.col("divisi").unique().sort().str.join("; ").alias(f"_{number}"))
        found = found.join(of, on=keys, how="left", maintain_order="left")
    names = [f"_{number}" for number in range(len(steps))]
    derived = pl.coalesce(names)
    origin = pl.when(pl.col("divisi").is_null() & derived.is_not_null()).then(pl.lit("turunan"))
    return found.with_columns(
        pl.coalesce("asal_divisi", origin, pl.lit(TANPA_DIVISI)).alias("asal_divisi"),
        pl.coalesce("divisi", derived).alias("divisi"),
    ).drop(names)


def _in_lists(lines: pl.DataFrame) -> pl.DataFrame:
    """Add tabel_sumber: the table, or of tables that go on numbering and repeat no line their common name."""
    stem = pl.col("tabel").str.replace(_NOMOR, "").alias("_nama")
    apart = pl.col("tingkat").is_in(["sasaran", "indikator"]) & (pl.col("jenis_dokumen") == "LK")
    row = [*SATKER, "berkas", "_nama", "tingkat"]
    never_twice = pl.col("uraian").n_unique().over(row) == pl.len().over(row)
    largest = pl.col("pagu").rank("ordinal", descending=True).over([*SATKER, "berkas", "tabel", "tingkat"])
    series = pl.when(apart & never_twice).then("_nama").otherwise("tabel")
    return (
        lines.with_columns(stem)
        .with_columns(series.alias("tabel_sumber"), largest.alias("_besar"))
        # A table that prints several totals prints subtotals beside the one of everything.
        .filter((pl.col("tingkat") != "total") | (pl.col("_besar").fill_null(1) == 1))
        .drop("_nama", "_besar")
    )


def _sources(lines: pl.DataFrame) -> pl.DataFrame:
    """One row a list of money of a satker and year, with its sums, in the order in which it is to be believed."""
    listed = lines.group_by(*SATKER, *ASAL, "sezaman").agg(
        pl.col("baris").min(),
        pl.col("mata_anggaran_id").min(),
        pl.col("rusak").any(),
        sum_or_null("pagu"),
        sum_or_null("realisasi"),
        *(pl.col(name).is_not_null().any().alias(f"_{name}") for name in ("program", "kegiatan", "sasaran", "divisi")),
    )
    return listed.sort(
        ~pl.col("sezaman"),
        _kind(),
        pl.col("realisasi").is_null(),
        "rusak",
        _level(),
        _unit(),
        "berkas",
        "baris",
        "mata_anggaran_id",
    )


def _kind() -> pl.Expr:
    kinds = {step["jenis"]: number for number, step in enumerate(rules()["urutan"])}
    return pl.col("jenis_dokumen").replace_strict(kinds, default=len(kinds), return_dtype=pl.Int64)


def _level() -> pl.Expr:
    levels = {
        f"{step['jenis']} {tingkat}": number
        for step in rules()["urutan"]
        for number, tingkat in enumerate(step["tingkat"])
    }
    name = pl.concat_str("jenis_dokumen", "tingkat", separator=" ")
    return name.replace_strict(levels, default=len(TINGKAT), return_dtype=pl.Int64)


def _unit() -> pl.Expr:
    """The komisioner sign for the whole satker, the sekretariat for its part."""
    return (pl.col("unit") == "sekretariat").fill_null(value=False)


def _chosen(sources: pl.DataFrame, bagian: str) -> pl.DataFrame:
    """The list that each satker and year takes a part from: the first that prints it at all, else the pagu acuan, whose
    money then is without that part.
    """
    able = sources if bagian == "satker" else sources.sort(~pl.col(f"_{bagian}"), maintain_order=True)
    return able.unique(SATKER, keep="first", maintain_order=True).select(*SATKER, *ASAL)


def _apart(name: str) -> pl.Expr:
    gap = (pl.col(name) - pl.col(f"{name}_acuan")).abs()
    return (gap * 100 > pl.col(f"{name}_acuan") * float(rules()["toleransi_persen"])).fill_null(value=False)
