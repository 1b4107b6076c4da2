"""Small files of the kinds people hand in: a scanned page, a sheet that is only a table, a PDF as Word writes it, and a
workbook that is damaged inside."""

import zipfile
from pathlib import Path

from openpyxl import Workbook

from tests.loaders.readers.draw_pdf import simpan, tabel, teks
from tests.rendering_scan import cetak

KEPALA = ["No", "Sasaran", "Indikator Kinerja", "Satuan", "2025"]
PINDAIAN = [
    ["1", "Data pemilih akurat", "Persentase pemilih", "Persen", "77,50%"],
    ["2", "Akuntabilitas naik", "Jumlah laporan", "Laporan", "12"],
]
LEMBAR = [
    ["No", "Indikator Kinerja", "Target", "Realisasi", "Capaian"],
    ["1", "Persentase partisipasi pemilih", "77,5%", "79,9%", "103,1%"],
    ["2", "Persentase pemilih perempuan", "75%", "76%", "101,3%"],
]
WORD = [["No", "Sasaran", "Indikator Kinerja", "Target"], ["1", "Tertib arsip", "Persentase arsip nomor 1", "51%"]]
WORD += [[str(n), " ", f"Persentase arsip nomor {n}", f"{50 + n}%"] for n in range(2, 31)]
"""Word prints an empty cell as a space; the second page begins with one."""
LEBAR = (60, 90, 250, 460, 540)


def pindaian(path: Path) -> Path:
    """A page that was scanned: a picture of a title and a ruled table, its target column headed by the year alone."""
    judul = ("RENCANA KINERJA TAHUNAN", "KOMISI PEMILIHAN UMUM KOTA MALANG", "TAHUN 2025")
    cetak.page(*judul, cetak.Meja([KEPALA, *PINDAIAN], [110, 700, 700, 300, 290])).save(path, dpi=(300, 300))
    return path


def lembar(path: Path) -> Path:
    """A workbook that is a table and nothing else: whose it is, which kind and year, it does not say."""
    book = Workbook()
    for row in LEMBAR:
        book.active.append(row)
    book.save(path)
    return path


def word(path: Path) -> Path:
    """A table over two pages with cells that hold only a space."""
    judul = ("RENCANA KINERJA TAHUNAN", "KPU KABUPATEN GRESIK", "TAHUN 2025")
    atas = "".join(teks(60, 50 + 14 * n, line) for n, line in enumerate(judul))
    return simpan(path.parent, atas + tabel(WORD[:22], LEBAR), tabel(WORD[22:], LEBAR), nama=path.name)


def rusak(path: Path) -> Path:
    """The workbook with a text that stands in none of its parts."""
    with zipfile.ZipFile(lembar(path)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b't="inlineStr"><is><t>No</t></is>', b't="s"><v>99999</v>')
    with zipfile.ZipFile(path, "w") as book:
        for part, content in parts.items():
            book.writestr(part, content)
    return path
