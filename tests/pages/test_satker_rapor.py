"""Satker: one office's rapor of a year; headline, tiles and rows are the same numbers, each with its source."""

from urllib.parse import parse_qs, urlsplit

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from pages.components.format import number, percent
from pages.components.text import pendek
from pages.parts.satker import meleset
from queries import kelengkapan, rapor, saring, satker
from queries.comparisons.rapor import UKURAN, measure, standing
from queries.saring import Saring
from tests.pages.conftest import HARI
from tests.pages.layar import html, links, rows, seen, words
from tests.pages.layar import open_page as open_any

pytestmark = pytest.mark.usefixtures("hari_tetap", "buka_provinsi")
FILTERS: list[dict[str, list[str]]] = [
    {"tahun": ["2024"]},
    {"tahun": ["2022", "2023"]},
    {"tahun": ["2023"], "tingkat": ["program"]},
    {"tahun": ["2024"], "sasaran": ["pemilu"]},
    {"tahun": ["2024"], "provinsi": ["Jawa Timur"]},
]


def open_page(**params: str | list[str]) -> AppTest:
    return open_any("satker", **params)


def chosen(given: dict[str, list[str]]) -> Saring:
    codes = {label: code for _, code, label, _ in saring.options().iter_rows()}
    return Saring(
        tahun=tuple(int(year) for year in given["tahun"]),
        provinsi=tuple(given.get("provinsi", [])),
        tingkat=tuple(codes[name] for name in given.get("tingkat", [])),
        sasaran=given.get("sasaran", [""])[0],
    )


def misses(app: AppTest) -> list[list[str]]:
    return [row for row in rows(app) if len(row) == 7 and row[0] != "Indikator"]


@pytest.mark.parametrize("given", FILTERS, ids=str)
@pytest.mark.parametrize("place", [0, -1])
def test_headline_tiles_and_rows_are_the_same_numbers(given, place):
    asked, tahun = chosen(given), max(chosen(given).tahun)
    every = rapor.baris(asked, tahun, HARI)
    one = standing(every).row(place, named=True)
    app = open_page(kantor=one["satker"], meleset_lain="true", **given)
    total = measure(every.filter(kode_satker=one["kode_satker"]), None).row(0, named=True)
    said = seen(html(app))
    for name in UKURAN:
        assert f"{name.capitalize()} {percent(total[f'{name}_persen'], 1) or 'tidak ada'}" in said
    if not one["n_indikator"]:
        assert f"## {pendek(one['satker'])} {tahun}: tidak punya laporan capaian" in words(app)
        return
    counted = f"{number(one['n_tercapai'])} dari {number(one['n_indikator'])} indikator tercapai"
    assert f"## {pendek(one['satker'])} {tahun}: {counted}" in words(app)
    assert len(misses(app)) == one["n_meleset"]
    (table,) = [frame.value for frame in app.dataframe]
    assert len(table) == one["n_indikator"]
    for status, name in {
        "tercapai": "n_tercapai",
        "tidak tercapai": "n_meleset",
        "tak terhitung": "n_tak_terhitung",
    }.items():
        assert (table["status"] == status).sum() == one[name]


def test_a_miss_stands_with_its_year_before_its_end_its_cause_and_its_sources():
    every = rapor.baris(Saring(), 2023, HARI)
    with_cause = (
        (one, row)
        for one in every.iter_rows(named=True)
        for row in meleset.missed(satker.indikator(Saring(), one["kode_satker"], 2023)).head(5).iter_rows(named=True)
        if row["hambatan"] and row["capaian"] and row["capaian_lalu"] and row["keadaan_akhir"]
    )
    one, row = next(with_cause)
    app = open_page(kantor=one["satker"], tahun="2023")
    (drawn,) = [cells for cells in misses(app) if cells[0] == row["indikator"]]
    assert drawn[3] == percent(row["capaian"], 1)
    assert drawn[4].startswith(percent(row["capaian_lalu"], 1))
    assert "setahun" in drawn[5] or drawn[5].endswith("sudah sampai")
    assert row["hambatan"] in drawn[6]
    asked = [parse_qs(urlsplit(href).query) for href in links(app) if "sumber=" in href]
    assert {
        "sumber": [f"{row['berkas']}:{row['baris']}:2023:realisasi"],
        "kantor": [one["satker"]],
        "tahun": ["2023"],
    } in asked
    assert f"{row['hambatan_berkas']}:{row['hambatan_baris']}:2023" in [query["sumber"][0] for query in asked]


def test_few_misses_at_first_the_rest_unfolds():
    every = rapor.baris(Saring(), 2024, HARI)
    one = every.sort("n_meleset", descending=True).row(0, named=True)
    assert one["n_meleset"] > meleset.MOST
    app = open_page(kantor=one["satker"], tahun="2024")
    assert len(misses(app)) == meleset.MOST
    assert f"{one['n_meleset'] - meleset.MOST} indikator lain yang meleset" in [box.label for box in app.expander]


def test_without_a_report_it_is_said_with_what_is_missing_and_the_last_one():
    every = pl.concat([rapor.baris(Saring(), year, HARI) for year in (2022, 2023, 2024, 2025)])
    one = every.filter(~pl.col("punya_capaian")).row(0, named=True)
    own = Saring(satker=(one["kode_satker"],), tahun=(one["tahun"],))
    app = open_page(kantor=one["satker"], tahun=str(one["tahun"]))
    info = app.info[0].value
    for row in kelengkapan.wajib(own, HARI).iter_rows(named=True):
        assert f"{row['dokumen']} {row['keadaan']}" in seen(html(app))
        if row["keadaan"].startswith("belum"):
            assert row["dokumen"] in info
    assert "aporan" in info
    assert not misses(app)


def test_the_next_office_is_the_next_of_the_rapor_of_its_provinsi():
    order = standing(rapor.baris(Saring(), 2024, HARI))["satker"].to_list()
    app = open_page(tahun="2024")
    assert app.selectbox(key="kantor").options == order
    assert app.button(key="kantor_chevron_left").disabled
    app.button(key="kantor_chevron_right").click().run()
    assert f"## {pendek(order[1])} 2024" in words(app)
    assert app.query_params["kantor"] == order[1]
    last = open_page(tahun="2024", kantor=order[-1])
    assert last.button(key="kantor_chevron_right").disabled


def test_an_old_address_of_a_branch_opens_the_promises():
    assert open_page(susunan="x").session_state["rincian"] == "janji"


def test_simulated_data_says_so():
    assert "DATA SIMULASI" in words(open_page())
