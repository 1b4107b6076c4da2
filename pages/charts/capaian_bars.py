"""One satker: a bar an indikator against the line of its target, misses told apart by colour, pattern and sign."""

import plotly.graph_objects as go
import polars as pl

from pages.charts import style
from pages.charts.matriks import wrapped
from pages.components import location
from pages.components.format import number, percent
from queries.comparisons.capaian import TERCAPAI, TIDAK

MOST = 40
CAP = 150.0
"""Where a bar ends: beyond it the figure is said, not drawn, so that one large share leaves the others readable."""
ROW_PIXELS, FRAME_PIXELS, LABEL_CHARACTERS, LINE_CHARACTERS = 31, 110, 56, 30
ROOM_FOR_LABELS = 1.25
# status → colour and pattern, so that colour alone never tells.
LOOK = {TIDAK: (style.PALETTE[5], "/"), TERCAPAI: (style.PALETTE[2], "")}


def figure(rows: pl.DataFrame, title: str) -> go.Figure:
    """Horizontal bars in the order given, the first on top. A click on a bar means the source of its realisasi.

    Input: label (of the bar), capaian (percent), capaian_lalu (percent or null: a mark), status, indikator, satker,
    tahun, target, realisasi, realisasi_ordinal, satuan, berkas, baris, sumber.
    """
    places = rows.with_row_index("tempat")
    drawn = style.figure(title, height=FRAME_PIXELS + ROW_PIXELS * len(rows))
    for status in LOOK:
        if status in places["status"]:
            drawn.add_trace(_bars(places, status))
    # White with a dark edge: seen on both bars and both backgrounds.
    edge = {"width": 1.5, "color": "#1d2730"}
    drawn.add_trace(before(places, symbol="diamond", size=8, color="#ffffff", line=edge))
    drawn.add_trace(_figures(places))
    drawn.update_yaxes(range=[len(rows) - 0.4, -0.6], showgrid=False, zeroline=False, tickfont={"size": 11})
    drawn.update_yaxes(tickvals=places["tempat"].to_list(), ticktext=[_label(name) for name in rows["label"]])
    values = [*rows["capaian"], *rows["capaian_lalu"].drop_nulls()]
    highest = max([100.0, *(shown_at(value) for value in values)])
    drawn.update_xaxes(range=[0, highest * ROOM_FOR_LABELS], tickvals=[0, 100], ticktext=["0", "target"], tickangle=0)
    drawn.update_layout(barmode="overlay", legend={"yref": "container", "y": 0, "yanchor": "bottom"}, margin_b=64)
    drawn.update_layout(showlegend=True)
    drawn.add_vline(x=100, line={"width": 2, "color": style.PALETTE[7]})
    return drawn


def clicked(point: dict) -> str:
    """The address of the source of a bar that was clicked."""
    return point["customdata"][0]


def shown_at(value: float) -> float:
    """Where a capaian is drawn."""
    return min(max(value, 0.0), CAP)


def hover(row: dict) -> str:
    """A row in lines: whose, target and realisasi, capaian and status, where it is printed."""
    satuan = "%" if row["satuan"] == "%" else f" {row['satuan'] or ''}".rstrip()
    return (
        f"<b>{wrapped(row['indikator'], 50)}</b><br>{row['satker']} {row['tahun']}<br>"
        f"Target {number(row['target'])}{satuan}, realisasi {number(row['realisasi'])}{satuan}<br>"
        f"Capaian {percent(row['capaian'])}: {row['status']}<br>{row['sumber']}, baris {row['baris']}"
    )


def _bars(rows: pl.DataFrame, status: str) -> go.Bar:
    colour, pattern = LOOK[status]
    part = rows.filter(status=status)
    return go.Bar(
        x=[shown_at(value) for value in part["capaian"]],
        y=part["tempat"].to_list(),
        name=status,
        orientation="h",
        width=0.7,
        marker={"color": colour, "pattern": {"shape": pattern, "solidity": 0.25, "fillmode": "overlay"}},
        customdata=[[str(location.of_row(row)), hover(row)] for row in part.iter_rows(named=True)],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )


def before(rows: pl.DataFrame, **marker: object) -> go.Scatter:
    """A mark where each row's capaian_lalu lies, of the rows that have one. Input: tempat, capaian_lalu."""
    part = rows.filter(pl.col("capaian_lalu").is_not_null())
    return go.Scatter(
        x=[shown_at(value) for value in part["capaian_lalu"]],
        y=part["tempat"].to_list(),
        name="tahun sebelumnya",
        mode="markers",
        marker=marker,
        hoverinfo="skip",
        cliponaxis=False,
    )


def _figures(rows: pl.DataFrame) -> go.Scatter:
    """The numbers, all to the right of the line and of last year's mark, which would cross them."""
    signs = ["✕ " if status == TIDAK else "" for status in rows["status"]]
    texts = [f"{sign}{percent(value, 1)}" for sign, value in zip(signs, rows["capaian"], strict=True)]
    places = rows.select("capaian", "capaian_lalu").rows()
    return go.Scatter(
        x=[max(100.0, *(shown_at(value) for value in pair if value is not None)) + 2 for pair in places],
        y=rows["tempat"].to_list(),
        mode="text",
        text=texts,
        textposition="middle right",
        textfont={"size": 12},
        hoverinfo="skip",
        showlegend=False,
    )


def _label(name: str) -> str:
    """A name on two short lines at most, so that a phone has room for the bars."""
    short = name if len(name) <= LABEL_CHARACTERS else f"{name[: LABEL_CHARACTERS - 1].rstrip()}…"
    return wrapped(short, LINE_CHARACTERS)
