"""The capaian engine: the field's worked examples, and what must hold for any numbers."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparisons import capaian

KINDS = {
    "target": pl.Float64, "realisasi": pl.Float64, "target_ordinal": pl.String, "realisasi_ordinal": pl.String,
    "satuan_target": pl.String, "satuan_realisasi": pl.String, "polaritas": pl.String,
}  # fmt: skip
POLARITIES = ["maksimal", "minimal", "tetap"]


def rows(*given: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([dict.fromkeys(KINDS) | row for row in given], schema=KINDS)


def one(**given: Any) -> dict[str, Any]:
    return capaian.with_capaian(rows(given)).row(0, named=True)


@pytest.mark.parametrize(
    ("polaritas", "target", "realisasi", "percent"),
    [
        ("maksimal", 75, 72, 96),
        ("maksimal", 80, 89.42, 111.775),
        ("maksimal", 90, 85, 94.4444),
        ("maksimal", 95, 100, 105.2632),
        ("minimal", 10, 10, 100),
        ("minimal", 12, 13, 91.6667),
        ("minimal", 10, 0, 200),
        ("minimal", 10, 25, 0),
        ("minimal", 0, 0, 100),
        ("tetap", 10, 11, 90),
        ("tetap", 10, 40, 0),
    ],
)
def test_the_worked_examples(polaritas: str, target: float, realisasi: float, percent: float) -> None:
    row = one(polaritas=polaritas, target=target, realisasi=realisasi)
    assert row["capaian_hitung"] == pytest.approx(percent, abs=1e-3)
    assert row["alasan"] is None
    assert row["aturan_capaian"]


@pytest.mark.parametrize(
    ("row", "alasan"),
    [
        ({"target": None, "realisasi": 5.0, "polaritas": "maksimal"}, "target_tidak_ada"),
        ({"target": 5.0, "realisasi": None, "polaritas": "maksimal"}, "realisasi_tidak_ada"),
        ({"target": 0.0, "realisasi": 5.0, "polaritas": "maksimal"}, "target_nol"),
        ({"target": 0.0, "realisasi": 5.0, "polaritas": "minimal"}, "target_nol"),
        ({"target": 5.0, "realisasi": 5.0, "polaritas": None}, "polaritas_belum_ditetapkan"),
        (
            {
                "target": 5.0,
                "realisasi": 5.0,
                "polaritas": "maksimal",
                "satuan_target": "%",
                "satuan_realisasi": "kali",
            },
            "satuan_berbeda",
        ),
        ({"target_ordinal": "B", "realisasi_ordinal": "CC", "polaritas": "ordinal"}, "ordinal"),
        ({"target": 80.0, "realisasi": 80.0, "polaritas": "ordinal"}, "ordinal"),
    ],
)
def test_what_cannot_be_computed_has_a_reason_and_is_never_zero(row: dict[str, Any], alasan: str) -> None:
    found = one(**row)
    assert (found["capaian_hitung"], found["alasan"], found["aturan_capaian"]) == (None, alasan, None)
    assert alasan in capaian.ALASAN


@pytest.mark.parametrize(
    ("target", "realisasi", "met"),
    [
        ("B", "CC", False),
        ("B", "B", True),
        ("B", "A", True),
        ("WTP", "WDP", False),
        ("WTP", "WTP", True),
        ("B", "WTP", None),
        ("B", None, None),
    ],
)
def test_a_grade_is_met_or_not(target: str, realisasi: str | None, met: bool | None) -> None:
    assert one(target_ordinal=target, realisasi_ordinal=realisasi, polaritas="ordinal")["terpenuhi"] is met


numbers = st.floats(0.01, 10**6)


@given(st.sampled_from(POLARITIES), numbers)
def test_at_target_every_direction_is_a_hundred(polaritas: str, target: float) -> None:
    assert one(polaritas=polaritas, target=target, realisasi=target)["capaian_hitung"] == pytest.approx(100)


@given(numbers, numbers, numbers)
def test_more_is_never_worse_for_maksimal_nor_better_for_minimal(target: float, a: float, b: float) -> None:
    less, more = sorted((a, b))
    both = [
        [one(polaritas=p, target=target, realisasi=r)["capaian_hitung"] for r in (less, more)]
        for p in ("maksimal", "minimal")
    ]
    assert both[0][0] <= both[0][1]
    assert both[1][0] >= both[1][1]


@given(
    st.lists(st.tuples(st.sampled_from(POLARITIES), numbers, st.none() | numbers), min_size=1, max_size=8), st.randoms()
)
def test_rows_in_bulk_in_any_order_give_what_each_gives_alone(
    given_rows: list[tuple[str, float, float | None]], random: Any
) -> None:
    alone = [one(polaritas=p, target=t, realisasi=r)["capaian_hitung"] for p, t, r in given_rows]
    order = list(range(len(given_rows)))
    random.shuffle(order)
    bulk = capaian.with_capaian(
        rows(
            *({"polaritas": given_rows[i][0], "target": given_rows[i][1], "realisasi": given_rows[i][2]} for i in order)
        )
    )
    assert bulk["capaian_hitung"].to_list() == [alone[i] for i in order]


@given(st.floats(0, 300), st.sampled_from(["lima_tingkat", "lan"]))
def test_every_capaian_has_exactly_one_class(value: float, kode: str) -> None:
    assert capaian.category(value, kode)
    assert capaian.category(None, kode) is None


def test_the_edges_of_the_default_scale() -> None:
    named = [capaian.category(value) for value in (91, 90.99, 76, 66, 51, 50.9, 0)]
    assert named == ["Sangat Tinggi", "Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah", "Sangat Rendah"]


@pytest.mark.parametrize(
    "kelas", [[[91, "A"], [95, "B"], [0, "C"]], [[91, "A"], [91, "B"], [0, "C"]], [[91, "A"], [10, "B"]]]
)
def test_a_scale_with_a_gap_or_overlap_is_refused(kelas: list[list[object]]) -> None:
    with pytest.raises(capaian.AturanSalah, match="tanpa celah"):
        capaian.check_scale({"kode": "x", "kelas": kelas})
