"""Target: which indikator there are, by canonical indikator or as printed, and the targets of one of them."""

import polars as pl

from queries.comparisons.target import with_doubt, with_label, with_unit_group
from queries.saring import Saring, ask

KPU_RI = "00"
"""The satker whose Renstra is the national yardstick."""
ALL_YEARS = 9999


def indikator(saring: Saring, *, menurut_bunyi: bool = False, kini: int = ALL_YEARS) -> pl.DataFrame:
    """The indikator that have targets; one row an indikator baku, or a printed text without regard to case and spaces.

    Columns as in frames.json (target_indikator): kunci identifies it (kode_baku, or the text), indikator names it,
    kode_baku and polaritas (null for a printed text), jumlah_satker (without KPU RI), jumlah_indikator (printed rows),
    jumlah_bunyi (printed texts), jumlah_target, jumlah_berbeda (satker whose target is not the commonest one, in the
    newest year up to `kini` that at least half as many promise as in the fullest). Shares, marks and grades that
    differ come first, then counts, each by jumlah_berbeda, then the most shared.
    """
    return ask("target_indikator", saring, menurut_bunyi=menurut_bunyi, kini=kini)


def nilai(saring: Saring, kunci: str, *, menurut_bunyi: bool = False) -> pl.DataFrame:
    """Every target of one indikator; one row a printed row × tahun.

    Columns as in frames.json (target_nilai), plus satuan_banding (what may share an axis) and label (the printed row's
    name, marked where it is only perhaps this indikator). sezaman: its document is of that year; urutan: the place of
    its kind of document in the chain. Sorted by satker, printed row and year.
    """
    answer = ask("target_nilai", saring, kunci=kunci, menurut_bunyi=menurut_bunyi)
    labelled = with_label(with_unit_group(answer))
    return labelled if menurut_bunyi else with_doubt(labelled)


def nasional(saring: Saring, kunci: str) -> pl.DataFrame:
    """The targets of KPU RI's Renstra for one indikator baku, whatever satker are asked for. Columns as `nilai`."""
    return nilai(Saring(satker=(KPU_RI,), jenis=("Renstra",), tahun=saring.tahun), kunci)
