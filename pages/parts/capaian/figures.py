"""What the page Capaian stands on: one year, the satker of one level and their indikator, last year's beside."""

from dataclasses import dataclass, replace

import polars as pl

from queries import capaian
from queries.comparisons.rapor import KABKOTA
from queries.saring import Saring

HITUNGAN = ("n_indikator", "n_tercapai", "n_meleset", "n_tak_terhitung", "median_capaian")
HITUNGAN_INDIKATOR = ("jumlah_satker", "n_tercapai", "n_meleset", "n_tak_terhitung", "median_capaian")


@dataclass(frozen=True)
class Dilihat:
    """saring: what the reader chose, without its years; tingkat: the one level of satker that is compared.

    kantor: a row a satker of that level that reports (queries.capaian.kantor), worst first; lain: those of other
    levels; indikator: a row an indikator of the level (queries.capaian.indikator), most missed first. All of tahun,
    with the year before as …_lalu.
    """

    saring: Saring
    tahun: int
    tingkat: tuple[str, ...]
    kantor: pl.DataFrame
    lain: pl.DataFrame
    indikator: pl.DataFrame

    @property
    def of_year(self) -> Saring:
        """The filter of the year that is shown."""
        return replace(self.saring, tahun=(self.tahun,))

    @property
    def two_years(self) -> Saring:
        """The same with the year before."""
        return replace(self.saring, tahun=(self.tahun - 1, self.tahun))

    @property
    def alone(self) -> bool:
        """Whether one satker is all there is: nothing to compare it with."""
        return len(self.kantor) == 1

    def jumlah(self, column: str) -> int:
        """The sum of a count over the satker compared."""
        return int(self.kantor[column].sum())


def load(saring: Saring, tahun: int) -> Dilihat:
    """Ask for the year and the one before it."""
    years = replace(saring, tahun=(tahun - 1, tahun))
    kantor = beside(capaian.kantor(years), tahun, "kode_satker", HITUNGAN)
    tingkat = level(kantor)
    same = pl.col("tingkat_satker").is_in(tingkat)
    indikator = beside(capaian.indikator(years, tingkat), tahun, "kunci", HITUNGAN_INDIKATOR)
    most = indikator.sort("n_meleset", "jumlah_satker", "indikator", descending=[True, True, False])
    return Dilihat(
        replace(saring, tahun=()), tahun, tingkat, worst_first(kantor.filter(same)), kantor.filter(~same), named(most)
    )


def level(kantor: pl.DataFrame) -> tuple[str, ...]:
    """Which satker are compared with each other: kab/kota where there are any, else the level of the most."""
    found = kantor["tingkat_satker"].value_counts(sort=True)["tingkat_satker"].to_list()
    return (KABKOTA,) if KABKOTA in found else tuple(found[:1])


def beside(rows: pl.DataFrame, tahun: int, key: str, columns: tuple[str, ...]) -> pl.DataFrame:
    """The rows of tahun with these columns of the year before as …_lalu; null where there is none."""
    before = rows.filter(tahun=tahun - 1).select(key, *(pl.col(name).alias(f"{name}_lalu") for name in columns))
    return rows.filter(tahun=tahun).join(before, on=key, how="left", maintain_order="left")


def worst_first(kantor: pl.DataFrame) -> pl.DataFrame:
    """By the share reached, lowest first; the same share: more misses first. Adds persen and persen_lalu."""
    return kantor.with_columns(share("").alias("persen"), share("_lalu").alias("persen_lalu")).sort(
        "persen", "n_meleset", "satker", descending=[False, True, False]
    )


def share(end: str) -> pl.Expr:
    """How much of a satker's indikator was reached, in percent."""
    return pl.col(f"n_tercapai{end}") / pl.col(f"n_indikator{end}") * 100


def named(indikator: pl.DataFrame) -> pl.DataFrame:
    """Add nama: the words of an indikator, with its kunci where others have the same words."""
    twice = pl.len().over("indikator") > 1
    name = pl.when(twice).then(pl.format("{} ({})", "indikator", "kunci")).otherwise("indikator")
    return indikator.with_columns(name.alias("nama"))


def change(kantor: pl.DataFrame) -> tuple[float, int] | None:
    """Points by which the share reached changed, over the satker that report in both years, and how many those are."""
    both = kantor.filter(pl.col("n_indikator_lalu") > 0)
    if both.is_empty():
        return None
    now, before = (
        100 * int(both[f"n_tercapai{end}"].sum()) / int(both[f"n_indikator{end}"].sum()) for end in ("", "_lalu")
    )
    return now - before, len(both)
