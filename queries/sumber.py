"""Where a number comes from: its document and the printed lines around it."""

import polars as pl

from queries import warehouse

NEIGHBOURS = 3


def document(berkas: str) -> pl.DataFrame:
    """The document of one file: no row or one.

    Columns: berkas, satker, jenis_dokumen, tahun_awal, tahun_akhir, nomor, tanggal (date), sumber, sha256.
    """
    return warehouse.ask("sumber_dokumen", berkas=berkas)


def lines(berkas: str, baris: int, baris_akhir: int | None = None, neighbours: int = NEIGHBOURS) -> pl.DataFrame:
    """The printed lines from `baris` to `baris_akhir` with `neighbours` lines on either side, in printed order.

    Columns: tabel, halaman, baris (1-based line), teks (as printed), nasib, disorot (whether it is the row itself).
    """
    return warehouse.ask(
        "sumber_baris", berkas=berkas, awal=baris, akhir=max(baris, baris_akhir or baris), tetangga=neighbours
    )


def corrections(berkas: str, baris: int, baris_akhir: int | None = None) -> pl.DataFrame:
    """The corrections a person made on the lines of a row: one row a correction.

    Columns: baris, kolom, teks_lama (as printed), nilai_baru, alasan, oleh, tanggal (date).
    """
    return warehouse.ask("sumber_koreksi", berkas=berkas, awal=baris, akhir=max(baris, baris_akhir or baris))


def table(berkas: str, tabel: str) -> pl.DataFrame:
    """The table of that short name: no row or one. Columns: tabel, judul (as printed), skala, baris_awal, baris_akhir.

    skala is what a printed figure was multiplied with to give rupiah (1, 1000, 1000000).
    """
    return warehouse.ask("sumber_tabel", berkas=berkas, tabel=tabel)
