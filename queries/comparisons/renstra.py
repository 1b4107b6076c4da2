"""An indikator beside its last year and beside the end of its Renstra: how far, which pace is needed, which there was.

Pure, frame → frame. Nothing is compared across a change of definition (another kunci, a match that is only `mungkin`)
or of unit, and no pace is taken across a year without realisasi. The rule of the pace is a convention (certainty D):
it goes on as from the oldest of the years held together to this one, over the quotient of years.
"""

import polars as pl

from queries.comparisons.rapor import laju_tahun
from queries.comparisons.satuan import unit

SAMPAI, CUKUP, KURANG, TERLAMBAT, TAK_DIKETAHUI = "sampai", "cukup", "kurang", "terlambat", "tak diketahui"
"""keadaan_akhir: the end target is reached; the pace suffices; it does not; its year has come; no pace is known."""
_KEY = ["kode_satker", "kunci"]
_LALU = {"realisasi_teks": "realisasi_teks_lalu", "capaian": "capaian_lalu", "status": "status_lalu"}
_ARAH = {"maksimal": 1.0, "minimal": -1.0}


def beside(rows: pl.DataFrame, ends: pl.DataFrame, tahun: int) -> pl.DataFrame:
    """The rows of one tahun, same order, with what stands beside them.

    rows: queries.capaian.banding of all years. ends: the targets of a Renstra's last year (kode_baku, keyakinan,
    kunci_bunyi, nilai, nilai_teks, satuan, tahun_awal, tahun_akhir). Added: the columns of last year (…_lalu, null
    where it printed none), selisih_capaian (points); akhir, akhir_teks, tahun_akhir (null where no Renstra of the year
    prints one end target in the unit of the realisasi); jarak (what is left to the end target, in the unit, never
    below 0), laju_perlu (a year, null in the last), laju (a year, positive towards the end target; null without
    neighbouring years), tahun_laju (years it is taken over), keadaan_akhir (as above; null without an end target).
    """
    every = rows.with_columns(unit(rows).alias("_satuan"))
    now = every.filter(tahun=tahun)
    last = every.filter(tahun=tahun - 1).select(*_KEY, pl.col("_satuan").alias("_satuan_lalu"), *_renamed(_LALU))
    joined = now.join(last, on=_KEY, how="left", maintain_order="left")
    joined = joined.join(_pace(every, tahun), on=_KEY, how="left", maintain_order="left")
    joined = joined.join(_ends(ends, tahun), on=_KEY, how="left", maintain_order="left")
    change = pl.when(_alike("_satuan", "_satuan_lalu")).then(pl.col("capaian") - pl.col("capaian_lalu"))
    counted = joined.with_columns(change.alias("selisih_capaian"), *_end_of(joined))
    return _with_distance(counted, tahun).drop("_satuan", "_satuan_lalu", "_satuan_akhir")


def _with_distance(joined: pl.DataFrame, tahun: int) -> pl.DataFrame:
    way = pl.col("polaritas").replace_strict(_ARAH, default=None, return_dtype=pl.Float64)
    # Nine digits: 0,3 - 0,1 leaves 0,2 and no dust of binary fractions, which would never be zero.
    left = ((pl.col("akhir") - pl.col("realisasi")) * way).round(9)
    years = pl.col("tahun_akhir").cast(pl.Int64) - tahun
    known = joined.with_columns(left.clip(0.0).alias("jarak"), (pl.col("laju") * way).alias("laju"))
    needed = known.with_columns(
        pl.when(pl.col("jarak") > 0, years > 0).then(pl.col("jarak") / years).alias("laju_perlu")
    )
    state = (
        pl.when(pl.col("jarak").is_null()).then(None).when(pl.col("jarak") == 0).then(pl.lit(SAMPAI))
        .when(years <= 0).then(pl.lit(TERLAMBAT)).when(pl.col("laju").is_null()).then(pl.lit(TAK_DIKETAHUI))
        .when(pl.col("laju") >= pl.col("laju_perlu")).then(pl.lit(CUKUP)).otherwise(pl.lit(KURANG))
    )  # fmt: skip
    return needed.with_columns(state.alias("keadaan_akhir"))


def _end_of(joined: pl.DataFrame) -> list[pl.Expr]:
    """The end target only where it may be laid beside the realisasi."""
    same = _sure() & _alike("_satuan", "_satuan_akhir")
    return [pl.when(same).then(pl.col(name)).alias(name) for name in ("akhir", "akhir_teks", "tahun_akhir")]


def _ends(ends: pl.DataFrame, tahun: int) -> pl.DataFrame:
    """The one end target that the Renstra of the year prints for an indikator; none where it prints two."""
    named = ends.with_columns(pl.coalesce("kode_baku", "kunci_bunyi").alias("kunci"), unit(ends).alias("_satuan_akhir"))
    of_year = named.filter(
        _sure(), pl.lit(tahun).is_between(pl.col("tahun_awal"), pl.col("tahun_akhir")), pl.col("nilai").is_not_null()
    )
    each = of_year.group_by(_KEY, maintain_order=True).agg(
        pl.col("nilai").first().alias("akhir"),
        pl.col("nilai_teks").first().alias("akhir_teks"),
        pl.col("tahun_akhir", "_satuan_akhir").first(),
        pl.struct("nilai", "_satuan_akhir").n_unique().alias("_banyak"),
    )
    return each.filter(pl.col("_banyak") == 1).drop("_banyak")


def _pace(every: pl.DataFrame, tahun: int) -> pl.DataFrame:
    """laju (of the figure, a year) and tahun_laju of each indikator over its unbroken years up to this one."""
    back = (tahun - pl.col("tahun").cast(pl.Int64)).alias("_lalu")
    held = every.filter(pl.col("realisasi").is_not_null(), _sure()).with_columns(back)
    now = held.filter(pl.col("_lalu") == 0).select(*_KEY, pl.col("_satuan").alias("_kini"))
    run = held.join(now, on=_KEY).filter(pl.col("_lalu").is_between(0, laju_tahun()), _alike("_satuan", "_kini"))
    run = run.sort(*_KEY, "_lalu").filter(pl.col("_lalu") == pl.int_range(pl.len()).over(_KEY))
    years = pl.col("_lalu").max()
    pace = (pl.col("realisasi").first() - pl.col("realisasi").last()) / years
    found = run.group_by(_KEY, maintain_order=True).agg(pace.alias("laju"), years.alias("tahun_laju"))
    return found.filter(pl.col("tahun_laju") > 0)


def _sure() -> pl.Expr:
    return pl.col("keyakinan").ne_missing("mungkin")


def _alike(first: str, second: str) -> pl.Expr:
    """Units that do not differ; one that is not printed differs from none."""
    return (pl.col(first) == pl.col(second)).fill_null(value=True)


def _renamed(names: dict[str, str]) -> list[pl.Expr]:
    return [pl.col(name).alias(other) for name, other in names.items()]
