"""Serapan ranked: a bar a satker (or part of the money), last year as a tick, the sum of all as a line."""

import plotly.graph_objects as go
import polars as pl

from pages.charts import axis, style
from pages.charts.matriks import wrapped
from pages.components.format import number, percent

FRAME_PIXELS, ROW_PIXELS, LOW_PIXELS, MANY = 92, 24, 16, 20
LABEL_CHARACTERS, FULL = 24, 100.0
SENGKETA = "≠"
BIASA, RENDAH, LALU = axis.REALISASI, axis.MELEBIHI, style.PALETTE[1]
MILIAR = 10**9


def figure(rows: pl.DataFrame, *, ambang: float, lalu: str, whole: tuple[str, float] | None) -> go.Figure:
    """A bar a row, in their order from top to bottom; who has no serapan is not here.

    Input: kunci (what a click means), label, serapan and serapan_lalu (percent), pagu (rupiah), diperselisihkan, hover.
    ambang: bars below it are marked; lalu: the year of the ticks; whole: the line of all together and its name.
    """
    many = len(rows) > MANY
    height = FRAME_PIXELS + (LOW_PIXELS if many else ROW_PIXELS * _lines(rows)) * max(len(rows), 1)
    drawn = style.figure(height=height)
    places = rows.with_row_index("tempat")
    low = pl.col("serapan") < ambang
    drawn.add_trace(_bars(places.filter(~low), f"{number(ambang)}% ke atas", BIASA))
    if len(under := places.filter(low)):
        drawn.add_trace(_bars(under, f"▼ di bawah {number(ambang)}%", RENDAH))
    drawn.add_trace(_ticks(places, lalu))
    edge = max([FULL, *(value for name in ("serapan", "serapan_lalu") for value in rows[name].drop_nulls())])
    drawn.add_trace(_texts(places, edge + 2, ambang, 11 if many else 12))
    if rows["diperselisihkan"].any():
        drawn.add_trace(_only_named(f"{SENGKETA} diperselisihkan"))
    if whole is not None:
        drawn.add_trace(_line(*whole, len(rows)))
    labels = [wrapped(label, LABEL_CHARACTERS) for label in rows["label"]]
    drawn.update_yaxes(tickvals=places["tempat"].to_list(), ticktext=labels, range=[len(rows) - 0.4, -0.6])
    drawn.update_yaxes(showgrid=False, zeroline=False, tickfont={"size": 11 if many else 12})
    drawn.update_xaxes(
        range=[0, edge * (1.45 if many else 1.6)], tickvals=[0, 25, 50, 75, 100], ticksuffix="%", zeroline=False
    )
    drawn.add_annotation(
        text="serapan · pagu (miliar rupiah)", x=1, xref="paper", xanchor="right", y=1, yref="paper", yanchor="bottom",
        showarrow=False, font={"size": 11},
    )  # fmt: skip
    drawn.update_layout(barmode="overlay", bargap=0.25, legend_traceorder="normal", margin_t=24)
    drawn.update_layout(legend={"yref": "container", "y": 0, "yanchor": "bottom"}, margin_b=52)
    return drawn


def clicked(point: dict) -> str:
    """The kunci of the bar that was clicked."""
    return point["customdata"][0]


def _lines(rows: pl.DataFrame) -> int:
    """The most lines that a label takes."""
    return max([wrapped(label, LABEL_CHARACTERS).count("<br>") + 1 for label in rows["label"]], default=1)


def _bars(rows: pl.DataFrame, name: str, colour: str) -> go.Bar:
    return go.Bar(
        x=rows["serapan"].to_list(),
        y=rows["tempat"].to_list(),
        name=name,
        showlegend=True,
        orientation="h",
        marker_color=colour,
        customdata=rows.select("kunci", "hover").rows(),
        hovertemplate="%{customdata[1]}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _ticks(rows: pl.DataFrame, name: str) -> go.Scatter:
    known = rows.filter(pl.col("serapan_lalu").is_not_null())
    return go.Scatter(
        x=known["serapan_lalu"].to_list(),
        y=known["tempat"].to_list(),
        name=name,
        showlegend=bool(len(known)),
        mode="markers",
        marker={"symbol": "line-ns", "size": 11, "line": {"width": 2.5, "color": LALU}},
        hoverinfo="skip",
    )


def _texts(rows: pl.DataFrame, at: float, ambang: float, size: int) -> go.Scatter:
    """Serapan and pagu in a column of their own, where neither tick nor line crosses them."""
    return go.Scatter(
        x=[at] * len(rows),
        y=rows["tempat"].to_list(),
        mode="text",
        text=[_said(row, ambang) for row in rows.iter_rows(named=True)],
        textposition="middle right",
        textfont={"size": size},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def _said(row: dict, ambang: float) -> str:
    signs = f"{'▼ ' if row['serapan'] < ambang else ''}{f'{SENGKETA} ' if row['diperselisihkan'] else ''}"
    miliar = row["pagu"] / MILIAR
    return f"{signs}{percent(row['serapan'], 1)} · {number(miliar, 1 if miliar >= 0.1 else 3)}"


def _only_named(name: str) -> go.Scatter:
    """An entry of the legend for a sign that stands in the texts."""
    return go.Scatter(x=[None], y=[None], mode="markers", name=name, marker={"opacity": 0}, showlegend=True)


def _line(name: str, at: float, rows: int) -> go.Scatter:
    return go.Scatter(
        x=[at, at],
        y=[-0.6, rows - 0.4],
        mode="lines",
        name=f"{name} {percent(at, 1)}",
        showlegend=True,
        line={"width": 1.5, "dash": "dot", "color": style.PALETTE[7]},
        hoverinfo="skip",
    )
