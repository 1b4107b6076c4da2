"""Documents that are a table and nothing else, and tables of years that name no sasaran: read, or waiting by name."""

from __future__ import annotations

import pytest

from loaders.families import kalimat
from loaders.families.registry import read_tables
from loaders.records import Konteks
from loaders.unread import unread
from tests.loaders.families.pages_of_cells import lembar, read

CAPAIAN = """
No | Indikator Kinerja | Target | Realisasi | Capaian
1 | Persentase partisipasi pemilih | 77,5% | 79,9% | 103,1%
2 | Persentase pemilih perempuan | 75% | 76% | 101,3%
"""
TAK_DIKENAL = """
No | Warna | Bentuk
1 | merah | bulat
kata
2 | biru | lonjong
"""


def test_a_sheet_whose_first_row_is_the_heading_is_read() -> None:
    page = lembar(CAPAIAN)
    (table,) = read_tables(page, Konteks("LK", 2024, 2024))
    assert [(r.indikator, r.target[2024].nilai, r.capaian[2024].realisasi.nilai) for r in table.indikator] == [
        ("Persentase partisipasi pemilih", 77.5, 79.9),
        ("Persentase pemilih perempuan", 75, 76),
    ]
    assert kalimat.read(page) == []
    assert unread(page, [table]) == []


def test_an_unknown_table_on_the_first_line_is_named_from_its_first_row_on() -> None:
    page = lembar(TAK_DIKENAL)
    assert kalimat.read(page) == []
    assert [(run.baris, run.teks) for run in unread(page, read_tables(page, Konteks("LK", 2024, 2024)))] == [
        (2, "No | Warna | Bentuk"),
        (1, "2 | biru | lonjong"),
    ]


KEPALA = "Tabel 4.1 Target Kinerja\n\nNo | Indikator Kinerja | 2025 | 2026 | 2027 | Keterangan\n"


def test_years_without_a_sasaran_are_read_and_a_row_of_words_waits() -> None:
    rows = " | BIDANG PENYELENGGARAAN | | | | per tahun\n1 | Persentase partisipasi | 78% | 79% | 80% |\n"
    (table,) = read(KEPALA + rows, "Renstra", 2025, 2027)
    (record,) = table.indikator
    assert (record.indikator, record.sasaran) == ("Persentase partisipasi", None)
    assert [value.nilai for value in record.target.values()] == [78, 79, 80]
    assert [(k.baris, k.kode) for k in table.keraguan] == [(4, "sambungan_tanpa_induk")]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("pemilih", "Persentase partisipasi pemilih"),
        ("(DPT)", "Persentase partisipasi (DPT)"),
        ("BIDANG KEUANGAN", "Persentase partisipasi"),
    ],
)
def test_without_a_sasaran_only_what_goes_on_is_joined(words: str, whole: str) -> None:
    rows = f"1 | Persentase partisipasi | 78% | 79% | 80% |\n | {words} | | | |\n2 | Nilai SAKIP | B | BB | A |\n"
    (table,) = read(KEPALA + rows, "Renstra", 2025, 2027)
    assert [record.indikator for record in table.indikator] == [whole, "Nilai SAKIP"]
    assert table.nasib[5] == ("dikarantina" if whole.endswith("partisipasi") else "sambungan")
