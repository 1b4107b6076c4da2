"""Target's lines and rows: nothing is joined that may not be, missing is a sign, a click means a satker or a source."""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from pages.charts import matriks, target_satker, target_tahun
from queries.comparisons.target import fold, of_provinsi, spread

Cell = tuple[str, int, float | None]


def folded(*cells: Cell, keyakinan: dict[Cell, str] | None = None, keadaan: str = "ada") -> pl.DataFrame:
    rows: list[dict[str, Any]] = [
        {
            "indikator_id": place, "kode_satker": satker, "satker": f"KPU Kota {satker}", "jenis_dokumen": "PK",
            "tabel": "PK", "berkas": "pk.txt", "baris": place + 1, "tahun": tahun, "nilai": nilai,
            "nilai_teks": "-" if nilai is None else f"{nilai}%", "nilai_ordinal": None, "satuan": "%",
            "keadaan": "tidak_ditargetkan" if nilai is None else keadaan, "label": f"Kota {satker} · PK",
            "keyakinan": (keyakinan or {}).get((satker, tahun, nilai), "pasti"), "urutan": 3, "sezaman": True,
        }
        for place, (satker, tahun, nilai) in enumerate(cells)
    ]  # fmt: skip
    return fold(pl.DataFrame(rows, schema_overrides={"nilai": pl.Float64, "nilai_ordinal": pl.String}))


def lines(rows: pl.DataFrame) -> go.Figure:
    return target_tahun.figure(rows, spread(rows), rows.clear(), "%")


def values_of(figure: go.Figure, name: str) -> list[float | None]:
    (trace,) = (trace for trace in figure.data if trace.name == name)
    return list(trace.y)


def test_a_line_stops_at_a_missing_year_and_where_it_is_only_perhaps_the_same_indikator():
    unsure = ("Blitar", 2023, 70.0)
    rows = folded(
        ("Blitar", 2020, 80.0), ("Blitar", 2021, None), ("Blitar", 2022, 90.0), unsure, keyakinan={unsure: "mungkin"}
    )
    assert values_of(lines(rows), "Kota Blitar") == [80.0, None, 90.0, None, 70.0]


def test_few_satker_have_a_name_each_and_of_many_only_the_outermost():
    few = lines(folded(("Blitar", 2024, 80.0), ("Serang", 2024, 90.0)))
    assert [note.text for note in few.layout.annotations] == ["Kota Blitar", "Kota Serang"]
    many = lines(folded(*((f"{place:02}", 2024, float(place // 2 * 10)) for place in range(12))))
    assert [note.text for note in many.layout.annotations] == ["Kota 00, Kota 01", "Kota 10, Kota 11"]
    assert {"Rentang", "Separuh satker di tengah", "Median"} <= {trace.name for trace in many.data}


def test_of_very_many_the_lines_are_the_medians_of_their_provinsi():
    cells: list[Cell] = [("Blitar", 2023, 60.0), ("Batu", 2023, 80.0), ("Batu", 2024, None), ("Serang", 2024, 90.0)]
    home = pl.when(pl.col("nama") == "Kota Serang").then(pl.lit("Banten")).otherwise(pl.lit("Jawa Timur"))
    rows = folded(*cells).with_columns(home.alias("provinsi"))
    found = of_provinsi(rows)
    assert found.select("nama", "tahun", "nilai", "label").rows() == [
        ("Banten", 2024, 90.0, "median 1 satker"), ("Jawa Timur", 2023, 70.0, "median 2 satker")
    ]  # fmt: skip
    many = pl.concat([found.with_columns(pl.format("{} {}", "nama", pl.lit(n)).alias("nama")) for n in range(4)])
    drawn = target_tahun.figure(many, spread(rows), rows.clear(), "%", "Provinsi")
    assert "Provinsi" in {trace.name for trace in drawn.data}
    assert target_tahun.clicked({"customdata": ["Banten", ""]}) == "Banten"


def test_a_click_on_a_line_means_its_satker_and_on_the_median_nobody():
    figure = lines(folded(("Blitar", 2024, 80.0), ("Serang", 2024, 90.0)))
    clicked = {trace.name: target_tahun.clicked({"customdata": trace.customdata[0]}) for trace in figure.data}
    assert clicked == {"Kota Blitar": "KPU Kota Blitar", "Kota Serang": "KPU Kota Serang", "Median": ""}


def rows_of(rows: pl.DataFrame) -> go.Figure:
    middle = [{"nama": "Median", "tahun": 2024, "angka": 85.0, "teks": "85"}]
    return target_satker.figure(rows, pl.DataFrame(middle), "%", "Median")


def test_a_cell_says_its_target_its_change_and_a_dash_where_there_is_none():
    rows = folded(("Blitar", 2023, 80.0), ("Blitar", 2024, 90.0), ("Serang", 2023, None), ("Serang", 2024, 80.0))
    figure = rows_of(rows)
    assert list(figure.data[-1].text) == ["85", "80", "90 ↑", "–", "80"]
    assert [trace.name for trace in figure.data if trace.showlegend] == [
        "patokan", "▼ di bawah median", "▲ di atas median", "tanpa pembanding", "– tidak ditargetkan",
    ]  # fmt: skip
    assert "↑ naik dari tahun sebelumnya" in target_satker.notes(rows)


def test_a_click_on_a_cell_means_its_source_and_on_a_yardstick_nothing():
    figure = rows_of(folded(("Blitar", 2024, 80.0)))
    keys = [matriks.clicked({"customdata": data}) for data in figure.data[-2].customdata]
    assert keys == ["", "pk.txt:1:2024:target"]


def test_tables_that_print_another_target_are_marked_and_named():
    rows = folded(("Blitar", 2024, 80.0), ("Blitar", 2024, 95.0))
    figure = rows_of(rows)
    assert figure.data[-1].text[-1] == "80 ≠"
    assert "Kota Blitar · PK: “95.0%”" in figure.data[-2].customdata[-1][1]
    assert "≠ tabelnya sendiri mencetak target lain" in target_satker.notes(rows)
