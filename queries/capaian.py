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


def banding(
    saring: Saring,
    status: tuple[str, ...] = (),
    *,
    kunci: tuple[str, ...] = (),
    tingkat: tuple[str, ...] = (),
    lewati: int = 0,
    batas: int | None = None,
) -> pl.DataFrame:
    """The capaian of every satker: one row a satker × tahun × indikator, however many tables print it.

    status: of comparisons.capaian (TERCAPAI, TIDAK, TAK_TERHITUNG); kunci: of the indikator; tingkat: of the satker
    (kabkota, provinsi …); empty: all. lewati, batas: the rows from there on, so many of them (None: all). Columns as
    in frames.json (capaian_banding): capaian (percent, uncapped, null for a grade), alasan (why there is none), the
    chosen printed row (berkas, tabel, baris, sumber in words), jumlah_cetak (rows that print it), jumlah_berbeda (of
    these, with another figure).
    """
    part = {"kunci_semua": list(kunci), "tingkat_satker": list(tingkat), "lewati": lewati, "batas": batas}
    return ask("capaian_banding", saring, status=list(status), **part)


def indikator(saring: Saring, tingkat: tuple[str, ...] = ()) -> pl.DataFrame:
    """What is missed most: one row an indikator × tahun over the satker under the filter (of these levels).

    Columns as in frames.json (capaian_indikator): jumlah_satker = n_tercapai + n_meleset + n_tak_terhitung, and the
    median and range of capaian (percent).
    """
    return ask("capaian_indikator", saring, tingkat_satker=list(tingkat))


def kantor(saring: Saring) -> pl.DataFrame:
    """How each satker did: one row a satker × tahun that reports, with its level and provinsi.

    Columns as in frames.json (capaian_kantor): n_indikator = n_tercapai + n_meleset + n_tak_terhitung, median_capaian
    (percent, of those that have one).
    """
    return ask("capaian_kantor", saring)


def provinsi(saring: Saring, kunci: tuple[str, ...], tingkat: tuple[str, ...] = ()) -> pl.DataFrame:
    """The same of each provinsi and indikator: one row a provinsi × kunci × tahun over its satker of these levels.

    Columns as in frames.json (capaian_provinsi): jumlah_satker = n_tercapai + n_meleset + n_tak_terhitung.
    """
    return ask("capaian_provinsi", saring, kunci_semua=list(kunci), tingkat_satker=list(tingkat))
