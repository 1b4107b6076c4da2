"""LKE: what can be laid beside a realisasi, and what never can; shares of whole documents."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparisons import lke

WORDS = ["kode_satker", "kode_baku", "keyakinan", "kunci_bunyi", "realisasi_ordinal", "satuan"]
HISTORY = dict.fromkeys(WORDS, pl.String) | {"tahun": pl.Int16, "realisasi": pl.Float64}
ROWS = HISTORY | {"target": pl.Float64, "target_ordinal": pl.String, "satker": pl.String, "berkas": pl.String}
ENDS = dict.fromkeys(["kode_satker", "kode_baku", "keyakinan", "kunci_bunyi"], pl.String) | {
    "tahun_awal": pl.Int16, "tahun_akhir": pl.Int16, "nilai_teks": pl.String, "nilai": pl.Float64,
    "nilai_ordinal": pl.String, "satuan": pl.String,
}  # fmt: skip
LAPOR = {
    "kode_satker": "1674", "kode_baku": "DIDIK", "keyakinan": "pasti", "kunci_bunyi": "didik", "realisasi": 85.0,
    "satuan": "%", "tahun": 2024, "target": 90.0, "satker": "KPU Kota Prabumulih", "berkas": "lk.txt",
}  # fmt: skip
DULU = {name: LAPOR[name] for name in HISTORY if name in LAPOR} | {"tahun": 2023, "realisasi": 80.0}
AKHIR = {
    "kode_satker": "1674", "kode_baku": "DIDIK", "keyakinan": "pasti", "kunci_bunyi": "lain", "satuan": "%",
    "tahun_awal": 2020, "tahun_akhir": 2024, "nilai_teks": "95%", "nilai": 95.0,
}  # fmt: skip


def frame(kinds: dict[str, Any], *given_rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([dict.fromkeys(kinds) | row for row in given_rows], schema=kinds)


def beside(
    row: dict[str, Any], history: list[dict[str, Any]] | None = None, ends: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    made = lke.with_pembanding(frame(ROWS, row), frame(HISTORY, *(history or [])), frame(ENDS, *(ends or [])))
    return made.row(0, named=True)


def test_all_three_are_found_and_the_fourth_has_no_data():
    row = beside(LAPOR, [DULU, DULU | {"tahun": 2021}, DULU], [AKHIR, AKHIR | {"nilai_teks": "96%"}, AKHIR])
    assert [row[name] for name in lke.PEMBANDING] == [True, True, True]
    assert row["banding_nasional"] is None
    assert (row["tahun_terdahulu"], row["akhir_renstra"], row["lengkap"]) == (
        "2021, 2023",
        "95% (2024); 96% (2024)",
        True,
    )


@pytest.mark.parametrize(
    "other",
    [
        {"tahun": 2024},
        {"tahun": 2025},
        {"kode_satker": "3572"},
        {"kode_baku": "LAIN", "kunci_bunyi": "lain"},
        {"keyakinan": "mungkin", "kunci_bunyi": "lain"},
        {"realisasi": None},
        {"satuan": "kali"},
        {"realisasi": None, "realisasi_ordinal": "B"},
    ],
)
def test_what_is_no_earlier_year_of_the_same_measure_does_not_count(other: dict[str, Any]):
    row = beside(LAPOR, [DULU | other])
    assert (row["banding_tahun_lalu"], row["tahun_terdahulu"], row["lengkap"]) == (False, None, False)


@pytest.mark.parametrize(
    "other",
    [
        {"tahun_awal": 2025, "tahun_akhir": 2029},
        {"tahun_awal": 2015, "tahun_akhir": 2019},
        {"kode_satker": "3572"},
        {"kode_baku": None},
        {"nilai": None},
        {"satuan": "kali"},
    ],
)
def test_what_is_no_end_of_the_renstra_of_that_year_does_not_count(other: dict[str, Any]):
    assert not beside(LAPOR, [], [AKHIR | other])["banding_renstra"]


def test_without_a_sure_kode_baku_the_same_wording_is_the_same_measure():
    unknown = {"kode_baku": None, "keyakinan": None}
    assert beside(LAPOR | unknown, [DULU | unknown], [AKHIR | unknown | {"kunci_bunyi": "didik"}])["lengkap"]
    assert beside(LAPOR | {"keyakinan": "mungkin"}, [DULU | {"keyakinan": "mungkin"}])["banding_tahun_lalu"]


def test_a_unit_that_is_not_printed_agrees_and_a_grade_stands_beside_a_grade():
    assert beside(LAPOR, [DULU | {"satuan": None}])["banding_tahun_lalu"]
    grade = {"realisasi": None, "realisasi_ordinal": "B", "target": None, "target_ordinal": "A", "satuan": None}
    old = {"realisasi": None, "realisasi_ordinal": "CC", "satuan": None}
    assert beside(LAPOR | grade, [DULU | old], [AKHIR | {"nilai": None, "nilai_ordinal": "A"}])["lengkap"]


@pytest.mark.parametrize("lost", [{"target": None}, {"realisasi": None}])
def test_without_target_or_realisasi_nothing_stands_beside_it(lost: dict[str, Any]):
    row = beside(LAPOR | lost, [DULU], [AKHIR])
    assert (row["banding_target"], row["lengkap"]) == (False, False)
    assert row["banding_tahun_lalu"] is ("realisasi" not in lost)


cells = st.fixed_dictionaries(
    {
        "kode_satker": st.sampled_from(["1", "2"]), "kode_baku": st.sampled_from([None, "A", "B"]),
        "keyakinan": st.sampled_from([None, "pasti", "mungkin"]), "kunci_bunyi": st.sampled_from(["a", "b"]),
        "realisasi": st.sampled_from([None, 0.0, 5.0]), "tahun": st.integers(2020, 2024),
        "satuan": st.sampled_from([None, "%", "kali"]),
    }
)  # fmt: skip
reported = st.lists(
    cells.map(lambda row: row | {"target": 5.0, "satker": row["kode_satker"], "berkas": "x"}), max_size=8
)
endings = st.lists(
    cells.map(lambda row: {k: v for k, v in row.items() if k in ENDS} | AKHIR | {"kode_baku": row["kode_baku"]}),
    max_size=5,
)


@given(reported, st.lists(cells, max_size=8), endings)
def test_rows_stay_as_they_are_and_a_document_never_has_more_than_its_rows(rows, history, ends):
    given_rows = frame(ROWS, *rows)
    made = lke.with_pembanding(given_rows, frame(HISTORY, *history), frame(ENDS, *ends))
    assert made.select(given_rows.columns).equals(given_rows)
    assert not made.select(*lke.PEMBANDING, "lengkap").null_count().sum_horizontal().item()
    counted = lke.per_dokumen(made)
    assert counted["jumlah"].sum() == len(rows)
    for row in counted.iter_rows(named=True):
        single = [row[f"jumlah_{name}"] for name in lke.PEMBANDING]
        assert row["jumlah_lengkap"] <= min(single) <= max(single) <= row["jumlah"]
        assert row["memenuhi"] is (row["jumlah_lengkap"] * 10 >= row["jumlah"] * 9)


@given(reported, st.lists(cells, max_size=6), cells, endings)
def test_one_more_document_never_takes_a_comparison_away(rows, history, more, ends):
    before, after = (
        lke.with_pembanding(frame(ROWS, *rows), frame(HISTORY, *past), frame(ENDS, *ends))
        for past in (history, [*history, more])
    )
    for name in (*lke.PEMBANDING, "lengkap"):
        assert all(new or not old for old, new in zip(before[name], after[name], strict=True))


@pytest.mark.parametrize(
    ("complete", "of", "enough"), [(9, 10, True), (8, 10, False), (8, 9, False), (0, 1, False), (1, 1, True)]
)
def test_ninety_percent_is_enough(complete: int, of: int, enough: bool):
    rows = [LAPOR | {"kode_baku": f"K{number}"} for number in range(of)]
    keys = [{"kode_baku": f"K{number}"} for number in range(complete)]
    made = lke.with_pembanding(
        frame(ROWS, *rows), frame(HISTORY, *(DULU | key for key in keys)), frame(ENDS, *(AKHIR | key for key in keys))
    )
    (counted,) = lke.per_dokumen(made).to_dicts()
    assert (counted["jumlah_lengkap"], counted["memenuhi"]) == (complete, enough)
    assert counted["lengkap_persen"] == pytest.approx(complete / of * 100)
