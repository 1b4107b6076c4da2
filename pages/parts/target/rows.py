"""What the page Target looks at: the rows of one indikator in one unit, folded to one a satker and year."""

from dataclasses import dataclass

import polars as pl

from pages.components.format import number
from queries import target
from queries.comparisons.target import PREDIKAT, against, equals, fold, spread, unit_groups, year_of
from queries.saring import Saring

MOST = 40
"""More satker than an eye compares: they are paged, and their lines are those of their provinsi."""
MEDIAN, TERBANYAK, NASIONAL = "Median", "Terbanyak", "KPU RI (Renstra)"


@dataclass(frozen=True)
class Dilihat:
    """One indikator. targets: every printed row; lain: those in another unit; folded: the others, one a satker × tahun.

    sebanding: of these the level of satker that is compared; sebaran: spread of it; nasional: KPU RI's Renstra, folded;
    tahun: the year the page speaks of (None: nobody holds a target).
    """

    indikator: dict
    satuan: str
    targets: pl.DataFrame
    lain: pl.DataFrame
    folded: pl.DataFrame
    sebanding: pl.DataFrame
    sebaran: pl.DataFrame
    nasional: pl.DataFrame
    tahun: int | None

    @property
    def tengah(self) -> str:
        """What the middle of the satker is called: the median, of grades the commonest."""
        return TERBANYAK if self.satuan == PREDIKAT else MEDIAN

    @property
    def by_provinsi(self) -> bool:
        """Whether the lines are of provinsi: there are many satker of several."""
        return self.sebanding["kode_satker"].n_unique() > MOST and self.sebanding["provinsi"].n_unique() > 1

    def of_year(self) -> pl.DataFrame:
        """The rows that are compared, of the year the page speaks of, that hold a target."""
        return self.sebanding.filter(pl.col("tahun") == self.tahun, pl.col("angka").is_not_null())

    @property
    def yardstick(self) -> pl.DataFrame:
        """Of KPU RI's Renstra the years that satker print too: beyond them it has nobody to stand beside."""
        return self.nasional.filter(pl.col("tahun").is_in(self.folded["tahun"].unique().to_list()))

    def terhadap(self) -> pl.DataFrame:
        """Who promises less or more than KPU RI's Renstra, of the newest year of both up to the one spoken of, else
        the newest; empty without such a year (comparisons.target.against)."""
        both = against(self.sebanding, self.nasional, self.indikator["polaritas"])
        upto = both.filter(pl.col("tahun") <= (self.tahun or 0))
        known = both if upto.is_empty() else upto
        return known.filter(pl.col("tahun") == pl.col("tahun").max())

    def patokan(self) -> pl.DataFrame:
        """The yardsticks of every year: nama, tahun, angka, teks; the middle first, then KPU RI."""
        return pl.concat([self._middle(), self._national()])

    def _middle(self) -> pl.DataFrame:
        if self.satuan == PREDIKAT:
            graded = self.sebanding.filter(pl.col("angka").is_not_null())
            counted = graded.group_by("tahun", "angka", pl.col("nilai_ordinal").alias("teks")).len()
            most = counted.sort("len", "angka", descending=True).unique("tahun", keep="first", maintain_order=True)
            shared = most.filter(pl.col("tahun").is_in(_shared(graded)))
            return _named(shared.sort("tahun"), TERBANYAK)
        texts = [number(value) for value in self.sebaran["median"]]
        middle = self.sebaran.select("tahun", pl.col("median").alias("angka"), pl.Series("teks", texts, pl.String))
        return _named(middle, MEDIAN)

    def _national(self) -> pl.DataFrame:
        known = self.yardstick.filter(pl.col("angka").is_not_null())
        texts = [grade or number(value) for grade, value in known.select("nilai_ordinal", "nilai").iter_rows()]
        return _named(known.select("tahun", "angka", pl.Series("teks", texts, pl.String)), NASIONAL)


def read(saring: Saring, indikator: dict, kini: int, *, menurut_bunyi: bool) -> Dilihat:
    """The rows of an indikator (a row of queries.target.indikator) under the filter, in the unit most satker use."""
    targets = target.nilai(saring, indikator["kunci"], menurut_bunyi=menurut_bunyi)
    own = targets.filter(pl.col("tingkat_satker") != "kpu_ri")
    own = targets if own.is_empty() else own
    satuan = unit_groups(own)["satuan_banding"][0]
    national = target.nasional(saring, indikator["kunci"]) if indikator["kode_baku"] else targets.clear()
    same = pl.col("satuan_banding") == satuan
    folded = fold(own.filter(same))
    sebanding = equals(folded)
    return Dilihat(
        indikator, satuan, targets, own.filter(~same), folded, sebanding, spread(sebanding),
        fold(national.filter(same)), year_of(sebanding, kini),
    )  # fmt: skip


def _named(rows: pl.DataFrame, name: str) -> pl.DataFrame:
    return rows.select(
        pl.lit(name).alias("nama"), pl.col("tahun").cast(pl.Int64), pl.col("angka").cast(pl.Float64), "teks"
    )


def _shared(graded: pl.DataFrame) -> pl.Series:
    """The years in which two or more satker hold a grade."""
    counted = graded.group_by("tahun").agg(pl.col("kode_satker").n_unique().alias("_n"))
    return counted.filter(pl.col("_n") > 1)["tahun"]
