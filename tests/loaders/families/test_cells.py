"""PK, RKT and LK in cells: what stands in the pages of pages_of_cells.py, typed by hand; which headings are refused."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.koreksi import ledger
from loaders.records import Tabel
from tests.loaders.families import pages_of_cells as halaman
from tests.loaders.families.pages_of_cells import read

Row = tuple[Any, ...]


def targets(tabel: Tabel) -> list[Row]:
    """(line, nomor, indikator, sasaran, year, number or grade, unit) of every target."""
    return [
        (r.baris, r.nomor, r.indikator, r.sasaran.teks if r.sasaran else None, tahun, v.nilai or v.ordinal, v.satuan)
        for r in tabel.indikator
        for tahun, v in r.target.items()
    ]


def results(tabel: Tabel) -> list[Row]:
    """(line, year, realisasi, unit, capaian as printed, capaian in percent)."""
    return [
        (r.baris, tahun, c.realisasi.nilai or c.realisasi.ordinal, c.realisasi.satuan, c.capaian_teks, c.persen)
        for r in tabel.indikator
        for tahun, c in r.capaian.items()
    ]


def pagu(tabel: Tabel) -> list[Row]:
    """(line, level, name, year, rupiah)."""
    return [(r.baris, r.tingkat, r.uraian, y, m.rupiah) for r in tabel.anggaran for y, m in r.pagu.items()]


def spent(tabel: Tabel) -> list[Row]:
    """(line, year, rupiah, percent, TVRO, RVRO, efficiency)."""
    return [
        (r.baris, tahun, s.realisasi.rupiah, s.persen, s.tvro, s.rvro, s.efisiensi)
        for r in tabel.anggaran
        for tahun, s in r.realisasi.items()
    ]


def codes(tabel: Tabel) -> list[Row]:
    return [(r.baris, r.kode_program, r.kode_kegiatan, r.kode_kro, r.kode_ro) for r in tabel.anggaran]


def about(tabel: Tabel) -> Row:
    return (tabel.nama, tabel.jenis, tabel.unit, tabel.skala, tabel.tahun, tabel.keraguan)


def test_a_pk_with_units_in_a_column_and_its_budget() -> None:
    target, anggaran = read(halaman.PK_PAGE, "PK")
    assert about(target) == ("Perjanjian Kinerja", "PK", "komisioner", 1, (2024,), [])
    assert target.judul == "PERJANJIAN KINERJA TAHUN 2024 KOMISI PEMILIHAN UMUM KOTA MALANG"
    pemilu, sakip = "Terwujudnya Pemilu yang demokratis", "Meningkatnya akuntabilitas KPU"
    assert targets(target) == [
        (6, None, "Persentase partisipasi pemilih", pemilu, 2024, 77.5, "%"),
        (7, None, "Jumlah sengketa yang dimenangkan", pemilu, 2024, 1250, "Kasus"),
        (8, None, "Nilai akuntabilitas kinerja", sakip, 2024, "B", None),
        (9, None, "Opini BPK atas laporan keuangan", sakip, 2024, "WTP", None),
        (10, None, "Indeks reformasi birokrasi", sakip, 2024, 80.25, "%"),
    ]
    assert target.nasib == dict.fromkeys((1, 2, 4, 5), "judul") | dict.fromkeys(range(6, 11), "dimuat")
    assert about(anggaran) == ("Anggaran Perjanjian Kinerja", "PK", "komisioner", 1, (2024,), [])
    assert pagu(anggaran) == [
        (13, "program", "Program Dukungan Manajemen", 2024, 3_250_500_000),
        (14, "program", "Program Penyelenggaraan Pemilu dalam Proses Konsolidasi Demokrasi", 2024, 12_000_000_000),
        (15, "total", "JUMLAH", 2024, 15_250_500_000),
    ]


def test_the_first_party_says_whose_pk_it_is_and_rows_name_the_sasaran() -> None:
    target, anggaran = read(halaman.PK_LAIN, "PK")
    assert about(target) == ("Perjanjian Kinerja Sekretariat", "PK", "sekretariat", 1, (2024,), [])
    layanan, pegawai = "Meningkatnya kualitas layanan", "Meningkatnya kapasitas pegawai"
    assert targets(target) == [
        (11, None, "Persentase layanan tepat waktu", layanan, 2024, 90, "%"),
        (12, None, "Opini BPK", layanan, 2024, "WTP", None),
        (14, None, "Jumlah pegawai yang dilatih", pegawai, 2024, 1024, "orang"),
    ]
    assert [r.unit_pelaksana for r in target.indikator] == [f"Subbagian {n}" for n in ("Hukum", "Keuangan", "Keuangan")]
    assert about(anggaran)[:3] == ("Anggaran Perjanjian Kinerja Sekretariat", "PK", "sekretariat")
    assert [row[1:] for row in pagu(anggaran)] == [
        ("kegiatan", "Pengelolaan Keuangan", 2024, 1_000_000),
        ("kegiatan", "Pembentukan Badan Adhoc", 2024, 2_500_000),
        ("total", "Total", 2024, 3_500_000),
    ]


def test_an_rkt_with_program_rows_pagu_in_thousands_and_a_page_break() -> None:
    (tabel,) = read(halaman.RKT_PAGE, "RKT")
    assert about(tabel) == ("RKT Program dan Kegiatan", "RKT", "sekretariat", 1000, (2024,), [])
    laporan, kantor, dokumen = (
        "Tersusunnya laporan keuangan", "Terlaksananya layanan kantor", "Tersusunnya dokumen anggaran"
    )  # fmt: skip
    assert targets(tabel) == [
        (7, "1.1", "Jumlah laporan keuangan", laporan, 2024, 12, "Laporan"),
        (8, "1.2", "Persentase gaji terbayar", kantor, 2024, 100, "%"),
        (9, None, "Jumlah dokumen anggaran", dokumen, 2024, 3, "Dokumen"),
        (11, None, "Jumlah pemilih yang hadir di kelas demokrasi", "Meningkatnya pengetahuan pemilih", 2024, 1250,
         "Orang"),
        (17, None, "Persentase berita terbit", "Terbitnya berita KPU", 2024, 95, "%"),
    ]  # fmt: skip
    assert [(r.baris, r.tingkat, r.program, r.kegiatan) for r in tabel.indikator] == [
        (7, "kegiatan", "Program Dukungan Manajemen", "Pengelolaan Keuangan"),
        (8, "kegiatan", "Program Dukungan Manajemen", "Pengelolaan Keuangan"),
        (9, "kegiatan", "Program Dukungan Manajemen", "Perencanaan dan Data"),
        (11, "kegiatan", "Program Penyelenggaraan Pemilu", "Sosialisasi"),
        (17, "kegiatan", "Program Penyelenggaraan Pemilu", "Sosialisasi"),
    ]
    figures = [23_368_000, 2_357_012_000, 27_889_000, 10_000_000, 3_020_000, 2_421_289_000]
    assert [row[-1] for row in pagu(tabel)] == figures
    assert sum(figures[:-1]) == figures[-1]
    assert (tabel.anggaran[3].uraian, tabel.anggaran[3].baris_akhir) == (tabel.indikator[3].indikator, 16)
    assert tabel.nasib[16] == "sambungan"


def test_capaian_of_one_year_and_of_two_without_the_end_target_of_the_renstra() -> None:
    satu, dua, *_ = read(halaman.LK_PAGE)
    assert about(satu) == ("Capaian Kinerja", "LK", None, 1, (2024,), [])
    assert [row[5:] for row in targets(satu)] == [
        (77.5, "%"), (4, "Kasus"), ("B", None), ("WTP", None), (90, "%")
    ]  # fmt: skip
    assert results(satu) == [
        (8, 2024, 81.25, "%", "104,84", 104.84),
        (9, 2024, 3, "Kasus", "75", 75),
        (10, 2024, "BB", None, "Tercapai", None),
        (11, 2024, "WTP", None, "100", 100),
        (12, 2024, 95.5, "%", ">100%", None),
    ]
    assert satu.nasib[13] == "judul"
    assert about(dua) == ("Capaian Kinerja 2", "LK", None, 1, (2023, 2024), [])
    assert [row[4:] for row in targets(dua)] == [(2023, 77, "%"), (2024, 77.5, "%"), (2024, 90, "%")]
    assert results(dua) == [
        (19, 2023, 80, "%", "103,90%", 103.9),
        (19, 2024, 81.25, "%", "104,84%", 104.84),
        (20, 2024, 95.5, "%", "106,11%", 106.11),
    ]


def test_performance_and_budget_under_one_heading() -> None:
    tabel = read(halaman.LK_PAGE)[2]
    assert about(tabel) == ("Kinerja dan Anggaran", "LK", None, 1000, (2024,), [])
    assert [row[4:] for row in targets(tabel)] == [(2024, 77.5, "%"), (2024, 90, "%")]
    assert [row[2:] for row in results(tabel)] == [(81.25, "%", "104,84", 104.84), (95.5, "%", "106,11", 106.11)]
    assert pagu(tabel) == [
        (27, "indikator", "Persentase partisipasi pemilih", 2024, 1_500_000_000),
        (28, "indikator", "Persentase temuan yang selesai", 2024, 250_000_000),
        (29, "total", "Jumlah", 2024, 1_750_000_000),
    ]
    assert [row[2:4] for row in spent(tabel)] == [(1_485_000_000, 99), (200_000_000, 80), (1_685_000_000, 96.29)]


def test_a_budget_by_codes() -> None:
    tabel = read(halaman.LK_PAGE)[3]
    assert about(tabel) == ("Realisasi Anggaran", "LK", None, 1, (2024,), [])
    assert codes(tabel) == [
        (34, "076.01.WA", None, None, None),
        (35, "076.01.WA", "3355", None, None),
        (36, "076.01.WA", "3355", "EBA", None),
        (37, "076.01.WA", "3355", "EBA", "962"),
        (38, "076.01.CQ", None, None, None),
        (39, None, None, None, None),
    ]
    assert [(row[1], row[2], row[4]) for row in pagu(tabel)] == [
        ("program", "Program Dukungan Manajemen", 3_250_500_000),
        ("kegiatan", "Pengelolaan Keuangan dan BMN", 250_500_000),
        ("kro", "Layanan Dukungan Manajemen Internal", 250_500_000),
        ("ro", "Layanan Umum", 250_500_000),
        ("program", "Program Penyelenggaraan Pemilu", 12_000_000_000),
        ("total", "TOTAL", 15_250_500_000),
    ]
    ro = tabel.anggaran[3]
    assert (ro.program, ro.kegiatan, ro.kro) == (
        "Program Dukungan Manajemen", "Pengelolaan Keuangan dan BMN", "Layanan Dukungan Manajemen Internal"
    )  # fmt: skip


def test_the_efficiency_table_in_cells() -> None:
    (tabel,) = read(halaman.EFISIENSI_PAGE)
    assert about(tabel) == ("Efisiensi RO", "LK", None, 1, (2024,), [])
    assert codes(tabel)[:3] == [
        (3, "076.01.WA", "3355", "EBA", "962"),
        (4, "076.01.WA", "3355", "EBA", "994"),
        (5, "076.01.CQ", "6870", "QDB", "001"),
    ]
    assert [row[1:3] for row in pagu(tabel)] == [
        ("ro", "Layanan Umum"), ("ro", "Layanan Perkantoran"), ("ro", "Fasilitasi kampanye Pemilu"), ("total", "Jumlah")
    ]  # fmt: skip
    assert spent(tabel) == [
        (3, 2024, 200_000_000, 79.84, 12, 12, 20.16),
        (4, 2024, 1_005_000_000, 100.5, 1, 1, -0.5),
        (5, 2024, 11_000_000, 100, 1, 1, 0),
        (6, 2024, 1_216_000_000, 96.39, None, None, 3.61),
    ]


def test_one_sasaran_a_table_budget_by_names_and_budget_by_sasaran() -> None:
    satu, dua, nama, sasaran = read(halaman.SASARAN_PAGE)
    assert {row[3] for row in targets(satu)} == {"Terwujudnya tata kelola yang baik dan bersih"}
    assert [row[5:] for row in targets(satu)] == [(90, "%"), (80, "%")]
    assert [row[2:4] for row in results(satu)] == [(95.25, "%"), (60, "%")]
    assert {row[3] for row in targets(dua)} == {"Meningkatnya partisipasi"}
    assert [row[1:] for row in results(dua)] == [
        (2023, 80, "%", None, None), (2024, 81.25, "%", "104,84%", 104.84), (2023, "CC", None, None, None),
        (2024, "B", None, "Tercapai", None),
    ]  # fmt: skip
    assert [(row[1], row[2]) for row in pagu(nama)] == [
        ("program", "Program Dukungan Manajemen"), ("kegiatan", "Pengelolaan Keuangan"),
        ("kegiatan", "Operasional Perkantoran"),
    ]  # fmt: skip
    assert [(row[1], row[3], row[4]) for row in pagu(sasaran)] == [
        ("sasaran", 2023, 10_000_000), ("sasaran", 2024, 20_000_000), ("sasaran", 2023, 11_000_000),
        ("sasaran", 2024, 21_000_000),
    ]  # fmt: skip
    assert [row[1:4] for row in spent(sasaran)][2:] == [(2023, 5_500_000, 50), (2024, 10_500_000, 50)]


INDIKATOR = "Persentase arsip yang dikelola"


@pytest.mark.parametrize(
    "page",
    [
        f"No | Indikator | Target | Capaian\n1 | {INDIKATOR} | 90% | 95%",
        f"No | Indikator | Target | Realisasi | Target | Realisasi\n1 | {INDIKATOR} | 90% | 95% | 90% | 95%",
        f"No | Indikator | Target Renstra 2024 | Target s.d. 2024\n1 | {INDIKATOR} | 90% | 95%",
        f"No | Indikator | Target | Realisasi 2023 | Realisasi 2024\n1 | {INDIKATOR} | 90% | 95% | 96%",
        f"No | Indikator | Target | Pagu | Realisasi | %\n1 | {INDIKATOR} | 90% | 1.000.000 | 900.000 | 90",
        f"Perbandingan Realisasi\nNo | Sasaran | Indikator | 2023 | 2024\n1 | Arsip baik | {INDIKATOR} | 90% | 95%",
        "Uraian | Pagu | Realisasi | %\nBelanja Pegawai | 1.000.000 | 900.000 | 90",
        "Program | Pagu Awal | Pagu Revisi | Realisasi\nProgram Dukungan Manajemen | 1.000.000 | 900.000 | 90.000",
        "No | Kegiatan | Target | Realisasi | %\n1 | Sosialisasi | 5 kali | 5 kali | 100",
        f"No | Indikator | | Target\n1 | {INDIKATOR} | Kata lain di kolom tanpa judul | 90%",
    ],
    ids=[
        "capaian may be realisasi", "twice", "end targets", "target of which year", "realisasi of what",
        "years without a word", "kinds of expenses", "two pagu", "no indicator", "column without a heading",
    ],
)  # fmt: skip
def test_a_heading_that_can_be_read_in_two_ways_is_not_read(page: str) -> None:
    assert read(page) == []


def test_a_promise_of_another_year_is_not_the_year_s_target() -> None:
    (tabel,) = read(
        f"No | Indikator | Realisasi 2023 | Target 2024 | Target Akhir Renstra\n1 | {INDIKATOR} | 80% | 95% | 99%",
        awal=2023, akhir=2023,
    )  # fmt: skip
    assert (targets(tabel), [row[1:3] for row in results(tabel)]) == ([], [(2023, 80)])


@pytest.mark.parametrize("above", ["Target Akhir Renstra", "Renstra 2020-2024", "Target 2024 (akhir)", "Nasional"])
def test_an_end_target_under_a_shared_heading_is_left_unread(above: str) -> None:
    page = f"""
No | Indikator | 2024 | | | {above} | |
 | | Target | Realisasi | % | Target | Realisasi | %
1 | {INDIKATOR} | 80% | 76% | 95 | 99% | 76% | 76,77
"""
    (tabel,) = read(page)
    assert [row[4:] for row in targets(tabel)] == [(2024, 80, "%")]
    assert results(tabel) == [(3, 2024, 76, "%", "95", 95)]


def test_what_a_row_that_lost_a_cell_began_is_not_put_above_the_rows_under_it() -> None:
    page = """
No | Sasaran | Indikator | Target | Realisasi
1 | Arsip tertib | Persentase arsip | 90% | 91%
 | | Persentase berkas | 80% | 81%
2 | Persentase surat | Persentase dinas | 70% |
 | | Persentase data | 60% | 61%
3 | Data baik | Persentase peta | 50% | 51%
"""
    (tabel,) = read(page)
    assert {(k.baris, k.kolom) for k in tabel.keraguan} == {(4, "sasaran"), (4, "realisasi"), (4, "target")}
    assert ledger.attempt([tabel], halaman.lembar(page), []) == []
    assert [r.baris for r in tabel.indikator] == [2, 3, 6]
    assert tabel.nasib[4] == tabel.nasib[5] == "dikarantina"


def test_realisasi_over_the_years_where_the_heading_says_so() -> None:
    page = f"""
No | Indikator Kinerja | Realisasi | |
 | | 2022 | 2023 | 2024
1 | {INDIKATOR} | 90% | 95% | 98%
2 | Nilai SAKIP | C | CC | B
"""
    (tabel,) = read(page)
    assert [row[:3] for row in results(tabel)] == [
        (3, 2022, 90), (3, 2023, 95), (3, 2024, 98), (4, 2022, "C"), (4, 2023, "CC"), (4, 2024, "B")
    ]  # fmt: skip
    assert targets(tabel) == []


def test_years_of_targets_alone_stay_with_the_renstra_family() -> None:
    page = f"""
Target Kinerja 2020-2024
No | Sasaran | Indikator Kinerja | Target | |
 | | | 2022 | 2023 | 2024
1 | Arsip baik | {INDIKATOR} | 90% | 95% | 98%
"""
    assert [tabel.keluarga for tabel in read(page)] == ["renstra_target"]


@pytest.mark.parametrize(
    ("title", "jenis", "nama"),
    [
        ("B. Perjanjian Kinerja Tahun 2024", "PK", "Perjanjian Kinerja"),
        ("Tabel 2.1 Penetapan Kinerja", "PK", "Perjanjian Kinerja"),
        ("RENCANA KINERJA TAHUNAN", "RKT", "RKT"),
        ("RENCANA KINERJA TAHUNAN\nUnit Organisasi : Komisi Pemilihan Umum", "RKT", "RKT Komisioner"),
        ("Indikator Kinerja Utama KPU Kota Malang", "LK", "IKU Komisioner"),
    ],
)
def test_the_title_says_what_a_table_bound_into_a_report_is(title: str, jenis: str, nama: str) -> None:
    page = f"{title}\nNo | Sasaran | Indikator Kinerja | Target\n1 | Arsip baik | {INDIKATOR} | 90%"
    (tabel,) = read(page)
    assert (tabel.jenis, tabel.nama, tabel.tahun) == (jenis, nama, (2024,))


def test_two_tables_of_one_name_are_numbered_and_a_later_section_ends_a_title() -> None:
    table = f"Indikator | Target\n{INDIKATOR} | 90%"
    pages = f"Perjanjian Kinerja KPU\n{table}\n\nKalimat.\n{table}\n\nD. Rencana Aksi\n{table}"
    assert [(t.nama, t.jenis) for t in read(pages)] == [
        ("Perjanjian Kinerja", "PK"), ("Target Kinerja", "LK"), ("Target Kinerja 2", "LK")
    ]  # fmt: skip


def test_a_plan_of_several_years_needs_its_year_in_a_title() -> None:
    table = f"No | Sasaran | Indikator | Target\n1 | Arsip baik | {INDIKATOR} | 90%"
    assert read(table, "Renstra", 2020, 2024) == []
    (tabel,) = read(f"Indikator Kinerja Utama Tahun 2022\n{table}", "Renstra", 2020, 2024)
    assert tabel.tahun == (2022,)


def test_a_signature_below_a_table_is_not_its_row() -> None:
    page = f"No | Indikator | Target\n1 | {INDIKATOR} | 90%\n\nKetua | | Sekretaris\nBudi | | Siti"
    (tabel,) = read(page, "PK")
    assert max(tabel.nasib) == 2
