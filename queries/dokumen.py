"""Dokumen: what was recognised in a document, the fate of every printed line, what waits and what was corrected.

The documents themselves, with the account of their lines, are queries.kelengkapan.documents.
"""

import csv
import io
from collections.abc import Sequence
from datetime import date

import polars as pl

from queries import panduan, warehouse

KOLOM_KOREKSI = ("baris", "kolom", "teks_lama", "nilai_baru", "alasan", "oleh", "tanggal")


def tabel(berkas: str) -> pl.DataFrame:
    """The recognised tables of a document; one row a table, in printed order.

    Columns as in frames.json (dokumen_tabel): tabel, judul_tercetak, jenis_dokumen, unit, skala, baris_awal,
    baris_akhir, baris_tabel = dimuat + sambungan + judul + dikarantina (lines), and jumlah_target, jumlah_realisasi,
    jumlah_pagu (figures).
    """
    return warehouse.ask("dokumen_tabel", berkas=berkas)


def baris(berkas: str, nama_tabel: str | None = None, nasib: Sequence[str] = ()) -> pl.DataFrame:
    """The printed lines of a document's tables, of one table when named, of some nasib when given; one row a line.

    Columns: berkas, tabel, halaman, baris (1-based line), tempat (in words), teks (as printed), nasib.
    """
    return warehouse.ask("dokumen_baris", berkas=berkas, tabel=nama_tabel or "", nasib=list(nasib))


def karantina(berkas: Sequence[str]) -> pl.DataFrame:
    """What waits for a person in these documents; one row a reason (line × column).

    Columns: berkas, satker, tabel, halaman, baris, tempat (in words), teks (as printed), kolom, kode_alasan,
    alasan (a sentence).
    """
    return warehouse.ask("dokumen_karantina", berkas_semua=list(berkas))


def versi(berkas: str) -> pl.DataFrame:
    """All versions of the document that a file is a version of, oldest first; one row a version.

    Columns: berkas, versi (1 is the first), dipakai, menggantikan (file), nomor, tanggal, sumber, sha256, and
    bertambah, berubah, hilang (figures, against the version before).
    """
    return warehouse.ask("dokumen_versi", berkas=berkas)


def perubahan(berkas: str) -> pl.DataFrame:
    """What a version changed against the one before it; one row a figure.

    Columns: berkas, jenis_perubahan (bertambah|berubah|hilang), isi, uraian, tahun, periode (null: the year),
    versi_pagu, teks_lama, teks_baru (as printed), tabel, tempat_lama, tempat_baru, berkas_lama, baris (in the version
    itself; null where the figure is gone).
    """
    return warehouse.ask("dokumen_perubahan", berkas=berkas)


def koreksi(berkas: Sequence[str]) -> pl.DataFrame:
    """The corrections in force in these documents; one row a correction.

    Columns: berkas, satker, tabel, baris, kolom, teks_lama (as printed), nilai_baru, alasan, oleh, tanggal (date).
    """
    return warehouse.ask("dokumen_koreksi", berkas_semua=list(berkas))


def transkrip(berkas: Sequence[str]) -> pl.DataFrame:
    """What persons copied from these documents where no reader can read them; one row a row of a transcript.

    Columns: berkas, satker, tabel, baris, baris_akhir, isi (tabel: the headings; else the sheet), kolom (set by the
    person against the print; null: as printed), alasan, oleh, tanggal (date).
    """
    return warehouse.ask("dokumen_transkrip", berkas_semua=list(berkas))


def berkas_koreksi(berkas: str) -> str:
    """Where corrections of a document belong: data/koreksi/<document>.csv."""
    return f"data/koreksi/{berkas.rsplit('.', 1)[0]}.csv"


def contoh_koreksi(item: dict, tanggal: date) -> str:
    """The line of a correction file that would settle a row of `karantina`, value, reason and name still to fill in.

    teks_lama guards the correction: it must stand on that line when the build reads it. Of words it is that line, of a
    value the printed cell, which nobody knows yet and is left to the person; what is left empty is refused by the
    build, so no unfinished line slips in.
    """
    column = panduan.kolom().get(item["kolom"].split(":")[0])
    known = "" if column and column.per_tahun else item["teks"].strip()
    filled = {"baris": item["baris"], "kolom": item["kolom"], "teks_lama": known, "tanggal": tanggal.isoformat()}
    buffer = io.StringIO()
    csv.DictWriter(buffer, KOLOM_KOREKSI, restval="", lineterminator="").writerow(filled)
    return buffer.getvalue()
