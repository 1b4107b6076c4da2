"""Target: which indikator texts there are, and the targets printed under one of them."""

import polars as pl

from queries import warehouse
from queries.comparisons.target import with_label, with_unit_group
from queries.saring import Saring


def indikator(saring: Saring) -> pl.DataFrame:
    """The indikator texts that have targets; one row a text, without regard to case and spaces.

    Columns as in frames.py (target_indikator): kunci identifies the text, indikator shows it as first printed,
    jumlah_satker, jumlah_indikator (printed rows), jumlah_target, satker (names). The most shared text comes first.
    """
    return warehouse.ask("target_indikator", **saring.params())


def nilai(saring: Saring, kunci: str) -> pl.DataFrame:
    """Every target printed under one indikator text; one row a printed row × tahun.

    Columns as in frames.py (target_nilai), plus satuan_banding (what may share an axis) and label (the printed row's
    name). Sorted by satker, printed row and year.
    """
    return with_label(with_unit_group(warehouse.ask("target_nilai", kunci=kunci, **saring.params())))
