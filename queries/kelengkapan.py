"""What is held and what needs attention: coverage, states of values, and the account of printed lines."""

from datetime import date

import polars as pl

from queries.saring import Saring, ask

# A value that a person should look at: printed but unreadable, or a cell left blank.
NEEDS_ATTENTION = ("rusak", "kosong")


def values(saring: Saring) -> pl.DataFrame:
    """How many values are held: one row a satker, jenis dokumen, berkas, tahun, isi and keadaan.

    Columns: kode_satker, satker, jenis_dokumen, berkas, tahun (null: the printed column "jumlah"), isi
    (target|realisasi|pagu), keadaan, jumlah (values).
    """
    return ask("kelengkapan_nilai", saring)


def documents(saring: Saring) -> pl.DataFrame:
    """The documents with the account of their printed lines: one row a document. Only satker, tahun, jenis narrow.

    Columns: kode_satker, satker, jenis_dokumen, berkas, tahun_awal, tahun_akhir, nomor, tanggal (date), jumlah_tabel,
    baris_tabel = dimuat + sambungan + judul + dikarantina (lines), koreksi (corrections used), versi of jumlah_versi,
    catatan_berkas (what the reader of the file did or could not do, a sentence a line), baris_lewat (rows of cells
    outside the recognised tables).
    """
    return ask("kelengkapan_dokumen", saring)


def wajib(saring: Saring, hari_ini: date) -> pl.DataFrame:
    """What every satker should have sent and did; one row a satker × tahun × dokumen, also of those that sent nothing.

    Columns as in frames.json (kelengkapan_wajib): keadaan (ada | sebagian menunggu | belum | belum jatuh tempo) as of
    hari_ini, berkas (null where none), jumlah_menunggu (lines), jatuh_tempo (date). Of the filter satker, tahun and
    jenis count.
    """
    return ask("kelengkapan_wajib", saring, hari_ini=hari_ini)


def coverage(values: pl.DataFrame) -> pl.DataFrame:
    """From `values`: one row a satker, jenis dokumen and tahun that holds anything.

    Columns: kode_satker, satker, jenis_dokumen, tahun, jumlah_target, jumlah_realisasi, jumlah_pagu, jumlah_rusak
    (values). The printed column "jumlah" belongs to no year and is not counted here.
    """
    of_kind = [_count(pl.col("isi") == isi).alias(f"jumlah_{isi}") for isi in ("target", "realisasi", "pagu")]
    return (
        values.filter(pl.col("tahun").is_not_null())
        .group_by("kode_satker", "satker", "jenis_dokumen", "tahun")
        .agg(*of_kind, _count(pl.col("keadaan") == "rusak").alias("jumlah_rusak"))
        .sort("satker", "jenis_dokumen", "tahun")
    )


def attention(values: pl.DataFrame) -> pl.DataFrame:
    """From `values`: one row a satker, isi and keadaan that waits for a person.

    Columns: kode_satker, satker, isi, keadaan (rusak|kosong), jumlah (values). rusak first.
    """
    return (
        values.filter(pl.col("keadaan").is_in(NEEDS_ATTENTION))
        .group_by("kode_satker", "satker", "isi", "keadaan")
        .agg(pl.col("jumlah").sum())
        .sort("keadaan", "satker", "isi", descending=[True, False, False])
    )


def account(values: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """One row a satker: its printed lines by nasib beside its values by keadaan.

    Columns: satker, dokumen, baris_tabel = dimuat + sambungan + judul + dikarantina (lines), koreksi, jumlah_nilai
    (values) and, as parts of it, jumlah_diperbaiki, _dikoreksi, _rusak, _kosong, _tidak_ditargetkan.
    """
    lines = ("baris_tabel", "dimuat", "sambungan", "judul", "dikarantina", "koreksi")
    states = ("diperbaiki", "dikoreksi", "rusak", "kosong", "tidak_ditargetkan")
    of_documents = documents.group_by("satker").agg(
        pl.len().cast(pl.Int64).alias("dokumen"), pl.col(*lines).cast(pl.Int64).sum()
    )
    of_values = values.group_by("satker").agg(
        pl.col("jumlah").sum().alias("jumlah_nilai"),
        *[_count(pl.col("keadaan") == state).alias(f"jumlah_{state}") for state in states],
    )
    # A satker without values under this filter has none of them: here 0 is a count, not a missing figure.
    both = of_documents.join(of_values, on="satker", how="left")
    return both.with_columns(pl.selectors.starts_with("jumlah_").fill_null(0)).sort("satker")


def _count(where: pl.Expr) -> pl.Expr:
    return pl.col("jumlah").filter(where).sum()
