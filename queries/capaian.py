"""Capaian: what was reached of what was promised, each indikator counted once, printed and computed side by side."""

import polars as pl

from queries.comparisons.hasil import with_counted, with_difference, with_hasil
from queries.saring import Saring, ask


def baris(saring: Saring) -> pl.DataFrame:
    """Every row that prints a realisasi; one row an indikator × tahun of one table.

    Columns as in frames.json (capaian_baris): target, realisasi (in satuan), capaian_tercetak and capaian_hitung
    (percent), pagu and realisasi_anggaran (rupiah, only where the same line prints them), beranggaran (whether its
    table prints budget); plus those of with_hasil, with_counted and with_difference in comparisons.hasil.
    """
    return with_difference(with_counted(with_hasil(ask("capaian_baris", saring))))
