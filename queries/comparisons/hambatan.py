"""Obstacles and efforts beside the indikator they are printed for. Pure, frame → frame."""

import polars as pl

_KEY = ["tahun", "_bunyi"]


def beside(rows: pl.DataFrame, hambatan: pl.DataFrame) -> pl.DataFrame:
    """Add to the indikator of one satker what its report says stood in the way; same rows, same order.

    rows: indikator, tahun. hambatan: queries.satker.hambatan. They belong together where the aspek that the obstacle
    is printed with has the letters and digits of the indikator's words; every other obstacle is nobody's here. Added:
    hambatan and upaya (several parted by "; "), hambatan_berkas and hambatan_baris (the first printed line); null
    where there is none.
    """
    named = hambatan.with_columns(_letters("aspek")).filter(pl.col("_bunyi") != "")
    each = named.group_by(_KEY, maintain_order=True).agg(
        _joined("hambatan"),
        _joined("upaya"),
        pl.col("berkas").first().alias("hambatan_berkas"),
        pl.col("baris").first().alias("hambatan_baris"),
    )
    return (
        rows.with_columns(_letters("indikator")).join(each, on=_KEY, how="left", maintain_order="left").drop("_bunyi")
    )


def _letters(name: str) -> pl.Expr:
    return pl.col(name).str.to_lowercase().str.replace_all(r"[^a-z0-9]", "").alias("_bunyi")


def _joined(name: str) -> pl.Expr:
    said = pl.col(name).drop_nulls()
    return pl.when(said.len() > 0).then(said.str.join("; ")).alias(name)
