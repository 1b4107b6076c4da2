"""A column headed by a year alone: the targets of a plan, in doubt wherever something else can stand there."""

from __future__ import annotations

import pytest

from loaders.records import JenisDokumen
from tests.loaders.families.pages_of_cells import read

ROWS = (
    "\n1 | Data pemilih akurat | Persentase pemilih | Persen | 77,50%\n2 | Akuntabilitas | Nilai SAKIP | Predikat | B"
)


def page(year: str, title: str = "RENCANA KINERJA TAHUNAN TAHUN 2025", rows: str = ROWS) -> str:
    return f"{title}\n\nNo | Sasaran | Indikator Kinerja | Satuan | {year}{rows}"


@pytest.mark.parametrize("year", ["2025", "Tahun 2025", "20 25"])
@pytest.mark.parametrize(("jenis", "akhir"), [("RKT", 2025), ("PK", 2025), ("Renstra", 2029)])
def test_in_a_plan_it_holds_the_targets_of_that_year(year: str, jenis: JenisDokumen, akhir: int) -> None:
    (tabel,) = read(page(year), jenis, 2025, akhir)
    found = [(record.indikator, record.target[2025]) for record in tabel.indikator]
    assert [(name, value.nilai, value.satuan, value.ordinal) for name, value in found] == [
        ("Persentase pemilih", 77.5, "%", None),
        ("Nilai SAKIP", None, None, "B"),
    ]
    assert (tabel.keraguan, tabel.kolom_dilewati) == ([], [])


@pytest.mark.parametrize(
    ("jenis", "year", "title"),
    [
        ("LK", "2025", "Target Kinerja Tahun 2025"),
        ("RKT", "2024", "RENCANA KINERJA TAHUNAN TAHUN 2025"),
        ("RKT", "2025", "Capaian Kinerja"),
        ("Renstra", "2025", "Kerangka Pendanaan (dalam ribuan rupiah)"),
    ],
)
def test_it_waits_where_something_else_can_stand_there(jenis: JenisDokumen, year: str, title: str) -> None:
    (tabel,) = read(page(year, title), jenis, 2025, 2025)
    assert {(k.baris, k.kolom, k.kode) for k in tabel.keraguan} == {
        (4, "target", "kepala_tahun_saja"),
        (5, "target", "kepala_tahun_saja"),
    }
    assert f"«{year}»" in tabel.keraguan[0].alasan


def test_beside_results_of_its_year_it_waits_and_they_are_read() -> None:
    (tabel,) = read(
        "Kinerja\nNo | Indikator | 2025 | Realisasi | Capaian\n1 | Arsip | 80% | 60% | 75%", "LK", 2025, 2025
    )
    assert [(k.kolom, k.kode) for k in tabel.keraguan] == [("target", "kepala_tahun_saja")]
    (record,) = tabel.indikator
    assert record.capaian[2025].realisasi.nilai == 60


def test_beside_results_of_another_year_it_is_left_unread_and_said() -> None:
    (tabel,) = read(
        "Kinerja\nNo | Indikator | 2024 | Realisasi | Capaian\n1 | Arsip | 80% | 60% | 75%", "LK", 2025, 2025
    )
    assert ([record.target for record in tabel.indikator], tabel.kolom_dilewati) == ([{}], ["2024"])


@pytest.mark.parametrize(
    ("heading", "cells"), [("Target | 2025 | Keterangan", "80% | |"), ("Satuan | 2025 | Pagu", "Persen | 80% | 1.000")]
)
def test_only_where_nothing_else_is_the_target(heading: str, cells: str) -> None:
    table = f"No | Sasaran | Indikator | {heading}\n1 | Data | Persentase arsip | {cells}"
    (tabel,) = read(f"RENCANA KINERJA TAHUNAN\n{table}", "RKT", 2025, 2025)
    assert [record.target[2025].nilai for record in tabel.indikator] == [80]


@pytest.mark.parametrize(
    "heading",
    ["No | Sasaran | Indikator | 2024 | Keterangan | 2025", "No | Kegiatan | Uraian | 2025", "No | Indikator | Tahun"],
)
def test_two_years_a_budget_and_no_year_are_no_single_target(heading: str) -> None:
    tables = read(f"RKT\n{heading}\n1 | Arsip | Persentase arsip | 80% | | 90%", "RKT", 2025, 2025)
    assert all(tabel.keluarga != "rkt" for tabel in tables)
