"""The rapor added up: shares of sums, changes of the same satker, nobody lost, nobody without a figure behind."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparisons import rapor
from queries.comparisons.rapor import JUMLAH, UKURAN, URUTAN, behind, measure, ordered

LALU = [f"{name}_lalu" for pair in UKURAN.values() for name in pair] + ["n_temuan_kritis_lalu"]
SCHEMA = dict.fromkeys(["kode_satker", "satker", "provinsi"], pl.String) | dict.fromkeys([*JUMLAH, *LALU], pl.Int64)


def rows(*given_rows: dict[str, Any]) -> pl.DataFrame:
    """Rows like those of queries.rapor.baris; what is not given is 0, of the year before unknown."""
    nothing = dict.fromkeys(JUMLAH, 0) | dict.fromkeys(LALU)
    named = [
        {"kode_satker": str(place), "satker": f"Kota {place}", "provinsi": "A"} | nothing | row
        for place, row in enumerate(given_rows)
    ]
    return pl.DataFrame(named, schema=SCHEMA)


@st.composite
def random_rows(draw: st.DrawFn) -> pl.DataFrame:
    """Any number of satker in two provinsi, each measure reported or not, this year and the one before."""
    made = []
    for place in range(draw(st.integers(0, 8))):
        row: dict[str, Any] = {"kode_satker": str(place), "satker": f"Kota {place}"}
        row["provinsi"] = draw(st.sampled_from(["A", "B"]))
        for part, whole in UKURAN.values():
            for suffix in ("", "_lalu"):
                row[whole + suffix] = draw(st.integers(0, 50))
                row[part + suffix] = draw(st.integers(0, row[whole + suffix]))
        row["n_meleset"] = row["n_indikator"] - row["n_tercapai"]
        row["n_dokumen_belum"] = row["n_dokumen_wajib"] - row["n_dokumen_ada"]
        row["n_temuan_kritis"], row["n_temuan_kritis_lalu"] = draw(st.integers(0, 9)), draw(st.integers(0, 9))
        made.append(row)
    return rows(*made)


@given(random_rows())
def test_satker_provinsi_and_all_together_are_the_same_sums(frame):
    levels = [measure(frame, by) for by in ("kode_satker", "provinsi", None)]
    for column in (*JUMLAH, "jumlah_satker", *(f"punya_{name}" for name in UKURAN)):
        assert {level[column].sum() for level in levels} == {levels[0][column].sum()}
    assert levels[0]["jumlah_satker"].sum() == len(frame)


@given(random_rows())
def test_a_share_is_of_sums_and_null_where_nothing_is_counted(frame):
    for by in ("kode_satker", "provinsi", None):
        for row in measure(frame, by).iter_rows(named=True):
            for name, (part, whole) in UKURAN.items():
                share = row[f"{name}_persen"]
                assert (share is None) == (row[whole] == 0)
                assert share is None or share == pytest.approx(100 * row[part] / row[whole])


@given(random_rows(), st.sampled_from(list(URUTAN)))
def test_every_row_stands_once_and_what_has_no_figure_stands_apart(frame, menurut):
    measured = measure(frame)
    known, missing = ordered(measured, menurut)
    assert sorted([*known["kunci"], *missing["kunci"]]) == sorted(measured["kunci"])
    column, highest_first = URUTAN[menurut]
    figures = known[column].to_list()
    assert None not in figures
    assert figures == sorted(figures, reverse=highest_first)
    if menurut == "temuan":
        assert missing["berdokumen"].sum() == 0
    else:
        assert missing[column].null_count() == len(missing)


@given(random_rows())
def test_behind_are_exactly_those_whose_figure_says_so(frame):
    measured = measure(frame)
    for rule in rapor.rules():
        found = behind(measured, rule)
        figures = dict(measured.select("kunci", rule["kolom"]).rows())
        low = rule["arah"] == "kurang"
        meant = {
            key
            for key, value in figures.items()
            if value is not None and (value < rule["ambang"] if low else value >= rule["ambang"])
        }
        assert set(found["kunci"]) == meant


def test_a_change_compares_the_satker_that_report_both_years():
    both = {"n_tercapai": 5, "n_indikator": 10, "n_tercapai_lalu": 8, "n_indikator_lalu": 10}
    new = {"n_tercapai": 10, "n_indikator": 10}
    gone = {"n_tercapai_lalu": 0, "n_indikator_lalu": 10}
    (whole,) = measure(rows(both, new, gone), None).iter_rows(named=True)
    assert (whole["capaian_persen"], whole["selisih_capaian"], whole["kedua_capaian"]) == (75.0, -30.0, 1)
    assert whole["penurunan_capaian"] == 30.0
    assert [row["selisih_capaian"] for row in measure(rows(both, new, gone)).iter_rows(named=True)] == [
        -30.0,
        None,
        None,
    ]


def test_a_satker_without_documents_is_never_the_best_of_temuan():
    clean, silent = {"n_dokumen_ada": 3, "n_dokumen_ada_lalu": 3, "n_temuan_kritis_lalu": 2}, {}
    known, missing = ordered(measure(rows(clean, silent)), "temuan")
    assert (known["nama"].to_list(), missing["nama"].to_list()) == (["Kota 0"], ["Kota 1"])
    assert known["selisih_temuan"].to_list() == [-2]
    assert missing["selisih_temuan"].to_list() == [None]


def test_the_rules_are_whole_and_performance_stands_before_documents(monkeypatch, tmp_path):
    kinds = [rule["kode"] for rule in rapor.rules()]
    assert kinds.index("dokumen") == len(kinds) - 1
    assert {rule["kolom"] for rule in rapor.rules()} <= set(measure(rows({})).columns)
    for broken in ('arah = "entah"', 'arah = "kurang"\n[[aturan]]\nkode = "capaian"\narah = "kurang"'):
        (tmp_path / "rapor.toml").write_text(f'[[aturan]]\nkode = "capaian"\n{broken}\n', encoding="utf-8")
        monkeypatch.setattr(rapor, "ATURAN", tmp_path / "rapor.toml")
        with pytest.raises(rapor.AturanSalah):
            rapor.rules.__wrapped__()
