"""Satker, behind the rapor: a table of promises as a tree whose figures open their source, money never added."""

from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.satker import kalimat
from queries.comparisons import susunan
from tests.pages import layar
from tests.pages.layar import words


def open_page(folder: Path, monkeypatch: pytest.MonkeyPatch, **params: str | list[str]) -> AppTest:
    monkeypatch.setenv("SELARAS_TERBIT", str(folder))
    return layar.open_page("satker", **params)


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_promises_say_what_was_promised_what_is_missing_and_what_was_found(proyek, monkeypatch):
    said = words(open_page(proyek, monkeypatch, kantor="KPU Kota Blitar", rincian="Janji"))
    assert "KPU Kota Blitar mencetak 75 baris indikator dalam 1 tabel Renstra untuk 2020–2024" in said
    assert "realisasinya **belum ada** dalam dokumen yang kita pegang" in said
    assert "temuan: 1 kritis" in said


def test_a_report_shows_target_realisasi_and_capaian_as_computed_and_as_printed(proyek, monkeypatch):
    app = open_page(proyek, monkeypatch, kantor="KPU Kota Prabumulih", rincian="Janji")
    assert app.selectbox(key="susunan").options[0] == "LK Bab III Capaian Kinerja · 12 indikator"
    assert ":gray[2024] **90%** → realisasi **85%**" in buttons(app)
    said = words(app)
    assert "tidak tercapai] capaian 94,44% · tercetak “94,4”" in said
    assert "tidak tercapai] predikat · tercetak “60”" in said
    assert "Sosialisasi, Pendidikan Pemilih, Partisipasi Masyarakat dan SDM (turunan)" in said


def test_a_long_tree_is_folded_and_a_branch_of_the_address_is_open(proyek, monkeypatch):
    folded = open_page(proyek, monkeypatch, kantor="KPU Kota Blitar", rincian="Janji")
    assert not [label for label in buttons(folded) if label.startswith(":gray[2020] **")]
    branches = [box.label for box in folded.expander if ":gray[Kegiatan]" in box.label]
    assert len(branches) == 12
    opened = open_page(proyek, monkeypatch, kantor="KPU Kota Blitar", cabang_3572_826="true")
    assert ":gray[2022] **95%**" in buttons(opened)


def test_money_names_its_table_and_stands_at_the_branch_of_the_same_name(proyek, monkeypatch):
    app = open_page(proyek, monkeypatch, kantor="KPU Kota Serang", rincian="Anggaran")
    assert "Uang yang sama tercetak" in words(app)
    assert set(app.dataframe[0].value["jenis_dokumen"]) == {"RKT"}
    blitar = open_page(proyek, monkeypatch, kantor="KPU Kota Blitar", rincian="Janji")
    assert "Pagu program menurut Renstra Tabel IV.2" in words(blitar)


def test_a_figure_opens_its_source(proyek, monkeypatch):
    app = open_page(proyek, monkeypatch, kantor="KPU Kota Prabumulih", rincian="Janji")
    cell = next(button for button in app.button if "**B** → realisasi **CC" in button.label)
    cell.click().run()
    assert app.query_params["sumber"].endswith(":1803:2024:realisasi")


def test_the_filter_narrows_tree_and_choice(contoh, monkeypatch):
    app = open_page(contoh, monkeypatch, satker="3572", tahun="2020", rincian="Janji")
    assert app.selectbox(key="kantor").options == ["KPU Kota Blitar"]
    assert "untuk 2020;" in words(app)


def test_nothing_left_says_what_to_change(contoh, monkeypatch):
    app = open_page(contoh, monkeypatch, sasaran="katayangtidakada")
    assert "Longgarkan pencarian sasaran" in words(app)
    assert not app.dataframe


def test_an_office_without_promises_still_shows_its_money_and_documents(contoh, monkeypatch):
    asked = {"kantor": "KPU Kota Balikpapan"}
    assert "Tidak ada target KPU Kota Balikpapan yang cocok" in words(
        open_page(contoh, monkeypatch, **asked, rincian="Janji")
    )
    for part in ("Anggaran", "Dokumen"):
        assert len(open_page(contoh, monkeypatch, **asked, rincian=part).dataframe) == 1


def test_a_branch_takes_its_name_from_the_nearest_thing_the_table_prints():
    rows = pl.DataFrame(
        {
            "tujuan": [None, "T", None, None],
            "program": ["P", None, "P", None],
            "kegiatan": ["K", None, None, None],
            "sasaran": ["S", "S", "S", None],
        }
    )
    found = susunan.with_cabang(rows)
    assert found["jenis_cabang"].to_list() == ["kegiatan", "tujuan", "program", None]
    assert found["cabang"].to_list() == ["K", "T", "P", None]


def test_names_that_differ_in_more_than_signs_find_no_money():
    anggaran = pl.DataFrame(
        {"tingkat": ["kegiatan", "kegiatan"], "uraian": ["Pelaksanaan, Perencanaan", "Pengelolaan"], "pagu": [1, 2]}
    )
    assert susunan.anggaran_cabang(anggaran, "kegiatan", "PELAKSANAAN PERENCANAAN")["pagu"].to_list() == [1]
    assert susunan.anggaran_cabang(anggaran, "kegiatan", "Perencanaan").is_empty()
    assert susunan.anggaran_cabang(anggaran, "tujuan", "Pengelolaan").is_empty()


def test_a_grade_that_cannot_be_judged_is_said():
    row = {"keadaan_realisasi": "ada", "capaian_tercetak_teks": None, "capaian_hitung": None, "terpenuhi": None}
    assert "tak terhitung] capaian predikat tidak dapat dinilai" in kalimat.capaian(row | {"alasan": "ordinal"})
