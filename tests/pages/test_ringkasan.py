"""Ringkasan as the start page: the filter, and what is said where there is nothing, not everything or no database."""

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
    assert "Di 5 provinsi 2024" in words(open_page())
    assert "Belum ada dokumen yang memuatnya" in words(open_page())


def test_an_empty_filter_result_says_what_to_change():
    app = open_page(satker=["1971"], provinsi=["Banten"])
    assert "Longgarkan provinsi atau satker, atau tekan “Bersihkan” di atas." in words(app)
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
    assert "Di 5 provinsi 2024" in words(app)
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
    monkeypatch.delattr(queries, "rapor", raising=False)
    monkeypatch.setitem(sys.modules, "queries.rapor", None)
    app = open_page()
    assert "Modul queries.rapor belum terpasang" in app.error[0].value
    assert "make run" in app.error[0].value


def test_a_page_run_without_the_app_sends_itself_back_only_once():
    app = AppTest.from_file(str(APP.parent / "pages" / "ringkasan.py"), default_timeout=30)
    app.run()
    assert not app.exception
    assert app.title[0].value == "Ringkasan"
