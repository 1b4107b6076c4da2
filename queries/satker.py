"""Satker: what one office promised, in the order in which its papers print it, and the money beside it."""

from dataclasses import replace

import polars as pl

from queries import capaian
from queries.comparisons import hambatan as obstacles
from queries.comparisons import renstra
from queries.comparisons.susunan import with_cabang
from queries.saring import Saring, ask


def pilihan(saring: Saring) -> pl.DataFrame:
    """The satker that have anything under the filter; one row a satker. Columns: kode_satker, satker."""
    return ask("satker_pilihan", saring)


def janji(saring: Saring, kode_satker: str) -> pl.DataFrame:
    """Every printed row of one satker × tahun with target and realisasi, in printed order.

    Columns as in frames.json (satker_janji; capaian in percent), plus those of comparisons.susunan.with_cabang. Of the
    filter, satker does not count: the page shows one office.
    """
    return with_cabang(ask("satker_janji", saring, kode_satker=kode_satker))


def anggaran(saring: Saring, kode_satker: str) -> pl.DataFrame:
    """Every printed pagu figure of one satker except totals; columns as in frames.json (satker_anggaran; rupiah).

    Figures of different tables or tingkat hold the same money: they are shown beside each other, never added.
    """
    return ask("satker_anggaran", saring, kode_satker=kode_satker)


def hambatan(saring: Saring, kode_satker: str) -> pl.DataFrame:
    """Every obstacle that a table of one satker's LK prints, with its effort; columns as in frames.json.

    upaya is null where no table prints an effort for that obstacle. Of the filter, tahun and jenis count.
    """
    return ask("satker_hambatan", saring, kode_satker=kode_satker)


def indikator(saring: Saring, kode_satker: str, tahun: int) -> pl.DataFrame:
    """The indikator that the rapor of one satker counts in one year, each once; one row an indikator.

    Columns: those of queries.capaian.banding and those that comparisons.renstra.beside (last year, end of the Renstra)
    and comparisons.hambatan.beside (obstacle, effort) add. Of the filter tahun does not count.
    """
    own = replace(saring, satker=(kode_satker,), tahun=())
    every = renstra.beside(capaian.banding(own), ask("lke_renstra", own), tahun)
    return obstacles.beside(every, hambatan(replace(own, tahun=(tahun,)), kode_satker))
