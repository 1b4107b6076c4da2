"""The one capaian engine: target and realisasi in, capaian out, or the reason why there is none.

Pure: frame → frame. Every table, chart, finding and export takes its capaian from here, through the published view.
Rules and category scales are data (queries/rules/capaian.toml); formulas and their sources: aturan bidang §2.
"""

import tomllib
from collections.abc import Callable
from functools import cache
from itertools import pairwise
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
    "aturan_tidak_ada",
    "target_nol",
    "realisasi_nol",
)
"""Why there is no percentage, in the order in which they are tried. Never 0."""
Rumus = Callable[[pl.Expr, pl.Expr], pl.Expr]
RUMUS: dict[str, tuple[str, Rumus | None]] = {
    "makin_tinggi": ("maksimal", lambda target, realisasi: realisasi / target * 100),
    "makin_rendah": ("minimal", lambda target, realisasi: ((2 * target - realisasi) / target * 100).clip(0.0)),
    "target_per_realisasi": ("minimal", lambda target, realisasi: target / realisasi * 100),
    "tetap": ("tetap", lambda target, realisasi: (100 - (realisasi - target).abs() / target * 100).clip(0.0)),
    "rentang": ("rentang", None),
    "ordinal": ("ordinal", None),
}
"""Every formula a rule file may name: kode → its polaritas and, where it is one formula, what it computes (percent).

A range takes the formula of its row's direction, with the nearer edge as target; a grade has no percentage.
"""
RENTANG = ("target_bawah", "target_atas")
"""Optional columns: the edges of a target that is a range."""
TERCAPAI, TIDAK, TAK_TERHITUNG = "tercapai", "tidak tercapai", "tak terhitung"
# Reached from here on; the last digits of a float quotient do not decide.
BATAS, ANGKA_PASTI = 100.0, 6
INDIKATOR = ["kode_satker", "tahun", "kunci"]
"""What is one indikator of one satker and tahun, however many tables and signers print it."""


class AturanSalah(ValueError):
    """A rule file that contradicts itself: a gap or overlap, a formula nobody knows, a polarity without its formula."""


@cache
def rules() -> dict[str, Any]:
    """The rule file, proven whole: formulas we know, one in use a polarity, years and scales without gap or overlap.

    Raises AturanSalah.
    """
    found = tomllib.loads(ATURAN.read_text(encoding="utf-8"))
    check_years(found["himpunan"])
    for himpunan in found["himpunan"]:
        check_formulas(himpunan)
    for skala in found["skala"]:
        check_scale(skala)
    return found


def check_formulas(himpunan: dict[str, Any]) -> None:
    """Raise AturanSalah unless every formula of a rule set is known and it uses exactly one for each polarity."""
    name, used = f"himpunan {himpunan['kode']}", himpunan["dipakai"]
    listed = [rumus["kode"] for rumus in himpunan["rumus"]]
    for kode in (*listed, *used.values()):
        if kode not in RUMUS:
            raise AturanSalah(f"{name}: rumus «{kode}» tidak dikenal; yang dikenal: {', '.join(RUMUS)}")
        if listed.count(kode) != 1:
            raise AturanSalah(f"{name}: rumus «{kode}» harus tercantum tepat sekali")
    wrong = [rumus["kode"] for rumus in himpunan["rumus"] if RUMUS[rumus["kode"]][0] != rumus["polaritas"]]
    wrong += [kode for polaritas, kode in used.items() if RUMUS[kode][0] != polaritas]
    if wrong:
        raise AturanSalah(f"{name}: rumus «{wrong[0]}» hanya untuk polaritas {RUMUS[wrong[0]][0]}")
    if missing := {polaritas for polaritas, _ in RUMUS.values()} - set(used):
        raise AturanSalah(f"{name}: belum ada rumus yang dipakai untuk polaritas {', '.join(sorted(missing))}")


def check_years(himpunan: list[dict[str, Any]]) -> None:
    """Raise AturanSalah unless the rule sets follow each other year on year and the last has no end."""
    for earlier, later in pairwise(himpunan):
        if earlier.get("tahun_akhir") != later["tahun_awal"] - 1 or earlier["tahun_awal"] >= later["tahun_awal"]:
            raise AturanSalah(
                f"himpunan {earlier['kode']} dan {later['kode']}: tahun berlakunya harus sambung-menyambung tanpa celah"
            )
    if "tahun_akhir" in himpunan[-1]:
        raise AturanSalah(f"himpunan {himpunan[-1]['kode']}: yang terakhir tidak boleh punya tahun_akhir")


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
    (null: not printed, agrees with any), polaritas; where present also tahun (decides the rule set; without it the last
    one holds) and the columns of RENTANG. Same rows, same order, plus capaian_hitung (percent, uncapped, null when it
    cannot be computed), alasan (one of ALASAN, null when computed), aturan_capaian (the formula's code) and terpenuhi
    (for grades: whether the realisasi is at least the target; null when either is unknown).
    """
    edges = [pl.lit(None, dtype=pl.Float64).alias(name) for name in RENTANG if name not in rows.columns]
    return (
        rows.with_columns(*edges)
        .with_columns(_formula("tahun" in rows.columns).alias("_rumus"), _inside().alias("_di_dalam"))
        .with_columns(_target().alias("_target"))
        .with_columns(_reason().alias("alasan"), _met().alias("terpenuhi"))
        .with_columns(_computed(_percent()).alias("capaian_hitung"))
        .with_columns(
            _computed(pl.when(_is_range()).then(pl.lit("rentang")).otherwise("_rumus")).alias("aturan_capaian")
        )
        .drop("_rumus", "_di_dalam", "_target", *(name for name in RENTANG if name not in rows.columns))
    )


def with_hasil(rows: pl.DataFrame) -> pl.DataFrame:
    """Add hasil: TERCAPAI from 100 percent on, or for a grade at least the target; TAK_TERHITUNG without either.

    Input: capaian_hitung (percent), terpenuhi. Same rows, same order.
    """
    reached = pl.coalesce(pl.col("capaian_hitung").round(ANGKA_PASTI) >= BATAS, "terpenuhi")
    words = pl.when(reached).then(pl.lit(TERCAPAI)).when(~reached).then(pl.lit(TIDAK))
    return rows.with_columns(words.otherwise(pl.lit(TAK_TERHITUNG)).alias("hasil"))


def measure(rows: pl.DataFrame) -> pl.DataFrame:
    """The capaian of every satker: one row an indikator of INDIKATOR, the one that is chosen among all that print it.

    The order of choice: a document of that very year, an LK, a realisasi that can be read, a table of capaian alone
    before one that prints budget too, then printed order. Input: a row a printed realisasi of a whole year, with
    indikator_id, kode_satker, tahun, jenis_dokumen, berkas, baris, kode_baku, kunci_bunyi, realisasi,
    realisasi_ordinal, capaian_hitung, terpenuhi, alasan, beranggaran, sezaman (whether the document is of that year).
    Output: INDIKATOR, indikator_id, status (a hasil), capaian (percent), alasan, jumlah_cetak (rows that print it),
    jumlah_berbeda (of these, with another realisasi), sorted.
    """
    value = pl.coalesce(pl.col("realisasi").cast(pl.String), "realisasi_ordinal")
    keyed = with_hasil(rows).with_columns(pl.coalesce("kode_baku", "kunci_bunyi").alias("kunci"), value.alias("_nilai"))
    order = [~pl.col("sezaman"), pl.col("jenis_dokumen") != "LK", pl.col("_nilai").is_null(), pl.col("beranggaran")]
    first = pl.col("_nilai").first()
    return (
        keyed.sort(*order, "berkas", "baris", "indikator_id")
        .group_by(INDIKATOR, maintain_order=True)
        .agg(
            pl.col("indikator_id").first(),
            pl.col("hasil").first().alias("status"),
            pl.col("capaian_hitung").first().alias("capaian"),
            pl.col("alasan").first(),
            pl.len().cast(pl.Int64).alias("jumlah_cetak"),
            (pl.col("_nilai") != first).fill_null(value=False).sum().cast(pl.Int64).alias("jumlah_berbeda"),
        )
        .sort(INDIKATOR)
    )


def _formula(by_year: bool) -> pl.Expr:
    """The formula in force for the polarity of a row; null where no rule set holds in its year."""
    found = pl.lit(None, dtype=pl.String)
    for himpunan in rules()["himpunan"]:
        code = pl.col("polaritas").replace_strict(himpunan["dipakai"], default=None, return_dtype=pl.String)
        # The sets follow each other without a gap, so each holds until the next one begins.
        begun = pl.col("tahun") >= himpunan["tahun_awal"] if by_year else pl.lit(value=True)
        found = pl.when(begun).then(code).otherwise(found)
    return found


def _is_range() -> pl.Expr:
    low, high = (pl.col(name) for name in RENTANG)
    return (low <= high).fill_null(value=False)


def _inside() -> pl.Expr:
    low, high = (pl.col(name) for name in RENTANG)
    return (_is_range() & pl.col("realisasi").is_between(low, high)).fill_null(value=False)


def _target() -> pl.Expr:
    """The target to compute with: of a range the edge that is nearer to the realisasi."""
    low, high = (pl.col(name) for name in RENTANG)
    nearer = pl.when(pl.col("realisasi") < low).then(low).otherwise(high)
    return pl.when(_is_range()).then(nearer).otherwise("target")


def _reason() -> pl.Expr:
    target, realisasi, polaritas = pl.col("_target"), pl.col("realisasi"), pl.col("polaritas")
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
        .when("_di_dalam").then(None)
        .when(polaritas.is_null() | (polaritas == "rentang")).then(pl.lit("polaritas_belum_ditetapkan"))
        .when(pl.col("_rumus").is_null()).then(pl.lit("aturan_tidak_ada"))
        .when((target == 0) & ~nothing_wanted_nothing_happened).then(pl.lit("target_nol"))
        .when((pl.col("_rumus") == "target_per_realisasi") & (target != 0) & (realisasi == 0))
        .then(pl.lit("realisasi_nol"))
    )  # fmt: skip


def _percent() -> pl.Expr:
    """What the formula of a row gives; 100 inside a range, and where nothing was wanted and nothing happened."""
    target, realisasi = pl.col("_target"), pl.col("realisasi")
    percent = pl.lit(None, dtype=pl.Float64)
    for kode, (_, compute) in RUMUS.items():
        if compute is not None:
            percent = pl.when(pl.col("_rumus") == kode).then(compute(target, realisasi)).otherwise(percent)
    return pl.when(pl.col("_di_dalam") | (target == 0)).then(100.0).otherwise(percent)


def _computed(what: pl.Expr) -> pl.Expr:
    return pl.when(pl.col("alasan").is_null()).then(what)


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
