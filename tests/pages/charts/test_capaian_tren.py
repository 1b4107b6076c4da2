"""The line over the years: breaks stay open, the target is told apart without colour, a point knows its source."""

import polars as pl

from pages.charts import capaian_tren


def points(*values: tuple[int, int, float, float | None]) -> pl.DataFrame:
    frame = pl.DataFrame(values, schema=["tahun", "ruas", "realisasi", "target"], orient="row")
    words = {
        "satuan": "%",
        "satker": "KPU Kota Blitar",
        "berkas": "lk.txt",
        "tabel": "Bab III",
        "realisasi_ordinal": None,
    }
    return frame.with_columns(pl.lit(word).alias(name) for name, word in words.items()).with_columns(
        pl.int_range(11, 11 + pl.len()).alias("baris")
    )


def test_a_break_is_left_open_and_every_year_has_its_tick():
    figure = capaian_tren.figure(
        points((2020, 0, 80.0, 90.0), (2021, 0, 85.0, 90.0), (2023, 1, 88.5, 90.0)), [2020, 2021, 2022, 2023]
    )
    target, realisasi = figure.data
    assert realisasi.y == (80.0, 85.0, None, 88.5, None)
    assert realisasi.connectgaps is False
    assert [text for text in realisasi.text if text] == ["80", "85", "88,5"]
    assert figure.layout.xaxis.tickvals == ("2020", "2021", "2022", "2023")
    assert (target.line.dash, realisasi.line.dash) == ("dot", "solid")
    assert target.marker.symbol != realisasi.marker.symbol
    assert figure.layout.title.text == "Realisasi dan target (%)"


def test_all_values_lie_on_the_axis_and_a_missing_target_is_no_zero():
    figure = capaian_tren.figure(points((2020, 0, 0.0, None), (2021, 0, 250.0, 90.0)), [2020, 2021])
    low, high = figure.layout.yaxis.range
    assert low < 0.0
    assert high > 250.0
    assert figure.data[0].y == (None, 90.0, None)


def test_equal_values_have_an_axis_with_room():
    low, high = capaian_tren.figure(points((2020, 0, 5.0, 5.0), (2021, 0, 5.0, 5.0)), [2020, 2021]).layout.yaxis.range
    assert low < 5 < high


def test_a_point_knows_the_source_of_its_realisasi():
    (_, line) = capaian_tren.figure(points((2020, 0, 1.0, 1.0), (2021, 0, 2.0, 1.0)), [2020, 2021]).data
    assert capaian_tren.clicked({"customdata": line.customdata[1]}) == "lk.txt:12:2021:realisasi"


def test_a_figure_stands_on_the_side_away_from_the_target():
    (_, line) = capaian_tren.figure(
        points((2020, 0, 1.0, 2.0), (2021, 0, 3.0, 2.0), (2022, 0, 3.0, None)), [2020, 2021, 2022]
    ).data
    assert line.textposition[:3] == ("bottom center", "top center", "top center")
