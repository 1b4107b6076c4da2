"""serapan: order-independent, missing is never 0, the sum of the rows is the total."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparisons.jumlah import against_printed_jumlah, against_printed_total
from queries.comparisons.serapan import pagu_per_year, sum_by, with_group, with_notes, with_serapan

BARIS = {"kegiatan": pl.String, "pagu": pl.Int64, "realisasi": pl.Int64, "persen_tercetak": pl.Float64}
rupiah = st.one_of(st.none(), st.integers(min_value=0, max_value=10**13))
baris = st.tuples(st.sampled_from("abc"), rupiah, rupiah, st.one_of(st.none(), st.floats(0, 200)))
banyak_baris = st.lists(baris, max_size=20)


def frame(rows: list[tuple[Any, ...]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=BARIS, orient="row")


@given(banyak_baris)
def test_serapan_is_null_exactly_when_a_reason_is_given(rows):
    for row in with_serapan(frame(rows)).iter_rows(named=True):
        assert (row["serapan_persen"] is None) == (row["alasan"] is not None)
        if row["serapan_persen"] is not None:
            assert row["serapan_persen"] == pytest.approx(row["realisasi"] / row["pagu"] * 100)


@given(banyak_baris)
def test_rows_and_their_order_stay(rows):
    before = frame(rows)
    assert with_serapan(before).select(before.columns).equals(before)


@given(banyak_baris, st.randoms())
def test_sums_do_not_depend_on_order(rows, random):
    shuffled = random.sample(rows, len(rows))
    assert sum_by(frame(rows), ["kegiatan"]).equals(sum_by(frame(shuffled), ["kegiatan"]))
    assert sum_by(frame(rows), []).equals(sum_by(frame(shuffled), []))


@given(banyak_baris)
def test_the_groups_add_up_to_the_whole(rows):
    whole, groups = sum_by(frame(rows), []).row(0, named=True), sum_by(frame(rows), ["kegiatan"])
    assert whole["jumlah_baris"] == len(rows) == groups["jumlah_baris"].sum()
    for column, without in (("pagu", "tanpa_pagu"), ("realisasi", "tanpa_realisasi")):
        known = [value for value in frame(rows)[column] if value is not None]
        assert whole[column] == (sum(known) if known else None)
        assert groups[column].sum() == sum(known)
        assert whole[without] == len(rows) - len(known)


def test_a_group_without_any_figure_is_missing_not_zero():
    (row,) = sum_by(frame([("a", None, None, None)]), ["kegiatan"]).to_dicts()
    assert (row["pagu"], row["realisasi"], row["serapan_persen"], row["tanpa_pagu"]) == (None, None, None, 1)


def test_serapan_of_a_sum_uses_only_rows_that_have_both():
    (row,) = sum_by(frame([("a", 100, 50, None), ("a", 900, None, None)]), ["kegiatan"]).to_dicts()
    assert (row["pagu"], row["realisasi"], row["serapan_persen"], row["baris_terhitung"]) == (1000, 50, 50.0, 1)


@pytest.mark.parametrize(
    ("pagu", "realisasi", "tercetak", "berbeda", "melebihi"),
    [
        (7_540_000, 7_539_761, 100.0, False, False),  # 99,9968 printed 100: rounding
        (426_483_000, 372_684_240, 99.25, True, False),  # 87,39 printed 99,25
        (2_638_483_000, 2_680_536_126, 100.0, True, True),  # 101,59 printed 100
        (200, 199, 99.505, False, False),  # exactly half a hundredth
        (100, 90, None, False, False),
        (100, None, 90.0, False, False),
    ],
)
def test_what_is_flagged(pagu, realisasi, tercetak, berbeda, melebihi):
    (row,) = with_serapan(frame([("a", pagu, realisasi, tercetak)])).to_dicts()
    assert (row["tercetak_berbeda"], row["melebihi_pagu"]) == (berbeda, melebihi)


@pytest.mark.parametrize(
    ("pagu", "realisasi", "alasan"),
    [(None, 5, "pagu_tidak_ada"), (0, 5, "pagu_nol"), (5, None, "realisasi_tidak_ada"), (5, 0, None)],
)
def test_why_it_cannot_be_computed(pagu, realisasi, alasan):
    (row,) = with_serapan(frame([("a", pagu, realisasi, None)])).to_dicts()
    assert row["alasan"] == alasan


TOTAL = {
    "tahun": pl.Int16,
    "baris": pl.Int32,
    "pagu": pl.Int64,
    "realisasi": pl.Int64,
    "persen_tercetak": pl.Float64,
    "pagu_teks": pl.String,
    "keadaan": pl.String,
}


def test_the_printed_total_stands_beside_the_sum_also_for_the_jumlah_column():
    rows = frame([("a", 10, 5, None), ("b", 20, None, None), ("a", 31, None, None)]).with_columns(
        pl.Series("tahun", [2024, 2024, None], dtype=pl.Int16)
    )
    totals = pl.DataFrame(
        [(None, 9, 31, None, None, "31", "ada"), (2024, 9, 31, 5, 16.0, "31", "ada")], schema=TOTAL, orient="row"
    )
    first, jumlah = against_printed_total(rows, totals).to_dicts()
    assert (first["tahun"], first["jumlah_pagu"], first["selisih_pagu"], first["selisih_realisasi"]) == (2024, 30, 1, 0)
    assert (jumlah["tahun"], jumlah["jumlah_pagu"], jumlah["selisih_pagu"]) == (None, 31, 0)


JUMLAH = {
    "mata_anggaran_id": pl.Int32,
    "baris": pl.Int32,
    "uraian": pl.String,
    "tahun": pl.Int16,
    "pagu": pl.Int64,
    "pagu_teks": pl.String,
    "keadaan": pl.String,
}


def test_the_printed_jumlah_stands_beside_the_sum_of_years():
    rows = [
        (1, 5, "a", 2020, 10, "10", "ada"),
        (1, 5, "a", 2021, 20, "20", "ada"),
        (1, 5, "a", None, 31, "31", "ada"),
        (2, 6, "b", 2020, None, "4.056.561.00", "rusak"),
        (2, 6, "b", 2021, 20, "20", "ada"),
        (2, 6, "b", None, None, "6.678.957.00", "rusak"),
        (3, 7, "c", 2020, 20, "20", "ada"),
    ]
    lines = pl.DataFrame(rows, schema=JUMLAH, orient="row").with_columns(
        pl.lit("renstra.txt").alias("berkas"), pl.lit("Tabel IV.2").alias("tabel")
    )
    first, second = against_printed_jumlah(lines).to_dicts()
    assert (first["tercetak"], first["jumlah_tahun"], first["selisih"]) == (31, 30, 1)
    assert (second["tercetak"], second["jumlah_tahun"], second["tahun_rusak"], second["selisih"]) == (None, 20, 1, None)


KELOMPOK = {
    "tingkat": pl.String,
    "kode_program": pl.String,
    "kode_kegiatan": pl.String,
    "kegiatan": pl.String,
    "uraian": pl.String,
    "tahun": pl.Int16,
    "pagu": pl.Int64,
    "keadaan": pl.String,
}


def test_a_row_below_a_kegiatan_belongs_to_it_and_any_other_to_itself():
    rows = [
        ("ro", "076.01.CQ", "6871", "Logistik", "Penyiapan", 2024, 1, "ada"),
        ("indikator", None, None, None, "Opini BPK", 2024, 1, "ada"),
        ("program", "076.01.WA", None, None, "Dukungan Manajemen", 2024, 1, "ada"),
        ("sasaran", None, None, "Perencanaan", "Rencana kerja", 2024, 1, "ada"),
        ("kegiatan", None, "3357", "Manajemen Data", "Manajemen Data", 2024, 1, "ada"),
    ]
    assert with_group(pl.DataFrame(rows, schema=KELOMPOK, orient="row"))["kelompok"].to_list() == [
        "6871 Logistik",
        "Opini BPK",
        "076.01.WA Dukungan Manajemen",
        "Perencanaan",
        "3357 Manajemen Data",
    ]


def test_a_year_with_an_unreadable_figure_has_no_sum():
    rows = [
        ("sasaran", None, None, "a", "x", 2020, 5, "ada"),
        ("sasaran", None, None, "a", "y", 2020, None, "rusak"),
        ("sasaran", None, None, "a", "x", 2021, 5, "ada"),
        ("sasaran", None, None, "a", "y", 2021, None, "kosong"),
        ("sasaran", None, None, "a", "x", 2022, None, "kosong"),
        ("sasaran", None, None, "a", "y", 2022, None, "tidak_ditargetkan"),
    ]
    years = pagu_per_year(with_group(pl.DataFrame(rows, schema=KELOMPOK, orient="row")))
    assert years["pagu"].to_list() == [None, 5, None]
    assert years["keadaan"].to_list() == ["rusak", "ada", "tidak_ditargetkan"]


def test_notes_say_everything_that_holds():
    noted = with_notes(with_serapan(frame([("a", 100, 110, 100.0), ("a", 100, 50, 50.0), ("a", 0, 1, None)])))
    assert noted["catatan"].to_list() == [
        "realisasi melebihi pagu; persentase tercetak berbeda dari hitungan",
        "",
        "pagu nol, serapan tidak dapat dihitung; realisasi melebihi pagu",
    ]
