"""The obstacles that an LK names, and what was done about them: mostly for what was not reached."""

from __future__ import annotations

from loaders.simulasi.chance import dice
from loaders.simulasi.satker import Satker
from loaders.simulasi.target import Hasil, Janji

HAMBATAN: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("Data dukung dari subbagian terlambat diterima", "Menetapkan jadwal penyampaian data dukung setiap triwulan"),
        (
            "Aplikasi pelaporan sering tidak dapat diakses",
            "Berkoordinasi dengan KPU Provinsi dan mengunggah lebih awal",
        ),
        ("Jumlah operator data belum memadai", "Menugaskan operator cadangan dan mengadakan pelatihan internal"),
    ),
    (
        (
            "Revisi anggaran baru disahkan pada triwulan IV",
            "Mengajukan revisi lebih awal dan memantau serapan setiap bulan",
        ),
        (
            "Sarana kerja rusak dan belum tersedia anggaran penggantian",
            "Mengusulkan belanja modal pada tahun berikutnya",
        ),
        (
            "Gudang logistik sewaan belum memenuhi syarat",
            "Berkoordinasi dengan pemerintah daerah untuk pinjam pakai gudang",
        ),
    ),
    (
        (
            "Petunjuk teknis tahapan terbit mendekati pelaksanaan",
            "Menyusun jadwal internal dan menggelar rapat koordinasi",
        ),
        (
            "Dokumen persyaratan dari partai politik belum lengkap",
            "Membuka layanan konsultasi dan mengirim surat pengingat",
        ),
    ),
    (
        (
            "Partisipasi masyarakat pada kegiatan sosialisasi rendah",
            "Memperluas sosialisasi melalui media sosial dan sekolah",
        ),
        ("Formasi pegawai belum terisi seluruhnya", "Mengusulkan penambahan pegawai kepada Sekretariat Jenderal KPU"),
        (
            "Jangkauan wilayah luas dan akses ke beberapa kecamatan sulit",
            "Melibatkan badan adhoc di kecamatan terdekat",
        ),
    ),
    (
        (
            "Belum ada pejabat fungsional bidang hukum",
            "Mengikutsertakan pegawai dalam bimbingan teknis penyusunan produk hukum",
        ),
        (
            "Tindak lanjut rekomendasi menunggu jawaban pihak ketiga",
            "Menyurati pihak terkait dan memantau secara berkala",
        ),
    ),
)
"""By subbagian as in SUBBAGIAN: (obstacle, effort)."""


def obstacles(satker: Satker, year: int, janji: list[tuple[Janji, Hasil]], seed: int) -> list[tuple[Janji, str, str]]:
    """Indikator, obstacle and effort (now and then none) of an LK, each pair of words once."""
    found: dict[str, tuple[Janji, str, str]] = {}
    for one, hasil in janji:
        throw = dice(seed, "hambatan", satker.kode, year, one.ukuran.kode)
        if throw.random() < (0.6 if hasil.tercapai is False else 0.03):
            words, effort = throw.choice(HAMBATAN[one.ukuran.subbagian])
            found.setdefault(words, (one, words, effort if throw.random() > 0.1 else ""))
    return list(found.values())
