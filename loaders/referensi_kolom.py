"""The curated lists of data/referensi and their columns, for whoever reads one of them."""

REFERENSI = {
    "satker": ("kode_satker", "satker", "provinsi", "sumber"),
    "divisi": ("kode_divisi", "divisi", "sumber"),
    "program": ("kode_program", "program", "tahun_awal", "tahun_akhir", "sumber"),
    "kegiatan": ("kode_kegiatan", "kegiatan", "tahun_awal", "tahun_akhir", "sumber"),
    "indikator_baku": (
        "kode", "nama", "satuan_baku", "polaritas", "alasan_polaritas", "divisi", "kode_kegiatan", "definisi", "sumber",
    ),
    "padanan": ("teks", "kode", "keyakinan", "oleh", "alasan"),
}  # fmt: skip
