"""What may share an axis, and where printed rows of one satker disagree."""

from typing import Any

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from queries.comparisons.ordinal import SKALA, rank
from queries.comparisons.target import (
    disagreements,
    extremes,
    spread,
    unit_groups,
    with_label,
    with_unit_group,
    wordings,
)

KOLOM = {
    "indikator_id": pl.Int32,
    "kode_satker": pl.String,
    "satker": pl.String,
    "jenis_dokumen": pl.String,
    "unit": pl.String,
    "tabel": pl.String,
    "baris": pl.Int32,
    "tahun": pl.Int16,
    "nilai_teks": pl.String,
    "nilai": pl.Float64,
    "nilai_ordinal": pl.String,
    "satuan": pl.String,
    "keadaan": pl.String,
}


def target(indikator_id: int, tahun: int, nilai: float | str | None, satuan: str | None = "%", **other: Any) -> dict:
    row = {
        "indikator_id": indikator_id,
        "kode_satker": "1971",
        "satker": "KPU Kota Pangkalpinang",
        "jenis_dokumen": "Renstra",
        "unit": None,
        "tabel": "Tabel 3",
        "baris": indikator_id,
        "tahun": tahun,
        "nilai_teks": str(nilai),
        "nilai": nilai if isinstance(nilai, float) else None,
        "nilai_ordinal": nilai if isinstance(nilai, str) else None,
        "satuan": satuan if isinstance(nilai, float) else None,
        "keadaan": "tidak_ditargetkan" if nilai is None else "ada",
    }
    return row | other


def frame(*rows: dict) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=KOLOM)


def test_units_are_compared_without_case_and_spaces_and_a_missing_value_takes_its_rows_unit():
    rows = frame(
        target(1, 2020, None),
        target(1, 2021, 5.0, " Per  Kara"),
        target(2, 2020, 5.0, "per kara"),
        target(3, 2020, 5.0, None),
        target(4, 2020, "WTP"),
        target(5, 2020, None),
    )
    expected = ["per kara", "per kara", "per kara", "tanpa satuan", "predikat", "tanpa satuan"]
    assert with_unit_group(rows)["satuan_banding"].to_list() == expected


def test_a_number_without_a_unit_shares_the_one_unit_of_its_row_and_is_marked():
    rows = frame(
        target(1, 2020, 0.0, None),
        target(1, 2021, 90.0, "%"),
        target(2, 2020, 0.0, None),
        target(2, 2021, 90.0, "%"),
        target(2, 2022, 3.0, "kali"),
        target(3, 2020, 80.0, None),
        target(4, 2020, 80.0, None),
        target(4, 2021, "B"),
    )
    grouped = with_unit_group(rows)
    alone = "tanpa satuan"
    assert grouped["satuan_banding"].to_list() == ["%", "%", alone, "%", "kali", alone, alone, "predikat"]
    assert grouped["satuan_tersirat"].to_list() == [True] + [False] * 7


values = st.one_of(st.none(), st.floats(0, 100), st.sampled_from(["WTP", "B"]))
some_targets = st.lists(st.tuples(st.integers(1, 4), st.integers(2020, 2024), values, st.sampled_from(["%", None])))


@given(some_targets)
def test_every_target_belongs_to_exactly_one_unit_and_none_is_lost(cells):
    rows = frame(*(target(number, tahun, nilai, satuan) for number, tahun, nilai, satuan in cells))
    grouped = with_unit_group(rows)
    assert grouped.select(rows.columns).equals(rows)
    assert grouped["satuan_banding"].null_count() == 0
    assert set(unit_groups(grouped)["satuan_banding"]) == set(grouped["satuan_banding"])


@given(some_targets, st.randoms())
def test_groups_do_not_depend_on_order(cells, random):
    rows = [target(number, tahun, nilai, satuan) for number, tahun, nilai, satuan in dict.fromkeys(cells)]
    rows = list({(row["indikator_id"], row["tahun"]): row for row in rows}.values())
    shuffled = random.sample(rows, len(rows))
    assert unit_groups(with_unit_group(frame(*rows))).equals(unit_groups(with_unit_group(frame(*shuffled))))


def test_the_unit_most_satker_share_comes_first():
    rows = frame(target(1, 2020, 5.0, "kali"), target(2, 2020, 5.0), target(3, 2020, 5.0, kode_satker="3572"))
    assert unit_groups(with_unit_group(rows))["satuan_banding"].to_list() == ["%", "kali"]


def test_a_label_names_its_line_only_when_it_must():
    rows = frame(
        target(1, 2020, 5.0),
        target(1, 2021, 5.0),
        target(2, 2020, 5.0),
        target(3, 2020, 5.0, tabel="PK", unit="komisioner", jenis_dokumen="PK"),
    )
    assert with_label(rows)["label"].to_list() == [
        "Pangkalpinang · Renstra Tabel 3 · baris 1",
        "Pangkalpinang · Renstra Tabel 3 · baris 1",
        "Pangkalpinang · Renstra Tabel 3 · baris 2",
        "Pangkalpinang · PK (komisioner)",
    ]


def test_rows_of_one_satker_that_disagree_are_said_and_others_are_not():
    rows = frame(
        target(1, 2020, 80.0),
        target(2, 2020, 80.0, tabel="Lampiran 1"),
        target(1, 2021, 85.0),
        target(2, 2021, 90.0, tabel="Lampiran 1"),
        target(1, 2022, 85.0),
        target(2, 2022, None, tabel="Lampiran 1"),
        target(3, 2021, 70.0, kode_satker="3572", satker="KPU Kota Blitar"),
    )
    (row,) = disagreements(with_label(with_unit_group(rows))).to_dicts()
    assert (row["satker"], row["tahun"], row["nilai_teks"]) == ("KPU Kota Pangkalpinang", 2021, ["85.0", "90.0"])
    assert row["label"] == ["Pangkalpinang · Renstra Tabel 3", "Pangkalpinang · Renstra Lampiran 1"]


def test_extremes_are_of_the_latest_year_that_most_satker_have():
    rows = frame(
        target(1, 2022, 10.0),
        target(2, 2022, 10.0, kode_satker="3572", satker="KPU Kota Blitar"),
        target(1, 2023, 80.0),
        target(2, 2023, 90.0, kode_satker="3572", satker="KPU Kota Blitar"),
        target(1, 2024, 95.0),
        target(3, 2025, None),
    )
    (row,) = extremes(rows).to_dicts()
    assert (row["tahun"], row["terendah"], row["tertinggi"], row["jumlah_satker"]) == (2023, 80.0, 90.0, 2)
    assert (row["satker_terendah"], row["satker_tertinggi"]) == (["KPU Kota Pangkalpinang"], ["KPU Kota Blitar"])
    assert extremes(frame(target(1, 2024, None))).is_empty()


def test_grades_are_ranked_best_first_and_an_unknown_one_has_no_rank():
    frame_ = pl.DataFrame({"nilai_ordinal": ["WTP", "CC", "Istimewa", None]})
    assert rank(frame_, "nilai_ordinal")["peringkat"].to_list() == [1, 5, None, None]
    assert all(len(set(grades)) == len(grades) for grades in SKALA.values())


def years(*values: tuple[str, float]) -> pl.DataFrame:
    rows = [target(number, 2020, value, satker=satker) for number, (satker, value) in enumerate(values)]
    return frame(*rows)


def test_the_spread_counts_a_satker_once_and_names_who_lies_far_from_the_median():
    rows = years(("A", 80.0), ("A", 80.0), ("B", 90.0), ("C", 85.0), ("D", 10.0))
    (row,) = spread(rows).to_dicts()
    assert (row["jumlah_satker"], row["terendah"], row["median"], row["tertinggi"]) == (4, 10.0, 82.5, 90.0)
    assert row["menyimpang"] == ["D"]
    assert row["berbeda"] == []


def test_a_satker_whose_rows_differ_is_left_out_of_the_spread_and_named():
    (row,) = spread(years(("A", 80.0), ("A", 10.0), ("B", 90.0), ("C", 85.0))).to_dicts()
    assert (row["jumlah_satker"], row["median"], row["berbeda"]) == (2, 87.5, ["A"])


def test_two_satker_have_no_outlier_and_one_has_no_spread():
    (row,) = spread(years(("A", 10.0), ("B", 90.0))).to_dicts()
    assert row["menyimpang"] == []
    assert spread(years(("A", 10.0))).is_empty()


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.floats(0, 1e6)), max_size=12))
def test_the_spread_lies_in_order_whatever_the_rows(values):
    for row in spread(years(*values)).iter_rows(named=True):
        assert row["terendah"] <= row["median"] <= row["tertinggi"]
        assert row["jumlah_satker"] + len(row["berbeda"]) == len({satker for satker, _ in values})


def test_wordings_are_one_row_a_satker_and_text_and_doubt_is_kept():
    rows = frame(
        target(1, 2020, 1.0, satker="A"), target(1, 2021, 1.0, satker="A"), target(2, 2020, 1.0, satker="B")
    ).with_columns(
        indikator=pl.Series(["Teks", "Teks", "TEKS"]),
        keyakinan=pl.Series(["pasti", "pasti", "mungkin"]),
        label=pl.Series(["A · T", "A · T", "B · T"]),
    )
    assert wordings(rows).rows() == [("A", "Teks", False, ["A · T"]), ("B", "TEKS", True, ["B · T"])]
