"""Rapor: the four measures of every satker of a year side by side, and of all of them from year to year.

Each measure is computed once, by the publisher, and counted once, in the macro `rapor`: a headline, a tile and a row of
the table are the same numbers, and under one filter they count the rows that queries.capaian.banding,
queries.serapan.rincian, queries.konsistensi.banding and queries.kelengkapan.wajib show.
"""

from dataclasses import replace
from datetime import date

import polars as pl

from queries.saring import Saring, ask

SEBAGIAN_BESAR = 0.5
"""A year stands for the newest that most report where at least this share of the fullest year's satker do."""


def baris(saring: Saring, tahun: int, hari_ini: date) -> pl.DataFrame:
    """Every satker under the filter in one year; one row a satker, also of those that sent nothing.

    Columns as in frames.json (rapor_baris): those of v_rapor, and with `_lalu` some of the year before (null where
    that year lies outside the data). Of the filter tahun does not count. hari_ini decides what is due.
    """
    both_years = replace(saring, tahun=(tahun - 1, tahun))
    return ask("rapor_baris", both_years, tahun_rapor=tahun, hari_ini=hari_ini)


def deret(saring: Saring, hari_ini: date, tingkat_satker: tuple[str, ...] = ()) -> pl.DataFrame:
    """The sums of all satker under the filter, of one level where equals are compared (kabkota, provinsi); one row a
    year of the data, oldest first.

    Columns as in frames.json (rapor_deret): how many satker there are, report capaian (jumlah_melapor), have a serapan,
    hold any document; counts of indikator, promises, temuan and documents; serapan of the sums (percent).
    """
    return ask("rapor_deret", saring, hari_ini=hari_ini, tingkat_satker=list(tingkat_satker))


def tahun_baku(saring: Saring, hari_ini: date) -> int | None:
    """The year to open on: the newest in which most satker report capaian, else hold documents; None without data.

    Most: at least SEBAGIAN_BESAR of the year in which the most do.
    """
    years = deret(saring, hari_ini)
    for column in ("jumlah_melapor", "jumlah_serapan", "jumlah_berdokumen"):
        most = years.filter(pl.col(column) > 0, pl.col(column) >= pl.col(column).max() * SEBAGIAN_BESAR)
        if len(most):
            return int(most["tahun"].to_list()[-1])
    return None
