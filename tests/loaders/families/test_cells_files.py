"""PK and LK as Word and Excel files, with merged headings and merged cells, from the file to the records."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
from docx.table import Table

from loaders.families.registry import read_tables
from loaders.readers.dispatch import read
from loaders.records import Konteks, Tabel

PEMILU, SAKIP = "Terwujudnya Pemilu yang demokratis", "Meningkatnya akuntabilitas KPU"


def fill(table: Table, *rows: tuple[str, ...]) -> None:
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            if text:
                cell.text = text


def merge(table: Table, *areas: tuple[int, int, int, int]) -> None:
    for top, left, bottom, right in areas:
        table.cell(top, left).merge(table.cell(bottom, right))


def word(path: Path) -> list[Tabel]:
    """A PK with its budget: a sasaran merged over its two rows, a row of column numbers, a merged JUMLAH."""
    document = docx.Document()
    for text in ("PERJANJIAN KINERJA TAHUN 2024", "SEKRETARIAT KPU KOTA MALANG", ""):
        document.add_paragraph(text)
    target = document.add_table(5, 4)
    fill(
        target, ("No", "Sasaran Program", "Indikator Kinerja Program", "Target"), ("(1)", "(2)", "(3)", "(4)"),
        ("1.", PEMILU, "Persentase partisipasi pemilih", "77,5%"),
        ("", "", "Jumlah pemilih terdaftar", "650.000 Orang"), ("2.", SAKIP, "Nilai akuntabilitas kinerja", "BB"),
    )  # fmt: skip
    merge(target, (2, 0, 3, 0), (2, 1, 3, 1))
    document.add_paragraph("")
    budget = document.add_table(4, 3)
    fill(
        budget, ("No", "Program", "Anggaran"), ("1", "Program Dukungan Manajemen", "Rp. 3.000.000.000,-"),
        ("2", "Program Penyelenggaraan Pemilu", "Rp. 500.000.000,-"), ("JUMLAH", "", "Rp. 3.500.000.000,-"),
    )  # fmt: skip
    merge(budget, (3, 0, 3, 1))
    document.add_paragraph("Pihak Pertama")
    document.save(str(path))
    return read_tables(read(path), Konteks("PK", 2024, 2024))


def test_a_pk_in_word(tmp_path: Path) -> None:
    target, budget = word(tmp_path / "pk.docx")
    about = (target.nama, target.jenis, target.unit, target.tahun, target.keraguan)
    assert about == ("Perjanjian Kinerja Sekretariat", "PK", "sekretariat", (2024,), [])
    found = [
        (r.tingkat, r.sasaran.teks if r.sasaran else None, r.indikator, v.nilai or v.ordinal, v.satuan)
        for r in target.indikator
        for v in r.target.values()
    ]
    assert found == [
        ("program", PEMILU, "Persentase partisipasi pemilih", 77.5, "%"),
        ("program", PEMILU, "Jumlah pemilih terdaftar", 650_000, "Orang"),
        ("program", SAKIP, "Nilai akuntabilitas kinerja", "BB", None),
    ]
    money = [(r.tingkat, r.uraian, m.rupiah) for r in budget.anggaran for m in r.pagu.values()]
    assert money == [
        ("program", "Program Dukungan Manajemen", 3_000_000_000),
        ("program", "Program Penyelenggaraan Pemilu", 500_000_000),
        ("total", "JUMLAH", 3_500_000_000),
    ]
    assert (budget.nama, budget.unit, budget.keraguan) == (
        "Anggaran Perjanjian Kinerja Sekretariat", "sekretariat", []
    )  # fmt: skip


SHEET = (
    ("Tabel 3.1 Capaian Kinerja dan Anggaran Tahun 2024",),
    (),
    ("No", "Sasaran", "Indikator Kinerja", "Tahun 2023", None, "Tahun 2024", None, None, "Anggaran 2024", None, None),
    (None, None, None, "Target", "Realisasi", "Target", "Realisasi", "Capaian", "Pagu", "Realisasi", "%"),
    (1, PEMILU, "Persentase partisipasi pemilih", 0.77, 0.8, 0.775, 0.8125, 1.0484, 1500000, 1485000, 0.99),
    (None, None, "Jumlah sengketa", 5, 6, 4, 3, 0.75, 250000, 200000, 0.8),
    (2, SAKIP, "Opini BPK", "WDP", "WDP", "WTP", "WTP", 1, 20000, 20000, 1),
)
MERGED = ("A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:H3", "I3:K3", "A5:A6", "B5:B6")


def excel(path: Path) -> list[Tabel]:
    """An LK's table of two years and the budget on a sheet, its heading merged over two lines, figures as numbers."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in SHEET:
        sheet.append(row)
    for area in MERGED:
        sheet.merge_cells(area)
    for cells in sheet["D5:H7"]:
        for cell in cells:
            cell.number_format = "0.00%" if isinstance(cell.value, float) or cell.column == 8 else "0"
    for cells in sheet["I5:K7"]:
        for cell in cells:
            cell.number_format = "0.00%" if cell.column == 11 else "#,##0"
    book.save(path)
    return read_tables(read(path), Konteks("LK", 2024, 2024))


def test_capaian_and_budget_in_excel(tmp_path: Path) -> None:
    (table,) = excel(tmp_path / "lk.xlsx")
    assert (table.nama, table.tahun, table.keraguan) == ("Kinerja dan Anggaran", (2023, 2024), [])
    assert [r.sasaran.teks if r.sasaran else None for r in table.indikator] == [PEMILU, PEMILU, SAKIP]
    target = [[(y, v.nilai or v.ordinal, v.satuan) for y, v in r.target.items()] for r in table.indikator]
    assert target == [
        [(2023, 77, "%"), (2024, 77.5, "%")], [(2023, 5, None), (2024, 4, None)],
        [(2023, "WDP", None), (2024, "WTP", None)],
    ]  # fmt: skip
    found = [
        [(y, c.realisasi.nilai or c.realisasi.ordinal, c.persen) for y, c in r.capaian.items()] for r in table.indikator
    ]
    assert found == [
        [(2023, 80, None), (2024, 81.25, 104.84)], [(2023, 6, None), (2024, 3, 75)],
        [(2023, "WDP", None), (2024, "WTP", 100)],
    ]  # fmt: skip
    money = [
        (year, pagu.rupiah, record.realisasi[2024].realisasi.rupiah, record.realisasi[2024].persen)
        for record in table.anggaran
        for year, pagu in record.pagu.items()
    ]
    assert money == [(2024, 1_500_000, 1_485_000, 99), (2024, 250_000, 200_000, 80), (2024, 20_000, 20_000, 100)]


def test_places_come_from_the_file(tmp_path: Path) -> None:
    word(tmp_path / "pk.docx")
    lembar = read(tmp_path / "pk.docx")
    target, _ = read_tables(lembar, Konteks("PK", 2024, 2024))
    assert lembar.di(target.indikator[1].baris).tempat == "tabel 1, baris 4"
