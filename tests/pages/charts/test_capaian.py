"""Capaian figures: the order given, misses told apart without colour, the figures written, a mark knows its source."""

from __future__ import annotations

import polars as pl
import pytest

from pages.charts import capaian_banding, capaian_bars


def rows(*values: float, lalu: float | None = None) -> pl.DataFrame:
    count = len(values)
    return pl.DataFrame(
        {
            "capaian": pl.Series(values, dtype=pl.Float64),
            "capaian_lalu": pl.Series([lalu] * count, dtype=pl.Float64),
            "status": ["tercapai" if value >= 100 else "tidak tercapai" for value in values],
            "label": [f"Label {place}" for place in range(count)],
            "indikator": [f"Indikator {place}" for place in range(count)],
            "satker": ["KPU Kota Blitar"] * count,
            "tahun": [2024] * count,
            "target": [90.0] * count,
            "realisasi": [85.0] * count,
            "realisasi_ordinal": pl.Series([None] * count, dtype=pl.String),
            "satuan": ["%"] * count,
            "berkas": ["lk.txt"] * count,
            "sumber": ["LK 2024 · Bab III"] * count,
            "baris": list(range(1, count + 1)),
        }
    )


def test_misses_and_reached_are_told_apart_by_pattern_and_sign():
    missed, reached, _, figures = capaian_bars.figure(rows(94.4, 105.26), "").data
    assert (missed.name, missed.marker.pattern.shape) == ("tidak tercapai", "/")
    assert (reached.name, reached.marker.pattern.shape) == ("tercapai", "")
    assert list(figures.text) == ["✕ 94,4%", "105,3%"]


def test_a_large_share_is_said_and_not_drawn_to_its_end():
    figure = capaian_bars.figure(rows(100.0, 900.0), "")
    assert max(figure.data[0].x) == capaian_bars.CAP
    assert "900,0%" in figure.data[-1].text
    assert figure.layout.xaxis.range[1] < 200


def test_last_year_is_a_mark_and_the_figure_stands_beyond_it():
    before, figures = capaian_bars.figure(rows(94.4, lalu=120.0), "").data[-2:]
    assert list(before.x) == [120.0]
    assert figures.x[0] > 120


def test_a_click_means_the_source():
    bar = capaian_bars.figure(rows(94.4), "").data[0]
    assert capaian_bars.clicked({"customdata": bar.customdata[0]}) == "lk.txt:1:2024:realisasi"
    assert "Target 90%, realisasi 85%" in bar.customdata[0][1]
    dot = capaian_banding.figure(rows(94.4), "").data[1]
    assert capaian_banding.clicked({"customdata": dot.customdata[0]}) == "lk.txt:1:2024:realisasi"


def test_dots_have_the_line_of_the_target_and_of_the_median():
    figure = capaian_banding.figure(rows(80.0, 90.0, 120.0, lalu=70.0), "")
    assert [shape.x0 for shape in figure.layout.shapes] == [100, 90]
    assert [note.text.strip() for note in figure.layout.annotations] == ["target", "median 90,0%"]
    symbols = {trace.name: trace.marker.symbol for trace in figure.data}
    assert symbols == {"tahun sebelumnya": "circle-open", "tidak tercapai": "x", "tercapai": "circle"}
    assert list(figure.layout.yaxis.ticktext) == ["Label 0", "Label 1", "Label 2"]


@pytest.mark.parametrize("count", [1, 5, capaian_banding.MOST])
def test_a_figure_is_never_higher_than_a_screen(count: int):
    assert capaian_banding.figure(rows(*[float(value) for value in range(count)]), "").layout.height < 900
