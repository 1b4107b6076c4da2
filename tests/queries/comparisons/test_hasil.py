"""hasil: every indikator counts once, whatever the order; missing is never 0; causes are the likely ones."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.comparisons import hasil
from queries.comparisons.capaian import TAK_TERHITUNG, TERCAPAI, TIDAK, with_hasil
from queries.comparisons.hasil import cause, with_counted

LAIN = dict.fromkeys(hasil.RUMUS_LAIN)
TEMPAT = {
    "kode_satker": pl.String,
    "tahun": pl.Int16,
    "unit": pl.String,
    "kode_baku": pl.String,
    "kunci_bunyi": pl.String,
    "beranggaran": pl.Boolean,
    "berkas": pl.String,
    "tabel": pl.String,
    "baris": pl.Int32,
}
baris = st.tuples(
    st.sampled_from(["1", "2"]),
    st.just(2024),
    st.sampled_from([None, "komisioner"]),
    st.sampled_from([None, "A", "B"]),
    st.sampled_from(["a", "b"]),
    st.booleans(),
    st.sampled_from(["x", "y"]),
    st.integers(1, 3),
)
banyak = st.lists(baris, max_size=15)


def frame(rows: list[tuple]) -> pl.DataFrame:
    """A table either prints budget or not, so its name carries both; a line holds one row."""
    named = [(*row[:7], f"{row[6]}-{row[7]}-{row[5]}", place) for place, row in enumerate(rows, start=1)]
    return pl.DataFrame(named, schema=TEMPAT, orient="row")


@pytest.mark.parametrize(
    ("capaian", "terpenuhi", "meant"),
    [
        (100.0, None, TERCAPAI),
        (99.9999999999, None, TERCAPAI),
        (99.99, None, TIDAK),
        (0.0, None, TIDAK),
        (None, True, TERCAPAI),
        (None, False, TIDAK),
        (None, None, TAK_TERHITUNG),
    ],
)
def test_reached_begins_at_100(capaian, terpenuhi, meant):
    schema = {"capaian_hitung": pl.Float64, "terpenuhi": pl.Boolean}
    rows = pl.DataFrame([(capaian, terpenuhi)], schema=schema, orient="row")
    assert with_hasil(rows)["hasil"].to_list() == [meant]


@given(banyak)
def test_every_indikator_counts_and_from_one_table_only(rows):
    counted = with_counted(frame(rows))
    assert counted["baris"].to_list() == list(range(1, len(rows) + 1))
    keys = counted.group_by(hasil.INDIKATOR).agg(
        pl.col("tabel").filter(pl.col("terhitung")).n_unique().alias("tabel"),
        pl.col("beranggaran").filter(pl.col("terhitung")).any().alias("dari_anggaran"),
        pl.col("beranggaran").all().alias("hanya_anggaran"),
    )
    assert keys["tabel"].to_list() == [1] * len(keys)
    assert keys["dari_anggaran"].to_list() == keys["hanya_anggaran"].to_list()


@given(banyak, st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows, random):
    shuffled = frame(rows).sample(fraction=1, shuffle=True, seed=random.randrange(1000))
    again = with_counted(shuffled).sort("baris")["terhitung"].to_list()
    assert again == with_counted(frame(rows))["terhitung"].to_list()


@pytest.mark.parametrize(
    ("printed", "computed", "meant"),
    [
        (100.0, 100.0, "sama"),
        (94.4, 85 / 90 * 100, "dibulatkan ke 1 angka di belakang koma"),
        (105.0, 100 / 95 * 100, "dibulatkan ke bilangan bulat"),
        (111.77, 111.775, "dibulatkan ke 2 angka di belakang koma"),
        (100.0, 83 / 80 * 100, "dibatasi 100%"),
        (120.0, 150.0, "dibatasi 120%"),
        (77.0, 50.0, "tidak diketahui"),
    ],
)
def test_the_likely_cause(printed, computed, meant):
    assert cause(printed, computed, None, LAIN) == meant


def test_another_formula_is_recognised_and_a_missing_figure_is_no_cause():
    rows = pl.DataFrame(
        {
            "target": [10.0, 10.0, 10.0],
            "realisasi": [12.0, 12.0, None],
            "target_ordinal": pl.Series([None] * 3, dtype=pl.String),
            "realisasi_ordinal": pl.Series([None] * 3, dtype=pl.String),
            "polaritas": ["minimal", "maksimal", "maksimal"],
            "capaian_tercetak": [120.0, 80.0, 50.0],
            "capaian_tercetak_teks": ["120", "80", "50"],
            "capaian_hitung": [80.0, 120.0, None],
            "alasan": [None, None, "realisasi_tidak_ada"],
        }
    )
    compared = hasil.with_difference(rows)
    assert compared["sebab_selisih"].to_list() == [
        "rumus makin tinggi makin baik",
        "rumus makin rendah makin baik",
        "capaian tidak dapat dihitung",
    ]
    assert compared["selisih_capaian"].to_list() == [40.0, -40.0, None]


@given(st.floats(0, 1000), st.integers(0, 3))
def test_a_rounded_number_is_recognised(exact, places):
    assert hasil.rounded(round(exact, places), exact)


@pytest.mark.parametrize(
    ("skala", "meant"),
    [("lima_tingkat", ["Sangat Tinggi", "Tinggi", None]), ("lan", ["Berhasil", "Cukup Berhasil", None])],
)
def test_the_category_is_that_of_the_scale_and_missing_has_none(skala, meant):
    rows = pl.DataFrame({"capaian_hitung": [91.0, 80.0, None]})
    assert hasil.with_category(rows, skala)["kategori"].to_list() == meant
