"""What a table prints as a sum, beside the sum of its own rows. Rupiah are Int64; missing is never 0."""

import polars as pl

from queries.comparisons.serapan import sum_by, sum_or_null


def against_printed_total(rows: pl.DataFrame, totals: pl.DataFrame) -> pl.DataFrame:
    """Set the sum of a table's rows beside the totals it prints itself; one row a printed total.

    Input: rows of one table at one level, and its printed total rows (tahun, baris, pagu, realisasi,
    persen_tercetak, pagu_teks, keadaan). A total whose tahun is null is the column "jumlah" and is set beside the
    rows' own "jumlah". Output: the totals plus jumlah_pagu, jumlah_realisasi (our sums, rupiah), serapan_persen (of
    our sums), tanpa_pagu, selisih_pagu and selisih_realisasi (printed minus ours, rupiah).
    """
    ours = sum_by(rows, ["tahun"]).select(
        "tahun",
        pl.col("pagu").alias("jumlah_pagu"),
        pl.col("realisasi").alias("jumlah_realisasi"),
        "serapan_persen",
        "tanpa_pagu",
    )
    return (
        totals.join(ours, on="tahun", how="left", nulls_equal=True)
        .with_columns(
            (pl.col("pagu") - pl.col("jumlah_pagu")).alias("selisih_pagu"),
            (pl.col("realisasi") - pl.col("jumlah_realisasi")).alias("selisih_realisasi"),
        )
        .sort("tahun", "baris", nulls_last=True)
    )


def against_printed_jumlah(rows: pl.DataFrame) -> pl.DataFrame:
    """Set the sum of a line's years beside the "jumlah" the line prints; one row a line that prints one.

    Input: mata_anggaran_id, berkas, tabel, baris, uraian, tahun (null: the printed jumlah), pagu, pagu_teks, keadaan.
    Output: berkas, tabel, baris, uraian, tercetak_teks, tercetak (rupiah, null when unreadable), keadaan, jumlah_tahun
    (sum of the years, rupiah), tahun_rusak (years whose figure cannot be read) and selisih (printed minus sum; null
    when any year is unreadable).
    """
    line = ["mata_anggaran_id", "berkas", "tabel", "baris", "uraian"]
    years = (
        rows.filter(pl.col("tahun").is_not_null())
        .group_by("mata_anggaran_id")
        .agg(
            sum_or_null("pagu").alias("jumlah_tahun"),
            (pl.col("keadaan") == "rusak").sum().cast(pl.Int64).alias("tahun_rusak"),
        )
    )
    printed = rows.filter(pl.col("tahun").is_null() & (pl.col("keadaan") != "kosong"))
    complete = pl.when(pl.col("tahun_rusak") == 0).then(pl.col("tercetak") - pl.col("jumlah_tahun"))
    return (
        printed.select(*line, pl.col("pagu_teks").alias("tercetak_teks"), pl.col("pagu").alias("tercetak"), "keadaan")
        .join(years, on="mata_anggaran_id", how="left")
        .with_columns(complete.alias("selisih"))
        .sort("baris")
        .drop("mata_anggaran_id")
    )
