"""A document of a sixth satker as Word: the tables of an RKT as five offices print them, with one unreadable target."""

from pathlib import Path

import docx

JUDUL = ["KOMISI PEMILIHAN UMUM KOTA MALANG", "RENCANA KINERJA TAHUNAN", "KPU KOTA MALANG", "TAHUN 2025"]
SASARAN = "Meningkatnya Akuntabilitas Keuangan dan Kinerja KPU"
BARIS = [
    ("1", SASARAN, "Opini BPK atas Laporan Keuangan KPU", "WTP"),
    ("", "", "Persentase Laporan Keuangan sesuai dengan SAP (Standart Anggaran Pemerintah)", "95%"),
    ("", "", "Jumlah laporan Keuangan dilaksanakan tepat waktu dan valid", "12 atau 13 Laporan"),
    (
        "2",
        "Meningkatnya kesadaran pemilih terhadap Pemilu",
        "Persentase Terlaksananya Fasilitas Pendidikan Pemilih",
        "90%",
    ),
]


def write(path: Path) -> Path:
    """Write the document; returns its path."""
    document = docx.Document()
    for line in (*JUDUL, "RENCANA KINERJA TAHUNAN (RKT)", "Unit Organisasi : Sekretariat KPU Kota Malang"):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    for row in (("No", "Sasaran Strategis", "Indikator Kinerja", "Target"), ("(1)", "(2)", "(3)", "(4)"), *BARIS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))
    return path
