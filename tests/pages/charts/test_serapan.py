"""Serapan figures: the bars are the sums, an unreadable figure is not drawn, money has its unit."""

import plotly.graph_objects as go
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.charts import axis, serapan_bars, serapan_tahun

SUMS = pl.DataFrame(
    [
        ("6871 Logistik", 1_270_200_000, 1_100_557_603, 86.64, 2),
        ("3355 Keuangan", 2_638_483_000, 2_680_536_126, 101.59, 1),
        ("3360 Operasional", None, None, None, 1),
        ("6710 Pendaftaran", 0, 5_000, None, 1),
    ],
    schema={
        "kelompok": pl.String,
        "pagu": pl.Int64,
        "realisasi": pl.Int64,
        "serapan_persen": pl.Float64,
        "jumlah_baris": pl.Int64,
    },
    orient="row",
)


def test_the_bars_are_the_sums_largest_first():
    pagu, realisasi, over = serapan_bars.figure(SUMS, "Pagu dan realisasi 2024 (rupiah)").data
    assert dict(zip(pagu.y, pagu.x, strict=True)) == {
        "3355 Keuangan": 2_638_483_000,
        "6871 Logistik": 1_270_200_000,
        "6710 Pendaftaran": 0,
    }
    assert next(iter(pagu.y)) == "3355 Keuangan"
    assert dict(zip(realisasi.y, realisasi.x, strict=True)) == {"6871 Logistik": 1_100_557_603}
    assert set(over.y) == {"3355 Keuangan", "6710 Pendaftaran"}
    assert over.name == "Realisasi melebihi pagu"


def test_serapan_is_written_and_never_made_up():
    _, realisasi, over = serapan_bars.figure(SUMS, "Pagu dan realisasi 2024 (rupiah)").data
    assert realisasi.text == ("86,64%",)
    assert over.text == ("101,59%", "tidak dapat dihitung")


def test_the_axis_speaks_of_rupiah_in_words():
    figure = serapan_bars.figure(SUMS, "Pagu dan realisasi 2024 (rupiah)")
    assert figure.layout.xaxis.ticktext == ("0", "Rp 1 miliar", "Rp 2 miliar")
    assert "rupiah" in figure.layout.title.text
    assert figure.layout.separators == ",."


def test_without_realisasi_there_is_one_bar_each():
    only_pagu = SUMS.with_columns(pl.lit(None, dtype=pl.Int64).alias("realisasi"))
    assert [trace.name for trace in serapan_bars.figure(only_pagu, "Pagu 2024 (rupiah)").data] == ["Pagu"]


def test_the_chosen_bar_stands_out_and_a_click_names_its_kelompok():
    figure = serapan_bars.figure(SUMS, "Pagu (rupiah)", highlighted="6871 Logistik")
    assert dict(zip(figure.data[0].y, figure.data[0].marker.opacity, strict=True))["6871 Logistik"] == 1.0
    assert serapan_bars.clicked({"customdata": figure.data[0].customdata[0]}) == "3355 Keuangan"


def years(*cells: tuple[str, int, int | None, str]) -> pl.DataFrame:
    schema = {"kelompok": pl.String, "tahun": pl.Int16, "pagu": pl.Int64, "keadaan": pl.String}
    return pl.DataFrame(cells, schema=schema, orient="row").with_columns(
        pl.lit(1, dtype=pl.Int64).alias("jumlah_baris")
    )


FEW = years(("a", 2020, 17_919_068_000, "ada"), ("a", 2021, 2_622_396_000, "ada"), ("b", 2020, 5_000_000, "ada"))


def test_few_kelompok_are_bars_by_year():
    first, second = serapan_tahun.figure(FEW).data
    assert dict(zip(first.x, first.y, strict=True)) == {"2020": 17_919_068_000, "2021": 2_622_396_000}
    assert dict(zip(second.x, second.y, strict=True)) == {"2020": 5_000_000}
    assert first.text == ("17,9", "2,6")
    assert "miliar rupiah" in serapan_tahun.figure(FEW).layout.title.text


def test_an_unreadable_year_is_a_sign_and_never_a_bar():
    figure = serapan_tahun.figure(pl.concat([FEW, years(("b", 2021, None, "rusak"))]))
    assert not [trace for trace in figure.data if trace.type == "bar"]
    assert matrix_texts(figure)["b", "2021"] == "×"
    assert [trace.name for trace in figure.data if trace.showlegend] == ["× rusak"]


def test_many_kelompok_are_a_matrix_in_millions():
    figure = serapan_tahun.figure(pl.concat([FEW, years(("c", 2020, 7_500_000, "ada"), ("d", 2020, 90_000, "ada"))]))
    assert "juta rupiah" in figure.layout.title.text
    texts = matrix_texts(figure)
    assert (texts["a", "2021"], texts["c", "2020"], texts["d", "2020"]) == ("2.622", "7,5", "0,09")


def test_a_click_on_a_cell_of_the_matrix_names_its_kelompok():
    figure = serapan_tahun.figure(pl.concat([FEW, years(("c", 2020, 7_500_000, "ada"))]))
    (layer,) = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers"]
    assert [serapan_bars.clicked({"customdata": data}) for data in layer.customdata] == list(layer.y)


def test_a_chosen_kelompok_is_drawn_alone():
    (only,) = serapan_tahun.figure(FEW, highlighted="b").data
    assert list(only.y) == [5_000_000]


def matrix_texts(figure: go.Figure) -> dict[tuple[str, str], str]:
    texts = figure.data[-1]
    return dict(zip(zip(texts.y, texts.x, strict=True), texts.text, strict=True))


@pytest.mark.parametrize(("rough", "step"), [(0.7, 1), (1, 1), (1.1, 2), (43, 50), (51, 100)])
def test_ticks_are_round(rough, step):
    assert axis.round_step(rough) == pytest.approx(step)


@given(st.floats(min_value=1e-3, max_value=1e16))
def test_a_round_step_is_never_below_what_was_asked(rough):
    assert rough * (1 - 1e-6) <= axis.round_step(rough) <= rough * 10
