"""Small pages of PK, RKT and LK in cells, typed in the shapes that offices use, and what stands in them."""

from __future__ import annotations

from loaders.families.registry import read_tables
from loaders.readers.lembar import Baris, Lembar
from loaders.records import JenisDokumen, Konteks, Tabel

LK = Konteks("LK", 2024, 2024)
PK = Konteks("PK", 2024, 2024)
RKT = Konteks("RKT", 2024, 2024)


def lembar(text: str) -> Lembar:
    """A page: one line a printed line; " | " stands for the tab between two cells."""
    lines = text.strip("\n").split("\n")
    return Lembar("x.txt", tuple(Baris(n, _cells(line)) for n, line in enumerate(lines, start=1)))


def _cells(line: str) -> str:
    return "\t".join(cell.strip() for cell in line.split("|")) if "|" in line else line


def read(text: str, jenis: JenisDokumen = "LK", awal: int = 2024, akhir: int = 2024) -> list[Tabel]:
    """The tables of a page."""
    return read_tables(lembar(text), Konteks(jenis, awal, akhir))


PK_PAGE = """
PERJANJIAN KINERJA TAHUN 2024
KOMISI PEMILIHAN UMUM KOTA MALANG

No. | Sasaran Strategis | Indikator Kinerja | Satuan | Target
(1) | (2) | (3) | (4) | (5)
1. | Terwujudnya Pemilu yang demokratis | Persentase partisipasi pemilih | % | 77,5
 | | Jumlah sengketa yang dimenangkan | Kasus | 1.250
2. | Meningkatnya akuntabilitas KPU | Nilai akuntabilitas kinerja | Nilai | B
 | | Opini BPK atas laporan keuangan | Opini | WTP
 | | Indeks reformasi birokrasi | Persen | 80,25

No | Program | Anggaran | Keterangan
1 | Program Dukungan Manajemen | Rp. 3.250.500.000,- | APBN
2 | Program Penyelenggaraan Pemilu dalam Proses Konsolidasi Demokrasi | Rp12.000.000.000 | APBN
JUMLAH | | Rp 15.250.500.000 |

Ketua KPU Kota Malang
"""

LK_PAGE = """
BAB III AKUNTABILITAS KINERJA

A. Capaian Kinerja Organisasi
Tabel 3.1 Capaian Kinerja Tahun 2024

No | Sasaran | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%)
1 | 2 | 3 | 4 | 5 | 6 | 7=6/5x100
1 | Terwujudnya Pemilu yang demokratis | Persentase partisipasi pemilih | % | 77,5 | 81,25 | 104,84
 | | Jumlah sengketa yang dimenangkan | Kasus | 4 | 3 | 75
2 | Meningkatnya akuntabilitas KPU | Nilai akuntabilitas kinerja | Predikat | B | BB | Tercapai
 | | Opini BPK atas laporan keuangan | Opini | WTP | WTP | 100
 | | Persentase temuan yang selesai | % | 90 | 95,5 | >100%
Rata-rata Capaian | | | | | | 94,96

Tabel 3.2 Perbandingan Capaian Kinerja Tahun 2023 dan 2024

No | Indikator Kinerja | 2023 | | | 2024 | | | Target Akhir Renstra 2024
 | | Target | Realisasi | Capaian | Target | Realisasi | Capaian |
1. | Persentase partisipasi pemilih | 77% | 80% | 103,90% | 77,5% | 81,25% | 104,84% | 79%
2. | Persentase temuan yang selesai | | | | 90% | 95,5% | 106,11% | 95%

B. Realisasi Anggaran
Tabel 3.3 Kinerja dan Anggaran (dalam ribuan rupiah)

Indikator | Kinerja | | | Anggaran | |
 | Target | Realisasi | % | Pagu | Realisasi | %
Persentase partisipasi pemilih | 77,5% | 81,25% | 104,84 | 1.500.000 | 1.485.000 | 99,00
Persentase temuan yang selesai | 90% | 95,5% | 106,11 | 250.000 | 200.000 | 80,00
Jumlah | | | | 1.750.000 | 1.685.000 | 96,29

Tabel 3.4 Realisasi Anggaran per Program dan Kegiatan

Kode | Uraian | Pagu (Rp) | Realisasi (Rp) | % | Sisa (Rp)
076.01.WA | Program Dukungan Manajemen | 3.250.500.000 | 3.200.000.000 | 98,45 | 50.500.000
3355 | Pengelolaan Keuangan dan BMN | 250.500.000 | 200.000.000 | 79,84 | 50.500.000
3355.EBA | Layanan Dukungan Manajemen Internal | 250.500.000 | 200.000.000 | 79,84 | 50.500.000
962 | Layanan Umum | 250.500.000 | 200.000.000 | 79,84 | 50.500.000
076.01.CQ | Program Penyelenggaraan Pemilu | 12.000.000.000 | 11.500.000.000 | 95,83 | 500.000.000
TOTAL | | 15.250.500.000 | 14.700.000.000 | 96,39 | 550.500.000
"""

EFISIENSI_PAGE = """
EFISIENSI PENGGUNAAN SUMBER DAYA TAHUN 2024
No | Program | Kegiatan | KRO | RO | Pagu | Realisasi | TVRO | RVRO | Realisasi % | Efisiensi
1 | WA Program Dukungan Manajemen | 3355 Pengelolaan Keuangan dan BMN | EBA Layanan Dukungan | \
962 Layanan Umum | 250.500.000,0000 | 200.000.000,0000 | 12,0000 | 12,0000 | 79,84 | 20,16
2 | | | | 994 Layanan Perkantoran | 1.000.000.000 | 1.005.000.000 | 1 | 1 | 100,50 | -0,50
3 | CQ Program Penyelenggaraan Pemilu | 6870 Masa Kampanye | QDB Fasilitasi Kampanye | \
001 Fasilitasi kampanye Pemilu | 11.000.000 | 11.000.000 | 1,0000 | 1,0000 | 100,00 | 0,00
Jumlah | | | | | 1.261.500.000 | 1.216.000.000 | | | 96,39 | 3,61
"""

RKT_PAGE = """
RENCANA KINERJA TAHUNAN (RKT)
SEKRETARIAT KPU KOTA MALANG TAHUN 2024
(dalam ribuan rupiah)

No | Program/Kegiatan | Sasaran Kegiatan | Indikator Kinerja | Target | Pagu
A | Program Dukungan Manajemen | | | |
1 | Pengelolaan Keuangan | Tersusunnya laporan keuangan | 1.1 Jumlah laporan keuangan | 12 Laporan | 23,368
 | | Terlaksananya layanan kantor | 1.2 Persentase gaji terbayar | 100% | 2.357.012
2 | Perencanaan dan Data | Tersusunnya dokumen anggaran | Jumlah dokumen anggaran | 3 Dokumen | 27.889
B | Program Penyelenggaraan Pemilu | | | |
1 | Sosialisasi | Meningkatnya pengetahuan pemilih | Jumlah pemilih yang hadir | 1.250 Orang | 10.000

12

No | Program/Kegiatan | Sasaran Kegiatan | Indikator Kinerja | Target | Pagu
 | | | di kelas demokrasi | |
 | | Terbitnya berita KPU | Persentase berita terbit | 95% | 3.020
 | Jumlah | | | | 2.421.289
"""

SASARAN_PAGE = """
B. Capaian Sasaran
Sasaran Strategis 1 : Terwujudnya tata kelola
yang baik dan bersih
Tabel 3.6 Capaian Sasaran 1

Indikator Kinerja | Target (%) | Realisasi (%) | Capaian (%)
Persentase arsip yang dikelola | 90 | 95,25 | 105,83
Persentase pegawai yang dilatih | 80 | 60 | 75

Sasaran Strategis 2 : Meningkatnya partisipasi
Indikator Kinerja | Realisasi 2023 | Target 2024 | Realisasi 2024 | Capaian
Persentase partisipasi pemilih | 80% | 77,5% | 81,25% | 104,84%
Nilai SAKIP | CC | B | B | Tercapai

C. Realisasi
No | Program/Kegiatan | Pagu Anggaran | Realisasi Anggaran | Persentase
A | Program Dukungan Manajemen | 10.000.000 | 9.000.000 | 90,00
1 | Pengelolaan Keuangan | 4.000.000 | 3.000.000 | 75,00
2 | Operasional Perkantoran | 6.000.000 | 6.000.000 | 100,00

D. Per Sasaran
Sasaran | 2023 | | | 2024 | |
 | Pagu | Realisasi | % | Pagu | Realisasi | %
Terwujudnya tata kelola | 10.000.000 | 9.500.000 | 95 | 20.000.000 | 15.000.000 | 75
Meningkatnya partisipasi | 11.000.000 | 5.500.000 | 50 | 21.000.000 | 10.500.000 | 50
"""

PK_LAIN = """
LAMPIRAN PERJANJIAN KINERJA TAHUN 2024

Nama | : | Budi Santosa
Jabatan | : | Sekretaris KPU Kota Malang
selanjutnya disebut PIHAK PERTAMA
Nama | : | Siti Aminah
Jabatan | : | Ketua KPU Kota Malang

No | Indikator Kinerja | Target | Penanggung Jawab
Sasaran 1: Meningkatnya kualitas layanan | | |
1.1 | Persentase layanan tepat waktu | 90% | Subbagian Hukum
1.2 | Opini BPK | WTP | Subbagian Keuangan
Sasaran 2: Meningkatnya kapasitas pegawai | | |
2.1 | Jumlah pegawai yang dilatih | 1.024 orang | Subbagian Keuangan

Kegiatan | Anggaran
Pengelolaan Keuangan | Rp 1.000.000
Pembentukan Badan Adhoc | Rp 2.500.000
Total | Rp 3.500.000
"""

HALAMAN: dict[str, tuple[str, Konteks]] = {
    "pk": (PK_PAGE, PK),
    "pk lain": (PK_LAIN, PK),
    "rkt": (RKT_PAGE, RKT),
    "lk": (LK_PAGE, LK),
    "efisiensi": (EFISIENSI_PAGE, LK),
    "per sasaran": (SASARAN_PAGE, LK),
}
