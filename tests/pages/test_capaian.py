"""Capaian: each indikator counted once, every miss named, printed beside computed, the ranking only where fair."""

from functools import partial

import pytest

from tests.pages import gudang_contoh, layar
from tests.pages.layar import words

pytestmark = pytest.mark.usefixtures("buka_contoh_capaian")
open_page = partial(layar.open_page, "capaian")


def test_the_answer_counts_each_indikator_once():
    said = words(open_page())
    assert "**2 satker** mencapai **5 dari 8 indikator** yang dilaporkan untuk 2024." in said
    assert "5 tercapai]" in said
    assert "2 tidak tercapai]" in said
    assert "1 tak terhitung]" in said
    assert "Median **100,00%** dari 6 indikator" in said


def test_every_miss_is_named_and_what_cannot_be_computed_has_a_reason():
    said = words(open_page())
    assert "- **Persentase pendidikan pemilih** (KPU Kota Prabumulih 2024): 94,44% (target 90%, realisasi 85%)" in said
    assert "- **Opini BPK** (KPU Kota Prabumulih 2024): target WTP, realisasi WDP" in said
    assert "- 1 indikator, target nol: Persentase pemilih tidak terdaftar pemula" in said


def test_two_tables_that_disagree_are_both_said():
    said = words(open_page())
    assert "realisasi 85% pada Bab III baris 11 (tidak tercapai), tetapi 90% pada Kinerja dan Anggaran baris 31" in said


def test_what_is_named_in_a_sentence_opens_its_source():
    app = open_page()
    names = {button.key: button.label for button in app.button if "lk-1674" in str(button.key)}
    assert names["gagal_lk-1674.txt:11:2024:realisasi"] == "baris 11"
    assert {"berbeda_lk-1674.txt:11:2024:realisasi", "berbeda_lk-1674.txt:31:2024:realisasi"} <= set(names)
    app.button(key="gagal_lk-1674.txt:15:2024:realisasi").click().run()
    assert not app.exception
    assert app.query_params["sumber"] == "lk-1674.txt:15:2024:realisasi"


def test_who_has_no_realisasi_is_said():
    said = words(open_page())
    assert "dokumen yang terbaca dari KPU Kota Balikpapan, KPU Kota Pangkalpinang, dan KPU Kota Serang." in said


def test_printed_stands_beside_computed_with_the_likely_cause():
    rows = open_page().dataframe[0].value
    assert len(rows) == 9
    assert rows["sebab_selisih"].to_list() == [
        *("sama", "tidak diketahui"),
        *("dibulatkan ke 1 angka di belakang koma", "dibulatkan ke bilangan bulat", "sama"),
        *("capaian tidak tercetak", "persentase dicetak untuk predikat", "sama", "dibatasi 100%"),
    ]
    assert "Capaian tercetak sama dengan hitungan kita pada 3 dari 9 baris." in words(open_page())


def test_the_category_follows_the_scale_of_the_address_and_its_name_is_said():
    app = open_page(skala="Skala LAN")
    assert set(app.dataframe[0].value["kategori"].dropna()) == {"Berhasil"}
    assert "kategori menurut **Skala LAN**" in words(app)
    assert "skala kategori yang tidak dikenal: aneh" in words(open_page(skala="aneh"))


def test_only_one_hasil_can_be_kept():
    app = open_page(hasil="tidak tercapai")
    assert len(app.dataframe[0].value) == 2
    assert "**2 baris** di bawah" in words(app)


def test_capaian_stands_beside_serapan_and_what_disagrees_is_said():
    app = open_page()
    pairs = app.dataframe[1].value
    assert pairs["serapan_persen"].to_list() == pytest.approx([99, 120])
    said = words(app)
    assert "**1 dari 2 indikator** tercapai tanpa melampaui pagunya." in said
    assert "Realisasi melebihi pagu pada “Persentase koordinasi”." in said
    assert "Menurut tabel capaian, tidak tercapai pada “Persentase pendidikan pemilih”." in said


def test_the_ranking_holds_only_what_both_satker_report():
    ranked = open_page().dataframe[-1].value
    assert ranked[["peringkat", "satker", "jumlah", "jumlah_tercapai"]].to_numpy().tolist() == [
        [1, "KPU Kota Blitar", 2, 2],
        [2, "KPU Kota Prabumulih", 2, 1],
    ]


def test_one_satker_has_nothing_to_be_ranked_against():
    app = open_page(satker="3572")
    said = words(app)
    assert "**KPU Kota Blitar** mencapai **2 dari 2 indikator**" in said
    assert "Belum ada yang dapat diperingkatkan: baru satu satker" in said
    assert "Tidak tercapai**" not in said


def test_the_search_narrows():
    assert "5 dari 7 indikator" in words(open_page(satker=["1674", "3572"], sasaran="persentase"))


def test_nothing_left_says_what_to_change_and_where_there_is_realisasi():
    app = open_page(satker="1971")
    said = words(app)
    assert "Tidak ada realisasi yang cocok. Longgarkan satker" in said
    assert "Realisasi ada untuk: KPU Kota Blitar 2024, KPU Kota Prabumulih 2024." in said
    assert not app.dataframe


def test_without_any_realisasi_the_page_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(gudang_contoh.build(tmp_path / "kosong")))
    assert "Tidak ada realisasi yang cocok. Belum ada dokumen yang memuatnya" in words(open_page())


def test_the_project_s_own_answer(proyek, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(proyek))
    said = words(open_page())
    assert "**KPU Kota Prabumulih** mencapai **9 dari 12 indikator** yang dilaporkan untuk 2024." in said
    assert said.count("- **Persentase kegiatan pendidikan pemilih yang terlaksana**") == 2
    assert "- **Nilai Akuntabilitas Kinerja**: target B, realisasi CC" in said
