"""Dokumen: what is missing, what is held and how it was read: each year, each satker, each line."""

import pytest

from pages.parts.dokumen import kelengkapan
from queries import kelengkapan as queries_kelengkapan
from queries.saring import Saring
from tests.pages.conftest import HARI
from tests.pages.layar import open_page, rows, words

pytestmark = pytest.mark.usefixtures("buka_contoh", "hari_tetap")


def frame(app, column):
    """The one table with this column."""
    (found,) = [element.value for element in app.dataframe if column in element.value.columns]
    return found.set_index("satker")


def test_what_is_held_is_one_sentence_and_says_how_fresh_it_is():
    said = words(open_page("dokumen"))
    assert "5 satker, 5 dokumen, tahun 2020–2024: 15 target dan 20 angka pagu. 2 nilai rusak menunggu" in said
    assert "Versi data c0ffee123456, dibangun 20 November 2026 pukul 22.04 WIB, memuat 5 dari 5 dokumen" in said


def test_the_filter_narrows_what_is_held():
    said = words(open_page("dokumen", satker=["1971"]))
    assert "1 satker, 1 dokumen, tahun 2020–2021: 6 target. Tidak ada nilai rusak" in said
    assert "Tidak ada nilai yang rusak atau kosong" in said


def test_only_documents_that_hold_values_under_the_filter_are_counted():
    said = words(open_page("dokumen", unit="sekretariat"))
    assert "1 satker, 1 dokumen, tahun 2020: 2 target." in said


def test_coverage_shows_each_year_held_and_what_is_missing():
    matrix = frame(open_page("dokumen"), "Renstra")
    assert list(matrix.loc["KPU Kota Prabumulih", "PK"]) == ["2024"]
    assert list(matrix.loc["KPU Kota Prabumulih", "Renstra"]) == ["belum ada"]
    assert list(matrix.loc["KPU Kota Blitar", "Renstra"]) == ["2020", "2021", "2022", "2023 · 1 rusak"]


def test_the_account_of_lines_stands_below():
    account = frame(open_page("dokumen"), "jumlah_nilai")
    assert account.loc["KPU Kota Prabumulih", "baris_tabel"] == 50
    assert account["jumlah_nilai"].sum() == 35


@pytest.mark.usefixtures("buka_provinsi")
def test_every_satker_of_a_year_is_shown_with_the_documents_it_owes():
    app = open_page("dokumen", tahun=["2024"])
    owed = queries_kelengkapan.wajib(Saring(tahun=(2024,)), HARI)
    assert owed["kode_satker"].n_unique() <= kelengkapan.MOST
    states = {row[0]: row[1:] for row in rows(app) if len(row) == 6}
    for (satker,), mine in owed.sort("urutan").group_by("satker"):
        assert states[satker] == mine["keadaan"].to_list()
    there = owed["keadaan"].is_in(kelengkapan.SUDAH).sum()
    assert f"Kelengkapan 2024: {there} dari {len(owed)} dokumen yang jatuh tempo sudah ada" in words(app)


def test_more_satker_than_an_eye_compares_are_counted_and_stay_in_the_download(monkeypatch):
    monkeypatch.setattr(kelengkapan, "MOST", 3)
    app = open_page("dokumen")
    owed = queries_kelengkapan.wajib(Saring(tahun=(2024,)), HARI)
    assert f"{owed['kode_satker'].n_unique() - 3} satker lain ada dalam unduhan" in words(app)
    assert len([row for row in rows(app) if len(row) == 6]) == 1 + 3
