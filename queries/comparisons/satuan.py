"""The unit that decides whether two figures may be compared."""

import polars as pl

BERMAKNA = "satuan_bermakna"
"""What a printed unit means ("lap": laporan), as the published views say it; optional in a frame."""


def unit(rows: pl.DataFrame) -> pl.Expr:
    """The unit of each row without regard to case, spaces and abbreviation; null where none is printed.

    Input: satuan (as printed) and, where there is one, BERMAKNA.
    """
    printed = pl.coalesce(BERMAKNA, "satuan") if BERMAKNA in rows.columns else pl.col("satuan")
    tidy = printed.str.to_lowercase().str.replace_all(r"\s+", " ").str.strip_chars()
    return pl.when(tidy != "").then(tidy)
