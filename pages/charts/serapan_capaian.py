"""Capaian beside serapan: a point a satker, split by the marks below which a satker is behind."""

import plotly.graph_objects as go
import polars as pl

from pages.charts import axis, style
from pages.components.format import number

HEIGHT, WIDTH = 440, 430
CHARACTER, LINE, GAP = 5.6, 12.0, 8.0
SUDUT = {
    "top left": ("serapan cukup, capaian kurang", 0.0, 1.0),
    "top right": ("keduanya cukup", 1.0, 1.0),
    "bottom left": ("keduanya kurang", 0.0, 0.0),
    "bottom right": ("capaian cukup, serapan kurang", 1.0, 0.0),
}
PLACES = ("middle right", "middle left", "top center", "bottom center")
Span = tuple[float, float]


def figure(rows: pl.DataFrame, *, ambang: tuple[float, float]) -> go.Figure:
    """A point a satker: capaian (share of indikator reached) across, serapan up; both in percent.

    Input: kunci (what a click means), label, capaian, serapan, hover, the foremost first: where names would lie upon
    each other the later one is left to the pointer. ambang: the marks of capaian and of serapan.
    """
    drawn = style.figure(height=HEIGHT)
    across, up = _span(rows["capaian"].to_list(), ambang[0]), _span(rows["serapan"].to_list(), ambang[1])
    both = (pl.col("capaian") < ambang[0]) & (pl.col("serapan") < ambang[1])
    named = rows.with_columns(pl.Series("letak", _names(rows, across, up), dtype=pl.String))
    for part, name, colour, symbol in (
        (named.filter(~both), "satker", axis.REALISASI, "circle"),
        (named.filter(both), "× keduanya kurang", axis.MELEBIHI, "x"),
    ):
        if len(part):
            drawn.add_trace(_points(part, name, colour, symbol))
    faint = {"width": 1.5, "dash": "dot", "color": style.PALETTE[7]}
    drawn.add_vline(x=ambang[0], line=faint)
    drawn.add_hline(y=ambang[1], line=faint)
    for words, x, y in SUDUT.values():
        drawn.add_annotation(
            text=words, x=x, y=y, xref="paper", yref="paper", xanchor="right" if x else "left",
            yanchor="top" if y else "bottom", showarrow=False, font={"size": 11}, opacity=0.85,
        )  # fmt: skip
    drawn.update_xaxes(range=across, ticksuffix="%", title=f"indikator tercapai (garis {number(ambang[0])}%)")
    drawn.update_yaxes(range=up, ticksuffix="%", title=f"serapan (garis {number(ambang[1])}%)")
    drawn.update_xaxes(zeroline=False, nticks=6)
    drawn.update_yaxes(zeroline=False, nticks=6)
    drawn.update_layout(showlegend=False, margin_t=12)
    return drawn


def clicked(point: dict) -> str:
    """The kunci of the point that was clicked."""
    return point["customdata"][0]


def _points(rows: pl.DataFrame, name: str, colour: str, symbol: str) -> go.Scatter:
    shown = [label if letak else "" for label, letak in rows.select("label", "letak").iter_rows()]
    seen = {"marker": {"opacity": 1}}
    return go.Scatter(
        x=rows["capaian"].to_list(),
        y=rows["serapan"].to_list(),
        name=name,
        mode="markers+text",
        text=shown,
        textposition=[letak or PLACES[0] for letak in rows["letak"]],
        textfont={"size": 10},
        marker={"size": 9, "color": colour, "symbol": symbol},
        customdata=rows.select("kunci", "hover").rows(),
        hovertemplate="%{customdata[1]}<extra></extra>",
        cliponaxis=False,
        selected=seen,
        unselected=seen,
    )


def _span(values: list[float], ambang: float) -> Span:
    """From the lowest to the highest, with the mark inside and room for the words in the corners."""
    low, high = min([*values, ambang]), max([*values, ambang])
    room = max(high - low, 1.0)
    return low - room * 0.15, high + room * 0.15


def _names(rows: pl.DataFrame, across: Span, up: Span) -> list[str | None]:
    """Where the name of each point stands so that it covers neither another name nor a point; None: nowhere."""
    points = [
        ((x - across[0]) / (across[1] - across[0]) * WIDTH, (y - up[0]) / (up[1] - up[0]) * (HEIGHT - 110))
        for x, y in rows.select("capaian", "serapan").iter_rows()
    ]
    taken = [(x - 4, x + 4, y - 4, y + 4) for x, y in points]
    found: list[str | None] = []
    for own, ((x, y), label) in enumerate(zip(points, rows["label"], strict=True)):
        others = taken[:own] + taken[own + 1 :]
        boxes = {place: _box(place, x, y, len(label) * CHARACTER) for place in PLACES}
        place = next((place for place, box in boxes.items() if _free(box, others)), None)
        found.append(place)
        if place is not None:
            taken.append(boxes[place])
    return found


def _box(place: str, x: float, y: float, width: float) -> tuple[float, float, float, float]:
    if place == "middle right":
        return x + GAP, x + GAP + width, y - LINE / 2, y + LINE / 2
    if place == "middle left":
        return x - GAP - width, x - GAP, y - LINE / 2, y + LINE / 2
    above = GAP if place == "top center" else -GAP - LINE
    return x - width / 2, x + width / 2, y + above, y + above + LINE


def _free(box: tuple[float, float, float, float], taken: list[tuple[float, float, float, float]]) -> bool:
    left, right, low, high = box
    if left < 0 or right > WIDTH:
        return False
    return not any(left < r and right > a and low < h and high > b for a, r, b, h in taken)
