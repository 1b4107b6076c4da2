"""Capaian figure: lowest first, misses told apart without colour, the figures written, a bar knows its source."""

import polars as pl
import pytest

from pages.charts import capaian_bars


def rows(*values: float | None, satker: tuple[str, ...] = ()) -> pl.DataFrame:
    count = len(values)
    return pl.DataFrame(
        {
            "capaian_hitung": pl.Series(values, dtype=pl.Float64),
            "hasil": ["tak terhitung" if v is None else "tercapai" if v >= 100 else "tidak tercapai" for v in values],
            "indikator": [f"Indikator {place}" for place in range(count)],
            "satker": list(satker) or ["KPU Kota Blitar"] * count,
            "tahun": [2024] * count,
            "target": [90.0] * count,
            "realisasi": [85.0] * count,
            "realisasi_ordinal": pl.Series([None] * count, dtype=pl.String),
            "satuan": ["%"] * count,
            "berkas": ["lk.txt"] * count,
            "tabel": ["Bab III"] * count,
            "baris": list(range(1, count + 1)),
        }
    )


def test_the_lowest_is_on_top_and_what_has_no_percentage_is_not_drawn():
    figure = capaian_bars.figure(rows(100.0, None, 94.444, 105.26))
    assert figure.layout.yaxis.ticktext == ("Indikator 2", "Indikator 0", "Indikator 3")
    assert figure.layout.yaxis.autorange == "reversed"
    assert figure.data[-1].text == ("94,44%", "100,00%", "105,26%")


def test_a_miss_has_a_pattern_and_a_name_of_its_own():
    missed, reached, _ = capaian_bars.figure(rows(100.0, 94.4)).data
    assert (missed.name, missed.marker.pattern.shape) == ("tidak tercapai", "/")
    assert (reached.name, reached.marker.pattern.shape) == ("tercapai", "")
    assert missed.marker.color != reached.marker.color


def test_the_line_of_100_is_drawn_and_nothing_lies_beyond_the_axis():
    figure = capaian_bars.figure(rows(250.0))
    assert figure.layout.shapes[0].x0 == 100
    assert figure.layout.xaxis.range[1] > 250


def test_a_bar_knows_the_source_of_its_realisasi():
    (bar, _) = capaian_bars.figure(rows(94.4)).data
    assert capaian_bars.clicked({"customdata": bar.customdata[0]}) == "lk.txt:1:2024:realisasi"


def test_satker_is_named_only_where_there_are_several():
    figure = capaian_bars.figure(rows(94.4, 95.0, satker=("KPU Kota Blitar", "KPU Kota Serang")))
    assert figure.layout.yaxis.ticktext[0] == "Indikator 0 (Kota<br>Blitar)"


@pytest.mark.parametrize(("count", "drawn"), [(0, 0), (5, 5), (50, capaian_bars.MOST)])
def test_a_long_list_is_cut_to_its_lowest(count, drawn):
    assert len(capaian_bars.shown(rows(*[float(value) for value in range(count)]))) == drawn
    assert capaian_bars.figure(rows(*[float(value) for value in range(count)])).layout.height > 0
