"""Ringkasan: the answer in one sentence, coverage, what waits, the account of lines."""

import sys

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

import queries
from pages.components import shell, states
from queries import warehouse
from tests.pages import gudang_contoh
from tests.pages.layar import APP, open_page, words

pytestmark = pytest.mark.usefixtures("buka_contoh")


def test_the_answer_is_one_sentence_and_says_how_fresh_it_is():
    said = words(open_page())
    assert "5 satker, 5 dokumen, tahun 2020–2024: 15 target dan 20 angka pagu. 2 nilai rusak menunggu" in said
    assert "Versi data c0ffee123456, dibangun 20 November 2026 pukul 22.04 WIB, memuat 5 dari 5 dokumen" in said


def test_a_version_published_while_the_page_is_drawn_waits_for_the_next_run(tmp_path, monkeypatch):
    folder = gudang_contoh.build(tmp_path / "berganti")
    monkeypatch.setenv("SELARAS_TERBIT", str(folder))
    empty = folder / "kinerja-0123456789ab.duckdb"
    note_partial = states.note_partial

    def note_and_publish(version):
        note_partial(version)
        if not empty.exists():
            with duckdb.connect(empty) as connection:
                for path in warehouse.SCHEMA_FILES:
                    connection.execute(path.read_text(encoding="utf-8"))
            gudang_contoh.publish_again(folder, "0123456789ab")

    monkeypatch.setattr(states, "note_partial", note_and_publish)
    said = words(open_page())
    assert "5 satker, 5 dokumen, tahun 2020–2024: 15 target dan 20 angka pagu" in said
    assert "Versi data c0ffee123456" in said
    assert "Belum ada dokumen yang memuatnya" in words(open_page())


def test_the_filter_narrows_the_answer():
    said = words(open_page(satker=["1971"]))
    assert "1 satker, 1 dokumen, tahun 2020–2021: 6 target. Tidak ada nilai rusak" in said
    assert "Tidak ada nilai yang rusak atau kosong" in said


def test_only_documents_that_hold_values_under_the_filter_are_counted():
    said = words(open_page(unit="sekretariat"))
    assert "1 satker, 1 dokumen, tahun 2020: 2 target." in said


def test_coverage_shows_each_year_held_and_what_is_missing():
    matrix = open_page().dataframe[0].value.set_index("satker")
    assert list(matrix.loc["KPU Kota Prabumulih", "PK"]) == ["2024"]
    assert list(matrix.loc["KPU Kota Prabumulih", "Renstra"]) == ["belum ada"]
    assert list(matrix.loc["KPU Kota Blitar", "Renstra"]) == ["2020", "2021", "2022", "2023 · 1 rusak"]


def test_the_account_of_lines_stands_below():
    account = open_page().dataframe[1].value.set_index("satker")
    assert account.loc["KPU Kota Prabumulih", "baris_tabel"] == 50
    assert account["jumlah_nilai"].sum() == 35


def test_an_empty_filter_result_says_what_to_change():
    app = open_page(satker=["1971"], jenis=["LK"])
    assert "Longgarkan satker atau jenis dokumen, atau tekan “Bersihkan” di atas." in words(app)
    assert not app.dataframe


def test_codes_in_the_address_are_understood_and_unknown_values_are_said():
    app = open_page(satker=["3572", "9999"], tahun=["1066"])
    said = words(app)
    assert [button.label for button in app.button if str(button.key).startswith("lepas_")] == ["KPU Kota Blitar"]
    assert "satker yang tidak dikenal: 9999" in said
    assert "tahun yang tidak dikenal: 1066" in said


def test_the_reset_button_empties_every_filter():
    app = open_page(satker=["1971"], sasaran="opini")
    app.button(key="kosongkan_saringan").click().run()
    assert "5 satker, 5 dokumen" in words(app)
    assert app.multiselect(key="satker").value == []
    assert app.text_input(key="sasaran").value == ""


def test_an_incomplete_build_is_said(tmp_path, monkeypatch):
    folder = gudang_contoh.build(tmp_path / "sebagian")
    facts = (folder / "kini.json").read_text(encoding="utf-8")
    (folder / "kini.json").write_text(facts.replace('"dokumen_terdaftar": 5', '"dokumen_terdaftar": 7'), "utf-8")
    monkeypatch.setenv("SELARAS_TERBIT", str(folder))
    assert "Baru 5 dari 7 dokumen terbaca" in words(open_page())


def test_a_damaged_and_an_older_database_are_said_on_every_page(tmp_path, monkeypatch):
    folder = gudang_contoh.build(tmp_path / "rusak")
    monkeypatch.setenv("SELARAS_TERBIT", str(folder))
    path = folder / f"kinerja-{gudang_contoh.VERSI}.duckdb"
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    for page in shell.PAGES:
        app = AppTest.from_file(str(APP), default_timeout=30).switch_page(f"pages/{page}").run()
        assert not app.exception
        assert [error.value for error in app.error if "rusak" in error.value and "make data" in error.value]
    kini = (folder / "kini.json").read_text(encoding="utf-8")
    (folder / "kini.json").write_text(kini.replace(warehouse.schema(), "0123456789ab"), encoding="utf-8")
    assert "dibangun oleh Selaras versi lain" in open_page().error[0].value


@pytest.mark.parametrize(("name", "sentence"), [("", "belum dibangun"), ("{", "tidak dapat dibaca")])
def test_without_a_database_the_page_says_what_to_do(name, sentence, tmp_path, monkeypatch):
    if name:
        (tmp_path / "kini.json").write_text(name, encoding="utf-8")
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    app = open_page()
    assert sentence in app.error[0].value
    assert "make data" in app.error[0].value


def test_a_missing_module_is_named(monkeypatch):
    monkeypatch.delattr(queries, "kelengkapan", raising=False)
    monkeypatch.setitem(sys.modules, "queries.kelengkapan", None)
    app = open_page()
    assert "Modul queries.kelengkapan belum terpasang" in app.error[0].value
    assert "make run" in app.error[0].value


def test_a_page_run_without_the_app_sends_itself_back_only_once():
    app = AppTest.from_file(str(APP.parent / "pages" / "ringkasan.py"), default_timeout=30)
    app.run()
    assert not app.exception
    assert app.title[0].value == "Ringkasan"
