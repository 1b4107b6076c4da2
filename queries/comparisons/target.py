"""Targets of one indikator set side by side: what may share an axis, and where printed rows disagree.

Input frames hold one row a target (indikator × tahun) of one indikator text: indikator_id, kode_satker, satker,
jenis_dokumen, unit, tabel, baris, tahun, nilai_teks, nilai, nilai_ordinal, satuan, keadaan.
"""

import polars as pl

from queries.comparisons.ordinal import rank
from queries.comparisons.satuan import unit

PREDIKAT = "predikat"
TANPA_SATUAN = "tanpa satuan"
RAGU = "(?)"
# Further than this share of the median a target is named: with a handful of satker finer measures mean nothing.
MENYIMPANG = 0.2


def with_unit_group(targets: pl.DataFrame) -> pl.DataFrame:
    """Add satuan_banding, the unit that decides what may be compared, and satuan_tersirat; same rows, same order.

    The unit is compared without regard to case and spaces; a grade or opinion is `predikat`. A number printed without
    a unit shares the one unit of its own printed row (satuan_tersirat), as a reader would understand the row; where
    the row has no unit or several, it is `tanpa satuan`. A missing value takes the first unit of its row.
    """
    grade, number = pl.col("nilai_ordinal").is_not_null(), pl.col("nilai").is_not_null()
    own = pl.when(grade).then(pl.lit(PREDIKAT)).otherwise(unit(targets))
    of_row = pl.col("_own").sort_by("tahun").drop_nulls().first().over("indikator_id")
    one_unit = pl.col("_own").drop_nulls().n_unique().over("indikator_id") == 1
    implied = number & ~grade & pl.col("_own").is_null() & one_unit & (pl.col("_row") != PREDIKAT)
    alone = number & ~grade & pl.col("_own").is_null() & ~pl.col("satuan_tersirat")
    return (
        targets.with_columns(own.alias("_own"))
        .with_columns(of_row.alias("_row"))
        .with_columns(implied.fill_null(value=False).alias("satuan_tersirat"))
        .with_columns(pl.when(~alone).then(pl.coalesce("_own", "_row")).fill_null(TANPA_SATUAN).alias("satuan_banding"))
        .drop("_own", "_row")
    )


def unit_groups(targets: pl.DataFrame) -> pl.DataFrame:
    """Count what stands in each unit; the first row is the unit most satker share.

    Input: a frame of with_unit_group. Output: satuan_banding, jumlah_satker, jumlah_indikator (printed rows).
    """
    return (
        targets.group_by("satuan_banding")
        .agg(
            pl.col("kode_satker").n_unique().cast(pl.Int64).alias("jumlah_satker"),
            pl.col("indikator_id").n_unique().cast(pl.Int64).alias("jumlah_indikator"),
        )
        .sort("jumlah_satker", "jumlah_indikator", "satuan_banding", descending=[True, True, False])
    )


def with_label(targets: pl.DataFrame) -> pl.DataFrame:
    """Add label, the name of the printed row on an axis: satker · jenis tabel, and its line when that is not unique."""
    short = pl.col("satker").str.replace(r"^(KPU|KIP) (Kota |Kabupaten )?", "")
    table = pl.when(pl.col("tabel").str.starts_with(pl.col("jenis_dokumen"))).then(pl.col("tabel"))
    name = pl.concat_str(short, pl.lit(" · "), table.otherwise(pl.concat_str("jenis_dokumen", pl.lit(" "), "tabel")))
    unit = pl.when(~pl.col("tabel").str.contains(pl.col("unit"), literal=True)).then(
        pl.concat_str(pl.lit(" ("), "unit", pl.lit(")"))
    )
    line = pl.concat_str(pl.lit(" · baris "), pl.col("baris"))
    alone = pl.col("indikator_id").n_unique().over("label") == 1
    return targets.with_columns(pl.concat_str(name, unit.fill_null("")).alias("label")).with_columns(
        pl.when(alone).then("label").otherwise(pl.concat_str("label", line)).alias("label")
    )


def with_doubt(targets: pl.DataFrame) -> pl.DataFrame:
    """Mark with RAGU the label of printed rows that are only perhaps the same indikator (keyakinan mungkin)."""
    doubted = pl.concat_str("label", pl.lit(f" {RAGU}"))
    return targets.with_columns(
        pl.when(pl.col("keyakinan") == "mungkin").then(doubted).otherwise("label").alias("label")
    )


def disagreements(targets: pl.DataFrame) -> pl.DataFrame:
    """Where rows of one satker under the same text print different targets for one year, in one unit.

    Input: a frame of with_unit_group and with_label. Output: one row a satker × satuan_banding × tahun with more
    than one value: satker, satuan_banding, tahun, label (list), nilai_teks (list, same order), sorted.
    """
    value = pl.coalesce(pl.col("nilai").cast(pl.String), pl.col("nilai_ordinal"))
    keys = ["satker", "satuan_banding", "tahun"]
    return (
        targets.with_columns(value.alias("_value"))
        .filter(pl.col("_value").is_not_null())
        .sort("baris", "indikator_id")
        .group_by(keys)
        .agg("label", "nilai_teks", pl.col("_value").n_unique().alias("_different"))
        .filter(pl.col("_different") > 1)
        .drop("_different")
        .sort(keys)
    )


def extremes(targets: pl.DataFrame) -> pl.DataFrame:
    """The lowest and highest target of the year most satker have a number for (the latest such); one row, or none.

    Input: a frame of one unit. Output: tahun, terendah, tertinggi (in the unit), satker_terendah, satker_tertinggi
    (lists of names, sorted), jumlah_satker (with a number in that year).
    """
    low, high = pl.col("nilai").min(), pl.col("nilai").max()
    return (
        targets.filter(pl.col("nilai").is_not_null())
        .group_by("tahun")
        .agg(
            low.alias("terendah"),
            high.alias("tertinggi"),
            names_at(low).alias("satker_terendah"),
            names_at(high).alias("satker_tertinggi"),
            pl.col("satker").n_unique().cast(pl.Int64).alias("jumlah_satker"),
        )
        .sort("jumlah_satker", "tahun", descending=True)
        .head(1)
    )


def spread(targets: pl.DataFrame) -> pl.DataFrame:
    """How far the satker lie apart in each year; one row a year in which two or more can be compared.

    Input: a frame of one unit. A satker counts once: one whose printed rows differ in a year is left out of that year
    and named. Output: tahun, jumlah_satker (compared), terendah, median, tertinggi (in the unit), menyimpang (list of
    names further than MENYIMPANG from the median), berbeda (list of names left out), sorted by tahun.
    """
    numbers = (
        targets.filter(pl.col("nilai").is_not_null())
        .group_by("tahun", "satker")
        .agg(pl.col("nilai").first(), (pl.col("nilai").n_unique() > 1).alias("_differs"))
    )
    value = pl.col("nilai").filter(~pl.col("_differs"))
    median = value.median()
    far = ~pl.col("_differs") & ((pl.col("nilai") - median).abs() > MENYIMPANG * median.abs()) & (value.len() > 2)
    return (
        numbers.group_by("tahun")
        .agg(
            value.len().cast(pl.Int64).alias("jumlah_satker"),
            value.min().alias("terendah"),
            median.alias("median"),
            value.max().alias("tertinggi"),
            pl.col("satker").filter(far).sort().alias("menyimpang"),
            pl.col("satker").filter(pl.col("_differs")).sort().alias("berbeda"),
        )
        .filter(pl.col("jumlah_satker") > 1)
        .sort("tahun")
    )


def wordings(targets: pl.DataFrame) -> pl.DataFrame:
    """How each satker words one indikator; one row a satker × text.

    Output: satker, indikator (as first printed), mungkin (whether the match is not certain), label (list of the names
    of the printed rows), sorted.
    """
    return (
        targets.unique("indikator_id", maintain_order=True)
        .group_by("satker", pl.col("indikator").str.to_lowercase().alias("_text"), maintain_order=True)
        .agg(pl.col("indikator").first(), (pl.col("keyakinan") == "mungkin").any().alias("mungkin"), "label")
        .drop("_text")
        .sort("satker", maintain_order=True)
    )


def names_at(value: pl.Expr) -> pl.Expr:
    """The sorted names of the satker whose nilai equals a value."""
    return pl.col("satker").filter(pl.col("nilai") == value).unique().sort()


def with_rank(targets: pl.DataFrame) -> pl.DataFrame:
    """Add peringkat (1 is the best grade of its scale) and skala; null for a grade of no known scale."""
    return rank(targets, "nilai_ordinal")
