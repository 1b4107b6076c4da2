"""LKE: how many capaian of an LK stand beside the comparisons that the evaluation sheet asks for."""

import polars as pl

from queries import capaian
from queries.comparisons.lke import with_pembanding
from queries.saring import Saring, ask


def pembanding(saring: Saring) -> pl.DataFrame:
    """Every counted indikator of every LK, with what its realisasi can be laid beside; one row an indikator × tahun.

    Columns: those of queries.capaian.baris and those that comparisons.lke.with_pembanding adds. The sheet judges whole
    documents, so of the filter only satker and tahun count, and tahun does not narrow what a year is compared with.
    """
    own = Saring(provinsi=saring.provinsi, satker=saring.satker, tahun=saring.tahun)
    rows = capaian.baris(own).filter("terhitung", pl.col("jenis_dokumen") == "LK")
    return with_pembanding(rows, ask("lke_riwayat", own), ask("lke_renstra", own))
