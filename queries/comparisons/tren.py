"""One indikator of one satker from year to year: which points make a line, and where the line breaks off and why.

Pure, frame → frame. A line never crosses a change of unit or of definition, nor a year without realisasi.
"""

from itertools import pairwise
from typing import Any

import polars as pl

from queries.comparisons.satuan import unit

DERET = ["kode_satker", "unit", "kode_baku"]
"""What is one indikator over the years; a match that is only `mungkin` is left out."""
SATUAN, KOSONG, DEFINISI, GANDA = "satuan", "kosong", "definisi", "ganda"
"""Why a line breaks off: another unit, years without realisasi, another indikator baku for the same words, two figures
of one year."""


def points(rows: pl.DataFrame) -> pl.DataFrame:
    """The numeric realisasi of every series with two years or more, one row a series × tahun, the longest series first.

    Input: the counted rows of queries.capaian.baris. Same columns, plus deret (number of the series), ruas (within it:
    points of one ruas may be joined) and satuan_banding (the unit without regard to case and spaces, "" without one).
    A year that prints two different realisasi, or one in two units, has no point; where only some of its rows print a
    unit, that is the unit. A target in another unit than its realisasi is left out.
    """
    year = [*DERET, "tahun"]
    printed = unit(rows).fill_null("").alias("satuan_banding")
    units = pl.col("satuan_banding").filter(pl.col("satuan_banding") != "").n_unique().over(year)
    once = (pl.col("realisasi").n_unique().over(year) == 1) & (units <= 1)
    target = pl.when(pl.col("alasan").ne_missing("satuan_berbeda")).then("target")
    yearly = _known(rows).with_columns(printed).filter(once)
    yearly = yearly.with_columns(pl.col("satuan", "satuan_banding").max().over(year), target.alias("target"))
    yearly = yearly.unique(year, keep="first", maintain_order=True)
    length = pl.len().over(DERET)
    order = [-length.cast(pl.Int64), pl.col("satker"), pl.col("indikator_baku"), *map(pl.col, DERET), pl.col("tahun")]
    long = yearly.filter(length > 1).sort(order)
    breaks = (pl.col("tahun").diff() > 1) | (pl.col("satuan_banding") != pl.col("satuan_banding").shift(1))
    return long.with_columns(
        pl.struct(DERET).rle_id().cast(pl.Int64).alias("deret"),
        breaks.fill_null(value=False).cast(pl.Int64).cum_sum().over(DERET).alias("ruas"),
    )


def gaps(series: pl.DataFrame, rows: pl.DataFrame) -> list[dict[str, Any]]:
    """Where the line of one series breaks off, in order of tahun: sebab (as above), tahun, tahun_lain, dari, ke.

    Input: the rows of one series of `points`, and the rows those were made from. dari, ke: the units of a change.
    """
    found: list[dict[str, Any]] = []
    for earlier, later in pairwise(series.sort("tahun").iter_rows(named=True)):
        between = {"tahun": earlier["tahun"], "tahun_lain": later["tahun"]}
        if earlier["satuan_banding"] != later["satuan_banding"]:
            found.append(between | {"sebab": SATUAN, "dari": earlier["satuan"], "ke": later["satuan"]})
        missing = range(earlier["tahun"] + 1, later["tahun"])
        found += [{"sebab": _why_missing(series, rows, year), "tahun": year} for year in missing]
    ends = set(range(int(str(rows["tahun"].min())), int(str(rows["tahun"].max())) + 1)) if len(rows) else set()
    outside = sorted(year for year in ends if not min(series["tahun"]) <= year <= max(series["tahun"]))
    whys = [{"sebab": _why_missing(series, rows, year), "tahun": year} for year in outside]
    return sorted([*found, *(why for why in whys if why["sebab"] != KOSONG)], key=lambda gap: gap["tahun"])


def _known(rows: pl.DataFrame) -> pl.DataFrame:
    sure = pl.col("kode_baku").is_not_null() & pl.col("keyakinan").ne_missing("mungkin")
    return rows.filter(sure, pl.col("realisasi").is_not_null())


def _why_missing(series: pl.DataFrame, rows: pl.DataFrame, year: int) -> str:
    """Why a series has no point in a year."""
    first = series.row(0, named=True)
    same_office = [pl.col(name).eq_missing(first[name]) for name in ("kode_satker", "unit")]
    printed = rows.filter(*same_office, pl.col("tahun") == year, pl.col("realisasi").is_not_null())
    own = printed.filter(kode_baku=first["kode_baku"])
    if _known(own).height > 1:
        return GANDA
    return DEFINISI if printed["kunci_bunyi"].is_in(series["kunci_bunyi"].to_list()).any() else KOSONG
