"""Jelajah: every row, filtered, searched, sorted, paged; numbers in id-ID; states in words."""

from functools import partial

import pytest

from pages.components.format import KEADAAN
from pages.parts.jelajah import browse
from queries import jelajah
from queries.saring import Saring
from tests.pages import layar
from tests.pages.layar import words

pytestmark = pytest.mark.usefixtures("buka_contoh")
open_page = partial(layar.open_page, "jelajah")


def test_every_target_is_there_with_its_state_in_words():
    app = open_page()
    rows = app.dataframe[0].value
    assert "**15 baris** cocok; baris 1–15 tampil" in words(app)
    assert set(rows["keadaan"]) == {
        ":material/check: terbaca",
        ":material/edit: dikoreksi orang",
        ":material/build: diperbaiki aturan",
        ":material/remove: tidak ditargetkan",
        ":material/check_box_outline_blank: sel kosong",
        ":material/broken_image: rusak",
    }
    assert (rows["_sumber"] == ":material/receipt_long:").all()


def test_a_missing_value_is_not_zero():
    rows = open_page(satker=["3572"]).dataframe[0].value
    assert rows.loc[rows["keadaan"].str.contains("rusak"), "nilai"].isna().all()


def test_pagu_is_the_other_choice_and_a_row_without_year_is_kept():
    app = open_page(isi="Pagu", satker=["3572"])
    rows = app.dataframe[0].value
    assert len(rows) == 9
    assert (rows["tahun"] == "jumlah").sum() == 3
    assert rows["pagu"].max() == 27483885000


def test_state_and_text_search_narrow_the_rows():
    app = open_page(keadaan=["rusak"])
    assert len(app.dataframe[0].value) == 1
    app = open_page(cari="sengketa blitar")
    assert app.dataframe[0].value["nilai"].to_list() == [2.0]


def test_sorting_is_by_value_over_all_rows():
    app = open_page(urut="Nilai")
    app.toggle(key="turun").set_value(True).run()
    assert app.dataframe[0].value["nilai"].dropna().is_monotonic_decreasing


def test_pages_hold_all_rows_and_a_new_question_starts_at_the_first(monkeypatch):
    monkeypatch.setattr(browse, "PAGE_SIZE", 4)
    app = open_page(halaman="3")
    assert "baris 9–12 tampil" in words(app)
    app.text_input(key="cari").set_value("opini").run()
    assert "**4 baris** cocok; baris 1–4 tampil" in words(app)


@pytest.mark.parametrize("halaman", ["0", "-1", "abc", "9999"])
def test_a_strange_page_in_the_address_shows_a_real_one(halaman):
    assert len(open_page(halaman=halaman).dataframe[0].value) > 0


def test_an_empty_result_names_the_filters_and_the_controls():
    said = words(open_page(satker=["1971"], cari="tidakada"))
    assert "Tidak ada target yang cocok. Longgarkan satker atau pencarian teks" in said


@pytest.mark.parametrize(("keadaan", "word"), [(keadaan, word) for keadaan, (word, _, _) in KEADAAN.items()])
def test_the_word_of_a_state_is_found_as_it_is_shown(keadaan, word, monkeypatch):
    found = jelajah.everything(jelajah.Request("target", Saring(), cari=word))
    assert set(found["keadaan"]) == {keadaan}
    assert len(found) == len(jelajah.everything(jelajah.Request("target", Saring(), (keadaan,))))


@pytest.mark.parametrize("cari", ["762757000", "762.757.000", "762.757.000,0000", "98,43", "2024 penyiapan logistik"])
def test_a_figure_is_found_with_and_without_dots(cari):
    assert jelajah.everything(jelajah.Request("pagu", Saring(), cari=cari))["uraian"].to_list() == [
        "Penyiapan Logistik"
    ]


def test_the_reset_button_empties_the_controls_of_the_page_as_well():
    app = open_page(isi="Pagu", cari="logistik", urut="Uraian", keadaan=["terbaca"], satker="1674")
    app.button(key="kosongkan_saringan").click().run()
    assert "**20 baris** cocok" in words(app)
    assert app.text_input(key="cari").value == ""
    assert app.selectbox(key="urut").value is None


def test_unknown_values_of_the_controls_are_said():
    said = "\n".join(element.value for element in open_page(isi="x", urut="y", keadaan="z", halaman="abc").warning)
    for part in ("isi yang tidak dikenal: x", "urutan yang tidak dikenal: y", "keadaan nilai yang tidak dikenal: z"):
        assert part in said
    assert "halaman “abc”; yang tampil halaman 1" in said


def test_a_page_beyond_the_last_is_said_and_the_last_is_shown(monkeypatch):
    monkeypatch.setattr(browse, "PAGE_SIZE", 4)
    app = open_page(halaman="99")
    assert "Halaman 99 tidak ada; yang tampil halaman terakhir, 4." in app.warning[0].value
    assert app.session_state["halaman"] == 4


def test_an_order_of_another_isi_is_dropped():
    app = open_page(urut="Nilai")
    app.session_state["isi"] = "pagu"
    app.run()
    assert not app.exception
    assert app.selectbox(key="urut").value is None


def test_without_realisasi_the_page_says_so():
    assert "Tidak ada capaian yang cocok" in words(open_page(isi="Capaian"))
