"""The measures from year to year: one line a measure, named at its end, never drawn over a missing year.

On a phone, where no name has room at the end of a line, the legend below names them instead (static/gaya.css).
"""

import plotly.graph_objects as go
import polars as pl

from pages.charts import axis, style
from pages.components.format import percent

# measure → (its name at the line, its colour, its sign on the line, the same sign in letters)
GARIS: dict[str, tuple[str, str, str, str]] = {
    "capaian": ("indikator tercapai", style.PALETTE[0], "circle", "●"),
    "serapan": ("serapan", style.PALETTE[1], "square", "■"),
    "konsistensi": ("janji tetap", style.PALETTE[3], "diamond", "◆"),
    "kelengkapan": ("dokumen ada", style.PALETTE[7], "triangle-up", "▲"),
}
ROOM = 0.9
"""Years of room at the right for the names of the lines."""
APART = 0.085
"""How far apart two names stand at least, as a share of the height."""


def figure(deret: pl.DataFrame, reporting: dict[int, str]) -> go.Figure:
    """The lines of `deret`: tahun and <measure>_persen, every year; reporting: year → who reports."""
    drawn = style.figure(height=320)
    years = deret["tahun"].to_list()
    low = min((value for name in GARIS for value in deret[f"{name}_persen"].drop_nulls()), default=0.0)
    bottom = max(0.0, low - 8)
    ends = _apart({name: _end(deret, name) for name in GARIS}, (108 - bottom) * APART)
    for name, (word, colour, symbol, letter) in GARIS.items():
        values = deret[f"{name}_persen"].to_list()
        drawn.add_trace(
            go.Scatter(
                x=years,
                y=values,
                name=word,
                mode="lines+markers",
                connectgaps=False,
                line={"color": colour, "width": 2},
                marker={"symbol": symbol, "size": 8},
                hovertext=[f"{year}: {percent(value, 1)} {word}" for year, value in zip(years, values, strict=True)],
                hoverinfo="text",
            )
        )
        if name in ends:
            drawn.data[-1].name = f"{word} {percent(ends[name][1], 1)}"
            year, value, height = ends[name]
            drawn.add_annotation(
                x=year, y=height, xshift=10, xanchor="left", showarrow=False, font={"size": 13},
                text=f'<span style="color:{colour}">{letter}</span> {word} {percent(value, 1)}',
            )  # fmt: skip
    axis.legend_below(drawn)
    labels = [f"{year}<br>{reporting[year]}" for year in years]
    drawn.update_xaxes(tickvals=years, ticktext=labels, range=[years[0] - 0.2, years[-1] + ROOM], showgrid=False)
    drawn.update_yaxes(range=[bottom, 104], ticksuffix="%", nticks=6)
    return drawn


def _end(deret: pl.DataFrame, name: str) -> tuple[int, float] | None:
    """The last year that has a figure, and the figure."""
    known = deret.filter(pl.col(f"{name}_persen").is_not_null()).select("tahun", f"{name}_persen")
    return known.row(-1) if len(known) else None


def _apart(ends: dict[str, tuple[int, float] | None], least: float) -> dict[str, tuple[int, float, float]]:
    """Where each name stands: at its line's end, pushed down where the one above is too near."""
    known = sorted(((end, name) for name, end in ends.items() if end), key=lambda one: -one[0][1])
    placed: dict[str, tuple[int, float, float]] = {}
    above = float("inf")
    for (year, value), name in known:
        above = min(value, above - least)
        placed[name] = (year, value, above)
    return placed
