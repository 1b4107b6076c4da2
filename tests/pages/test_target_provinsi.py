"""Target in a simulated province: opens where satker differ; every headline is what the rows below it say."""

import json
import re
from dataclasses import replace
from functools import partial
from urllib.parse import quote

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.target import kalimat, renstra, rows
from pages.parts.target.figures import sorted_names
from queries import target
from queries.comparisons.target import spread
from queries.saring import Saring
from tests.pages import layar
from tests.pages.layar import words

pytestmark = pytest.mark.usefixtures("buka_provinsi")
open_page = partial(layar.open_page, "target")
KINI = 2026


def seen(saring: Saring, place: int = 0) -> rows.Dilihat:
    daftar = target.indikator(saring, kini=KINI)
    return rows.read(saring, daftar.row(place, named=True), KINI, menurut_bunyi=False)


def rows_drawn(app: AppTest, place: int) -> list[str]:
    return json.loads(app.get("plotly_chart")[place].proto.spec)["layout"]["yaxis"]["categoryarray"]


def test_it_opens_on_an_indikator_whose_targets_differ():
    app = open_page()
    assert " berbeda dari " in app.header[0].value
    assert rows_drawn(app, 1)[0] == "Median"
    assert len(rows_drawn(app, 1)) <= rows.MOST + 2


@pytest.mark.parametrize("saring", [Saring(), Saring(tahun=(2023,)), Saring(jenis=("PK",)), Saring(jenis=("Renstra",))])
@pytest.mark.parametrize("place", range(0, 40, 8))
def test_the_sentences_count_the_rows_of_the_drill_down(saring: Saring, place: int):
    shown = seen(saring, place)
    of_year = shown.of_year()
    same = shown.targets.filter(
        tahun=shown.tahun, satuan_banding=shown.satuan, tingkat_satker=of_year["tingkat_satker"][0]
    ).filter(pl.col("nilai").is_not_null() | pl.col("nilai_ordinal").is_not_null())
    assert set(of_year["kode_satker"]) == set(same["kode_satker"])
    assert shown.nasional.is_empty() or set(shown.nasional["kode_satker"]) == {target.KPU_RI}
    for _, own in of_year.partition_by("kode_satker", as_dict=True).items():
        printed = same.filter(kode_satker=own["kode_satker"][0])["nilai_teks"].to_list()
        assert own["nilai_teks"][0] in printed
    if shown.satuan != "predikat" and len(of_year) > 1:
        (year,) = spread(shown.sebanding).filter(tahun=shown.tahun).to_dicts()
        assert (year["terendah"], year["tertinggi"]) == (of_year["nilai"].min(), of_year["nilai"].max())


def test_the_first_indikator_is_one_where_satker_differ_in_its_year():
    daftar = target.indikator(Saring(), kini=KINI)
    first = seen(Saring())
    assert daftar["jumlah_berbeda"][0] > 0
    assert first.of_year()["angka"].n_unique() > 1


def test_rows_stand_lowest_first_or_by_name_and_those_without_a_target_last():
    shown = seen(Saring())
    names = sorted_names(shown, "nilai")
    values = dict(shown.of_year().select("nama", "angka").iter_rows())
    told = [values[name] for name in names if name in values]
    assert told == sorted(told)
    compared = set(shown.sebanding["nama"])
    assert [name in compared for name in names] == sorted((name in compared for name in names), reverse=True)
    assert sorted_names(shown, "nama")[: len(compared)] == sorted(compared)


def test_the_order_is_in_the_address():
    by_name = rows_drawn(open_page(urut_target="Nama satker"), 1)
    assert by_name[1:] == sorted(by_name[1:])


def test_the_national_yardstick_ignores_the_satker_asked_for():
    everything, one = seen(Saring()), seen(Saring(satker=("3501",)))
    assert kalimat.nasional(everything.nasional, everything.satuan) or everything.nasional.is_empty()
    assert "KPU RI" not in set(one.sebanding["satker"])


def test_beside_the_national_renstra_each_target_is_counted_once_and_both_places_are_linked():
    shown = seen(Saring())
    assert kalimat.terhadap(shown.terhadap()) == ""  # KPU RI's begins after their years
    rows = replace(shown, nasional=shown.of_year()[2:3]).terhadap()
    assert set(rows["kode_satker"]) == set(shown.of_year()["kode_satker"])
    told = [int(count) for count in re.findall(r"(\d+) (?:lebih|sama)", kalimat.terhadap(rows))]
    assert sum(told) == len(rows) > 1
    drawn = renstra.html(rows)
    assert drawn.count("sumber=") == 2 * len(rows)
    assert drawn.count(quote(f"{rows['berkas_nasional'][0]}:{rows['baris_nasional'][0]}")) >= len(rows)


def test_one_satker_shows_each_of_its_tables():
    name = seen(Saring()).sebanding["satker"][0]
    app = open_page(satker=name)
    assert len(app.get("plotly_chart")) == 3
    assert "1 satker dibandingkan" in words(app)
