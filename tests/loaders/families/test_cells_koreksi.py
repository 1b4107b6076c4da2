"""Every doubt the families of cells raise can be settled by a correction of its column, and then counts as set."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from loaders.families.registry import read_tables
from loaders.koreksi import Koreksi
from loaders.koreksi.ledger import attempt
from loaders.readers.lembar import Lembar
from loaders.records import Tabel
from tests.loaders.families.pages_of_cells import HALAMAN, LK, PK, RKT, lembar
from tests.loaders.families.test_cells_damaged import damaged_pages

NEW = {
    "sasaran": "Terwujudnya layanan", "indikator": "Persentase layanan", "uraian": "Layanan", "tujuan": "Tujuan",
    "program": "Program X", "kegiatan": "Kegiatan X", "kro": "KRO X", "target": "90%", "realisasi": "91%",
    "capaian_tercetak": "101,11", "pagu": "1.000", "realisasi_anggaran": "900", "persen_tercetak": "90",
    "tvro": "1", "rvro": "1", "efisiensi_tercetak": "10", "kode_program": "WA", "kode_kegiatan": "3355",
    "kode_kro": "EBA", "kode_ro": "001",
}  # fmt: skip
"""Column → a value it can hold; in the order in which a person would set them."""


def corrections(page: Lembar, tables: list[Tabel]) -> list[Koreksi]:
    doubts = sorted(
        {(k.baris, k.kolom) for table in tables for k in table.keraguan if k.kolom != "baris"},
        key=lambda doubt: list(NEW).index(doubt[1].split(":")[0]),
    )
    return [
        Koreksi("x.csv", baris, kolom, page.di(baris).teks, NEW[kolom.split(":")[0]], "alasan", "Tim", date.today())
        for baris, kolom in doubts
    ]


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.lengkap), 9])
@pytest.mark.parametrize("name", HALAMAN)
def test_every_doubt_of_a_damaged_page_can_be_settled(name: str, step: int) -> None:
    """Every ninth of the damaged pages as a rule: the same doubts come again and again."""
    for nomor, page in islice(damaged_pages(name), 0, None, step):
        tables = read_tables(page, HALAMAN[name][1])
        wrong = attempt(tables, page, corrections(page, tables))
        assert [str(error) for error in wrong] == [], page.di(nomor).teks
        left = {k.kolom for table in tables for k in table.keraguan}
        assert left <= {"baris"}, page.di(nomor).teks


def settle(text: str, konteks: object, *new: tuple[int, str, str]) -> Tabel:
    """The one table of a page after these corrections (line, column, value); all must be usable."""
    page = lembar(text)
    (table,) = read_tables(page, konteks)  # ty: ignore[invalid-argument-type]
    found = [Koreksi("x.csv", n, k, page.di(n).teks, value, "alasan", "Tim", date.today()) for n, k, value in new]
    assert {(k.baris, k.kolom) for k in table.keraguan} == {(n, k) for n, k, _ in new}
    assert attempt([table], page, found) == []
    assert table.keraguan == []
    return table


def test_a_target_without_its_year_is_the_table_s_year() -> None:
    page = "No | Indikator | Target\n1 | Persentase arsip | 9O%\n2 | Nilai SAKIP | B"
    table = settle(page, RKT, (2, "target", "90%"))
    assert [(v.nilai, v.satuan, v.keadaan) for v in table.indikator[0].target.values()] == [(90, "%", "dikoreksi")]
    assert table.nasib[2] == "dimuat"


def test_a_bad_pagu_leaves_the_target_and_waits_with_its_line() -> None:
    page = (
        "No | Sasaran | Indikator | Target | Pagu\n1 | Arsip baik | Persentase arsip | 90% | 23.3b8\n"
        "2 | Surat baik | Persentase surat | 80% | 10.000"
    )
    table = settle(page, RKT, (2, "pagu", "23.368"))
    assert [v.keadaan for v in table.indikator[0].target.values()] == ["ada"]
    assert [(m.rupiah, m.keadaan) for m in table.anggaran[0].pagu.values()] == [(23_368, "dikoreksi")]


def test_a_pagu_merged_over_two_indicators_waits_on_both_rows() -> None:
    page = (
        "No | Indikator | Target | Pagu\n1 | Persentase arsip | 90% | 5.000.000\n2 | Persentase surat | 80% | \n"
        "3 | Persentase data | 80% | \n4 | Persentase lain | 70% | 1.000.000"
    )
    table = settle(page, PK, (2, "pagu", "3.000.000"), (3, "pagu", "1.000.000"), (4, "pagu", "1.000.000"))
    figures = [money.rupiah for record in table.anggaran for money in record.pagu.values()]
    assert figures == [3_000_000, 1_000_000, 1_000_000, 1_000_000]


def test_a_capaian_merged_over_a_sasaran_waits_where_it_does_not_follow_from_its_row() -> None:
    page = (
        "No | Sasaran | Indikator | Target | Realisasi | Capaian | Keterangan\n"
        "1 | Arsip baik | Persentase arsip | 90% | 90% | 95,5% | \n"
        " | | Persentase surat | 80% | 72,8% | | \n"
        "2 | Data baik | Persentase data | 80% | 80% | 100% | "
    )
    table = settle(page, LK, (2, "capaian_tercetak", "100"), (3, "realisasi", "72,8%"))
    assert [c.persen for record in table.indikator for c in record.capaian.values()] == [100, None, 100]


def test_a_sasaran_that_may_go_on_behind_a_page_break_waits_with_its_rows() -> None:
    page = (
        "No | Sasaran | Indikator | Target\n1 | Terwujudnya arsip | Persentase arsip | 90%\n"
        " | | Persentase berkas | 91%\n\n | Kota Malang | Persentase surat | 80%\n2 | Data baik | Persentase data | 70%"
    )
    table = settle(page, PK, (5, "sasaran", "Terwujudnya arsip Kota Malang"))
    sasaran = [record.sasaran.teks if record.sasaran else None for record in table.indikator]
    assert sasaran == ["Terwujudnya arsip", "Terwujudnya arsip", "Terwujudnya arsip Kota Malang", "Data baik"]


def test_a_unit_nobody_listed_waits() -> None:
    page = "No | Indikator | Satuan | Target\n1 | Jumlah pos terbentuk | Gardu | 12\n2 | Persentase arsip | % | 90"
    table = settle(page, PK, (2, "target", "12"))
    assert [v.nilai for record in table.indikator for v in record.target.values()] == [12, 90]


def test_a_code_that_may_be_a_komponen_waits() -> None:
    page = (
        "Kode | Uraian | Pagu | Realisasi\n076.01.WA | Program Dukungan Manajemen | 9.000.000 | 8.000.000\n"
        "3355.EBA.962 | Layanan Umum | 9.000.000 | 8.000.000\n051 | Operasional | 9.000.000 | 8.000.000\n"
        "521211 | Belanja Bahan | 9.000.000 | 8.000.000"
    )
    (table,) = read_tables(lembar(page), LK)
    assert {(k.baris, k.kolom) for k in table.keraguan} == {(4, "kode_ro"), (5, "baris")}
