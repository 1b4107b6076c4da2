"""Capaian: the line from year to year with its breaks in words, and the comparisons the evaluation sheet asks for."""

from functools import partial

import polars as pl
import pytest

from pages.parts.capaian import kalimat_lke, kalimat_tren, lke
from queries.comparisons.lke import per_dokumen
from tests.pages import capaian_contoh, layar
from tests.pages.layar import words

pytestmark = pytest.mark.usefixtures("buka_contoh_lke")
open_page = partial(layar.open_page, "capaian", kantor="KPU Kota Prabumulih")
SATKER, LKE = "Satu satker", "Pembanding menurut LKE"


def test_an_indikator_with_several_years_has_a_line():
    app = open_page(rinci=SATKER)
    assert app.selectbox(key="tren").options == [
        f"Kota Prabumulih · {capaian_contoh.DIDIK} · 2022–2024",
        f"Kota Prabumulih · {capaian_contoh.HILANG} · 2022 dan 2023",
        f"Kota Prabumulih · {capaian_contoh.TAHAPAN} · 2022 dan 2024",
    ]
    assert "Realisasi naik dari **78%** (2022) ke **85%** (2024)." in words(app)
    keys = {str(button.key) for button in app.button}
    assert {f"tren_lk-1674-{year}.txt:11:{year}:realisasi" for year in (2022, 2023)} <= keys
    assert "tidak disambung" not in words(app)


def test_a_break_in_the_line_is_said():
    said = words(open_page(rinci=SATKER, tren=f"Kota Prabumulih · {capaian_contoh.TAHAPAN} · 2022 dan 2024"))
    assert "- Satuannya berubah antara 2022 dan 2024, dari kali ke %; garisnya tidak disambung." in said
    assert "- Pada 2023 bunyi yang sama dipadankan dengan ukuran lain; garisnya tidak disambung." in said
    assert "Tidak digambar karena satuannya lain: 2022 3 kali." in said
    twice = words(open_page(rinci=SATKER, tren=f"Kota Prabumulih · {capaian_contoh.HILANG} · 2022 dan 2023"))
    assert "- Pada 2024 tercetak lebih dari satu realisasi; tidak satu pun digambar." in twice
    assert "Realisasi turun dari **3%** (2022) ke **2%** (2023)." in twice


def test_the_line_shows_every_year_whatever_year_the_page_stands_on():
    said = words(open_page(rinci=SATKER, tahun="2023"))
    assert "Realisasi naik dari **78%** (2022) ke **85%** (2024)." in said


def test_without_a_second_year_of_one_indikator_there_is_a_sentence():
    said = words(open_page(rinci=SATKER, kantor="KPU Kota Blitar"))
    assert "Garis antartahun belum dapat digambar: realisasi yang dimuat baru dari satu tahun (2024)." in said
    assert "belum ada indikator baku" in kalimat_tren.tanpa_garis(pl.DataFrame({"tahun": [2023, 2024]}))


def test_the_comparisons_of_each_document_are_counted_and_what_is_measured_is_said():
    app = open_page(rinci=LKE, satker="1674", tahun="2024", sasaran="pendidikan")
    said = words(app)
    assert "**KPU Kota Prabumulih 2024**: 1 dari 6 indikator (16,67%) punya ketiga pembanding, di bawah 90%." in said
    assert "target tahun itu 6, tahun sebelumnya 3, dan akhir Renstra 1." in said
    assert kalimat_lke.UKURAN in said
    rows = next(frame.value for frame in app.dataframe if "banding_nasional" in frame.value)
    assert len(rows) == 6
    assert set(rows["banding_nasional"]) == {"belum ada datanya"}
    assert rows["banding_tahun_lalu"].to_list().count("ada") == 3
    assert rows["tahun_terdahulu"].dropna().to_list()[0] == "2022, 2023"


def test_what_could_be_loaded_is_named():
    said = words(open_page(rinci=LKE, satker="3572"))
    assert "Tidak ada pembanding dari LK tahun sebelumnya dan Renstra yang mencakup tahun itu: muat" in said


def test_many_documents_stand_in_a_table(monkeypatch):
    monkeypatch.setattr(lke, "FEW", 1)
    app = open_page(rinci=LKE)
    assert "**0 dari 2 LK** punya ketiga pembanding" in words(app)
    counted = next(frame.value for frame in app.dataframe if "memenuhi" in frame.value)
    assert counted["memenuhi"].to_list() == ["tidak"] * 2


def test_enough_is_said_to_be_enough():
    row = {"satker": "KPU X", "tahun": 2024, "berkas": "x", "lengkap": True, "banding_target": True}
    row |= {"banding_tahun_lalu": True, "banding_renstra": True}
    (counted,) = per_dokumen(pl.DataFrame([row])).to_dicts()
    assert "1 dari 1 indikator (100,00%) punya ketiga pembanding, cukup 90%." in kalimat_lke.dokumen(counted)


def test_the_project_s_own_report_has_one_year_and_nothing_to_compare_with(proyek, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(proyek))
    line = words(open_page(rinci=SATKER))
    assert "Garis antartahun belum dapat digambar: realisasi yang dimuat baru dari satu tahun (2024)." in line
    said = words(open_page(rinci=LKE))
    assert "**KPU Kota Prabumulih 2024**: 0 dari 12 indikator (0,00%) punya ketiga pembanding, di bawah 90%." in said
    assert "Rinciannya: target tahun itu 12, tahun sebelumnya 0, dan akhir Renstra 0." in said
