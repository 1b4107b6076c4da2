"""What may share an axis, and where printed rows of one satker disagree."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparisons.ordinal import SKALA, rank
from queries.comparisons.target import (
    against,
    disagreements,
    equals,
    fold,
    spread,
    unit_groups,
    with_label,
    with_unit_group,
    wordings,
    year_of,
)

KOLOM = {
    "indikator_id": pl.Int32,
    "kode_satker": pl.String,
    "satker": pl.String,
    "jenis_dokumen": pl.String,
    "unit": pl.String,
    "berkas": pl.String,
    "tabel": pl.String,
    "baris": pl.Int32,
    "tahun": pl.Int16,
    "nilai_teks": pl.String,
    "nilai": pl.Float64,
    "nilai_ordinal": pl.String,
    "satuan": pl.String,
    "keadaan": pl.String,
    "keyakinan": pl.String,
    "tingkat_satker": pl.String,
    "urutan": pl.Int32,
    "sezaman": pl.Boolean,
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
        "keyakinan": "pasti",
        "tingkat_satker": "kabkota",
        "urutan": 1,
        "sezaman": True,
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
        "Kota Pangkalpinang · Renstra Tabel 3 · baris 1",
        "Kota Pangkalpinang · Renstra Tabel 3 · baris 1",
        "Kota Pangkalpinang · Renstra Tabel 3 · baris 2",
        "Kota Pangkalpinang · PK (komisioner)",
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
    assert row["label"] == ["Kota Pangkalpinang · Renstra Tabel 3", "Kota Pangkalpinang · Renstra Lampiran 1"]


def folded(*rows: dict) -> pl.DataFrame:
    return fold(with_label(with_unit_group(frame(*rows))))


def test_a_satker_and_year_is_said_by_the_last_document_of_that_very_year_that_holds_a_target():
    (row,) = folded(
        target(1, 2024, 80.0, urutan=1),
        target(2, 2024, 85.0, urutan=3, tabel="PK"),
        target(3, 2024, 70.0, urutan=4, tabel="LK lama", sezaman=False),
        target(4, 2024, None, urutan=4, tabel="LK"),
    ).to_dicts()
    assert (row["nilai"], row["tabel"], row["jumlah_baris"], row["berbeda"]) == (85.0, "PK", 3, True)
    assert [text.split(": ")[1] for text in row["lain"]] == ["“80.0”", "“70.0”"]


def test_a_dash_stays_no_target_and_is_no_disagreement():
    (row,) = folded(target(1, 2024, None), target(2, 2024, None, tabel="PK")).to_dicts()
    assert (row["angka"], row["keadaan"], row["berbeda"], row["jumlah_baris"]) == (None, "tidak_ditargetkan", False, 0)


def test_change_is_from_the_year_before_only_and_a_better_grade_is_up():
    numbers = folded(target(1, 2020, 80.0), target(1, 2021, 75.0), target(1, 2022, 75.0), target(1, 2024, 90.0))
    assert numbers["ubah"].to_list() == [None, "turun", "tetap", None]
    grades = folded(target(1, 2020, "B"), target(1, 2021, "A"), target(1, 2022, "WTP"), target(1, 2023, "Istimewa"))
    assert grades["ubah"].to_list() == [None, "naik", None, None]
    assert grades["putus"].to_list() == [False, False, True, True]


def test_what_is_only_perhaps_the_same_indikator_is_not_compared_with_the_year_before():
    rows = folded(target(1, 2020, 80.0), target(2, 2021, 70.0, keyakinan="mungkin"))
    assert rows["putus"].to_list() == [False, True]
    assert rows["ubah"].to_list() == [None, None]


@given(some_targets, st.randoms())
def test_folding_gives_every_satker_and_year_one_row_in_any_order(cells, random):
    rows = [
        target(place, tahun, nilai, satuan, kode_satker=str(number))
        for place, (number, tahun, nilai, satuan) in enumerate(cells)
    ]
    made = folded(*rows)
    assert made.select("kode_satker", "tahun").n_unique() == len({(row["kode_satker"], row["tahun"]) for row in rows})
    assert len(made) == made.select("kode_satker", "tahun").n_unique()
    again = folded(*random.sample(rows, len(rows)))
    assert again.drop("lain").equals(made.drop("lain"))


def test_only_equals_are_compared():
    province = {"kode_satker": "35", "satker": "KPU Provinsi Jawa Timur", "tingkat_satker": "provinsi"}
    rows = folded(target(1, 2020, 80.0), target(2, 2020, 90.0, kode_satker="3572"), target(3, 2020, 10.0, **province))
    assert equals(rows)["nilai"].sort().to_list() == [80.0, 90.0]


@pytest.mark.parametrize(
    ("polaritas", "words"),
    [
        ("maksimal", ["lebih ringan", "sama", "lebih berat"]),
        ("minimal", ["lebih berat", "sama", "lebih ringan"]),
        ("tetap", ["lebih rendah", "sama", "lebih tinggi"]),
    ],
)
def test_targets_stand_beside_the_national_renstra_of_the_same_year_only(polaritas: str, words: list[str]):
    own = [target(n, 2025, 80.0 + n, kode_satker=str(n), satker=f"KPU {n}") for n in (1, 2, 3)]
    unsure = target(5, 2025, 10.0, kode_satker="5", keyakinan="mungkin")
    rows = folded(*own, unsure, target(4, 2024, 70.0, kode_satker="4"))
    national = folded(target(9, 2025, 82.0, kode_satker="00", berkas="ri.pdf"), target(9, 2026, 82.0, kode_satker="00"))
    found = against(rows, national, polaritas)
    assert found["terhadap"].to_list() == words
    assert set(found.select("berkas_nasional", "baris_nasional").rows()) == {("ri.pdf", 9)}
    assert against(rows, national.clear(), polaritas).is_empty()
    grades = folded(target(1, 2025, "BB")), folded(target(9, 2025, "A", kode_satker="00"))
    assert against(*grades, "ordinal")["terhadap"].to_list() == ["lebih ringan"]


def test_the_year_is_the_newest_that_half_of_the_satker_of_the_fullest_hold_a_target_in():
    blitar = {"kode_satker": "3572", "satker": "KPU Kota Blitar"}
    rows = folded(
        *(target(1, year, 80.0) for year in (2022, 2023, 2027)), target(2, 2022, 90.0, **blitar), target(3, 2024, None)
    )
    assert year_of(rows, 2026) == 2023
    assert year_of(rows, 2030) == 2027
    assert year_of(rows, 2000) == 2027
    assert year_of(folded(target(1, 2024, None)), 2026) is None


def test_grades_are_ranked_best_first_and_an_unknown_one_has_no_rank():
    frame_ = pl.DataFrame({"nilai_ordinal": ["WTP", "CC", "Istimewa", None]})
    assert rank(frame_, "nilai_ordinal")["peringkat"].to_list() == [1, 5, None, None]
    assert all(len(set(grades)) == len(grades) for grades in SKALA.values())


def years(*values: tuple[str, float]) -> pl.DataFrame:
    return folded(
        *(
            target(at, 2020, value, satker=name, kode_satker=name, tabel=f"T{at}")
            for at, (name, value) in enumerate(values)
        )
    )


def test_the_spread_counts_a_satker_once_and_names_who_lies_far_from_the_median():
    rows = years(("A", 80.0), ("A", 80.0), ("B", 90.0), ("C", 85.0), ("D", 10.0))
    (row,) = spread(rows).to_dicts()
    assert (row["jumlah_satker"], row["terendah"], row["median"], row["tertinggi"]) == (4, 10.0, 82.5, 90.0)
    assert row["menyimpang"] == ["D"]
    assert row["berbeda"] == []


def test_a_satker_whose_rows_differ_counts_with_the_one_chosen_and_is_named():
    (row,) = spread(years(("A", 80.0), ("A", 10.0), ("B", 90.0), ("C", 85.0))).to_dicts()
    assert (row["jumlah_satker"], row["median"], row["berbeda"]) == (3, 85.0, ["A"])


def test_two_satker_have_no_outlier_and_one_has_no_spread():
    (row,) = spread(years(("A", 10.0), ("B", 90.0))).to_dicts()
    assert row["menyimpang"] == []
    assert spread(years(("A", 10.0))).is_empty()


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.floats(0, 1e6)), max_size=12))
def test_the_spread_lies_in_order_whatever_the_rows(values):
    for row in spread(years(*values)).iter_rows(named=True):
        assert row["terendah"] <= row["bawah"] <= row["median"] <= row["atas"] <= row["tertinggi"]
        assert row["jumlah_satker"] == len({satker for satker, _ in values})


def test_wordings_are_one_row_a_satker_and_text_and_doubt_is_kept():
    rows = frame(
        target(1, 2020, 1.0, satker="A"), target(1, 2021, 1.0, satker="A"), target(2, 2020, 1.0, satker="B")
    ).with_columns(
        indikator=pl.Series(["Teks", "Teks", "TEKS"]),
        keyakinan=pl.Series(["pasti", "pasti", "mungkin"]),
        label=pl.Series(["A · T", "A · T", "B · T"]),
    )
    assert wordings(rows).rows() == [("A", "Teks", False, ["A · T"]), ("B", "TEKS", True, ["B · T"])]
