"""Headings of cells: scales in the columns, results beside targets, what is not read and said so, who signs, codes."""

from __future__ import annotations

import pytest

from loaders.koreksi import ledger
from loaders.records import JenisDokumen, Tabel
from tests.loaders.families.pages_of_cells import LK_PAGE, PK_PAGE, lembar, read
from tests.loaders.families.test_cells import INDIKATOR, codes, pagu, results, spent, targets

ROWS = """
1 | Program Dukungan Manajemen | 2.345.678 | 2.300.000 | 98,05
 | Kegiatan Keuangan | 2.000.000 | 1.990.000 | 99,50
"""


def budget(pagu_heading: str, spent_heading: str, share: str = "%", above: str = "Realisasi Anggaran") -> list[Tabel]:
    return read(f"{above}\nNo | Program/Kegiatan | {pagu_heading} | {spent_heading} | {share}{ROWS.rstrip()}")


@pytest.mark.parametrize(
    ("words", "skala"),
    [
        ("(dalam ribuan rupiah)", 1000),
        ("(ribu rupiah)", 1000),
        ("(Rp ribu)", 1000),
        ("(dalam jutaan rupiah)", 1_000_000),
        ("(dalam rupiah)", 1),
        ("(Rp)", 1),
    ],
)
def test_a_scale_said_in_both_columns_counts_for_both(words: str, skala: int) -> None:
    (tabel,) = budget(f"Pagu {words}", f"Realisasi {words}", "Serapan")
    assert (tabel.keluarga, tabel.skala, tabel.keraguan, tabel.kolom_dilewati) == ("lk_anggaran_sel", skala, [], [])
    assert [row[-1] for row in pagu(tabel)] == [2_345_678 * skala, 2_000_000 * skala]
    assert [row[2:4] for row in spent(tabel)] == [(2_300_000 * skala, 98.05), (1_990_000 * skala, 99.5)]


@pytest.mark.parametrize(
    ("pagu_heading", "spent_heading"),
    [
        ("Pagu (dalam ribuan rupiah)", "Realisasi"),
        ("Pagu", "Realisasi (ribu rupiah)"),
        ("Pagu (ribuan rupiah)", "Realisasi (jutaan rupiah)"),
    ],
)
def test_a_scale_said_in_one_column_only_is_not_lent_to_the_other(pagu_heading: str, spent_heading: str) -> None:
    (tabel,) = budget(pagu_heading, spent_heading)
    assert {(k.baris, k.kolom, k.kode) for k in tabel.keraguan} == {
        (3, "realisasi_anggaran", "skala_tidak_pasti"), (4, "realisasi_anggaran", "skala_tidak_pasti")
    }  # fmt: skip
    assert ledger.attempt([tabel], lembar(LK_PAGE), []) == []
    assert tabel.anggaran == []


def test_a_scale_said_above_counts_for_all_columns() -> None:
    (tabel,) = budget("Pagu (ribuan rupiah)", "Realisasi", above="Realisasi Anggaran (dalam ribuan rupiah)")
    assert (tabel.skala, tabel.keraguan) == (1000, [])


@pytest.mark.parametrize("share", ["Persentase", "%", "% Capaian", "Persentase Capaian"])
def test_capaian_beside_a_share_is_the_realisasi(share: str) -> None:
    (tabel,) = read(f"No | Sasaran | Indikator | Target | Capaian | {share}\n1 | Arsip | {INDIKATOR} | 80% | 60% | 75%")
    assert [row[4:] for row in targets(tabel)] == [(2024, 80, "%")]
    assert results(tabel) == [(2, 2024, 60, "%", "75%", 75)]


@pytest.mark.parametrize(
    "heading",
    [
        "Target | Capaian | Kategori",
        "Target | Capaian (%) | Persentase",
        "Target 2024 | Capaian 2023 | %",
        "Target | Realisasi s.d. Triwulan IV | Keterangan",
        "Target | Capaian s.d. Juni | Keterangan",
    ],
)
@pytest.mark.parametrize("jenis", ["LK", "PK"])
def test_results_are_never_read_as_a_plain_target(heading: str, jenis: JenisDokumen) -> None:
    assert read(f"No | Sasaran | Indikator | {heading}\n1 | Arsip | {INDIKATOR} | 80% | 60% | 75%", jenis) == []


def test_pagu_beside_a_serapan_that_is_not_read_is_no_plan() -> None:
    assert read("No | Program | Pagu | Serapan\n1 | Program Dukungan Manajemen | 1.000.000 | 95%", "PK") == []


def test_the_capaian_behind_two_years_is_of_the_year_with_a_target() -> None:
    heading = "No | Sasaran | Indikator | Realisasi 2023 | Target 2024 | Realisasi 2024 | Capaian"
    (tabel,) = read(f"Perbandingan\n{heading}\n1 | Arsip | {INDIKATOR} | 77% | 80% | 60% | 75%")
    assert [row[1:] for row in results(tabel)] == [(2023, 77, "%", None, None), (2024, 60, "%", "75%", 75)]


# what is not read ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("jenis", "page", "columns"),
    [
        ("LK", f"No | Indikator | Target | Realisasi | Capaian | Kategori\n1 | {INDIKATOR} | 80% | 60% | 75 | Kurang",
         ["Kategori"]),
        ("LK", f"No | Indikator | Target | Realisasi | Capaian | Kategori\n1 | {INDIKATOR} | 80% | 60% | 75 | ", []),
        ("LK", f"No | Indikator | Realisasi 2024 | Target 2025\n1 | {INDIKATOR} | 80% | 90%", ["Target 2025"]),
        ("LK", f"No | Program/Kegiatan | Pagu | Realisasi | Sisa{ROWS.rstrip()}", ["Sisa"]),
        ("PK", f"No | Indikator | Target | Cara Mengukur\n1 | {INDIKATOR} | 80% | Hitung arsip", ["Cara Mengukur"]),
        ("PK", "No | Program | Anggaran | Keterangan\n1 | Program Dukungan Manajemen | 1.000 | APBN", ["Keterangan"]),
        ("Renstra", "Target 2023-2024\nNo | Sasaran | Indikator | Satuan Ukur | 2023 | 2024 | Penjelasan\n"
         f"1 | Arsip | {INDIKATOR} | | 80% | 90% | \n2 | Data | {INDIKATOR} | | 80% | 90% | ", []),
        ("Renstra", "Pendanaan\nProgram | Sasaran | 2023 | 2024 | Jumlah | Sumber\n"
         "Program Dukungan Manajemen | Arsip | 1.000 | 2.000 | 3.000 | APBN", ["Sumber"]),
    ],
)  # fmt: skip
def test_every_column_that_holds_something_and_is_not_read_is_said(
    jenis: JenisDokumen, page: str, columns: list[str]
) -> None:
    (tabel,) = read(page, jenis, 2023 if jenis == "Renstra" else 2024)
    assert tabel.kolom_dilewati == columns


def test_the_end_target_of_the_renstra_is_said() -> None:
    assert [t.kolom_dilewati for t in read(LK_PAGE)] == [[], ["Target Akhir Renstra 2024"], [], ["Sisa (Rp)"]]


# who signs ----------------------------------------------------------------------------------------------------------
TABLE = f"No | Sasaran | Indikator | Target\n1 | Arsip baik | {INDIKATOR} | 90%"


@pytest.mark.parametrize(
    ("jenis", "above", "below", "unit"),
    [
        ("PK", "PERJANJIAN KINERJA TAHUN 2024\nKPU KABUPATEN KLATEN", "", None),
        ("RKT", "RENCANA KINERJA TAHUNAN 2024\nKPU KABUPATEN BANTUL", "", None),
        ("PK", "PERJANJIAN KINERJA SEKRETARIAT KPU KABUPATEN KLATEN", "", "sekretariat"),
        ("PK", "PERJANJIAN KINERJA KETUA KPU KABUPATEN KLATEN", "", "komisioner"),
        ("RKT", "RENCANA KINERJA TAHUNAN\nUnit Organisasi : Sekretaris Komisi Pemilihan Umum", "", "sekretariat"),
        ("PK", "PERJANJIAN KINERJA", "Ketua KPU Kabupaten Klaten", "komisioner"),
        ("PK", "PERJANJIAN KINERJA", "Pihak Kedua, Ketua KPU RI | Pihak Pertama, Ketua KPU Kota Malang", "komisioner"),
        ("PK", "PERJANJIAN KINERJA", "Ketua KPU Kota Malang | Sekretaris KPU Kota Malang", None),
        ("PK", "PERJANJIAN KINERJA", "PERJANJIAN KINERJA SEKRETARIAT\nSekretaris KPU Kota Malang", None),
        ("PK", "PERJANJIAN KINERJA", "Ketua Divisi Hukum", None),
    ],
)  # fmt: skip
def test_who_signs_is_what_a_text_says_and_unknown_without_one(
    jenis: JenisDokumen, above: str, below: str, unit: str | None
) -> None:
    assert read(f"{above}\n{TABLE}\n\n{below}".rstrip(), jenis)[0].unit == unit


def test_the_budget_is_of_the_signer_of_the_targets_above_it() -> None:
    assert [t.unit for t in read(PK_PAGE, "PK")] == ["komisioner", "komisioner"]
    assert [t.unit for t in read(PK_PAGE.replace("Ketua KPU Kota Malang", ""), "PK")] == [None, None]


# codes --------------------------------------------------------------------------------------------------------------
def test_a_code_in_parentheses_behind_a_name_is_its_code() -> None:
    (tabel,) = read(
        "No | Program / Kegiatan | Anggaran\n1 | Program Dukungan Manajemen (076.01.WA) | 3.000\n"
        " | Pengelolaan Keuangan (3355) | 2.000\n | Layanan Umum (3355.EBA.962) | 2.000", "PK"
    )  # fmt: skip
    assert codes(tabel) == [
        (2, "076.01.WA", None, None, None), (3, "076.01.WA", "3355", None, None),
        (4, "076.01.WA", "3355", "EBA", "962"),
    ]  # fmt: skip
    assert [r.uraian for r in tabel.anggaran] == ["Program Dukungan Manajemen", "Pengelolaan Keuangan", "Layanan Umum"]


def test_a_year_in_parentheses_is_no_code() -> None:
    (tabel,) = read("Kegiatan | Anggaran\nSosialisasi Pemilu (2024) | 2.000\nKelas Demokrasi | 1.000", "PK")
    assert [(r.uraian, r.kode_kegiatan) for r in tabel.anggaran] == [
        ("Sosialisasi Pemilu (2024)", None), ("Kelas Demokrasi", None)
    ]  # fmt: skip


# a neighbour's doubt ------------------------------------------------------------------------------------------------
def test_a_row_that_prints_its_own_sasaran_does_not_wait_with_its_neighbour() -> None:
    page = (
        "No | Sasaran | Indikator | Target\n1 | Arsip baik | Persentase arsip | 90%\n"
        "2 | Data baik | Persentase data | \n3 | Data baik | Persentase peta | 80%\n"
        "4 | Data baik | Persentase surat | \n5 | Data baik | Persentase berkas | 70%\n6 | | Persentase lain | 60%"
    )
    (tabel,) = read(page, "PK")
    assert {(k.baris, k.kolom) for k in tabel.keraguan} == {(3, "sasaran"), (3, "target"), (5, "target")}
    assert ledger.attempt([tabel], lembar(page), []) == []
    assert [(r.baris, r.sasaran.teks if r.sasaran else None) for r in tabel.indikator] == [
        (2, "Arsip baik"), (4, "Data baik"), (6, "Data baik"), (7, "Data baik")
    ]  # fmt: skip


def test_numbers_of_indicators_leave_a_blank_sasaran_as_above_also_over_a_sum() -> None:
    page = (
        "No | Sasaran | Indikator | Target | Anggaran\n1 | Arsip baik | Persentase arsip | 90% | 2.000\n"
        "2 | | Persentase surat | 80% | 1.000\n3 | Data baik | Persentase data | 70% | 2.000\n"
        "4 | | Persentase peta | 60% | 1.000\n | | Jumlah | | 6.000"
    )
    (tabel,) = read(page, "RKT")
    assert tabel.keraguan == []
    assert [row[3] for row in targets(tabel)] == ["Arsip baik", "Arsip baik", "Data baik", "Data baik"]
