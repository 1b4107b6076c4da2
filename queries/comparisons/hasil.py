"""What a capaian says: reached or not, which row counts, and why the printed percentage is not the computed one.

Percentages are Float64; the formulas are the engine's (comparisons.capaian). Nothing missing is taken for 0.
"""

import math

import polars as pl

from queries.comparisons.capaian import (
    ANGKA_PASTI,
    category,
    rules,
    with_capaian,
)

INDIKATOR = ["kode_satker", "tahun", "unit", "kunci"]
"""What is one indikator of one satker and tahun, however many tables print it."""
SAMA, TAK_DIKETAHUI = "sama", "tidak diketahui"
TIDAK_TERCETAK, BUKAN_ANGKA = "capaian tidak tercetak", "tercetak kata, bukan persentase"
PREDIKAT = "persentase dicetak untuk predikat"
TAK_DAPAT_DIHITUNG = "capaian tidak dapat dihitung"
PEMBATAS = (100.0, 120.0)
RUMUS_LAIN = {
    "maksimal": "rumus makin tinggi makin baik",
    "minimal": "rumus makin rendah makin baik",
    "tetap": "rumus target tetap",
    "kebalikan": "target dibagi realisasi",
}


def with_counted(rows: pl.DataFrame) -> pl.DataFrame:
    """Add which row stands for its indikator, so that one printed in two tables counts once.

    A table of capaian alone goes before one that also prints budget, then the earlier one; every row of the table that
    goes first counts. Input: the columns of INDIKATOR but kunci, kode_baku, kunci_bunyi, beranggaran, berkas, tabel,
    baris. Same rows, same order, plus kunci (kode_baku, else kunci_bunyi), terhitung (Boolean), tabel_utama.
    """
    keyed = rows.with_columns(pl.coalesce("kode_baku", "kunci_bunyi").alias("kunci"))
    first = (
        keyed.sort("beranggaran", "berkas", "baris")
        .unique(INDIKATOR, keep="first", maintain_order=True)
        .select(*INDIKATOR, pl.col("berkas").alias("berkas_utama"), pl.col("tabel").alias("tabel_utama"))
    )
    joined = keyed.join(first, on=INDIKATOR, how="left", nulls_equal=True, maintain_order="left")
    counts = (pl.col("berkas") == pl.col("berkas_utama")) & (pl.col("tabel") == pl.col("tabel_utama"))
    return joined.with_columns(counts.alias("terhitung")).drop("berkas_utama")


def with_difference(rows: pl.DataFrame) -> pl.DataFrame:
    """Add selisih_capaian (printed minus computed, percentage points) and sebab_selisih, its likely cause in words.

    Input: that of the engine without units, capaian_tercetak, capaian_tercetak_teks, capaian_hitung, alasan. Same rows,
    same order.
    """
    others = pl.DataFrame({name: _by(rows, name) for name in RUMUS_LAIN})
    compared = rows.select("capaian_tercetak", "capaian_hitung", "alasan")
    causes = [
        cause(printed, computed, reason, other)
        for (printed, computed, reason), other in zip(compared.iter_rows(), others.to_dicts(), strict=True)
    ]
    in_words = pl.col("capaian_tercetak").is_null() & (pl.col("capaian_tercetak_teks").str.strip_chars() != "")
    return rows.with_columns(
        (pl.col("capaian_tercetak") - pl.col("capaian_hitung")).alias("selisih_capaian"),
        pl.when(in_words)
        .then(pl.lit(BUKAN_ANGKA))
        .otherwise(pl.Series("sebab_selisih", causes, dtype=pl.String))
        .alias("sebab_selisih"),
    )


def cause(printed: float | None, computed: float | None, reason: str | None, others: dict[str, float | None]) -> str:
    """The likely cause of a difference in words; others: formula (a key of RUMUS_LAIN) → what it would give."""
    if printed is None:
        return TIDAK_TERCETAK
    if computed is None:
        return PREDIKAT if reason == "ordinal" else TAK_DAPAT_DIHITUNG
    if round(printed, ANGKA_PASTI) == round(computed, ANGKA_PASTI):
        return SAMA
    if rounded(printed, computed):
        places = decimals(printed)
        return f"dibulatkan ke {places} angka di belakang koma" if places else "dibulatkan ke bilangan bulat"
    if printed in PEMBATAS and computed > printed:
        return f"dibatasi {printed:.0f}%"
    found = (RUMUS_LAIN[name] for name, value in others.items() if value is not None and rounded(printed, value))
    return next(found, TAK_DIKETAHUI)


def rounded(printed: float, exact: float) -> bool:
    """Whether a printed number is the exact one rounded, or cut off, at its own number of decimals."""
    scale = 10 ** decimals(printed)
    near = abs(printed - exact) * scale <= 0.5 + 1e-6
    return near or math.floor(round(exact * scale, ANGKA_PASTI)) == round(printed * scale)


def decimals(printed: float) -> int:
    """How many decimals a number needs: 0 for 105.0, 1 for 94.4."""
    return next(
        places for places in range(ANGKA_PASTI + 1) if places == ANGKA_PASTI or printed == round(printed, places)
    )


def with_category(rows: pl.DataFrame, skala: str) -> pl.DataFrame:
    """Add kategori, the class of capaian_hitung on a scale of the rule file; null where there is no percentage."""
    classes = [category(None if value is None else max(value, 0.0), skala) for value in rows["capaian_hitung"]]
    return rows.with_columns(pl.Series("kategori", classes, dtype=pl.String))


def disagreements(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows beside the counted ones of the same indikator whose realisasi is another; one row a pair.

    Input: a frame of with_hasil and with_counted. Columns: satker, tahun, indikator, satuan, and for the counted row
    and (with _lain) the other: indikator_id, tabel, baris, realisasi, realisasi_ordinal, hasil.
    """
    what = ["indikator_id", "tabel", "baris", "realisasi", "realisasi_ordinal", "hasil"]
    counted = rows.filter("terhitung").select(*INDIKATOR, "satker", "indikator", "satuan", *what)
    others = rows.filter(~pl.col("terhitung")).select(*INDIKATOR, *what)
    pairs = counted.join(others, on=INDIKATOR, nulls_equal=True, suffix="_lain", maintain_order="left")
    differs = pl.any_horizontal(
        pl.col(name).ne_missing(pl.col(f"{name}_lain")) for name in ("realisasi", "realisasi_ordinal")
    )
    return pairs.filter(differs).drop("kode_satker", "unit", "kunci")


def _by(rows: pl.DataFrame, formula: str) -> pl.Series:
    """What another formula would give; null for the row's own."""
    if formula == "kebalikan":
        nonzero = pl.when(pl.col("realisasi") != 0).then(pl.col("realisasi"))
        return rows.select(pl.col("target") / nonzero * 100).to_series()
    unit = pl.lit(None, dtype=pl.String)
    tried = rows.with_columns(
        pl.lit(formula).alias("polaritas"), unit.alias("satuan_target"), unit.alias("satuan_realisasi")
    )
    other = with_capaian(tried)["capaian_hitung"]
    return pl.select(pl.when(rows["polaritas"].ne_missing(formula)).then(other)).to_series()


def scales() -> dict[str, str]:
    """kode → name of every category scale, the standard one first."""
    ordered = sorted(rules()["skala"], key=lambda skala: not skala["baku"])
    return {skala["kode"]: skala["nama"] for skala in ordered}
