"""One indikator: a dot a satker against its target (the line of 100 percent) and the median, last year's dot beside."""

import plotly.graph_objects as go
import polars as pl

from pages.charts import style
from pages.charts.capaian_bars import LOOK, before, hover, shown_at
from pages.components import location
from pages.components.format import percent
from queries.comparisons.capaian import TIDAK

MOST = 40
ROW_PIXELS, FRAME_PIXELS = 17, 96
LINE_PIXELS = 15
"""The target stands a line above the median, however near they are."""
SYMBOL = {TIDAK: "x"}


def figure(rows: pl.DataFrame, title: str) -> go.Figure:
    """Dots, lowest capaian on top. A click on a dot means the source of its realisasi.

    Input: the columns of capaian_bars.figure, label (who), capaian_lalu (percent, or null).
    """
    drawn = style.figure(title, height=FRAME_PIXELS + ROW_PIXELS * len(rows))
    places = rows.with_row_index("tempat")
    drawn.add_trace(before(places, symbol="circle-open", size=7, color=style.PALETTE[7]))
    for status in LOOK:
        if status in places["status"]:
            drawn.add_trace(_dots(places, status))
    drawn.update_yaxes(autorange="reversed", tickvals=places["tempat"].to_list(), ticktext=places["label"].to_list())
    drawn.update_yaxes(showgrid=True, zeroline=False, tickfont={"size": 11}, range=[len(rows) - 0.4, -0.6])
    shown = [shown_at(value) for name in ("capaian", "capaian_lalu") for value in rows[name].drop_nulls()]
    drawn.update_xaxes(range=[min([*shown, 90.0]) - 4, max([*shown, 100.0]) + 12], ticksuffix="%", zeroline=False)
    _line(drawn, 100.0, "target ", "solid", "top left", lifted=LINE_PIXELS)
    middle = rows["capaian"].median()
    if middle is not None and len(rows) > 1:
        _line(drawn, shown_at(float(str(middle))), f" median {percent(float(str(middle)), 1)}", "dot", "top right")
    drawn.update_layout(legend={"yref": "container", "y": 0, "yanchor": "bottom"}, margin={"b": 56, "t": 40})
    return drawn


def clicked(point: dict) -> str:
    """The address of the source of a dot that was clicked."""
    return point["customdata"][0]


def _dots(rows: pl.DataFrame, status: str) -> go.Scatter:
    colour, _ = LOOK[status]
    part = rows.filter(status=status)
    return go.Scatter(
        x=[shown_at(value) for value in part["capaian"]],
        y=part["tempat"].to_list(),
        name=status,
        mode="markers+text",
        text=[f" {percent(value, 1)}" for value in part["capaian"]],
        textposition="middle right",
        textfont={"size": 11},
        marker={"color": colour, "size": 10, "symbol": SYMBOL.get(status, "circle")},
        customdata=[[str(location.of_row(row)), hover(row)] for row in part.iter_rows(named=True)],
        hovertemplate="%{customdata[1]}<extra></extra>",
        cliponaxis=False,
    )


def _line(drawn: go.Figure, at: float, word: str, dash: str, place: str, *, lifted: int = 0) -> None:
    drawn.add_vline(
        x=at, line={"width": 1.5, "dash": dash, "color": style.PALETTE[7]}, layer="below",
        annotation={"text": word, "font": {"size": 12}, "yshift": lifted}, annotation_position=place,
    )  # fmt: skip
