"""The capaian engine: the field's worked examples, and what must hold for any numbers."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparisons import capaian

HIMPUNAN = capaian.rules()["himpunan"][0]
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


def ranged(**given: Any) -> dict[str, Any]:
    edges = {name: given.pop(name) for name in capaian.RENTANG}
    frame = rows(given).with_columns(pl.lit(value, dtype=pl.Float64).alias(name) for name, value in edges.items())
    found = capaian.with_capaian(frame)
    assert found.columns[: len(frame.columns)] == frame.columns
    return found.row(0, named=True)


@pytest.mark.parametrize(
    ("polaritas", "low", "high", "realisasi", "percent"),
    [
        ("maksimal", 80, 90, 70, 87.5),
        ("maksimal", 80, 90, 99, 110),
        ("minimal", 7, 8, 9, 87.5),
        ("minimal", 7, 8, 6.5, 107.1429),
        ("tetap", 80, 90, 72, 90),
        ("maksimal", 80, 90, 85, 100),
        ("rentang", 80, 90, 80, 100),
        ("minimal", 0, 2, 0, 100),
    ],
)
def test_a_range_counts_from_its_nearer_edge(
    polaritas: str, low: float, high: float, realisasi: float, percent: float
) -> None:
    row = ranged(polaritas=polaritas, target_bawah=low, target_atas=high, realisasi=realisasi)
    assert row["capaian_hitung"] == pytest.approx(percent, abs=1e-3)
    assert (row["alasan"], row["aturan_capaian"]) == (None, "rentang")


@pytest.mark.parametrize(
    ("low", "high", "polaritas", "alasan"),
    [
        (80.0, 90.0, "rentang", "polaritas_belum_ditetapkan"),
        (80.0, 90.0, None, "polaritas_belum_ditetapkan"),
        (90.0, 80.0, "maksimal", "target_tidak_ada"),
        (None, 90.0, "maksimal", "target_tidak_ada"),
    ],
)
def test_outside_a_range_the_direction_must_be_known_and_half_a_range_is_none(
    low: float | None, high: float | None, polaritas: str | None, alasan: str
) -> None:
    row = ranged(polaritas=polaritas, target_bawah=low, target_atas=high, realisasi=50.0)
    assert (row["capaian_hitung"], row["alasan"], row["aturan_capaian"]) == (None, alasan, None)


@given(st.sampled_from(POLARITIES), numbers, numbers)
def test_a_range_of_one_value_is_that_target(polaritas: str, target: float, realisasi: float) -> None:
    edges = ranged(polaritas=polaritas, target_bawah=target, target_atas=target, realisasi=realisasi)
    plain = one(polaritas=polaritas, target=target, realisasi=realisasi)
    assert edges["capaian_hitung"] == pytest.approx(plain["capaian_hitung"])


@given(st.sampled_from(POLARITIES), numbers, numbers, st.floats(0, 1))
def test_inside_a_range_every_direction_is_a_hundred(polaritas: str, a: float, b: float, way: float) -> None:
    low, high = sorted((a, b))
    inside = min(low + way * (high - low), high)
    assert ranged(polaritas=polaritas, target_bawah=low, target_atas=high, realisasi=inside)["capaian_hitung"] == 100


EXAMPLES = [(rumus, contoh) for rumus in HIMPUNAN["rumus"] for contoh in rumus["contoh"]]


@pytest.mark.parametrize(("rumus", "contoh"), EXAMPLES, ids=[f"{r['kode']}-{c['realisasi']}" for r, c in EXAMPLES])
def test_every_example_of_the_rule_file_is_what_its_formula_gives(
    monkeypatch: pytest.MonkeyPatch, rumus: dict[str, Any], contoh: dict[str, Any]
) -> None:
    use(monkeypatch, changed(dipakai=HIMPUNAN["dipakai"] | {rumus["polaritas"]: rumus["kode"]}))
    if rumus["kode"] == "ordinal":
        row = one(target_ordinal=contoh["target"], realisasi_ordinal=contoh["realisasi"], polaritas="ordinal")
        assert contoh["capaian"] == ("terpenuhi" if row["terpenuhi"] else "tidak terpenuhi")
        return
    edges = {"target_bawah": contoh.get("bawah"), "target_atas": contoh.get("atas")}
    polaritas = contoh.get("arah", rumus["polaritas"])
    row = ranged(polaritas=polaritas, target=contoh.get("target"), realisasi=contoh["realisasi"], **edges)
    assert row["capaian_hitung"] == pytest.approx(contoh["capaian"], abs=0.005)
    assert row["aturan_capaian"] == rumus["kode"]


def changed(**fields: Any) -> dict[str, Any]:
    return deepcopy(HIMPUNAN) | fields


def use(monkeypatch: pytest.MonkeyPatch, *himpunan: dict[str, Any]) -> None:
    for each in himpunan:
        capaian.check_formulas(each)
    capaian.check_years(list(himpunan))
    monkeypatch.setattr(capaian, "rules", lambda: {"himpunan": list(himpunan)})


def test_the_other_formula_for_lower_is_better_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, changed(dipakai=HIMPUNAN["dipakai"] | {"minimal": "target_per_realisasi"}))
    row = one(polaritas="minimal", target=12.0, realisasi=16.0)
    assert (row["capaian_hitung"], row["aturan_capaian"]) == (pytest.approx(75), "target_per_realisasi")
    assert one(polaritas="minimal", target=12.0, realisasi=0.0)["alasan"] == "realisasi_nol"
    assert one(polaritas="minimal", target=0.0, realisasi=0.0)["capaian_hitung"] == 100
    assert one(polaritas="maksimal", target=80.0, realisasi=0.0)["capaian_hitung"] == 0


def test_the_rule_set_of_its_year_holds_for_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    older = changed(kode="lama", tahun_akhir=2020, dipakai=HIMPUNAN["dipakai"] | {"minimal": "target_per_realisasi"})
    use(monkeypatch, older, changed(kode="baru", tahun_awal=2021))
    row = {"polaritas": "minimal", "target": 12.0, "realisasi": 16.0}
    years = rows(row, row, row).with_columns(tahun=pl.Series([2009, 2020, 2021], dtype=pl.Int16))
    found = capaian.with_capaian(years)
    assert found["aturan_capaian"].to_list() == [None, "target_per_realisasi", "makin_rendah"]
    assert found["alasan"].to_list() == ["aturan_tidak_ada", None, None]
    assert one(**row)["aturan_capaian"] == "makin_rendah"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"dipakai": HIMPUNAN["dipakai"] | {"minimal": "terbalik"}}, "rumus «terbalik» tidak dikenal; yang dikenal: "),
        ({"dipakai": HIMPUNAN["dipakai"] | {"minimal": "tetap"}}, "«tetap» hanya untuk polaritas tetap"),
        ({"dipakai": {"maksimal": "makin_tinggi"}}, "belum ada rumus yang dipakai untuk polaritas minimal, ordinal"),
        ({"rumus": HIMPUNAN["rumus"] * 2}, "harus tercantum tepat sekali"),
        ({"rumus": HIMPUNAN["rumus"][1:]}, "«makin_tinggi» harus tercantum tepat sekali"),
        ({"rumus": [HIMPUNAN["rumus"][0] | {"kode": "x"}]}, "rumus «x» tidak dikenal"),
    ],
)
def test_a_rule_set_that_contradicts_itself_is_refused(fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(capaian.AturanSalah, match=f"himpunan umum: .*{sentence}"):
        capaian.check_formulas(changed(**fields))


@pytest.mark.parametrize(
    "years",
    [[(2010, 2019), (2021, None)], [(2010, 2021), (2021, None)], [(2010, None), (2021, None)], [(2010, 2020)]],
    ids=["gap", "overlap", "an open one in the middle", "an end of the last"],
)
def test_years_with_a_gap_or_overlap_are_refused(years: list[tuple[int, int | None]]) -> None:
    sets = [
        changed(kode=f"h{first}", tahun_awal=first) | ({"tahun_akhir": last} if last else {}) for first, last in years
    ]
    with pytest.raises(capaian.AturanSalah, match="himpunan h"):
        capaian.check_years(sets)
