"""Target: shared indikator first, disagreements said, other units listed, every row below."""

import json
from functools import partial

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from pages.components.text import years_in_words
from pages.parts.target import kalimat
from tests.pages import gudang_contoh, layar
from tests.pages.layar import words

pytestmark = pytest.mark.usefixtures("buka_contoh")
open_page = partial(layar.open_page, "target")
YEARS = (2020, 2021, 2022)
TEPAT = "LAPORAN-TEPAT-WAKTU"


def drawn_texts(app: AppTest, place: int) -> list[str]:
    """The texts in the cells of a matrix of the page."""
    return json.loads(app.get("plotly_chart")[place].proto.spec)["data"][-1]["text"]


def test_where_no_satker_differ_the_most_shared_indikator_comes_first():
    app = open_page()
    assert "**2 dari 3 indikator baku** ditargetkan oleh" in words(app)
    assert app.selectbox(key="indikator").options[0] == f"{gudang_contoh.TEPAT} · LAPORAN-TEPAT-WAKTU"


def test_the_verdict_names_who_prints_the_only_target_of_the_year():
    app = open_page(indikator=TEPAT)
    assert app.header[0].value == "Target 2024 hanya dicetak Kota Prabumulih: 90%"
    assert "Kode LAPORAN-TEPAT-WAKTU · makin tinggi makin baik." in words(app)
    assert "1 satker dibandingkan · 2 tanpa target 2024 · 1 memakai satuan lain · 1 tidak mencetaknya" in words(app)


def test_rows_of_one_satker_that_differ_are_marked_and_said():
    app = open_page(indikator=TEPAT)
    said = words(app)
    assert (
        "- KPU Kota Pangkalpinang, 2021: Renstra Tabel 3 mencetak “85 %” dan Renstra Lampiran 1 mencetak “90 %”."
        in said
    )
    assert "≠ tabelnya sendiri mencetak target lain" in said
    assert "85 ↑ ≠" in drawn_texts(app, 1)
    assert "80" in drawn_texts(app, 1)


def test_another_unit_is_listed_and_not_drawn():
    app = open_page(indikator=TEPAT)
    assert "**Kota Serang · RKT IKU sekretariat**, satuan laporan: 2020: 12 Laporan" in words(app)
    assert "satuan berbeda** (n = 1 baris, 1 satker)" in words(app)
    charts = app.get("plotly_chart")
    assert len(charts) == 3
    assert not any("Serang" in chart.proto.spec for chart in charts)


def test_the_table_holds_every_row_of_the_satker_shown():
    rows = open_page(indikator=TEPAT).dataframe[0].value
    assert len(rows) == 9
    assert rows["nilai"].isna().sum() == 3


def test_grades_have_no_line_and_say_how_many_promise_each():
    app = open_page(indikator=gudang_contoh.OPINI, tahun="2020")
    assert app.header[0].value == "Target 2020 WTP di 1 satker dan WDP di 1 satker"
    assert len(app.get("plotly_chart")) == 2


@pytest.mark.parametrize("given", ["OPINI-BPK", gudang_contoh.OPINI, f"{gudang_contoh.OPINI} · OPINI-BPK"])
def test_the_address_names_an_indikator_by_kode_or_name(given):
    app = open_page(indikator=given)
    assert app.query_params["indikator"] == f"{gudang_contoh.OPINI} · OPINI-BPK"


def test_the_wording_of_each_satker_is_named_and_an_unsure_match_is_marked():
    said = words(open_page(indikator=TEPAT))
    assert f"“{gudang_contoh.TEPAT}”" in said
    assert f"“{gudang_contoh.TEPAT.upper()}” :orange-badge[:material/help: mungkin sama, belum pasti]" in said
    assert "(?) mungkin indikator yang sama" in said


def test_texts_that_belong_to_no_indikator_baku_stand_for_themselves():
    app = open_page(indikator=gudang_contoh.SENGKETA)
    assert "belum dipadankan" in words(app)


def test_printed_texts_can_be_compared_instead():
    app = open_page(menurut="Bunyi tercetak", bunyi=gudang_contoh.OPINI)
    assert "bunyi indikator** tercetak dengan kalimat yang sama pada" in words(app)
    assert app.selectbox(key="bunyi").value == gudang_contoh.OPINI


def test_satker_that_print_no_target_are_named():
    assert "Tidak mencetak target indikator ini: KPU Kota Balikpapan" in words(open_page(indikator=TEPAT))


def test_an_unknown_indikator_in_the_address_is_said():
    assert "tidak ada dalam saringan ini" in words(open_page(indikator="Indikator karangan"))


def test_the_filter_narrows_the_rows():
    app = open_page(satker="3572")
    assert "Tidak satu pun dari **2 indikator baku**" in words(app)
    assert set(app.dataframe[0].value["satker"]) == {"KPU Kota Blitar"}


def test_nothing_left_says_what_to_change():
    app = open_page(sasaran="katayangtidakada")
    assert "Tidak ada target yang cocok. Longgarkan pencarian sasaran" in words(app)
    assert not app.dataframe


def test_years_that_disagree_alike_are_taken_together():
    rows = [
        ("KPU Kota Blitar", "%", year, ["Blitar · Renstra A", "Blitar · Renstra B"], ["1%", "2%"]) for year in YEARS
    ]
    schema = ["satker", "satuan_banding", "tahun", "label", "nilai_teks"]
    (line,) = kalimat.perbedaan(pl.DataFrame(rows, schema=schema, orient="row"))
    assert line == "- KPU Kota Blitar, 2020–2022: Renstra A mencetak “1%” dan Renstra B mencetak “2%”."


@pytest.mark.parametrize(
    ("years", "text"), [([2020], "2020"), ([2020, 2021], "2020 dan 2021"), ([2020, 2021, 2023], "2020, 2021, dan 2023")]
)
def test_years_in_words(years, text):
    assert years_in_words(years) == text


def test_the_download_holds_readable_columns_only(monkeypatch):
    exported: dict[str, list[str]] = {}

    def keep(frame, **known):
        exported[known["page"]] = frame.columns

    monkeypatch.setattr("pages.components.downloads.download", keep)
    open_page(indikator=TEPAT)
    assert {"nilai", "nilai_teks", "keadaan", "berkas", "baris"} <= set(exported["target"])
    assert not {"indikator_id", "label", "satuan_tersirat", "satuan_banding"} & set(exported["target"])
