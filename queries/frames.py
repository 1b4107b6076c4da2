"""The frame each question returns: columns in order, with their types. A test compares these with the real answers.

Units: pagu, realisasi and other rupiah columns are whole rupiah; columns ending in `_persen` are percent; tahun is a
calendar year; baris is the 1-based line of the source text file.
"""

import polars as pl

Frame = dict[str, type[pl.DataType]]


def _all(dtype: type[pl.DataType], names: str) -> Frame:
    return dict.fromkeys(names.split(), dtype)


_PLACE = _all(pl.String, "kode_satker satker jenis_dokumen unit berkas tabel") | {
    "baris": pl.Int32,
    "tingkat": pl.String,
}
_INDIKATOR = (
    _PLACE | _all(pl.String, "tujuan program kegiatan sasaran indikator unit_pelaksana divisi") | {"tahun": pl.Int16}
)
_PAGED = {"baris_akhir": pl.Int32, "jumlah_semua": pl.Int64}

FRAMES: dict[str, Frame] = {
    "pilihan": {"dimensi": pl.String, "nilai": pl.String, "label": pl.String},
    "target_indikator": {
        "kunci": pl.String,
        "indikator": pl.String,
        "jumlah_satker": pl.Int64,
        "jumlah_indikator": pl.Int64,
        "jumlah_target": pl.Int64,
        "satker": pl.String,
    },
    "target_nilai": {
        "indikator_id": pl.Int32,
        "kode_satker": pl.String,
        "satker": pl.String,
        "jenis_dokumen": pl.String,
        "unit": pl.String,
        "berkas": pl.String,
        "tabel": pl.String,
        "baris": pl.Int32,
        "baris_akhir": pl.Int32,
        "tingkat": pl.String,
        "sasaran": pl.String,
        "indikator": pl.String,
        "unit_pelaksana": pl.String,
        "tahun": pl.Int16,
        "nilai_teks": pl.String,
        "nilai": pl.Float64,
        "nilai_ordinal": pl.String,
        "satuan": pl.String,
        "keadaan": pl.String,
        "aturan_baca": pl.String,
    },
    "serapan_tabel": {
        "kode_satker": pl.String,
        "satker": pl.String,
        "jenis_dokumen": pl.String,
        "unit": pl.String,
        "berkas": pl.String,
        "tabel": pl.String,
        "tingkat": pl.String,
        "tahun_awal": pl.Int16,
        "tahun_akhir": pl.Int16,
        "jumlah_baris": pl.Int64,
        "jumlah_pagu": pl.Int64,
        "jumlah_realisasi": pl.Int64,
        "jumlah_rusak": pl.Int64,
        "pagu": pl.Int64,
        "realisasi": pl.Int64,
        "pagu_terbanding": pl.Int64,
        "realisasi_terbanding": pl.Int64,
        "baris": pl.Int32,
        "skala": pl.Int32,
    },
    "serapan_baris": {
        "mata_anggaran_id": pl.Int32,
        "kode_satker": pl.String,
        "satker": pl.String,
        "jenis_dokumen": pl.String,
        "unit": pl.String,
        "berkas": pl.String,
        "tabel": pl.String,
        "baris": pl.Int32,
        "baris_akhir": pl.Int32,
        "tahun": pl.Int16,
        "tingkat": pl.String,
        "kode_program": pl.String,
        "kode_kegiatan": pl.String,
        "kode_kro": pl.String,
        "kode_ro": pl.String,
        "program": pl.String,
        "kegiatan": pl.String,
        "kro": pl.String,
        "uraian": pl.String,
        "pagu_teks": pl.String,
        "pagu": pl.Int64,
        "realisasi_teks": pl.String,
        "realisasi": pl.Int64,
        "persen_tercetak": pl.Float64,
        "tvro": pl.Float64,
        "rvro": pl.Float64,
        "efisiensi_tercetak": pl.Float64,
        "keadaan": pl.String,
        "aturan_baca": pl.String,
    },
    "kelengkapan_nilai": {
        **_all(pl.String, "kode_satker satker jenis_dokumen"),
        "tahun": pl.Int16,
        **_all(pl.String, "isi keadaan"),
        "jumlah": pl.Int64,
    },
    "kelengkapan_dokumen": {
        **_all(pl.String, "kode_satker satker jenis_dokumen berkas"),
        **_all(pl.Int16, "tahun_awal tahun_akhir"),
        "nomor": pl.String,
        "tanggal": pl.Date,
        **_all(pl.Int32, "jumlah_tabel baris_tabel dimuat sambungan judul dikarantina koreksi"),
    },
    "jelajah_target": {
        **_INDIKATOR,
        "nilai_teks": pl.String,
        "nilai": pl.Float64,
        **_all(pl.String, "nilai_ordinal satuan keadaan aturan_baca"),
        **_PAGED,
    },
    "jelajah_capaian": {
        **_INDIKATOR,
        "target_teks": pl.String,
        "target": pl.Float64,
        **_all(pl.String, "target_ordinal realisasi_teks"),
        "realisasi": pl.Float64,
        **_all(pl.String, "realisasi_ordinal satuan capaian_tercetak_teks"),
        **_all(pl.Float64, "capaian_tercetak capaian_hitung"),
        **_all(pl.String, "alasan keadaan"),
        **_PAGED,
    },
    "jelajah_pagu": {
        **_PLACE,
        **_all(pl.String, "kode_program kode_kegiatan kode_kro kode_ro program kegiatan kro uraian"),
        "tahun": pl.Int16,
        "pagu_teks": pl.String,
        "pagu": pl.Int64,
        "realisasi_teks": pl.String,
        "realisasi": pl.Int64,
        **_all(pl.Float64, "persen_tercetak tvro rvro efisiensi_tercetak"),
        **_all(pl.String, "keadaan aturan_baca"),
        "skala": pl.Int32,
        **_PAGED,
    },
    "sumber_dokumen": {
        **_all(pl.String, "berkas satker jenis_dokumen"),
        **_all(pl.Int16, "tahun_awal tahun_akhir"),
        "nomor": pl.String,
        "tanggal": pl.Date,
        **_all(pl.String, "sumber sha256"),
    },
    "sumber_tabel": {**_all(pl.String, "tabel judul"), **_all(pl.Int32, "skala baris_awal baris_akhir")},
    "sumber_baris": {
        "tabel": pl.String,
        **_all(pl.Int32, "halaman baris"),
        **_all(pl.String, "teks nasib"),
        "disorot": pl.Boolean,
    },
    "sumber_koreksi": {
        "baris": pl.Int32,
        **_all(pl.String, "kolom teks_lama nilai_baru alasan oleh"),
        "tanggal": pl.Date,
    },
}
