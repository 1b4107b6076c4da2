"""All that is known from one document, as the template workbook wants it: the rows of the published views, whole."""

import polars as pl

from queries import warehouse


def rows(berkas: str) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """The rows of v_target, v_capaian, v_pagu and v_hambatan of a document, in printed order; all their columns."""
    target, capaian, pagu, hambatan = (
        warehouse.ask(f"lembar_kerja_{name}", berkas=berkas) for name in ("target", "capaian", "pagu", "hambatan")
    )
    return target, capaian, pagu, hambatan


def menunggu(berkas: str) -> pl.DataFrame:
    """The rows of v_karantina of a document, in printed order; one row a reason. What waits is in none of `rows`."""
    return warehouse.ask("lembar_kerja_menunggu", berkas=berkas)
