"""Faults of ours on the pages: a sentence with a number, a page that stays usable, an inbox that goes on."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from loaders import build as building
from loaders import intake, unggah
from loaders.checks.runner import TIDAK_DIPERIKSA
from loaders.families.cells import rkt
from loaders.intake import taking
from loaders.masuk import inbox
from pages.components import saring_bar
from queries import konsistensi
from tests.loaders.test_terhenti import fail_on
from tests.pages.layar import open_page, words
from tests.pages.test_unggah import built, folder, hand_in, next_year, settled
from tests.pages.test_unggah import open_page as open_upload

pytestmark = pytest.mark.galat
__all__ = ["built", "folder"]
TABEL_SAJA = (
    "No;Sasaran;Indikator Kinerja;Satuan;Target 2025\n"
    "1;Terwujudnya data pemilih yang akurat;Persentase pemilih terdaftar;Persen;77,50%\n"
)


@pytest.mark.usefixtures("buka_contoh")
def test_a_page_that_fails_says_so_with_a_number_and_the_others_open(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(konsistensi, "aturan_satker", fail_on(konsistensi.aturan_satker))
        app = open_page("konsistensi")
        (error,) = app.error
        assert error.value.startswith("Galat Selaras nomor ")
        assert "saat menampilkan halaman Konsistensi" in error.value
        assert not app.switch_page("pages/dokumen.py").run().error
    assert not open_page("konsistensi").error


@pytest.mark.usefixtures("buka_contoh")
def test_a_filter_bar_that_fails_is_a_sentence_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saring_bar, "draw", fail_on(saring_bar.draw))
    assert "saat menampilkan halaman Target" in open_page("target").error[0].value


def two_files(app: AppTest) -> AppTest:
    hand_in(app, "baik.txt", next_year())
    return hand_in(app, "buruk.csv", TABEL_SAJA.encode())


def waiting(folder: Path) -> list[str]:
    return [titipan.nama_asli for titipan in inbox.waiting(folder)]


@pytest.mark.parametrize(
    ("place", "name"),
    [(unggah, "examine_cached"), (intake, "preview")],
)
def test_a_file_that_breaks_a_step_is_named_can_be_dropped_and_blocks_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch, place: Any, name: str
) -> None:
    app = open_upload()
    hand_in(app, "baik.txt", next_year())
    with monkeypatch.context() as patch:
        patch.setattr(place, name, fail_on(getattr(place, name)))
        hand_in(app, "buruk.csv", TABEL_SAJA.encode())
        if name == "preview":
            app = choose_identity(app)
        assert "Galat Selaras nomor" in words(app)
        assert sorted(waiting(folder)) == ["baik.txt", "buruk.csv"]
        app.button(key="buang_galat").click().run()
        assert waiting(folder) == ["baik.txt"]
    assert "66 bertambah" in words(settled(app.run()))


def choose_identity(app: AppTest) -> AppTest:
    for box in app.selectbox:
        if str(box.key).startswith("satker_"):
            box.set_value("3573")
        if str(box.key).startswith("jenis_"):
            box.set_value("RKT")
    app.run()
    next(box for box in app.number_input if str(box.key).startswith("awal_")).set_value(2025)
    return app.run()


def test_one_broken_table_is_named_and_the_rest_is_published(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rkt, "_table", fail_on(rkt._table, *range(1, 400, 5)))
    app = hand_in(open_upload(), "RKT 2021.txt", next_year())
    (sentence,) = [error.value for error in app.error]
    assert sentence.startswith("Seluruh tabel ini menunggu. Galat Selaras nomor ")
    assert "4 tabel terbaca" not in words(app) and "5 tabel terbaca" in words(app)


def test_publishing_that_fails_says_so_and_leaves_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = hand_in(open_upload(), "RKT 2021.txt", next_year())
    with monkeypatch.context() as patch:
        patch.setattr(taking, "plan", fail_on(taking.plan))
        settled(app.button(key="terbitkan").click().run())
    assert "saat menerbitkan (RKT 2021.txt)" in words(app)
    assert "Versi yang terbit tidak berubah; berkasnya masih di sini." in words(app)
    assert waiting(folder) == ["RKT 2021.txt"]


def test_an_inbox_that_cannot_be_tidied_and_a_reading_that_stays_behind_stop_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = two_files(open_upload())
    monkeypatch.setattr(intake, "recover", fail_on(intake.recover))
    monkeypatch.setattr(building, "prune", fail_on(building.prune))
    app.run()
    assert "saat merapikan kotak masuk" in words(app)
    next(button for button in app.button if "Buang berkas" in button.label).click().run()
    assert waiting(folder) == ["baik.txt"]


def test_a_button_that_fails_says_so_on_the_page_that_follows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = hand_in(open_upload(), "RKT 2021.txt", next_year())
    monkeypatch.setattr(inbox, "drop", fail_on(inbox.drop))
    app.button(key="buang").click().run()
    assert "Galat Selaras nomor" in words(app) and "saat membuang berkas" in words(app)
    assert "saat membuang berkas" in words(settled(app.run()))
    assert waiting(folder) == ["RKT 2021.txt"]
    assert "saat membuang berkas" not in words(app.button(key="tutup_galat").click().run())


def test_a_file_that_is_only_a_table_is_taken_in(folder: Path) -> None:
    app = choose_identity(hand_in(open_upload(), "tabel-saja.csv", TABEL_SAJA.encode()))
    assert not app.error
    assert "1 tabel terbaca dengan 1 target" in words(app)


@pytest.mark.usefixtures("buka_contoh")
def test_a_rule_that_did_not_run_is_named_on_the_page_of_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = konsistensi.aturan()
    said = pl.when(pl.int_range(pl.len()) == 0).then(pl.lit(f"{TIDAK_DIPERIKSA} Galat.")).otherwise("kalimat")
    monkeypatch.setattr(konsistensi, "aturan", lambda: rules.with_columns(said.alias("kalimat")))
    (error,) = open_page("konsistensi").error
    assert error.value.startswith(f"Aturan {rules['nama_aturan'][0]}")
    assert error.value.endswith(f"{TIDAK_DIPERIKSA} Galat.")
