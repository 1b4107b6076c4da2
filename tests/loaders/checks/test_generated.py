"""Worlds made at random: without a contradiction no rule complains; with one planted, its rule finds exactly that."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from loaders.checks.angka import rounding
from loaders.checks.base import DAFTAR, Data
from loaders.checks.capaian import PREDIKAT_BAWAH, explains, grade_of
from loaders.checks.runner import run
from tests.conftest import examples
from tests.loaders.checks.dunia import Row, capaian, data, pagu, target

World = dict[str, Any]
"""The keyword arguments of `data`: targets, reached, money."""
ABOUT_GAPS = {"K01", "N03"}
"""Coverage speaks of what is absent; amounts drawn at random may coincide."""
NAMES = ("logistik gudang", "arsip kantor", "pendidikan pemilih", "gaji pegawai", "bantuan hukum", "belanja modal")


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Facts that agree: indicators with rising shares, the same promise in PK and LK and a realisasi not far above it,
    budgets that add up.
    """
    rows: list[Row] = []
    reached: list[Row] = []
    for i in range(draw(st.integers(1, 6))):
        words = {"indikator": f"Persentase {NAMES[i]}", "sasaran": f"Terwujudnya {NAMES[i]}"}
        shares = sorted(draw(st.lists(st.integers(1, 100), min_size=5, max_size=5)))
        for year, share in enumerate(shares, start=2020):
            rows.append(target(indikator_id=i, baris=10 + i, tahun=year, nilai=float(share), **words))
        last = {"tahun": 2024, "nilai": float(shares[-1]), **words}
        rows.append(target(jenis_dokumen="PK", dokumen_id=2, tabel="PK", indikator_id=100 + i, baris=10 + i, **last))
        done = draw(st.integers(1, min(100, shares[-1] * 3 // 2)))
        lk = {"dokumen_id": 3, "tabel": "Bab III", "indikator_id": 200 + i, "baris": 10 + i}
        printed = round(done / shares[-1] * 100, 2)
        goal = {"target": float(shares[-1]), "realisasi": float(done), "capaian_tercetak": printed}
        reached.append(capaian(**lk, **last, **goal))
    return {"targets": rows, "reached": reached, "money": draw(budgets())}


@st.composite
def budgets(draw: st.DrawFn) -> list[Row]:
    """A tree total → program → kegiatan → sasaran that adds up, and its realisasi with true percentages."""
    rows: list[Row] = []
    total, number = 0, 0
    for p in range(draw(st.integers(1, 3))):
        program = 0
        for k in range(draw(st.integers(1, 3))):
            parts = draw(st.lists(st.integers(1, 10**9), min_size=1, max_size=3))
            above: dict[str, Any] = {"program": f"Program {p}", "kegiatan": f"Kegiatan {p}{k}"}
            number += 1
            rows.append(pagu(**above, uraian=above["kegiatan"], mata_anggaran_id=number, baris=number, pagu=sum(parts)))
            for amount in parts:
                number += 1
                rows.append(
                    pagu(
                        **above,
                        tingkat="sasaran",
                        uraian=f"O{number}",
                        mata_anggaran_id=number,
                        baris=number,
                        pagu=amount,
                    )
                )
            program += sum(parts)
        number += 1
        name = {"program": f"Program {p}", "kegiatan": None, "uraian": f"Program {p}"}
        rows.append(pagu(**name, tingkat="program", mata_anggaran_id=number, baris=number, pagu=program))
        total += program
    spent = draw(st.integers(0, total))
    facts = {"realisasi": float(spent), "persen_tercetak": round(spent / total * 100, 2)}
    rows.append(
        pagu(
            tingkat="total",
            program=None,
            kegiatan=None,
            uraian="TOTAL",
            mata_anggaran_id=999,
            baris=999,
            pagu=total,
            **facts,
        )
    )
    return rows


def complaints(facts: Data) -> dict[str, list[str]]:
    return {
        rule.kode: [t.uraian for t in hasil.temuan]
        for rule, hasil in run(facts)
        if hasil.temuan and rule.kode not in ABOUT_GAPS
    }


@given(worlds())
@examples(0.4)
def test_facts_that_agree_are_not_accused(world: World) -> None:
    assert complaints(data(**world)) == {}


@given(worlds(), st.data())
@examples(0.4)
def test_a_promise_changed_in_the_pk_is_found(world: World, draw: st.DataObject) -> None:
    promises = [row for row in world["targets"] if row["jenis_dokumen"] == "PK"]
    chosen = draw.draw(st.sampled_from(promises))
    chosen["nilai"] += draw.draw(st.integers(1, 5))
    found = complaints(data(**world))
    assert set(found) == {"T03"}
    assert len(found["T03"]) == 1


@given(worlds(), st.data())
@examples(0.4)
def test_a_part_changed_in_the_budget_is_found_at_its_parent(world: World, draw: st.DataObject) -> None:
    chosen = draw.draw(st.sampled_from([row for row in world["money"] if row["tingkat"] == "sasaran"]))
    chosen["pagu"] += draw.draw(st.integers(1, 10**6))
    found = complaints(data(**world))
    assert set(found) == {"U02"}
    assert chosen["kegiatan"] in found["U02"][0]


@given(worlds(), st.integers(1, 10**6))
@examples(0.4)
def test_a_total_that_its_rows_do_not_give_is_found(world: World, extra: int) -> None:
    for row in world["money"]:
        if row["tingkat"] == "total":
            row["pagu"] += extra
    assert "U04" in complaints(data(**world))


@given(worlds(), st.floats(0.06, 50))
@examples(0.4)
def test_a_percentage_changed_beyond_rounding_is_found(world: World, shift: float) -> None:
    """Beyond the rounding of one decimal, which a percentage such as 98,5 may have had."""
    (row,) = [row for row in world["money"] if row["tingkat"] == "total"]
    row["persen_tercetak"] = round(row["persen_tercetak"] + shift, 2)
    found = complaints(data(**world))
    assert found.keys() & {"N05", "N06"}


@given(worlds(), st.data())
@examples(0.4)
def test_a_row_dropped_from_the_report_is_found(world: World, draw: st.DataObject) -> None:
    lost = draw.draw(st.sampled_from(world["reached"]))
    world["reached"] = [row for row in world["reached"] if row is not lost]
    found = complaints(data(**world))
    assert set(found) == ({"T04"} if world["reached"] else set())


@given(st.integers(1, 1000), st.integers(0, 2000))
def test_a_capaian_by_a_formula_is_explained(goal: int, done: int) -> None:
    assert explains(goal, done, done / goal * 100)
    assert explains(goal, done, max(0.0, (2 * goal - done) / goal * 100))


def test_the_worked_examples_of_the_field() -> None:
    assert explains(75, 72, 96) == "realisasi/target"
    assert explains(80, 89.42, 111.775) == "realisasi/target"
    assert explains(90, 85, 94.4) == "realisasi/target"
    assert explains(95, 100, 105) == "realisasi/target, dibulatkan"
    assert explains(12, 13, 91.67) == "(2×target − realisasi)/target"
    assert explains(80, 83, 100) == "realisasi/target, dibatasi 100"
    assert explains(90, 81, 95) is None


@given(st.floats(0, 100))
def test_every_score_has_one_grade_and_grades_rise_with_scores(score: float) -> None:
    order = [grade for grade, _ in PREDIKAT_BAWAH]
    assert grade_of(score) in order
    assert order.index(grade_of(min(100.0, score + 1))) <= order.index(grade_of(score))
    assert [grade_of(edge) for edge in (80.0, 80.01, 71.2, 30.0, 0.0)] == ["BB", "A", "BB", "D", "D"]


@given(st.integers(1, 10**9), st.integers(0, 10**9))
def test_a_correctly_rounded_percentage_is_never_accused(ceiling: int, spent: int) -> None:
    true = spent / ceiling * 100
    for decimals in (1, 2):
        printed = round(true, decimals)
        if len(f"{printed:.2f}".rstrip("0").partition(".")[2]) == decimals:
            assert abs(true - printed) <= rounding(printed) + 1e-9


def test_the_rules_are_many() -> None:
    assert len(DAFTAR) >= 40
