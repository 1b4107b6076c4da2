"""Lines over the years: only of one indikator in one unit, and every break has its reason."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparisons import tren

KINDS = dict.fromkeys(["kode_satker", "satker", "unit", "kode_baku", "indikator_baku", "keyakinan"], pl.String) | {
    "kunci_bunyi": pl.String, "satuan": pl.String, "alasan": pl.String, "tahun": pl.Int16, "target": pl.Float64,
    "realisasi": pl.Float64,
}  # fmt: skip
DASAR = {
    "kode_satker": "1674", "satker": "KPU Kota Prabumulih", "kode_baku": "DIDIK", "indikator_baku": "Pendidikan",
    "keyakinan": "pasti", "kunci_bunyi": "didik", "satuan": "%", "target": 90.0, "realisasi": 85.0,
}  # fmt: skip


def rows(*changes: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([dict.fromkeys(KINDS) | DASAR | change for change in changes], schema=KINDS)


def gaps(*changes: dict[str, Any]) -> list[tuple[Any, ...]]:
    given_rows = rows(*changes)
    series = tren.points(given_rows).filter(deret=0)
    return [(gap["sebab"], gap["tahun"]) for gap in tren.gaps(series, given_rows)]


def ruas(*changes: dict[str, Any]) -> list[tuple[int, int]]:
    return tren.points(rows(*changes)).select("tahun", "ruas").rows()


def test_two_years_make_a_line_and_one_makes_none():
    assert ruas({"tahun": 2024}, {"tahun": 2023}) == [(2023, 0), (2024, 0)]
    assert ruas({"tahun": 2024}) == []
    assert gaps({"tahun": 2024}, {"tahun": 2023}) == []


@pytest.mark.parametrize(
    "other",
    [{"kode_satker": "3572"}, {"unit": "komisioner"}, {"kode_baku": "LAIN"}, {"kode_baku": None},
     {"keyakinan": "mungkin"}, {"realisasi": None}],
)  # fmt: skip
def test_what_is_another_indikator_or_no_number_makes_no_line(other: dict[str, Any]):
    assert ruas({"tahun": 2024}, {"tahun": 2023} | other) == []


def test_another_unit_breaks_the_line_and_both_units_are_named():
    changed = ({"tahun": 2022, "satuan": "kali"}, {"tahun": 2023}, {"tahun": 2024, "satuan": " % "})
    assert ruas(*changed) == [(2022, 0), (2023, 1), (2024, 1)]
    given_rows = rows(*changed)
    (gap,) = tren.gaps(tren.points(given_rows), given_rows)
    assert gap == {"sebab": "satuan", "tahun": 2022, "tahun_lain": 2023, "dari": "kali", "ke": "%"}


def test_a_year_without_realisasi_breaks_the_line():
    assert ruas({"tahun": 2020}, {"tahun": 2022}) == [(2020, 0), (2022, 1)]
    assert gaps({"tahun": 2020}, {"tahun": 2022}) == [("kosong", 2021)]


def test_the_same_words_under_another_indikator_baku_are_another_definition():
    assert gaps({"tahun": 2020}, {"tahun": 2021, "kode_baku": "LAIN"}, {"tahun": 2022}) == [("definisi", 2021)]
    assert gaps({"tahun": 2020}, {"tahun": 2021}, {"tahun": 2022, "kode_baku": None}) == [("definisi", 2022)]
    elsewhere = {"tahun": 2021, "kode_baku": "LAIN", "kode_satker": "3572"}
    assert gaps({"tahun": 2020}, elsewhere, {"tahun": 2022}) == [("kosong", 2021)]


def test_two_figures_of_one_year_have_no_point_but_the_same_figure_twice_has():
    twice = ({"tahun": 2020}, {"tahun": 2021}, {"tahun": 2022, "realisasi": 1.0}, {"tahun": 2022, "realisasi": 2.0})
    assert ruas(*twice) == [(2020, 0), (2021, 0)]
    assert gaps(*twice) == [("ganda", 2022)]
    assert ruas({"tahun": 2020}, {"tahun": 2021}, {"tahun": 2021}) == [(2020, 0), (2021, 0)]


def test_a_target_in_another_unit_than_its_realisasi_is_left_out():
    points = tren.points(rows({"tahun": 2023, "alasan": "satuan_berbeda"}, {"tahun": 2024, "alasan": "target_nol"}))
    assert points["target"].to_list() == [None, 90.0]


@pytest.mark.parametrize(
    ("units", "unit"),
    [((None, None), None), ((None, "%"), "%"), (("%", None), "%"), (("%", " % "), "%"), (("%", "kali"), None),
     (("kali", "%"), None)],
)  # fmt: skip
def test_the_unit_of_a_year_is_the_one_it_prints_in_whatever_order_and_two_make_no_point(units, unit):
    points = tren.points(rows({"tahun": 2020}, {"tahun": 2021}, *({"tahun": 2022, "satuan": given} for given in units)))
    found = points.filter(tahun=2022)["satuan"].to_list()
    assert found == ([] if set(units) == {"%", "kali"} else [unit])


def test_one_figure_in_two_units_is_told_as_two_figures():
    twice = ({"tahun": 2022, "satuan": "kali"}, {"tahun": 2022})
    assert gaps({"tahun": 2021}, *twice, {"tahun": 2023}) == [("ganda", 2022)]


cells = st.fixed_dictionaries(
    {
        "kode_satker": st.sampled_from(["1", "2"]), "kode_baku": st.sampled_from([None, "A", "B"]),
        "unit": st.sampled_from([None, "komisioner"]), "tahun": st.integers(2018, 2024),
        "satuan": st.sampled_from([None, "%", "kali"]), "realisasi": st.sampled_from([None, 1.0, 2.0]),
    }
)  # fmt: skip


@given(st.lists(cells, max_size=14), st.randoms())
def test_a_series_has_a_year_once_and_a_ruas_one_unit_without_holes_in_any_order(changes, random):
    points = tren.points(rows(*changes))
    assert points.select("deret", "tahun").is_unique().all()
    for _, part in points.group_by("deret"):
        assert part.select(*tren.DERET).n_unique() == 1
        assert part.height > 1
    for _, part in points.group_by("deret", "ruas"):
        assert part["satuan_banding"].n_unique() == 1
        years = part["tahun"].to_list()
        assert years == list(range(years[0], years[0] + part.height))
    shuffled = list(changes)
    random.shuffle(shuffled)
    columns = ["deret", "ruas", *tren.DERET, "tahun", "realisasi", "satuan", "satuan_banding"]
    again = tren.points(rows(*shuffled)).select(columns)
    assert again.equals(points.select(columns))


@given(st.lists(cells, max_size=14))
def test_every_year_between_two_points_that_are_not_joined_has_a_reason(changes):
    given_rows = rows(*changes)
    for _, series in tren.points(given_rows).group_by("deret"):
        told = tren.gaps(series, given_rows)
        years = series["tahun"].to_list()
        missing = set(range(min(years), max(years))) - set(years)
        assert missing <= {gap["tahun"] for gap in told}
        assert sum(gap["sebab"] == tren.SATUAN for gap in told) == (
            series.sort("tahun")["satuan_banding"].rle_id().max() or 0
        )
