"""How each column of a frame is called and shown on screen. One entry a column name, whatever the question.

What is read of documents has its name from the database, which has it from loaders/columns.py; here only how it looks.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import polars as pl

from pages.components import format as fmt
from pages.components.text import pendek
from queries import panduan

Kind = Literal[
    "teks", "satker", "tahun", "bilangan", "rupiah", "persen", "keadaan", "tahun_atau_jumlah", "tanggal", "tersembunyi"
]


@dataclass(frozen=True)
class Column:
    """Label, kind (decides format and alignment), and width in pixels (None: Streamlit decides).

    satker: its short name, whose end no narrow column cuts off. tahun_atau_jumlah: a missing year is the printed
    column "jumlah", and is called so.
    """

    label: str
    kind: Kind
    width: int | None = None


AS_LISTED = ""
"""The label of a column that is read of documents: as the database calls it."""
COLUMNS: dict[str, Column] = {
    # With the source button, satker or uraian and pagu fit a phone: a figure cut off on the right reads as another.
    "satker": Column("Satker", "satker", 160),
    "kode_satker": Column("Kode satker", "tersembunyi"),
    "jenis_dokumen": Column("Dokumen", "teks", 82),
    "unit": Column("Unit", "teks", 100),
    "berkas": Column("Berkas", "tersembunyi"),
    "tabel": Column("Tabel", "teks", 130),
    "baris": Column("Baris", "tahun", 70),
    "baris_akhir": Column("Baris akhir", "tersembunyi"),
    "tingkat": Column("Tingkat", "teks", 95),
    "tujuan": Column(AS_LISTED, "teks", 220),
    "program": Column(AS_LISTED, "teks", 220),
    "kegiatan": Column(AS_LISTED, "teks", 220),
    "sasaran": Column(AS_LISTED, "teks", 260),
    "indikator": Column(AS_LISTED, "teks", 262),
    "unit_pelaksana": Column(AS_LISTED, "teks", 180),
    "divisi": Column("Divisi", "teks", 180),
    "asal_divisi": Column("Asal divisi", "teks", 90),
    "kode_baku": Column("Kode baku", "tersembunyi"),
    "indikator_baku": Column("Indikator baku", "tersembunyi"),
    "keyakinan": Column("Padanan", "teks", 85),
    "polaritas": Column("Polaritas", "tersembunyi"),
    "tahun": Column("Tahun", "tahun", 68),
    "nilai_teks": Column("Tercetak", "teks", 95),
    "nilai": Column("Nilai", "bilangan", 80),
    "nilai_ordinal": Column("Predikat", "teks", 100),
    "satuan": Column("Satuan", "teks", 80),
    "keadaan": Column("Keadaan", "keadaan", 158),
    "aturan_baca": Column("Aturan baca", "teks", 150),
    "catatan_baca": Column("Catatan baca", "teks", 150),
    "target_teks": Column("Target tercetak", "teks", 120),
    "target": Column(AS_LISTED, "bilangan", 100),
    "target_ordinal": Column("Target (predikat)", "teks", 120),
    "realisasi_teks": Column("Realisasi tercetak", "teks", 140),
    "realisasi": Column(AS_LISTED, "bilangan", 110),
    "realisasi_ordinal": Column("Realisasi (predikat)", "teks", 140),
    "capaian_tercetak_teks": Column("Capaian tercetak", "teks", 130),
    "capaian_tercetak": Column(AS_LISTED, "bilangan", 150),
    "capaian_hitung": Column("Capaian dihitung (%)", "persen", 150),
    "alasan": Column("Alasan", "teks", 180),
    "hasil": Column("Hasil", "keadaan", 142),
    "kategori": Column("Kategori", "teks", 120),
    "selisih_capaian": Column("Selisih (poin persen)", "persen", 150),
    "sebab_selisih": Column("Sebab selisih", "teks", 240),
    "rumus": Column("Rumus", "teks", 240),
    "tabel_utama": Column("Dihitung pada tabel", "teks", 200),
    "realisasi_anggaran": Column(AS_LISTED, "rupiah", 165),
    "uraian": Column(AS_LISTED, "teks", 165),
    "kode_program": Column(AS_LISTED, "teks", 110),
    "kode_kegiatan": Column(AS_LISTED, "teks", 110),
    "kode_kro": Column(AS_LISTED, "teks", 70),
    "kode_ro": Column(AS_LISTED, "teks", 70),
    "kro": Column(AS_LISTED, "teks", 220),
    "pagu_teks": Column("Pagu tercetak", "teks", 115),
    "pagu": Column(AS_LISTED, "rupiah", 120),
    "persen_tercetak": Column(AS_LISTED, "bilangan", 150),
    "serapan_persen": Column("Serapan dihitung (%)", "persen", 150),
    "efisiensi_tercetak": Column(AS_LISTED, "bilangan", 150),
    "tvro": Column(AS_LISTED, "bilangan", 80),
    "rvro": Column(AS_LISTED, "bilangan", 80),
    "nomor": Column("Nomor keputusan", "teks", 220),
    "dokumen": Column("Dokumen", "bilangan", 90),
    "baris_tabel": Column("Baris tabel", "bilangan", 95),
    "dimuat": Column("Dimuat", "bilangan", 75),
    "sambungan": Column("Sambungan", "bilangan", 95),
    "judul": Column("Judul", "bilangan", 65),
    "dikarantina": Column("Dikarantina", "bilangan", 95),
    "terhitung": Column("Terhitung", "teks", 90),
    "jumlah_tabel": Column("Tabel", "bilangan", 70),
    "tahun_awal": Column("Tahun awal", "tahun", 90),
    "tahun_akhir": Column("Tahun akhir", "tahun", 90),
    "tanggal": Column("Tanggal", "tanggal", 140),
    "koreksi": Column("Koreksi dipakai", "bilangan", 120),
    "jumlah_nilai": Column("Nilai", "bilangan", 70),
    "jumlah_diperbaiki": Column("Diperbaiki", "bilangan", 95),
    "jumlah_dikoreksi": Column("Dikoreksi", "bilangan", 90),
    "jumlah_rusak": Column("Rusak", "bilangan", 70),
    "jumlah_kosong": Column("Kosong", "bilangan", 75),
    "jumlah_tidak_ditargetkan": Column("Tidak ditargetkan", "bilangan", 125),
    "kode_aturan": Column("Kode", "teks", 60),
    "nama_aturan": Column("Aturan", "teks", 330),
    "diperiksa": Column("Diperiksa", "bilangan", 90),
    "temuan": Column("Temuan", "bilangan", 80),
    "kalimat": Column("Bunyi aturan", "teks", 420),
    "penting": Column("Mengapa penting", "teks", 380),
    "tanda": Column("Keyakinan", "teks", 90),
    "toleransi": Column("Toleransi", "teks", 380),
    "jenis_perubahan": Column("Perubahan", "teks", 95),
    "teks_baru": Column("Tercetak kini", "teks", 110),
    "tempat_lama": Column("Letak dulu", "teks", 180),
    "tempat_baru": Column("Letak kini", "teks", 180),
    "berkas_lama": Column("Berkas versi lama", "tersembunyi"),
    "halaman": Column("Halaman", "tahun", 75),
    "tempat": Column("Letak", "teks", 180),
    "versi": Column("Versi", "bilangan", 60),
    "jumlah_versi": Column("Banyaknya versi", "tersembunyi"),
    "baris_lewat": Column("Tidak dikenali", "bilangan", 105),
    "catatan_berkas": Column("Catatan pembaca berkas", "teks", 260),
    "aspek": Column(AS_LISTED, "teks", 200),
    "hambatan": Column(AS_LISTED, "teks", 320),
    "upaya": Column(AS_LISTED, "teks", 320),
    "keterangan": Column(AS_LISTED, "teks", 200),
    "skala": Column("Skala", "tersembunyi"),
    "indikator_id": Column("Nomor indikator", "tersembunyi"),
    "mata_anggaran_id": Column("Nomor mata anggaran", "tersembunyi"),
}


def label(name: str) -> str:
    """How the screen calls a column: as its entry says, else as the database does, else by its name."""
    own, listed = COLUMNS.get(name), panduan.kolom().get(name)
    return (own.label if own else "") or (listed.judul if listed else name.replace("_", " ").capitalize())


def column(name: str, dtype: pl.DataType) -> Column:
    """The column's entry with its label, or one derived from its name, unit and type."""
    if name in COLUMNS:
        return replace(COLUMNS[name], label=label(name))
    if name.endswith("_persen"):
        return Column(f"{label(name).removesuffix(' persen')} (%)", "persen")
    listed = panduan.kolom().get(name)
    number: Kind = "rupiah" if listed and listed.satuan == "rupiah" else "bilangan"
    return Column(label(name), number if dtype.is_numeric() else "teks")


def text(value: object, kind: Kind) -> str:
    """One value as the screen shows it."""
    if fmt.is_missing(value):
        return ""
    if kind in ("bilangan", "persen") and isinstance(value, int | float):
        return fmt.number(value, 2 if kind == "persen" else None)
    if kind == "rupiah" and isinstance(value, int | float):
        return fmt.number(value, 0)
    if kind == "tanggal" and isinstance(value, date):
        # pandas says NaT for a missing date, which is a date too.
        return "" if str(value) == "NaT" else fmt.tanggal(value)
    if kind == "tahun" and isinstance(value, int | float):
        return str(int(value))
    return pendek(str(value)) if kind == "satker" else str(value)
