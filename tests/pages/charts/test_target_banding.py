"""Target: what goes in is what is drawn; a missing value is a sign with a word, never a number."""

from typing import Any

import plotly.graph_objects as go
import polars as pl
import pytest

from pages.charts import axis, matriks, target_banding
from queries.comparisons.target import with_rank

KOLOM = {
    "label": pl.String,
    "satker": pl.String,
    "jenis_dokumen": pl.String,
    "berkas": pl.String,
    "tabel": pl.String,
    "baris": pl.Int32,
    "tahun": pl.Int16,
    "nilai_teks": pl.String,
    "nilai": pl.Float64,
    "nilai_ordinal": pl.String,
    "keadaan": pl.String,
    "sasaran": pl.String,
    "satuan_tersirat": pl.Boolean,
}


def targets(*cells: tuple[str, int, str, float | None, str | None, str]) -> pl.DataFrame:
    rows = [
        (
            label,
            "KPU Kota Blitar",
            "Renstra",
            "renstra-blitar.txt",
            "Tabel IV.1",
            11,
            tahun,
            teks,
            nilai,
            ordinal,
            keadaan,
            "Sasaran",
            teks == "0",
        )
        for label, tahun, teks, nilai, ordinal, keadaan in cells
    ]
    return pl.DataFrame(rows, schema=KOLOM, orient="row")


CELLS = targets(
    ("Blitar · Renstra Tabel IV.1", 2020, "-", None, None, "tidak_ditargetkan"),
    ("Blitar · Renstra Tabel IV.1", 2021, "", None, None, "kosong"),
    ("Blitar · Renstra Tabel IV.1", 2022, "77,50%", 77.5, None, "ada"),
    ("Blitar · Renstra Tabel IV.1", 2023, "l0x", None, None, "rusak"),
    ("Prabumulih · PK", 2024, "909", 90.0, None, "dikoreksi"),
)


def drawn_numbers(figure: go.Figure) -> dict[tuple[str, str], float]:
    numbers = figure.data[0]
    return {
        (row, year): size
        for row, line in zip(numbers.y, numbers.z, strict=True)
        for year, size in zip(numbers.x, line, strict=True)
        if size is not None
    }


def drawn_texts(figure: go.Figure) -> dict[tuple[str, str], str]:
    texts = figure.data[-1]
    return dict(zip(zip(texts.y, texts.x, strict=True), texts.text, strict=True))


def test_every_number_is_drawn_and_nothing_else():
    figure = target_banding.figure(CELLS, "%")
    assert drawn_numbers(figure) == {("Blitar · Renstra Tabel IV.1", "2022"): 77.5, ("Prabumulih · PK", "2024"): 90.0}
    assert list(drawn_texts(figure).values()) == ["–", "□", "77,5", "×", "90†"]


def test_the_unit_stands_in_the_title_and_each_state_in_the_legend():
    figure = target_banding.figure(CELLS, "%")
    assert "(%)" in figure.layout.title.text
    assert figure.layout.separators == ",."
    names = [trace.name for trace in figure.data if trace.showlegend]
    assert [name[0] for name in names] == ["–", "□", "×"]
    assert all(len(name) > 3 for name in names)


def test_a_missing_year_of_one_row_is_a_gap():
    figure = target_banding.figure(CELLS, "%")
    assert ("Prabumulih · PK", "2020") not in drawn_texts(figure)
    assert figure.data[0].hoverongaps is False


def test_the_hover_text_names_the_source():
    figure = target_banding.figure(CELLS, "%")
    hover = next(text for line in figure.data[0].customdata for text in line if text)
    assert "Tabel IV.1 · baris 11" in hover
    assert "77,50%" in hover


def test_the_better_grade_is_shaded_deeper_and_an_unknown_one_palest():
    grades = targets(
        ("a", 2020, "WDP", None, "WDP", "ada"),
        ("a", 2021, "WTP", None, "WTP", "ada"),
        ("a", 2022, "Istimewa", None, "Istimewa", "ada"),
    )
    figure = target_banding.grades(with_rank(grades))
    numbers = drawn_numbers(figure)
    assert numbers["a", "2021"] > numbers["a", "2020"] > numbers["a", "2022"]
    assert list(drawn_texts(figure).values()) == ["WDP", "WTP", "Istimewa"]
    assert "Opini BPK" in figure.layout.title.text


def test_only_missing_values_can_be_drawn():
    figure = target_banding.figure(CELLS.filter(pl.col("nilai").is_null()), "%")
    assert drawn_numbers(figure) == {}


def test_notes_explain_only_the_signs_that_occur():
    assert target_banding.notes(CELLS) == "† dikoreksi orang"
    assert target_banding.notes(CELLS.head(1)) == ""


def test_a_number_printed_without_its_unit_is_marked():
    bare = targets(("a", 2020, "0", 0.0, None, "ada"), ("a", 2021, "90%", 90.0, None, "ada"))
    assert list(drawn_texts(target_banding.figure(bare, "%")).values()) == ["0‡", "90"]
    assert target_banding.notes(bare).startswith("‡ tercetak tanpa satuan")


@pytest.mark.parametrize("share", [step / 50 for step in range(51)])
def test_text_reads_on_every_shade(share):
    assert contrast(axis.shade(share), axis.readable_on(axis.shade(share))) >= 4.5


@pytest.mark.parametrize("colour", [colour for _, colour in matriks.TANPA_NILAI.values()])
def test_text_reads_on_every_state(colour):
    assert contrast(colour, axis.readable_on(colour)) >= 4.5


def contrast(one: str, other: str) -> float:
    pale, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (pale + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts: list[Any] = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_click_on_a_cell_means_the_source_of_its_target():
    figure = target_banding.figure(CELLS, "%")
    (layer,) = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers"]
    keys = {
        (y, x): matriks.clicked({"customdata": data})
        for y, x, data in zip(layer.y, layer.x, layer.customdata, strict=True)
    }
    assert len(keys) == len(CELLS)
    assert keys["Prabumulih · PK", "2024"] == "renstra-blitar.txt:11:2024:target"
