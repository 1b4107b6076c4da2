"""The one capaian engine: target and realisasi in, capaian out, or the reason why there is none.

Pure: frame → frame. Every table, chart, finding and export takes its capaian from here, through the published view.
Rules and category scales are data (queries/rules/capaian.toml); formulas and their sources: aturan bidang §2.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from queries.comparisons.ordinal import SKALA

ATURAN = Path(__file__).parents[1] / "rules" / "capaian.toml"
ALASAN = (
    "ordinal",
    "target_tidak_ada",
    "realisasi_tidak_ada",
    "satuan_berbeda",
    "polaritas_belum_ditetapkan",
    "target_nol",
)
"""Why there is no percentage, in the order in which they are tried. Never 0."""


class AturanSalah(ValueError):
    """A rule file that contradicts itself: a gap or overlap in a scale, a polarity without or with two formulas."""


@cache
def rules() -> dict[str, Any]:
    """The rule file, proven whole: one formula a polarity, scales without gap or overlap. Raises AturanSalah."""
    found = tomllib.loads(ATURAN.read_text(encoding="utf-8"))
    for himpunan in found["himpunan"]:
        polarities = [rumus["polaritas"] for rumus in himpunan["rumus"]]
        if len(set(polarities)) != len(polarities):
            raise AturanSalah(f"himpunan {himpunan['kode']}: satu polaritas punya dua rumus")
    for skala in found["skala"]:
        check_scale(skala)
    return found


def check_scale(skala: dict[str, Any]) -> None:
    """Raise AturanSalah unless the classes of a scale fall strictly from the top and the last begins at 0."""
    edges = [edge for edge, _ in skala["kelas"]]
    if edges != sorted(set(edges), reverse=True) or edges[-1] != 0:
        raise AturanSalah(f"skala {skala['kode']}: kelas harus menurun tanpa celah sampai 0")


def category(capaian: float | None, kode: str = "lima_tingkat") -> str | None:
    """The class of a capaian (percent) on a scale; None without a capaian."""
    if capaian is None:
        return None
    (skala,) = [skala for skala in rules()["skala"] if skala["kode"] == kode]
    return next(str(name) for edge, name in skala["kelas"] if capaian >= edge)


def with_capaian(rows: pl.DataFrame) -> pl.DataFrame:
    """Add to each row its capaian, or why it has none.

    Input: target, realisasi (numbers in one unit), target_ordinal, realisasi_ordinal, satuan_target, satuan_realisasi
    (null: not printed, agrees with any), polaritas. Same rows, same order, plus capaian_hitung (percent, uncapped, null
    when it cannot be computed), alasan (one of ALASAN, null when computed), aturan_capaian (the formula's code) and
    terpenuhi (for grades: whether the realisasi is at least the target; null when either is unknown).
    """
    return (
        rows.with_columns(_reason().alias("alasan"), _met().alias("terpenuhi"))
        .with_columns(pl.when(pl.col("alasan").is_null()).then(_percent()).alias("capaian_hitung"))
        .with_columns(pl.when(pl.col("alasan").is_null()).then(_formula()).alias("aturan_capaian"))
    )


def _reason() -> pl.Expr:
    target, realisasi, polaritas = pl.col("target"), pl.col("realisasi"), pl.col("polaritas")
    units = pl.col("satuan_target").str.to_lowercase() != pl.col("satuan_realisasi").str.to_lowercase()
    grade = (
        pl.col("target_ordinal").is_not_null() | pl.col("realisasi_ordinal").is_not_null() | (polaritas == "ordinal")
    )
    nothing_wanted_nothing_happened = (polaritas == "minimal") & (realisasi == 0)
    return (
        pl.when(grade.fill_null(False)).then(pl.lit("ordinal"))
        .when(target.is_null()).then(pl.lit("target_tidak_ada"))
        .when(realisasi.is_null()).then(pl.lit("realisasi_tidak_ada"))
        .when(units).then(pl.lit("satuan_berbeda"))
        .when(polaritas.is_null() | (polaritas == "rentang")).then(pl.lit("polaritas_belum_ditetapkan"))
        .when((target == 0) & ~nothing_wanted_nothing_happened).then(pl.lit("target_nol"))
    )  # fmt: skip


def _percent() -> pl.Expr:
    target, realisasi, polaritas = pl.col("target"), pl.col("realisasi"), pl.col("polaritas")
    lower = pl.when(target == 0).then(100.0).otherwise((2 * target - realisasi) / target * 100).clip(lower_bound=0.0)
    steady = (100 - (realisasi - target).abs() / target * 100).clip(lower_bound=0.0)
    return (
        pl.when(polaritas == "maksimal").then(realisasi / target * 100)
        .when(polaritas == "minimal").then(lower)
        .when(polaritas == "tetap").then(steady)
    )  # fmt: skip


def _formula() -> pl.Expr:
    codes = {rumus["polaritas"]: rumus["kode"] for rumus in rules()["himpunan"][0]["rumus"]}
    return pl.col("polaritas").replace_strict(codes, default=None, return_dtype=pl.String)


def _met() -> pl.Expr:
    """Whether the realisasi is at least the target, on the same scale: a grade and an opinion are never compared."""
    same_scale = _place("realisasi_ordinal", 0) == _place("target_ordinal", 0)
    return pl.when(same_scale).then(_place("realisasi_ordinal", 1) <= _place("target_ordinal", 1))


def _place(column: str, part: int) -> pl.Expr:
    """Of a grade: the number of its scale (part 0) or its place there, the best first (part 1)."""
    places = {
        grade: (scale, place) for scale, grades in enumerate(SKALA.values()) for place, grade in enumerate(grades)
    }
    numbers = {grade: both[part] for grade, both in places.items()}
    return pl.col(column).replace_strict(numbers, default=None, return_dtype=pl.Int32)
