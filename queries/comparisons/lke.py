"""What stands beside the realisasi of an LK: the four comparisons that the evaluation sheet (LKE) asks for.

PermenPANRB 88/2021 (certainty B) asks them of at least 90 percent of the capaian: this year's target, earlier years,
the end target of the Renstra, a national standard. Pure, frame → frame; only printed figures of loaded documents count.
"""

import polars as pl

BATAS_PERSEN = 90.0
PEMBANDING = ("banding_target", "banding_tahun_lalu", "banding_renstra")
"""The comparisons that loaded documents can give; of the fourth, a national standard, none is loaded."""
PEMBANDING_NASIONAL = "banding_nasional"
_ROW = "_baris"
_KEY = ["kode_satker", "_kunci"]


def with_pembanding(rows: pl.DataFrame, history: pl.DataFrame, ends: pl.DataFrame) -> pl.DataFrame:
    """Add to each reported indikator what its realisasi can be laid beside. Same rows, same order.

    rows: kode_satker, tahun, kode_baku, keyakinan, kunci_bunyi, target, target_ordinal, realisasi, realisasi_ordinal,
    satuan. history: the same of every year, without target. ends: the targets of a Renstra's last year (nilai,
    nilai_ordinal, nilai_teks, satuan) with its tahun_awal and tahun_akhir. Two rows are one indikator when they have
    one kode_baku that is not only `mungkin`, else the same wording; figures of different units are not laid beside.

    Added: the columns of PEMBANDING (Boolean; false without realisasi), banding_nasional (null: no data),
    tahun_terdahulu (earlier years, as text), akhir_renstra (end targets as printed, with their year), lengkap (all
    three of PEMBANDING).
    """
    numbered = _keyed(rows).with_row_index(_ROW)
    given = numbered.filter(_has("realisasi"))
    target = numbered.select(_has("realisasi") & _has("target")).to_series()
    found = numbered.join(_earlier(given, history), on=_ROW, how="left", maintain_order="left")
    found = found.join(_ends(given, ends), on=_ROW, how="left", maintain_order="left")
    return rows.with_columns(
        target.alias("banding_target"),
        found["tahun_terdahulu"].is_not_null().alias("banding_tahun_lalu"),
        found["akhir_renstra"].is_not_null().alias("banding_renstra"),
        pl.lit(None, dtype=pl.Boolean).alias(PEMBANDING_NASIONAL),
        found["tahun_terdahulu"],
        found["akhir_renstra"],
    ).with_columns(pl.all_horizontal(*PEMBANDING).alias("lengkap"))


def per_dokumen(rows: pl.DataFrame) -> pl.DataFrame:
    """How complete each document is; one row a document × tahun, in order of satker and tahun.

    Input: a frame of with_pembanding with satker and berkas. Columns: satker, tahun, berkas, jumlah (of indikator),
    jumlah_<comparison> for each of PEMBANDING, jumlah_lengkap, lengkap_persen (percent of jumlah), memenuhi (whether
    that is BATAS_PERSEN or more; comparison 4 does not count).
    """
    counts = [pl.col(name).sum().cast(pl.Int64).alias(f"jumlah_{name}") for name in PEMBANDING]
    counted = rows.group_by("satker", "tahun", "berkas").agg(
        pl.len().cast(pl.Int64).alias("jumlah"), *counts, pl.col("lengkap").sum().cast(pl.Int64).alias("jumlah_lengkap")
    )
    share = pl.col("jumlah_lengkap") * 100 / pl.col("jumlah")
    # In whole numbers, so that the last digit of a quotient does not decide.
    enough = pl.col("jumlah_lengkap") * 100 >= pl.col("jumlah") * BATAS_PERSEN
    return counted.with_columns(share.alias("lengkap_persen"), enough.alias("memenuhi")).sort(
        "satker", "tahun", "berkas"
    )


def _earlier(given: pl.DataFrame, history: pl.DataFrame) -> pl.DataFrame:
    """Which earlier years print a realisasi: _baris, tahun_terdahulu."""
    pairs = given.join(_keyed(history).filter(_has("realisasi")), on=_KEY, suffix="_lain")
    earlier = pairs.filter(pl.col("tahun_lain") < pl.col("tahun"), _alike("realisasi", "realisasi_lain"))
    years = pl.col("tahun_lain").unique().sort().cast(pl.String).str.join(", ")
    return earlier.group_by(_ROW).agg(years.alias("tahun_terdahulu"))


def _ends(given: pl.DataFrame, ends: pl.DataFrame) -> pl.DataFrame:
    """Which end targets the Renstra of the year prints: _baris, akhir_renstra."""
    named = _keyed(ends).rename({"nilai": "akhir", "nilai_ordinal": "akhir_ordinal", "satuan": "satuan_lain"})
    pairs = given.join(named.filter(_has("akhir")), on=_KEY, suffix="_renstra")
    of_period = pairs.filter(
        pl.col("tahun").is_between(pl.col("tahun_awal"), pl.col("tahun_akhir")), _alike("realisasi", "akhir")
    )
    said = pl.format("{} ({})", "nilai_teks", "tahun_akhir").unique(maintain_order=True).str.join("; ")
    return of_period.group_by(_ROW, maintain_order=True).agg(said.alias("akhir_renstra"))


def _keyed(rows: pl.DataFrame) -> pl.DataFrame:
    sure = pl.when(pl.col("keyakinan").ne_missing("mungkin")).then(pl.col("kode_baku"))
    return rows.with_columns(pl.coalesce(sure, "kunci_bunyi").alias("_kunci"))


def _has(name: str) -> pl.Expr:
    return pl.col(name).is_not_null() | pl.col(_grade(name)).is_not_null()


def _alike(first: str, second: str) -> pl.Expr:
    """Both grades, or both numbers whose printed units do not differ."""
    units = (
        pl.col("satuan").str.to_lowercase().str.strip_chars(),
        pl.col("satuan_lain").str.to_lowercase().str.strip_chars(),
    )
    grades = pl.col(_grade(first)).is_not_null() & pl.col(_grade(second)).is_not_null()
    numbers = pl.col(first).is_not_null() & pl.col(second).is_not_null() & (units[0] == units[1]).fill_null(value=True)
    return grades | numbers


def _grade(name: str) -> str:
    """realisasi → realisasi_ordinal, realisasi_lain → realisasi_ordinal_lain."""
    base, _, end = name.partition("_")
    return f"{base}_ordinal" + (f"_{end}" if end else "")
