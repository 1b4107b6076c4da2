"""The chain: a planted contradiction is found, equal rows are left alone, whatever the numbers and their order."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparisons.rantai import JENIS, TANDA, per_indikator, with_beda

SCHEMA = {
    **dict.fromkeys(("kunci", "jenis_dokumen", "indikator"), pl.String),
    "nilai": pl.Float64,
    **dict.fromkeys(("nilai_ordinal", "satuan", "keadaan"), pl.String),
    "realisasi": pl.Float64,
    **dict.fromkeys(("realisasi_ordinal", "keadaan_realisasi"), pl.String),
}


def rows(*targets: dict) -> pl.DataFrame:
    plain = dict.fromkeys(SCHEMA) | {"kunci": "a", "indikator": "A", "keadaan": "ada"}
    return pl.DataFrame([plain | target for target in targets], schema=SCHEMA)


def marks(*targets: dict) -> list[bool]:
    return with_beda(rows(*targets))["target_beda"].to_list()


def test_numbers_units_grades_and_a_dash_contradict():
    assert marks({"nilai": 90}, {"nilai": 85}, {"nilai": 90}) == [False, True, False]
    assert marks({"nilai": 90, "satuan": "%"}, {"nilai": 90}, {"nilai": 90, "satuan": "orang"}) == [False, False, True]
    assert marks({"nilai_ordinal": "WTP"}, {"nilai_ordinal": "wtp"}, {"nilai_ordinal": "WDP"}) == [False, False, True]
    assert marks({"nilai": 90}, {"keadaan": "tidak_ditargetkan"}) == [False, True]


@pytest.mark.parametrize("keadaan", ["kosong", "rusak"])
def test_what_cannot_be_read_contradicts_nothing(keadaan):
    assert marks({"keadaan": keadaan}, {"nilai": 90}, {"keadaan": keadaan}, {"nilai": 85}) == [
        False,
        False,
        False,
        True,
    ]


def test_realisasi_is_compared_where_it_is_printed():
    frame = rows(
        {"nilai": 90},
        {"nilai": 90, "realisasi": 85, "keadaan_realisasi": "ada"},
        {"nilai": 90, "realisasi": 90, "keadaan_realisasi": "ada"},
    )
    assert with_beda(frame)["realisasi_beda"].to_list() == [False, False, True]


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=6), st.integers(0, 5))
def test_equal_rows_are_left_alone_and_a_planted_difference_is_marked(values, place):
    value = values[0]
    same = [{"nilai": value} for _ in values]
    assert not any(marks(*same))
    planted = place % (len(values) - 1) + 1
    same[planted]["nilai"] = value + 1
    assert [number for number, marked in enumerate(marks(*same)) if marked] == [planted]


@given(st.lists(st.sampled_from(JENIS), min_size=1, max_size=8))
def test_every_wording_is_shown_once_and_what_it_lacks_is_what_there_is_elsewhere(kinds):
    frame = rows(*[{"kunci": f"kunci{place % 3}" * 9, "jenis_dokumen": kind} for place, kind in enumerate(kinds)])
    jenis = sorted(set(kinds))
    shown = per_indikator(with_beda(frame), jenis)
    assert sorted(shown["kunci"]) == sorted(frame["kunci"].unique())
    for kunci, absent in shown.select("kunci", "tidak_ada").iter_rows():
        assert set(absent) == set(jenis) - set(frame.filter(kunci=kunci)["jenis_dokumen"])
    order = [TANDA.index(tanda) for tanda in shown["tanda"]]
    assert order == sorted(order)


def test_a_spelling_difference_is_not_called_missing():
    frame = rows(
        {"kunci": "persentasepemilihyanghadir", "jenis_dokumen": "PK", "indikator": "Persentase pemilih yang hadir"},
        {"kunci": "persentasepemilihhadir", "jenis_dokumen": "LK", "indikator": "Persentase pemilih hadir"},
        {"kunci": "opini", "jenis_dokumen": "LK", "indikator": "Opini"},
    )
    shown = per_indikator(with_beda(frame), ["PK", "LK"])
    assert dict(shown.select("indikator", "tanda").iter_rows()) == {
        "Opini": "tidak_ada",
        "Persentase pemilih yang hadir": "bunyi_mirip",
        "Persentase pemilih hadir": "bunyi_mirip",
    }
    assert shown.filter(kunci="opini")["mirip"].to_list() == [None]
