"""What the page Serapan looks at: the satker of one year and level, who of them has a serapan, and from which table."""

from dataclasses import dataclass, replace

import polars as pl

from pages.components import tahun_rapor
from pages.components.tahun_rapor import Tahun
from queries import rapor, serapan
from queries.comparisons.rapor import KABKOTA, measure, rules
from queries.saring import Saring

MOST = 40
"""More than an eye compares: satker of several provinsi then stand behind their provinsi, others are cut."""
UANG = ("pagu", "realisasi", "alasan", "sumber", "jenis_dokumen", "berkas", "tabel", "baris", "jumlah_baris")
LAIN = ("diperselisihkan", "pagu_lain", "realisasi_lain", "sumber_lain", "berkas_lain", "baris_lain")


@dataclass(frozen=True)
class Dilihat:
    """The satker that are compared: of one year and one level (kab/kota where there are any).

    saring: the filter of that year. kantor: a row a satker, also of those without money: the columns of
    queries.rapor.baris, serapan_persen, serapan_persen_lalu and capaian_persen, and UANG and LAIN of
    queries.serapan.banding. terpisah: the same of the satker of another level.
    """

    tahun: Tahun
    saring: Saring
    kantor: pl.DataFrame
    terpisah: pl.DataFrame

    @property
    def known(self) -> pl.DataFrame:
        """The satker that have a serapan, lowest first."""
        return self.kantor.filter(pl.col("serapan_persen").is_not_null()).sort("serapan_persen", "satker")

    @property
    def unknown(self) -> pl.DataFrame:
        """The satker that have none."""
        return self.kantor.filter(pl.col("serapan_persen").is_null()).sort("satker")

    @property
    def behind(self) -> pl.DataFrame:
        """The satker below the mark, lowest first."""
        return self.known.filter(pl.col("serapan_persen") < ambang("serapan"))

    @property
    def whole(self) -> dict:
        """The sums of all (comparisons.rapor.measure)."""
        return measure(self.kantor, None).row(0, named=True)

    @property
    def tingkat(self) -> tuple[str, ...]:
        """The levels that are compared, for questions that add up."""
        return tuple(self.kantor["tingkat_satker"].unique().sort())

    @property
    def by_provinsi(self) -> bool:
        """Whether provinsi stand first: satker of several, more than an eye compares."""
        return len(self.known) > MOST and self.known["provinsi"].n_unique() > 1


def look(saring: Saring, tahun: Tahun) -> Dilihat:
    """What the filter leaves, of the year the rapor stands on."""
    of_year = replace(saring, tahun=(tahun.tahun,))
    rows = with_money(rapor.baris(of_year, tahun.tahun, tahun_rapor.today()), serapan.banding(of_year))
    low = pl.col("tingkat_satker") == KABKOTA
    kantor = rows.filter(low) if rows.filter(low)["pagu"].count() else rows
    return Dilihat(tahun, of_year, kantor, rows.filter(~low) if len(kantor) < len(rows) else rows.clear())


def with_money(rows: pl.DataFrame, banding: pl.DataFrame) -> pl.DataFrame:
    """The rows of queries.rapor.baris with their shares, and UANG and LAIN of queries.serapan.banding."""
    shares = measure(rows).select(
        pl.col("kunci").alias("kode_satker"), "serapan_persen", "serapan_persen_lalu", "capaian_persen"
    )
    money = banding.select("kode_satker", *UANG, *LAIN)
    joined = rows.drop([*UANG, *LAIN], strict=False).join(shares, on="kode_satker", how="left")
    return joined.join(money, on="kode_satker", how="left").with_columns(
        pl.col("diperselisihkan").fill_null(value=False)
    )


def of_provinsi(known: pl.DataFrame) -> pl.DataFrame:
    """The sums of each provinsi, lowest first. Columns: provinsi, jumlah_satker, serapan_persen, serapan_persen_lalu,
    pagu (of the lines with both figures), diperselisihkan (whether a satker of it is).
    """
    disputed = known.group_by("provinsi").agg(pl.col("diperselisihkan").any())
    sums = measure(known, "provinsi").rename({"nama": "provinsi", "pagu_terbanding": "pagu"})
    names = ["provinsi", "jumlah_satker", "serapan_persen", "serapan_persen_lalu", "pagu"]
    return sums.select(names).join(disputed, on="provinsi").sort("serapan_persen", "provinsi")


def ambang(kode: str) -> float:
    """The mark below which a satker is behind in one measure (queries/rules/rapor.toml), in percent."""
    return float(next(rule["ambang"] for rule in rules() if rule["kode"] == kode))
