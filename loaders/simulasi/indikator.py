"""The indikator that simulated satker promise: one row each, taken from the catalogue of real ones.

Years of target stand for 2020 to 2024; other years take the nearest of them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from loaders.records import Tingkat

Isi = Literal["persen", "nilai", "cacah", "predikat", "opini"]


class Ukuran(NamedTuple):
    """An indikator. `sasaran`: number in SASARAN. `awal`, `akhir`: usual target in the first and in the last year, of
    a predikat its place in PREDIKAT. `pemilu`: only promised from 2022 on. `subbagian`: which one carries it out."""

    kode: str
    tingkat: Tingkat
    sasaran: int
    isi: Isi
    awal: float
    akhir: float
    satuan: str = "%"
    minimal: bool = False
    pemilu: bool = False
    subbagian: int = 0


PREDIKAT = ("C", "CC", "B", "BB", "A", "AA")
"""Worst first."""
OPINI = ("TMP", "TW", "WDP", "WTP-DPP", "WTP")
"""Worst first."""
TUJUAN = (
    "Mewujudkan Komisi Pemilihan Umum yang Mandiri, Profesional dan Berintegritas",
    "Menyelenggarakan Pemilu Serentak yang Demokratis, Tepat Waktu, Efisien dan Efektif",
    "Mewujudkan Pemilu Serentak yang Langsung, Umum, Bebas, Rahasia, Jujur dan Adil",
)
SASARAN: tuple[tuple[str, int | None], ...] = (
    ("Terwujudnya Kebijakan Bidang Politik yang Kuat", 0),
    ("Terwujudnya Sistem Informasi mengenai Partai Politik yang Andal dan Berkualitas", 0),
    ("Terwujudnya Sumber Daya Manusia dan Lembaga KPU yang Berkualitas", 0),
    ("Terwujudnya Kesadaran Pemilih, Kepemiluan dan Demokrasi yang Tinggi untuk Seluruh Lapisan Masyarakat", 1),
    (
        "Terwujudnya Koordinasi Penyelenggaraan Kepemiluan yang Sesuai dengan Standar Pelayanan Publik, disertai "
        "Pengelolaan Data dan Informasi serta Dokumentasi Pelaksanaan Pemilu Berbasis Teknologi Informasi yang "
        "Terintegrasi",
        1,
    ),
    ("Terwujudnya Pemilu Serentak yang Aman dan Damai disertai Penyelesaian Sengketa Hukum yang Baik", 2),
    ("Terwujudnya Dukungan Sarana dan Prasarana Guna Meningkatkan Kelancaran Tugas KPU", None),
    ("Meningkatnya Akuntabilitas Keuangan dan Kinerja KPU", None),
    ("Terwujudnya Data Pemilih secara Berkelanjutan", None),
    ("Terwujudnya Dukungan Logistik dalam Penyelenggaraan Pemilu/Pemilihan", None),
    ("Terwujudnya Tahapan Pemilu/Pemilihan Sesuai Jadwal", None),
    ("Meningkatnya Kapasitas SDM yang Berkompeten", None),
    ("Terwujudnya rencana kerja dan anggaran KPU yang efektif dan efisien", None),
    ("Terwujudnya sistem administrasi penyelenggaraan Pemilu yang tertib, efektif dan efisien", None),
    ("Meningkatnya tertib administrasi dan pengelolaan sumber daya manusia", None),
    ("Pembentukan Badan Penyelenggara Adhoc", None),
    ("Terlaksananya sistem akuntansi dan pelaporan keuangan", None),
    ("Tersusunnya laporan pertanggungjawaban penggunaan anggaran", None),
    ("Terwujudnya Pengelolaan Barang Milik Negara sesuai dengan Peraturan dan Perundangan yang berlaku", None),
    ("Meningkatnya Kualitas Tata Kelola Administrasi Persuratan dan Pengelolaan Arsip", None),
    ("Meningkatnya kualitas layanan persidangan dan protokol", None),
    ("Meningkatnya penyelenggaraan SPIP", None),
    ("Terlaksananya pengelolaan dan pelayanan informasi hukum", None),
    ("Terlaksananya layanan administrasi PAW tepat waktu dan sesuai aturan", None),
    ("Pengelolaan Rumah Pintar Pemilu", None),
    ("Pendidikan Pemilih kepada masyarakat umum", None),
    ("Pendidikan Pemilih kepada Pemilih Pemula, Perempuan dan Disabilitas", None),
    ("Meningkatnya kualitas layanan informasi dan data yang cepat serta akurat", None),
    ("Tersedianya data, informasi, sarana dan prasarana teknologi informasi", None),
)
"""Words of a sasaran, and the number of its tujuan in TUJUAN where it is a strategic one."""
KEGIATAN = {
    6: "3360", 7: "6709", 8: "6887", 9: "6871", 10: "6889", 11: "6709", 12: "6709", 13: "6709", 14: "6709", 15: "6867",
    16: "3355", 17: "3355", 18: "3355", 19: "3360", 20: "3360", 21: "6709", 22: "6709", 23: "6889", 24: "6709",
    25: "6709", 26: "6709", 27: "6709", 28: "6887",
}  # fmt: skip
"""Number of a sasaran that is no strategic one → code of its kegiatan."""
SUBBAGIAN = (
    ("Perencanaan, Data dan Informasi", "Divisi Perencanaan, Data, dan Informasi"),
    ("Keuangan, Umum dan Logistik", "Divisi Keuangan, Umum, Logistik dan Rumah Tangga"),
    ("Teknis Penyelenggaraan Pemilu dan Hukum", "Divisi Teknis Penyelenggaraan"),
    (
        "Partisipasi, Hubungan Masyarakat dan SDM",
        "Divisi Sosialisasi, Pendidikan Pemilih, Partisipasi Masyarakat dan SDM",
    ),
    ("Hukum", "Divisi Hukum dan Pengawasan"),
)
"""Subbagian and divisi that carry an indikator out."""
_S, _P, _K = "sasaran_strategis", "program", "kegiatan"
UKURAN = (
    Ukuran("KOORDINASI-PIHAK-TERKAIT", _S, 0, "persen", 85, 95, subbagian=3),
    Ukuran("KEPUTUSAN-TEPAT-WAKTU", _S, 0, "persen", 85, 95, subbagian=4),
    Ukuran("PARPOL-INFORMASI-MUTAKHIR", _S, 1, "persen", 85, 95, subbagian=2),
    Ukuran("NILAI-AKUNTABILITAS-KINERJA", _S, 2, "predikat", 2, 3, "predikat"),
    Ukuran("OPINI-BPK", _S, 2, "opini", 4, 4, "opini", subbagian=1),
    Ukuran("NILAI-KETERBUKAAN-INFORMASI", _S, 2, "persen", 75, 90, subbagian=3),
    Ukuran("PARTISIPASI-PEMILIH", _S, 3, "persen", 77.5, 79.5, pemilu=True, subbagian=3),
    Ukuran("PARTISIPASI-PEMILIH-PEREMPUAN", _S, 3, "persen", 77, 79, pemilu=True, subbagian=3),
    Ukuran("PARTISIPASI-PEMILIH-DISABILITAS", _S, 3, "persen", 75, 77, pemilu=True, subbagian=3),
    Ukuran("KEGIATAN-PENDIDIKAN-PEMILIH", _S, 3, "persen", 85, 95, subbagian=3),
    Ukuran("RPP-KEGIATAN", _S, 3, "persen", 80, 95, subbagian=3),
    Ukuran("PEMILIH-TIDAK-DPT", _S, 4, "persen", 0.2, 0.16, minimal=True, pemilu=True),
    Ukuran("PENYELENGGARA-SESUAI-JADWAL-KETENTUAN", _S, 4, "persen", 95, 100, pemilu=True, subbagian=2),
    Ukuran("PENYELENGGARA-AMAN-DAMAI", _S, 5, "persen", 95, 100, pemilu=True, subbagian=2),
    Ukuran("SENGKETA-DIMENANGKAN", _S, 5, "persen", 90, 100, subbagian=4),
    Ukuran("SENGKETA-PERKARA", _S, 5, "cacah", 5, 2, "perkara", minimal=True, subbagian=4),
    Ukuran("SARPRAS-BERFUNGSI", _P, 6, "persen", 85, 95, subbagian=1),
    Ukuran("NILAI-RB", _P, 7, "nilai", 70, 80, ""),
    Ukuran("DATA-PEMILIH-BERKELANJUTAN-TEPAT-WAKTU", _P, 8, "persen", 95, 100),
    Ukuran("LOGISTIK-DISTRIBUSI-5-TEPAT", _P, 9, "persen", 95, 100, pemilu=True, subbagian=1),
    Ukuran("TAHAPAN-SESUAI-JADWAL", _P, 10, "persen", 95, 100, pemilu=True, subbagian=2),
    Ukuran("KOMPETENSI-PEGAWAI", _P, 11, "persen", 80, 95, subbagian=3),
    Ukuran("REVISI-RENCANA-KERJA", _K, 12, "cacah", 6, 3, "kali", minimal=True),
    Ukuran("MONEV-AKUNTABEL-TEPAT-WAKTU", _K, 13, "persen", 85, 95),
    Ukuran("TARGET-KINERJA-TERCAPAI", _K, 13, "persen", 80, 90),
    Ukuran("LAYANAN-KEPEGAWAIAN", _K, 14, "persen", 90, 95, subbagian=3),
    Ukuran("DISIPLIN-PEGAWAI", _K, 14, "persen", 95, 100, subbagian=3),
    Ukuran("BADAN-ADHOC-DIBENTUK", _K, 15, "cacah", 18, 18, "kecamatan", pemilu=True, subbagian=3),
    Ukuran("LAPORAN-SISTEM-AKUNTANSI", _K, 16, "cacah", 2, 4, "laporan", subbagian=1),
    Ukuran("LPPA-SIMONIKA", _K, 17, "persen", 90, 95, subbagian=1),
    Ukuran("BMN-KEPATUHAN-KETERTIBAN", _K, 18, "persen", 85, 95, subbagian=1),
    Ukuran("BMN-LAPORAN-SIMAK-SAK", _K, 18, "cacah", 2, 5, "laporan", subbagian=1),
    Ukuran("ARSIP-INAKTIF", _K, 19, "persen", 60, 87.5, subbagian=1),
    Ukuran("TRANSPORTASI-BERFUNGSI", _K, 6, "persen", 80, 95, subbagian=1),
    Ukuran("FASILITAS-KANTOR-BERFUNGSI", _K, 6, "persen", 85, 95, subbagian=1),
    Ukuran("GEDUNG-GUDANG-BERFUNGSI", _K, 6, "persen", 80, 90, subbagian=1),
    Ukuran("PLENO-4-HARI", _K, 20, "persen", 80, 95, subbagian=1),
    Ukuran("SPIP-LAPORAN-LENGKAP", _K, 21, "persen", 85, 95, subbagian=4),
    Ukuran("SPIP-MATURITAS", _K, 21, "nilai", 2.5, 3.5, "", subbagian=4),
    Ukuran("PENGADUAN-MASYARAKAT", _K, 21, "persen", 85, 95, subbagian=4),
    Ukuran("REKOMENDASI-BPK-BPKP-APIP", _K, 21, "persen", 70, 85, subbagian=4),
    Ukuran("ZONA-INTEGRITAS", _K, 7, "persen", 80, 100, subbagian=4),
    Ukuran("PRODUK-HUKUM-DOKUMENTASI", _K, 22, "persen", 90, 100, subbagian=4),
    Ukuran("PRODUK-HUKUM-INFORMASI", _K, 22, "persen", 88, 97, subbagian=4),
    Ukuran("JADWAL-KETEPATAN-WAKTU", _K, 10, "persen", 95, 100, pemilu=True, subbagian=2),
    Ukuran("DAPIL-PEMUTAKHIRAN", _K, 10, "persen", 90, 100, pemilu=True, subbagian=2),
    Ukuran("PAW-5-HARI", _K, 23, "persen", 90, 100, subbagian=2),
    Ukuran("CALON-PESERTA-DIFASILITASI", _K, 10, "persen", 90, 100, pemilu=True, subbagian=2),
    Ukuran("RPP-DIGITALISASI", _K, 24, "persen", 80, 95, subbagian=3),
    Ukuran("PENDIDIKAN-PEMILIH-KALI-UMUM", _K, 25, "cacah", 4, 10, "kali", subbagian=3),
    Ukuran("PENDIDIKAN-PEMILIH-KALI-PEMULA", _K, 26, "cacah", 5, 12, "kali", subbagian=3),
    Ukuran("PENDIDIKAN-PEMILIH-PEREMPUAN", _K, 26, "persen", 80, 95, subbagian=3),
    Ukuran("PPID-PERMOHONAN", _K, 27, "persen", 90, 100, subbagian=3),
    Ukuran("PUBLIKASI-MEDIA-KPU-1-HARI", _K, 27, "persen", 85, 95, subbagian=3),
    Ukuran("LOGISTIK-PENYEDIAAN", _K, 9, "persen", 95, 100, pemilu=True, subbagian=1),
    Ukuran("DATA-PEMILIH-BERKELANJUTAN", _K, 8, "persen", 90, 100),
    Ukuran("TI-SARPRAS-ANDAL", _K, 28, "persen", 80, 95),
    Ukuran("TI-APLIKASI-TERINTEGRASI", _K, 28, "persen", 70, 85),
)
