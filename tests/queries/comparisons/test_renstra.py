"""Last year and the end of the Renstra beside an indikator: by rule, never across another unit or definition."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparisons import hambatan, renstra

KINDS = dict.fromkeys(("kode_satker", "kunci", "keyakinan", "polaritas", "satuan", "status"), pl.String) | {
    "realisasi_teks": pl.String, "tahun": pl.Int16, "realisasi": pl.Float64, "capaian": pl.Float64,
}  # fmt: skip
ENDS = dict.fromkeys(("kode_satker", "kode_baku", "keyakinan", "kunci_bunyi", "nilai_teks", "satuan"), pl.String) | {
    "nilai": pl.Float64, "tahun_awal": pl.Int16, "tahun_akhir": pl.Int16,
}  # fmt: skip
DASAR = {
    "kode_satker": "1674", "kunci": "DIDIK", "keyakinan": "pasti", "polaritas": "maksimal", "satuan": "%",
    "status": "tercapai", "realisasi_teks": "80%", "realisasi": 80.0, "capaian": 100.0,
}  # fmt: skip
AKHIR = {
    "kode_satker": "1674", "kode_baku": "DIDIK", "keyakinan": "pasti", "kunci_bunyi": "didik", "nilai_teks": "90%",
    "satuan": "%", "nilai": 90.0, "tahun_awal": 2020, "tahun_akhir": 2024,
}  # fmt: skip


def beside(years: dict[int, dict[str, Any]], *ends: dict[str, Any], tahun: int = 2022) -> dict[str, Any]:
    """The row of `tahun` of one indikator with these years, beside these end targets."""
    rows = pl.DataFrame([DASAR | {"tahun": year} | change for year, change in years.items()], schema=KINDS)
    given = pl.DataFrame([AKHIR | end for end in ends], schema=ENDS)
    return renstra.beside(rows, given, tahun).row(0, named=True)


def test_the_distance_asks_for_a_pace_and_the_last_years_say_whether_it_is_kept():
    row = beside({2020: {"realisasi": 70.0}, 2021: {"realisasi": 76.0}, 2022: {}}, {})
    assert (row["jarak"], row["laju_perlu"], row["laju"], row["tahun_laju"]) == (10.0, 5.0, 5.0, 2)
    assert row["keadaan_akhir"] == renstra.CUKUP
    assert beside({2021: {"realisasi": 76.0}, 2022: {}}, {})["keadaan_akhir"] == renstra.KURANG


def test_lower_is_better_is_measured_downwards():
    few = {"polaritas": "minimal", "satuan": "kali"}
    years = {2021: few | {"realisasi": 9.0}, 2022: few | {"realisasi": 6.0}}
    row = beside(years, {"satuan": "kali", "nilai": 2.0})
    assert (row["jarak"], row["laju_perlu"], row["laju"], row["keadaan_akhir"]) == (4.0, 2.0, 3.0, renstra.CUKUP)
    assert beside(years, {"satuan": "kali", "nilai": 7.0})["keadaan_akhir"] == renstra.SAMPAI


def test_the_distance_has_no_dust_of_binary_fractions():
    assert beside({2022: {"realisasi": 0.14}}, {"nilai": 0.34})["jarak"] == 0.2


@pytest.mark.parametrize(
    "years",
    [
        {2021: {"satuan": "lembar", "realisasi": 70.0}, 2022: {}},
        {2020: {"realisasi": 70.0}, 2022: {}},
        {2021: {"keyakinan": "mungkin", "realisasi": 70.0}, 2022: {}},
        {2021: {"kunci": "LAIN", "realisasi": 70.0}, 2022: {}},
        {2020: {"realisasi": 60.0}, 2021: {"satuan": "lembar"}, 2022: {}},
        {2022: {}},
    ],
    ids=["unit", "gap", "mungkin", "definition", "unit between", "alone"],
)
def test_no_pace_across_a_change_or_a_gap(years):
    row = beside(years, {})
    assert row["laju"] is None
    assert (row["laju_perlu"], row["keadaan_akhir"]) == (5.0, renstra.TAK_DIKETAHUI)


@pytest.mark.parametrize(
    "ends",
    [
        [],
        [{"satuan": "lembar"}],
        [{"keyakinan": "mungkin"}],
        [{}, {"nilai": 95.0}],
        [{"tahun_awal": 2015, "tahun_akhir": 2019}],
        [{"nilai": None}],
        [{"kode_satker": "1671"}],
    ],
    ids=["none", "unit", "mungkin", "two", "period", "grade", "office"],
)
def test_no_distance_without_one_end_target_of_its_unit(ends):
    row = beside({2022: {}}, *ends)
    assert [row[name] for name in ("akhir", "tahun_akhir", "jarak", "laju_perlu", "keadaan_akhir")] == [None] * 5


def test_an_end_target_printed_twice_alike_is_one():
    assert beside({2022: {}}, {}, {"nilai_teks": "90 %"})["akhir"] == 90.0


def test_in_the_last_year_nothing_is_left_to_run():
    row = beside({2023: {}, 2024: {}}, {}, tahun=2024)
    assert (row["jarak"], row["laju_perlu"], row["keadaan_akhir"]) == (10.0, None, renstra.TERLAMBAT)


def test_last_year_is_beside_and_its_change_only_in_one_unit():
    row = beside({2021: {"capaian": 95.0, "status": "tidak tercapai", "realisasi_teks": "76%"}, 2022: {}})
    assert (row["capaian_lalu"], row["status_lalu"], row["realisasi_teks_lalu"]) == (95.0, "tidak tercapai", "76%")
    assert row["selisih_capaian"] == 5.0
    other = beside({2021: {"capaian": 95.0, "satuan": "lembar"}, 2022: {}})
    assert (other["capaian_lalu"], other["selisih_capaian"]) == (95.0, None)


@given(
    st.lists(st.tuples(st.integers(2018, 2024), st.floats(0, 200)), min_size=1, unique_by=lambda pair: pair[0]),
    st.floats(0, 200),
)
def test_every_state_follows_from_its_figures(years, nilai):
    tahun = max(year for year, _ in years)
    row = beside(
        {year: {"realisasi": value} for year, value in years}, {"nilai": nilai, "tahun_awal": 2018}, tahun=tahun
    )
    assert row["jarak"] == round(max(nilai - row["realisasi"], 0), 9)
    assert (row["laju_perlu"] is not None) == (row["jarak"] > 0 and tahun < 2024)
    assert row["keadaan_akhir"] in (
        renstra.SAMPAI, renstra.CUKUP, renstra.KURANG, renstra.TERLAMBAT, renstra.TAK_DIKETAHUI
    )  # fmt: skip
    if row["keadaan_akhir"] == renstra.CUKUP:
        assert row["laju"] >= row["laju_perlu"]


def test_an_obstacle_stands_beside_the_words_it_is_printed_with():
    rows = pl.DataFrame(
        {"indikator": ["Nilai  RB (KPU)", "Lain"], "tahun": [2024, 2024]}, {"indikator": pl.String, "tahun": pl.Int16}
    )
    printed = pl.DataFrame(
        [("nilai RB KPU", "a", "b", 2024, 5), ("Nilai RB KPU", "c", None, 2024, 6), (None, "d", "e", 2024, 7),
         ("Lain", "f", "g", 2023, 8)],
        schema={"aspek": pl.String, "hambatan": pl.String, "upaya": pl.String, "tahun": pl.Int16, "baris": pl.Int32},
        orient="row",
    ).with_columns(berkas=pl.lit("lk.txt"))  # fmt: skip
    first, second = hambatan.beside(rows, printed).iter_rows(named=True)
    assert (first["hambatan"], first["upaya"], first["hambatan_baris"]) == ("a; c", "b", 5)
    assert (second["hambatan"], second["upaya"], second["hambatan_berkas"]) == (None, None, None)
