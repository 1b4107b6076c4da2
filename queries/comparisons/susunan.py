"""The printed order of one office's promises: table → branch → sasaran → indikator, and which money stands where.

Input frames hold one row an indikator × tahun of one satker: indikator_id, jenis_dokumen, berkas, tabel, baris,
tujuan, program, kegiatan, sasaran, indikator, nilai, nilai_ordinal, realisasi, realisasi_ordinal.
"""

import polars as pl

# What a branch of the tree is named after: the first of these that the table prints.
CABANG = ("kegiatan", "tujuan", "program", "sasaran")
_PLACE = ("jenis_dokumen", "berkas", "tabel")


def with_cabang(rows: pl.DataFrame) -> pl.DataFrame:
    """Add jenis_cabang (one of CABANG, null where the table prints none) and cabang, its words; same rows and order."""
    kind = pl.coalesce(*(pl.when(pl.col(name).is_not_null()).then(pl.lit(name)) for name in CABANG))
    return rows.with_columns(kind.alias("jenis_cabang"), pl.coalesce(*CABANG).alias("cabang"))


def tabel(rows: pl.DataFrame) -> pl.DataFrame:
    """One row a table of promises: those with realisasi first, then the longest.

    Columns: jenis_dokumen, berkas, tabel, jumlah_indikator (printed rows), jumlah_realisasi (of these,
    with a value in any year), tahun_awal, tahun_akhir.
    """
    reached = pl.coalesce(pl.col("realisasi").cast(pl.String), "realisasi_ordinal").is_not_null()
    return (
        rows.group_by(_PLACE)
        .agg(
            pl.col("indikator_id").n_unique().cast(pl.Int64).alias("jumlah_indikator"),
            pl.col("indikator_id").filter(reached).n_unique().cast(pl.Int64).alias("jumlah_realisasi"),
            pl.col("tahun").min().alias("tahun_awal"),
            pl.col("tahun").max().alias("tahun_akhir"),
        )
        .sort("jumlah_realisasi", "jumlah_indikator", *_PLACE, descending=[True, True, False, False, False])
    )


def cabang(rows: pl.DataFrame) -> pl.DataFrame:
    """One row a branch of one table, in printed order: jenis_cabang, cabang, program, baris (its first line),
    jumlah_indikator (printed rows)."""
    return rows.group_by("jenis_cabang", "cabang", "program", maintain_order=True).agg(
        pl.col("baris").min(), pl.col("indikator_id").n_unique().cast(pl.Int64).alias("jumlah_indikator")
    )


def anggaran_cabang(anggaran: pl.DataFrame, jenis: str | None, nama: str | None) -> pl.DataFrame:
    """The pagu printed for a kegiatan, program or sasaran of the same name; only letters and digits are compared, and a
    leading “Program” does not count.

    Input: queries.satker.anggaran. A name that is misprinted in one of the tables finds nothing: that is left so.
    """
    if jenis not in ("kegiatan", "program", "sasaran") or not nama:
        return anggaran.clear()
    return anggaran.filter((pl.col("tingkat") == jenis) & (_letters(pl.col("uraian")) == _letters(pl.lit(nama))))


def anggaran_sasaran(anggaran: pl.DataFrame, kegiatan: str | None, sasaran: str | None) -> pl.DataFrame:
    """The pagu printed for a sasaran of one kegiatan, both names compared as in anggaran_cabang."""
    found = anggaran_cabang(anggaran, "sasaran", sasaran)
    return found.filter(_letters(pl.col("kegiatan")).eq_missing(_letters(pl.lit(kegiatan, dtype=pl.String))))


def anggaran_baris(anggaran: pl.DataFrame, berkas: str, baris: int) -> pl.DataFrame:
    """The pagu that the printed row of an indikator itself carries."""
    return anggaran.filter(berkas=berkas, baris=baris, tingkat="indikator")


def _letters(text: pl.Expr) -> pl.Expr:
    return text.str.to_lowercase().str.replace_all(r"^program |[^a-z0-9]", "")
