"""Serapan: realisasi beside pagu, computed by us and set against what the document prints.

Rupiah are Int64, percentages Float64. A missing figure stays missing: it is never taken for 0.
"""

import polars as pl

# A printed percentage has two decimals, so it may lie half a hundredth away from the exact one.
PEMBULATAN_PERSEN = 0.005
KETELITIAN_FLOAT = 1e-9

# Why there is no serapan, in the words shown and exported.
ALASAN = {
    "pagu_tidak_ada": "pagu tidak ada",
    "pagu_nol": "pagu nol, serapan tidak dapat dihitung",
    "realisasi_tidak_ada": "realisasi tidak ada",
}
TANDA = {"melebihi_pagu": "realisasi melebihi pagu", "tercetak_berbeda": "persentase tercetak berbeda dari hitungan"}


def with_serapan(rows: pl.DataFrame) -> pl.DataFrame:
    """Add to each row its serapan and what is to be said about it.

    Input: pagu, realisasi (rupiah), persen_tercetak (percent). Same rows, same order, plus
    serapan_persen (percent, null when it cannot be computed), alasan (why not: pagu_tidak_ada,
    pagu_nol, realisasi_tidak_ada), selisih_persen (printed minus computed, percentage points),
    tercetak_berbeda (beyond rounding) and melebihi_pagu.
    """
    return (
        rows.with_columns(_ratio("realisasi", "pagu").alias("serapan_persen"), _reason().alias("alasan"))
        .with_columns((pl.col("persen_tercetak") - pl.col("serapan_persen")).alias("selisih_persen"))
        .with_columns(
            _differs().alias("tercetak_berbeda"),
            (pl.col("realisasi") > pl.col("pagu")).fill_null(value=False).alias("melebihi_pagu"),
        )
    )


def with_notes(rows: pl.DataFrame) -> pl.DataFrame:
    """Add catatan, what a reader must know of a row, in words; empty text when there is nothing to say.

    Input: a frame of with_serapan.
    """
    words = [pl.when(pl.col("alasan") == code).then(pl.lit(word)) for code, word in ALASAN.items()]
    words += [pl.when(pl.col(flag)).then(pl.lit(word)) for flag, word in TANDA.items()]
    return rows.with_columns(pl.concat_str(words, separator="; ", ignore_nulls=True).alias("catatan"))


def flags() -> dict[str, pl.Expr]:
    """What rows can be picked out for, in words → which rows. Input of the expressions: a frame of with_serapan."""
    return {
        TANDA["melebihi_pagu"]: pl.col("melebihi_pagu"),
        TANDA["tercetak_berbeda"]: pl.col("tercetak_berbeda"),
        "pagu nol": pl.col("alasan") == "pagu_nol",
        "sel pagu kosong": pl.col("keadaan") == "kosong",
        "angka rusak": pl.col("keadaan") == "rusak",
    }


def flagged(rows: pl.DataFrame, flag: str) -> pl.DataFrame:
    """The rows that carry one of `flags`; same order."""
    return rows.filter(flags()[flag].fill_null(value=False))


def sum_by(rows: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    """Sum pagu and realisasi over the keys; one row a key, sorted by key. With no keys: one row in all.

    Columns: the keys, jumlah_baris, pagu, realisasi (rupiah, null when no row has the figure),
    tanpa_pagu, tanpa_realisasi (rows without the figure), and of the rows that have both figures: baris_terhitung,
    pagu_terbanding, realisasi_terbanding and serapan_persen.
    """
    both = pl.col("pagu").is_not_null() & pl.col("realisasi").is_not_null()
    sums = [
        pl.len().cast(pl.Int64).alias("jumlah_baris"),
        sum_or_null("pagu"),
        sum_or_null("realisasi"),
        pl.col("pagu").null_count().cast(pl.Int64).alias("tanpa_pagu"),
        pl.col("realisasi").null_count().cast(pl.Int64).alias("tanpa_realisasi"),
        both.sum().cast(pl.Int64).alias("baris_terhitung"),
        pl.when(both.any()).then(pl.col("pagu").filter(both).sum()).alias("pagu_terbanding"),
        pl.when(both.any()).then(pl.col("realisasi").filter(both).sum()).alias("realisasi_terbanding"),
    ]
    summed = rows.group_by(keys).agg(sums).sort(keys, nulls_last=True) if keys else rows.select(sums)
    return with_serapan_of_sums(summed)


def with_serapan_of_sums(sums: pl.DataFrame) -> pl.DataFrame:
    """Add serapan_persen of sums, from pagu_terbanding and realisasi_terbanding: those of rows that have both."""
    return sums.with_columns(_ratio("realisasi_terbanding", "pagu_terbanding").alias("serapan_persen"))


def with_group(rows: pl.DataFrame) -> pl.DataFrame:
    """Add kelompok, under which a row is summed and drawn: its kegiatan when it stands below one, else itself.

    Input: tingkat, kode_program, kode_kegiatan, kegiatan, uraian. Same rows, same order.
    """
    below = pl.col("tingkat").is_in(["kro", "ro", "sasaran", "indikator"]) & pl.col("kegiatan").is_not_null()
    named = pl.concat_str("kode_kegiatan", "kegiatan", separator=" ", ignore_nulls=True)
    code = pl.when(pl.col("tingkat") == "program").then("kode_program")
    code = code.when(pl.col("tingkat") == "kegiatan").then("kode_kegiatan")
    itself = pl.concat_str(code, "uraian", separator=" ", ignore_nulls=True)
    return rows.with_columns(pl.when(below).then(named).otherwise(itself).alias("kelompok"))


def pagu_per_year(rows: pl.DataFrame) -> pl.DataFrame:
    """Pagu of each kelompok and year; one row a kelompok × tahun, in the order of first appearance.

    Input: a frame of with_group. Columns: kelompok, tahun, jumlah_baris, pagu (rupiah), keadaan. A sum that lacks an
    unreadable figure is no sum: pagu is null and keadaan `rusak`. With no figure at all keadaan says `kosong` or
    `tidak_ditargetkan`.
    """
    unreadable = (pl.col("keadaan") == "rusak").any()
    state = (
        pl.when(unreadable)
        .then(pl.lit("rusak"))
        .when(pl.col("pagu").is_not_null().any())
        .then(pl.lit("ada"))
        .when((pl.col("keadaan") == "tidak_ditargetkan").any())
        .then(pl.lit("tidak_ditargetkan"))
        .otherwise(pl.lit("kosong"))
    )
    return rows.group_by("kelompok", "tahun", maintain_order=True).agg(
        pl.len().cast(pl.Int64).alias("jumlah_baris"),
        pl.when(~unreadable).then(sum_or_null("pagu")).alias("pagu"),
        state.alias("keadaan"),
    )


def sum_or_null(column: str) -> pl.Expr:
    """The sum of a column, null when every value is missing (polars would say 0)."""
    return pl.when(pl.col(column).is_not_null().any()).then(pl.col(column).sum()).alias(column)


def _ratio(part: str, whole: str) -> pl.Expr:
    nonzero = pl.when(pl.col(whole) != 0).then(pl.col(whole).cast(pl.Float64))
    return pl.col(part).cast(pl.Float64) / nonzero * 100.0


def _reason() -> pl.Expr:
    return (
        pl.when(pl.col("pagu").is_null())
        .then(pl.lit("pagu_tidak_ada"))
        .when(pl.col("realisasi").is_null())
        .then(pl.lit("realisasi_tidak_ada"))
        .when(pl.col("pagu") == 0)
        .then(pl.lit("pagu_nol"))
        .otherwise(pl.lit(None, dtype=pl.String))
    )


def _differs() -> pl.Expr:
    beyond = pl.col("selisih_persen").abs() > PEMBULATAN_PERSEN + KETELITIAN_FLOAT
    return beyond.fill_null(value=False)
