"""What the page stands on: the promises and the temuan of one year, added up by satker and by provinsi. Pure."""

from dataclasses import dataclass, replace

import polars as pl

from queries import konsistensi
from queries.konsistensi import Request
from queries.saring import Saring

N = ("n_janji", "n_sama", "n_turun", "n_naik", "n_hilang", "n_tak_terbanding", "n_melemah")
LALU = ("n_janji", "n_sama")
COUNTS = (*N, "n_janji_lalu", "n_sama_lalu", "jumlah", "kritis")
JENIS_AKHIR = {"RKT": "Renstra→RKT", "PK": "RKT→PK", "LK": "PK→LK"}
"""The later document of a link → the link where no document between is missing."""
# First letter of a rule's code → what the rule looks at.
GOLONGAN = {"T": "Target", "A": "Target", "S": "Satuan", "C": "Capaian", "U": "Uang", "N": "Angka", "B": "Cetakan"}
GOLONGAN |= {"K": "Dokumen"}
_WHO = ["kode_satker", "satker", "provinsi", "tingkat_satker"]


@dataclass(frozen=True)
class Dilihat:
    """One year under the filter.

    kantor: a row a satker that has promises or temuan, with the sums of N, persen (share of its promises kept; null
    without promises), persen_lalu (the year before), jumlah and kritis (temuan). rantai: konsistensi.matriks of the
    year. temuan: konsistensi.aturan_satker of the year, with golongan (of GOLONGAN).
    """

    saring: Saring
    tahun: int
    kantor: pl.DataFrame
    rantai: pl.DataFrame
    temuan: pl.DataFrame


def load(saring: Saring, tahun: int) -> Dilihat:
    """Ask for one year and the one before it."""
    of_year = replace(saring, tahun=(tahun,))
    both = konsistensi.matriks(replace(saring, tahun=(tahun - 1, tahun)))
    rantai, before = both.filter(tahun=tahun), both.filter(tahun=tahun - 1)
    kind = pl.col("kode_aturan").str.head(1).replace_strict(GOLONGAN, default="Lain", return_dtype=pl.String)
    temuan = konsistensi.aturan_satker(Request(of_year)).with_columns(kind.alias("golongan"))
    return Dilihat(of_year, tahun, offices(rantai, before, temuan), rantai, temuan)


def offices(rantai: pl.DataFrame, before: pl.DataFrame, temuan: pl.DataFrame) -> pl.DataFrame:
    """One row a satker; see Dilihat.kantor."""
    kept = rantai.group_by("kode_satker").agg(pl.col(N).sum())
    kept_before = before.group_by("kode_satker").agg(pl.col(*LALU).sum().name.suffix("_lalu"))
    found = temuan.group_by("kode_satker").agg(pl.col("jumlah").sum(), pl.col("jumlah_kritis").sum().alias("kritis"))
    who = pl.concat([rantai.select(_WHO), temuan.select(_WHO)]).unique("kode_satker", maintain_order=True)
    rows = who.join(kept, on="kode_satker", how="left").join(kept_before, on="kode_satker", how="left")
    rows = rows.join(found, on="kode_satker", how="left")
    return rows.with_columns(pl.col(*COUNTS).fill_null(0)).with_columns(*shares()).sort("satker")


def added(kantor: pl.DataFrame, by: str | None = None) -> pl.DataFrame:
    """The same of every provinsi, or of all in one row: the sums of its satker, how many they are (jumlah_satker)."""
    sums = [pl.col(*COUNTS).sum(), pl.len().alias("jumlah_satker")]
    rows = kantor.group_by(by).agg(sums) if by else kantor.select(sums)
    return rows.with_columns(*shares())


def shares() -> list[pl.Expr]:
    """persen and persen_lalu: the promises that were kept, in percent of all; null where there are none."""
    shares = [(end, 100.0 * pl.col(f"n_sama{end}") / pl.col(f"n_janji{end}")) for end in ("", "_lalu")]
    return [pl.when(pl.col(f"n_janji{end}") > 0).then(share).alias(f"persen{end}") for end, share in shares]


def ordered(kantor: pl.DataFrame, urut: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows in the order asked for (tetap | melemah | kritis | nama), worst first, and those without promises."""
    name = "satker" if "satker" in kantor.columns else "provinsi"
    columns = {"tetap": ("persen", False), "melemah": ("n_melemah", True), "kritis": ("kritis", True)}
    if urut == "nama":
        return kantor.sort(name), kantor.clear()
    column, descending = columns[urut]
    rows = kantor.sort(column, "n_janji", name, descending=[descending, True, False], nulls_last=True)
    apart = (pl.col("n_janji") == 0) & pl.lit(urut != "kritis")
    return rows.filter(~apart), rows.filter(apart)
