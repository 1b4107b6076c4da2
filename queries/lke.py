"""LKE: how many capaian of an LK stand beside the comparisons that the evaluation sheet asks for."""

import polars as pl

from queries import capaian, warehouse
from queries.comparisons.lke import with_pembanding
from queries.saring import Saring


def pembanding(saring: Saring) -> pl.DataFrame:
    """Every counted indikator of every LK, with what its realisasi can be laid beside; one row an indikator × tahun.

    Columns: those of queries.capaian.baris and those that comparisons.lke.with_pembanding adds. The sheet judges whole
    documents, so of the filter only satker and tahun count, and tahun does not narrow what a year is compared with.
    """
    own = Saring(satker=saring.satker, tahun=saring.tahun)
    rows = capaian.baris(own).filter("terhitung", pl.col("jenis_dokumen") == "LK")
    others = own.params("satker")
    return with_pembanding(rows, warehouse.ask("lke_riwayat", **others), warehouse.ask("lke_renstra", **others))
