"""The rapor of satker put side by side and added up: shares, changes, who is behind. Pure, frame → frame.

Input is always queries.rapor.baris (or rows like it): one row a satker of one year, the year before beside it. Shares
are of sums, never means of shares. A change compares the same satker: those that have the figure in both years. When
a satker is behind: queries/rules/rapor.toml.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

ATURAN = Path(__file__).parents[1] / "rules" / "rapor.toml"
UKURAN: dict[str, tuple[str, str]] = {
    "capaian": ("n_tercapai", "n_indikator"),
    "serapan": ("realisasi_terbanding", "pagu_terbanding"),
    "konsistensi": ("n_sama", "n_janji"),
    "kelengkapan": ("n_dokumen_ada", "n_dokumen_wajib"),
}
"""The four measures: what is counted, of how many."""
JUMLAH = (
    *("n_indikator", "n_tercapai", "n_meleset", "n_tak_terhitung", "pagu_terbanding", "realisasi_terbanding"),
    *("n_janji", "n_sama", "n_melemah", "n_temuan_kritis", "n_temuan", "n_dokumen_wajib", "n_dokumen_ada"),
    *("n_dokumen_menunggu", "n_dokumen_belum", "n_dokumen_belum_jatuh_tempo"),
)
"""The columns that add up over satker."""
URUTAN: dict[str, tuple[str, bool]] = {
    "capaian": ("capaian_persen", False),
    "serapan": ("serapan_persen", False),
    "konsistensi": ("konsistensi_persen", False),
    "temuan": ("n_temuan_kritis", True),
    "dokumen": ("kelengkapan_persen", False),
    "perubahan": ("selisih_capaian", False),
    "nama": ("nama", False),
}
"""The orders a rapor can stand in: the column, and whether its highest comes first. The worst comes first."""


KABKOTA = "kabkota"


class AturanSalah(ValueError):
    """A rule file that contradicts itself."""


@cache
def rules() -> list[dict[str, Any]]:
    """The rules by which a satker is behind, in the order of the screen. Raises AturanSalah."""
    found = _file()["aturan"]
    codes = [rule["kode"] for rule in found]
    if len(codes) != len(set(codes)) or any(rule["arah"] not in ("kurang", "sedikitnya") for rule in found):
        raise AturanSalah("setiap aturan rapor punya kode sendiri dan arah kurang atau sedikitnya")
    return found


@cache
def laju_tahun() -> int:
    """Over how many years back the pace towards the end of a Renstra is taken at most."""
    return int(_file()["laju"]["tahun"])


def measure(rows: pl.DataFrame, by: str | None = "kode_satker") -> pl.DataFrame:
    """The measures of each satker, of each provinsi (by="provinsi"), or of all together (by=None: one row).

    Columns: nama (satker, provinsi or null), kode_satker (only of a satker), jumlah_satker, JUMLAH, and for each of
    UKURAN: <ukuran>_persen (null where nothing is counted), <ukuran>_persen_lalu, selisih_<ukuran> (points, of the
    kedua_<ukuran> satker that have it in both years), punya_<ukuran> (satker that have it); berdokumen (satker that
    hold any document), selisih_temuan (kritis), penurunan_capaian (points lost, null where none were).
    """
    key = pl.lit("semua") if by is None else pl.col(by)
    name = {"kode_satker": pl.col("satker").first(), "provinsi": pl.col("provinsi").first()}.get(by or "", pl.lit(None))
    columns = [column for ukuran in UKURAN for column in _of_measure(ukuran)]
    has_document = pl.col("n_dokumen_ada") + pl.col("n_dokumen_menunggu") > 0
    both = has_document & (pl.col("n_dokumen_ada_lalu") > 0)
    kritis = (pl.col("n_temuan_kritis") - pl.col("n_temuan_kritis_lalu")).filter(both)
    measured = rows.group_by(key.alias("kunci"), maintain_order=True).agg(
        name.cast(pl.String).alias("nama"),
        pl.len().cast(pl.Int64).alias("jumlah_satker"),
        pl.col(*JUMLAH).sum(),
        has_document.sum().cast(pl.Int64).alias("berdokumen"),
        pl.when(kritis.count() > 0).then(kritis.sum()).alias("selisih_temuan"),
        *columns,
    )
    fell = pl.when(pl.col("selisih_capaian") < 0).then(-pl.col("selisih_capaian")).alias("penurunan_capaian")
    return measured.with_columns(fell)


def ordered(measured: pl.DataFrame, menurut: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows of `measure` worst first (menurut: a name in URUTAN), and apart those without that figure, by name.

    A row that sent no document has no temuan to count: it stands apart, not best.
    """
    column, highest_first = URUTAN[menurut]
    missing = pl.col(column).is_null() if menurut != "temuan" else pl.col("berdokumen") == 0
    known = measured.filter(~missing).sort(
        column, "n_meleset", "nama", descending=[highest_first, menurut == "capaian", False]
    )
    return known, measured.filter(missing).sort("nama")


def with_shares(deret: pl.DataFrame) -> pl.DataFrame:
    """queries.rapor.deret with <ukuran>_persen of each year; null where nothing is counted."""
    shares = [
        pl.when(pl.col(whole) > 0).then(100.0 * pl.col(part) / pl.col(whole)).alias(f"{name}_persen")
        for name, (part, whole) in UKURAN.items()
    ]
    return deret.with_columns(shares)


def levels(rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The satker that are compared with each other, and those of another level: kab/kota before offices above them."""
    kabkota = pl.col("tingkat_satker") == KABKOTA
    compared = rows.filter(kabkota)
    return (rows, rows.clear()) if compared.is_empty() else (compared, rows.filter(~kabkota))


def standing(rows: pl.DataFrame) -> pl.DataFrame:
    """The satker of a rapor as they follow each other: worst capaian first, then who reports none (who sent documents
    before who sent nothing), then the offices of another level. Same columns, and urutan (1 is the worst; null for
    who is not compared) of how many (pembanding).
    """
    compared, above = levels(rows)
    known, missing = ordered(measure(compared), "capaian")
    apart = measure(pl.concat([compared.filter(pl.col("kode_satker").is_in(missing["kunci"].to_list())), above]))
    high = pl.col("kunci").is_in(above["kode_satker"].to_list())
    apart = apart.sort(high, pl.col("berdokumen") == 0, "nama")
    order = [*known["kunci"], *apart["kunci"]]
    places = pl.DataFrame(
        {"kode_satker": order, "urutan": [*range(1, len(known) + 1), *[None] * len(apart)]},
        {"kode_satker": pl.String, "urutan": pl.Int64},
    )
    return places.join(rows, on="kode_satker", maintain_order="left").with_columns(
        pl.lit(len(known), pl.Int64).alias("pembanding")
    )


def behind(measured: pl.DataFrame, rule: dict[str, Any]) -> pl.DataFrame:
    """The rows of `measure` that a rule of `rules` finds behind, worst first; who has no figure is never behind."""
    figure, low = pl.col(rule["kolom"]), rule["arah"] == "kurang"
    found = measured.filter(figure < rule["ambang"] if low else figure >= rule["ambang"])
    return found.sort(rule["kolom"], "nama", descending=[not low, False])


def _of_measure(ukuran: str) -> list[pl.Expr]:
    part, whole = (pl.col(name) for name in UKURAN[ukuran])
    part_before, whole_before = (pl.col(f"{name}_lalu") for name in UKURAN[ukuran])
    both = (whole > 0) & (whole_before > 0)
    change = _share(part.filter(both), whole.filter(both)) - _share(part_before.filter(both), whole_before.filter(both))
    return [
        _share(part, whole).alias(f"{ukuran}_persen"),
        _share(part_before, whole_before).alias(f"{ukuran}_persen_lalu"),
        change.alias(f"selisih_{ukuran}"),
        both.sum().cast(pl.Int64).alias(f"kedua_{ukuran}"),
        (whole > 0).sum().cast(pl.Int64).alias(f"punya_{ukuran}"),
    ]


def _share(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    return pl.when(whole.sum() > 0).then(100.0 * part.sum() / whole.sum())


def _file() -> dict[str, Any]:
    return tomllib.loads(ATURAN.read_text(encoding="utf-8"))
