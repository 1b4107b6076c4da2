"""All that is known from one document, as the template workbook wants it: the rows of the published views, whole."""

import polars as pl

from queries import warehouse


def rows(berkas: str) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """The rows of v_target, v_capaian and v_pagu of a document, in printed order; all columns of those views."""
    target, capaian, pagu = (
        warehouse.ask(f"lembar_kerja_{name}", berkas=berkas) for name in ("target", "capaian", "pagu")
    )
    return target, capaian, pagu


def menunggu(berkas: str) -> pl.DataFrame:
    """The rows of v_karantina of a document, in printed order; one row a reason. What waits is in none of `rows`."""
    return warehouse.ask("lembar_kerja_menunggu", berkas=berkas)
