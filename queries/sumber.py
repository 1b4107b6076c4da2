"""Where a number comes from: its document, the printed lines around it, and all that was read from its row."""

import polars as pl

from queries import warehouse

NEIGHBOURS = 3
PLACE = ["berkas", "baris", "baris_akhir"]


def document(berkas: str) -> pl.DataFrame:
    """The document of one file: no row or one.

    Columns: berkas, satker, jenis_dokumen, tahun_awal, tahun_akhir, nomor, tanggal (date), sumber, sha256.
    """
    return warehouse.ask("sumber_dokumen", berkas=berkas)


def values(berkas: str, baris: int) -> pl.DataFrame:
    """Every figure read from the printed row on a line; one row a figure (isi × tahun), in printed order.

    A row that begins on the line is meant before one that only covers it. Columns: tabel, baris, baris_akhir, isi
    (target|realisasi|capaian|pagu|realisasi_anggaran), tahun (null: the column "jumlah"), judul, sasaran, teks (as
    printed), nilai (in satuan; rupiah for the budget), ordinal, satuan, keadaan, aturan_baca, catatan_baca.
    """
    found = warehouse.ask("sumber_nilai", berkas=berkas, baris=baris)
    begins = found.filter(pl.col("baris") == baris)
    return found if begins.is_empty() else begins


def lines(berkas: str, baris: int, baris_akhir: int | None = None, neighbours: int = NEIGHBOURS) -> pl.DataFrame:
    """The printed lines from `baris` to `baris_akhir` with `neighbours` lines on either side, in printed order.

    Columns: tabel, halaman, baris (1-based line), tempat (where it stands, in words; null where the line says it), ocr
    (letters recognised in a picture), teks (as printed), nasib, disorot (whether it is the row itself).
    """
    return warehouse.ask(
        "sumber_baris", berkas=berkas, awal=baris, akhir=max(baris, baris_akhir or baris), tetangga=neighbours
    )


def corrections(
    berkas: str, baris: int, baris_akhir: int | None = None, *, tabel: str = "", sasaran: str | None = None
) -> pl.DataFrame:
    """The corrections a person made on the lines of a row, or on its sasaran further up in the same table.

    One row a correction. Columns: baris, kolom, teks_lama (as printed), nilai_baru, alasan, oleh, tanggal (date).
    """
    return warehouse.ask(
        "sumber_koreksi",
        berkas=berkas,
        awal=baris,
        akhir=max(baris, baris_akhir or baris),
        tabel=tabel,
        sasaran=sasaran or "",
    )


def transcripts(berkas: str, baris: int, baris_akhir: int | None = None) -> pl.DataFrame:
    """What a person copied from the lines of a row that no reader can read; one row a printed row.

    Columns: baris, baris_akhir (the lines copied), kolom (what the person set against the print, parted by commas;
    null: as printed), alasan, oleh, tanggal (date).
    """
    return warehouse.ask("sumber_transkrip", berkas=berkas, awal=baris, akhir=max(baris, baris_akhir or baris))


def matched(berkas: str, baris: int) -> pl.DataFrame:
    """What the row on a line was matched with; one row an indikator or budget line.

    Columns: divisi, asal_divisi (both null: tanpa divisi), indikator_baku, keyakinan, cara_padan, sasaran_baku.
    """
    return warehouse.ask("sumber_padanan", berkas=berkas, baris=baris)


def table(berkas: str, tabel: str) -> pl.DataFrame:
    """The table of that short name: no row or one. Columns: tabel, judul (as printed), skala, baris_awal, baris_akhir.

    skala is what a printed figure was multiplied with to give rupiah (1, 1000, 1000000).
    """
    return warehouse.ask("sumber_tabel", berkas=berkas, tabel=tabel)


def has_place(frame: pl.DataFrame) -> bool:
    """Whether each row of a frame names the printed row it came from."""
    return {"berkas", "tabel", "baris"} <= set(frame.columns)


def with_source(frame: pl.DataFrame) -> pl.DataFrame:
    """The same rows, in order, with where they come from: nomor, tanggal, halaman, tempat, teks_tercetak, versi_data.

    Input: berkas and baris, and baris_akhir when a row has more than one line. halaman and tempat say where the row
    begins in a file that has no line numbers. teks_tercetak is the printed row, cells parted by " | ", lines by " / ".
    """
    ends = {} if "baris_akhir" in frame.columns else {"baris_akhir": pl.col("baris")}
    placed = frame.with_columns(**ends)
    own = {"baris_akhir"} & set(ends)
    texts = _printed(placed.select(PLACE).unique())
    return (
        placed.drop({"nomor", "tanggal", "halaman", "tempat"} & set(placed.columns))
        .join(texts, on=PLACE, how="left", nulls_equal=True, maintain_order="left")
        .with_columns(pl.lit(warehouse.current().versi).alias("versi_data"))
        .drop(own)
    )


def _printed(places: pl.DataFrame) -> pl.DataFrame:
    """For each berkas, baris and baris_akhir: nomor, tanggal, halaman, tempat and teks_tercetak."""
    printed = warehouse.ask("sumber_teks", berkas_semua=places["berkas"].unique().sort().to_list())
    last = pl.max_horizontal("baris", pl.coalesce("baris_akhir", "baris"))
    cells = pl.col("teks").str.strip_chars().str.replace_all(r"\s*\t\s*", " | ")
    return (
        places.with_columns(pl.int_ranges("baris", last + 1, dtype=pl.Int32).alias("_line"))
        .explode("_line")
        .join(printed.rename({"baris": "_line"}).with_columns(cells), on=["berkas", "_line"])
        .sort("berkas", "baris", "_line")
        .group_by(PLACE, maintain_order=True)
        .agg(
            pl.col("nomor", "tanggal", "halaman", "tempat").first(),
            pl.col("teks").str.join(" / ").alias("teks_tercetak"),
        )
    )
