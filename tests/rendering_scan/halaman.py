"""Two pages as satker print them: targets by year, and funding by year with jumlah and total."""

from __future__ import annotations

from tests.rendering_scan.cetak import Meja

_TARGETS: str = """
1|Program Dukungan Manajemen|Meningkatnya kapasitas pegawai|Persentase kompetensi pegawai|77,5 %|80 %|85 %|90 %|95 %
^|^|^|Persentase pegawai yang mendapat layanan tepat waktu|97.5 %|97.5 %|98 %|99 %|100 %
^|^|Terwujudnya rencana kerja yang efektif|Jumlah revisi rencana kerja|8 Kali|8 Kali|10 Kali|12 Kali|7 Kali
^|^|Meningkatnya akuntabilitas kinerja|Nilai evaluasi akuntabilitas kinerja|B|B|BB|BB|A
^|^|^|Opini BPK atas laporan keuangan|WTP|WTP|WTP|WTP|WTP
2|Program Penyelenggaraan Pemilu|Terlaksananya tahapan sesuai jadwal|Persentase tahapan sesuai jadwal|-|-|72 %|76 %|71 %
^|^|Tersedianya logistik tepat waktu|Persentase logistik yang tepat jumlah|100%|100%|100%|100%|100%
^|^|^|Jumlah kasus pengadaan|3 Kasus|2 Kasus|1 Kasus|0 Kasus|0 Kasus
"""
_ROWS: list[list[str]] = [list(line.split("|")) for line in _TARGETS.strip().splitlines()]
TARGET: tuple[str | Meja, ...] = (
    "C. Target Kinerja Tahun 2020-2024",
    "Target Kinerja Program KPU Kota Balikpapan Tahun 2020-2024",
    Meja(
        [
            ["No", "Program", "Sasaran Program", "Indikator", "Target Kinerja", "<", "<", "<", "<"],
            ["^", "^", "^", "^", "2020", "2021", "2022", "2023", "2024"],
            *_ROWS,
        ],
        [90, 340, 370, 500, 164, 164, 164, 164, 164],
    ),
    "Sumber: Renstra KPU Kota Balikpapan",
)  # fmt: skip

_PAGU = [
    ("Program Dukungan Manajemen", "4.056.561", "2.622.396", "3.118.405", "9.797.362"),
    ("Program Penyelenggaraan Pemilu", "63.708.082", "53.407.190", "12.064.233", "129.179.505"),
    ("Program Penguatan Kelembagaan Demokrasi", "118.407", "-", "96.154", "214.561"),
    ("Program Sarana dan Prasarana Aparatur", "1.382.483", "692.951", "731.806", "2.807.240"),
    ("Program Pendidikan Pemilih", "885.684", "481.694", "1.703.607", "3.070.985"),
]
PAGU: tuple[str | Meja, ...] = (
    "Kerangka Pendanaan Program (dalam ribuan rupiah)",
    Meja(
        [
            ["No", "Program", "Sasaran Program", "2020", "2021", "2022", "Jumlah"],
            *([str(i), name, "", *figures] for i, (name, *figures) in enumerate(_PAGU, start=1)),
            ["", "Jumlah", "", "70.151.217", "57.204.231", "17.714.205", "145.069.653"],
        ],
        [90, 560, 350, 280, 280, 280, 290],
    ),
)
