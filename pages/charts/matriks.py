"""A matrix of named rows by year: numbers shaded by size, and cells without a number said in sign and word."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field

import plotly.graph_objects as go
import polars as pl

from pages.charts import axis, style
from pages.components.format import keadaan_word

# keadaan → (sign in the cell, colour of the cell); a keadaan that has a number is not here.
TANPA_NILAI: dict[str, tuple[str, str]] = {
    "tidak_ditargetkan": ("–", "#b7bec8"),
    "kosong": ("□", "#d6c9b1"),
    "rusak": ("×", "#b3261e"),
}
BERTANDA = {"diperbaiki": "*", "dikoreksi": "†"}
ROW_PIXELS, FRAME_PIXELS, LABEL_CHARACTERS = 46, 180, 30


@dataclass(frozen=True)
class Matriks:
    """What is drawn. cells: label, tahun (int), besar (number that shades, or null), teks (shown), keadaan, hover.

    A column kunci makes cells clickable: it is what a click on the cell means, see `clicked` (empty: nothing). With
    `groups` (name → words of the legend, colour) a column golongan colours the cells instead of besar.
    """

    cells: pl.DataFrame
    title: str
    row_pixels: int = ROW_PIXELS
    groups: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def rows(self) -> list[str]:
        """The labels, from top to bottom."""
        return self.cells["label"].unique(maintain_order=True).to_list()

    @property
    def years(self) -> list[str]:
        """Every year from the first to the last."""
        years = self.cells["tahun"].to_list()
        return [str(year) for year in range(min(years), max(years) + 1)]


def figure(matrix: Matriks) -> go.Figure:
    """One cell a row × year. Numbers are shaded from low to high; other cells carry their sign, named in the legend."""
    drawn = style.figure(matrix.title, height=FRAME_PIXELS + matrix.row_pixels * len(matrix.rows))
    numbers = matrix.cells.filter(pl.col("besar").is_not_null())
    low, high = axis.shade_range(numbers["besar"].to_list())
    if not matrix.groups:
        shades = {"zmin": low, "zmax": high, "colorscale": axis.SHADES}
        drawn.add_trace(_layer(matrix, numbers, numbers["besar"].to_list(), **shades))
    for name, (words, colour) in matrix.groups.items():
        _flat(drawn, matrix, numbers.filter(pl.col("golongan") == name), words, colour)
    for keadaan, (sign, colour) in TANPA_NILAI.items():
        cells = matrix.cells.filter((pl.col("keadaan") == keadaan) & pl.col("besar").is_null())
        _flat(drawn, matrix, cells, f"{sign} {keadaan_word(keadaan)}", colour)
    if "kunci" in matrix.cells.columns:
        drawn.add_trace(_click_targets(matrix))
        drawn.update_layout(hovermode="closest", clickmode="event+select")
    drawn.add_trace(_texts(matrix, low, high))
    return _with_axes(drawn, matrix)


def clicked(point: dict) -> str:
    """The kunci of the cell that was clicked."""
    return point["customdata"][0]


def wrapped(label: str, width: int = LABEL_CHARACTERS) -> str:
    """A long axis label on up to three lines; the sign " · " begins a line of its own."""
    lines = [line for part in label.split(" · ", 1) for line in textwrap.wrap(part, width)]
    return "<br>".join(lines[:3]) + ("…" if len(lines) > 3 else "")


def notes(cells: pl.DataFrame) -> str:
    """What the small signs behind numbers mean, of those that occur; empty when there are none. Input: keadaan."""
    seen = set(cells["keadaan"])
    return " · ".join(f"{sign} {keadaan_word(keadaan)}" for keadaan, sign in BERTANDA.items() if keadaan in seen)


def _flat(drawn: go.Figure, matrix: Matriks, cells: pl.DataFrame, words: str, colour: str) -> None:
    """A layer of one colour, named in the legend, where it has cells."""
    if not cells.is_empty():
        flat = {"zmin": 0, "zmax": 1, "colorscale": [[0, colour], [1, colour]]}
        drawn.add_trace(_layer(matrix, cells, [1.0] * len(cells), **flat, name=words, showlegend=True))


def _layer(matrix: Matriks, cells: pl.DataFrame, sizes: list[float], **settings: object) -> go.Heatmap:
    """One colour layer over the whole grid; a layer with gaps in its axes would be drawn in the wrong places."""
    places = zip(cells["label"], [str(year) for year in cells["tahun"]], strict=True)
    found = dict(zip(places, zip(sizes, cells["hover"], strict=True), strict=True))
    grid = [[found.get((row, year), (None, "")) for year in matrix.years] for row in matrix.rows]
    return go.Heatmap(
        x=matrix.years,
        y=matrix.rows,
        z=[[size for size, _ in line] for line in grid],
        customdata=[[hover for _, hover in line] for line in grid],
        hovertemplate="%{customdata}<extra></extra>",
        hoverongaps=False,
        showscale=False,
        xgap=3,
        ygap=3,
        **settings,
    )


def _texts(matrix: Matriks, low: float, high: float) -> go.Scatter:
    """The text of every cell, black or white, whichever reads better on its colour."""
    shown, colours, cells = [], [], matrix.cells
    groups = cells["golongan"] if matrix.groups else [None] * len(cells)
    for (teks, keadaan, besar), group in zip(cells.select("teks", "keadaan", "besar").iter_rows(), groups, strict=True):
        sign, colour = TANPA_NILAI.get(keadaan, ("", "#ffffff"))
        shown.append(teks + BERTANDA.get(keadaan, "") if besar is not None else sign)
        if besar is not None:
            colour = matrix.groups[group][1] if group else axis.shade((besar - low) / (high - low))
        colours.append(axis.readable_on(colour))
    return go.Scatter(
        x=[str(year) for year in cells["tahun"]],
        y=cells["label"].to_list(),
        text=shown,
        mode="text",
        textfont={"color": colours, "size": 13},
        hoverinfo="skip",
        showlegend=False,
    )


def _click_targets(matrix: Matriks) -> go.Scatter:
    """An unseen marker on every cell: plotly reports clicks on points, never on a heatmap."""
    cells = matrix.cells
    unseen = {"marker": {"opacity": 0}}
    return go.Scatter(
        x=[str(year) for year in cells["tahun"]],
        y=cells["label"].to_list(),
        mode="markers",
        marker={"size": matrix.row_pixels - 8, "opacity": 0, "symbol": "square"},
        selected=unseen,
        unselected=unseen,
        customdata=cells.select("kunci", "hover").rows(),
        hovertemplate="%{customdata[1]}<extra></extra>",
        showlegend=False,
    )


def _with_axes(drawn: go.Figure, matrix: Matriks) -> go.Figure:
    order = {"type": "category", "categoryorder": "array", "showgrid": False, "zeroline": False}
    drawn.update_xaxes(**order, categoryarray=matrix.years, side="top", tickvals=matrix.years, ticktext=matrix.years)
    drawn.update_xaxes(range=[-0.5, len(matrix.years) - 0.5])
    # Downwards, and no room for the unseen marks beyond the first and the last row.
    drawn.update_yaxes(**order, categoryarray=matrix.rows, range=[len(matrix.rows) - 0.5, -0.5], tickvals=matrix.rows)
    drawn.update_yaxes(ticktext=[wrapped(row) for row in matrix.rows])
    # The years stand between the title and the first row.
    drawn.update_layout(margin_t=84 if matrix.title else 32)
    if any(trace.showlegend for trace in drawn.data):
        axis.legend_below(drawn)
    return drawn
