"""Capaian: what was reached of what was promised, each indikator counted once, printed and computed side by side."""

import polars as pl

from queries.comparisons.capaian import with_hasil
from queries.comparisons.hasil import with_counted, with_difference
from queries.saring import Saring, ask


def baris(saring: Saring) -> pl.DataFrame:
    """Every row that prints a realisasi; one row an indikator × tahun of one table.

    Columns as in frames.json (capaian_baris): target, realisasi (in satuan), capaian_tercetak and capaian_hitung
    (percent), pagu and realisasi_anggaran (rupiah, only where the same line prints them), beranggaran (whether its
    table prints budget); plus those of with_hasil, with_counted and with_difference in comparisons.hasil.
    """
    return with_difference(with_counted(with_hasil(ask("capaian_baris", saring))))


def banding(saring: Saring, status: tuple[str, ...] = ()) -> pl.DataFrame:
    """The capaian of every satker: one row a satker × tahun × indikator, however many tables print it.

    status: of comparisons.capaian (TERCAPAI, TIDAK, TAK_TERHITUNG); empty: all. Columns as in frames.json
    (capaian_banding): capaian (percent, uncapped, null for a grade), alasan (why there is none), the chosen printed
    row (berkas, tabel, baris, sumber in words), jumlah_cetak (rows that print it), jumlah_berbeda (of these, with
    another figure).
    """
    return ask("capaian_banding", saring, status=list(status))


def indikator(saring: Saring) -> pl.DataFrame:
    """What is missed most: one row an indikator × tahun over the satker under the filter.

    Columns as in frames.json (capaian_indikator): jumlah_satker = n_tercapai + n_meleset + n_tak_terhitung, and the
    median and range of capaian (percent).
    """
    return ask("capaian_indikator", saring)
