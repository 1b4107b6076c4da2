"""The chain Renstra → RKT → PK → LK: which printed rows of one wording contradict each other, and where it is missing.

Input frames hold one row a printed row of one satker and tahun, in the order of the chain: kunci (the indikator),
jenis_dokumen, indikator, nilai, nilai_ordinal, satuan, keadaan, realisasi, realisasi_ordinal, keadaan_realisasi.
kunci is the kode_baku where one is known, else the wording: two wordings of one indikator are one row of the chain.
"""

from difflib import SequenceMatcher

import polars as pl

from queries.comparisons.satuan import unit

JENIS = ("Renstra", "RKT", "PK", "LK")
# In the order in which a reader should see them.
TANDA = ("target_berbeda", "realisasi_berbeda", "tidak_ada", "bunyi_mirip", "sama", "sendiri")
# A wording as alike as this is a spelling difference rather than another indikator.
MIRIP = 0.85
TIDAK_DITARGETKAN = "-"


def with_beda(rows: pl.DataFrame) -> pl.DataFrame:
    """Add target_beda and realisasi_beda: whether a row contradicts the first row of its wording; same rows and order.

    Two targets contradict when their numbers or grades differ, when both print a unit and the units differ, or when
    one is a printed dash. A figure that is blank or unreadable contradicts nothing.
    """
    first = {name: pl.col(name).drop_nulls().first().over("kunci") for name in ("_target", "_satuan", "_realisasi")}
    differs = (pl.col("_target") != first["_target"]).fill_null(value=False)
    other_unit = ((pl.col("_satuan") != first["_satuan"]) & pl.col("_target").is_not_null()).fill_null(value=False)
    return (
        rows.with_columns(
            _value("nilai", "nilai_ordinal", "keadaan").alias("_target"),
            _value("realisasi", "realisasi_ordinal", "keadaan_realisasi").alias("_realisasi"),
            unit(rows).alias("_satuan"),
        )
        .with_columns(
            (differs | other_unit).alias("target_beda"),
            (pl.col("_realisasi") != first["_realisasi"]).fill_null(value=False).alias("realisasi_beda"),
        )
        .drop("_target", "_realisasi", "_satuan")
    )


def per_indikator(rows: pl.DataFrame, jenis: list[str]) -> pl.DataFrame:
    """One row a wording, what needs attention first. Input: a frame of with_beda, and the kinds of document there are.

    Columns: kunci, indikator (as first printed), jumlah_baris, tidak_ada (kinds of document that lack this wording),
    mirip (a nearly equal wording in one of those, or null), tanda (one of TANDA).
    """
    grouped = rows.group_by("kunci", maintain_order=True).agg(
        pl.col("indikator").first(),
        pl.len().cast(pl.Int64).alias("jumlah_baris"),
        pl.col("jenis_dokumen").unique().alias("_ada"),
        pl.col("target_beda").any(),
        pl.col("realisasi_beda").any(),
    )
    wordings = rows.select("jenis_dokumen", "kunci", "indikator").unique(maintain_order=True).rows()
    found = [_missing(kunci, ada, jenis, wordings) for kunci, ada in grouped.select("kunci", "_ada").iter_rows()]
    missing = pl.DataFrame(found, schema={"tidak_ada": pl.List(pl.String), "mirip": pl.String}, orient="row")
    marked = grouped.drop("_ada").hstack(missing).with_columns(_tanda().alias("tanda"))
    order = pl.col("tanda").replace_strict(TANDA, range(len(TANDA)), return_dtype=pl.Int8)
    return marked.drop("target_beda", "realisasi_beda").sort(order, maintain_order=True)


def _value(nilai: str, ordinal: str, keadaan: str) -> pl.Expr:
    """What is compared: the number, the grade, or the printed dash; null where nothing can be compared."""
    dash = pl.col(keadaan).is_in(["tidak_ditargetkan", "dikoreksi"])
    text = pl.coalesce(pl.col(nilai).cast(pl.String), pl.col(ordinal).str.to_uppercase())
    return pl.coalesce(text, pl.when(dash).then(pl.lit(TIDAK_DITARGETKAN)))


def _tanda() -> pl.Expr:
    absent = pl.col("tidak_ada").list.len() > 0
    return (
        pl.when("target_beda")
        .then(pl.lit("target_berbeda"))
        .when("realisasi_beda")
        .then(pl.lit("realisasi_berbeda"))
        .when(absent & pl.col("mirip").is_null())
        .then(pl.lit("tidak_ada"))
        .when(absent)
        .then(pl.lit("bunyi_mirip"))
        .when(pl.col("jumlah_baris") > 1)
        .then(pl.lit("sama"))
        .otherwise(pl.lit("sendiri"))
    )


def _missing(
    kunci: str, ada: list[str], jenis: list[str], wordings: list[tuple[str, str, str]]
) -> tuple[list[str], str | None]:
    """The kinds that lack a wording, and the most alike wording in one of them when it is alike enough."""
    absent = [name for name in JENIS if name in jenis and name not in ada]
    others = ((SequenceMatcher(None, kunci, other).ratio(), text) for kind, other, text in wordings if kind in absent)
    ratio, text = max(others, default=(0.0, None))
    return absent, text if ratio >= MIRIP else None
