"""Target: the satker of one indikator as lines over the years, before their median and range."""

from collections.abc import Iterator

import plotly.graph_objects as go
import polars as pl

from pages.charts import axis, style
from pages.components.format import number
from queries.comparisons.target import TANPA_SATUAN

HEIGHT = 380
FEW = 6
"""So many lines have a colour and a name of their own; of more, only the outermost are named."""
ENDS = 2
MEDIAN, NASIONAL, LAIN = style.PALETTE[0], style.PALETTE[1], style.PALETTE[7]
HUES = style.PALETTE[2:7]
BANDS = (
    ("terendah", "tertinggi", "rgba(47, 127, 184, 0.13)", "Rentang"),
    ("bawah", "atas", "rgba(47, 127, 184, 0.28)", "Separuh satker di tengah"),
)


def figure(
    folded: pl.DataFrame, spread: pl.DataFrame, nasional: pl.DataFrame, satuan: str, what: str = "Satker"
) -> go.Figure:
    """Lines of the satker, their range and middle half as bands, the median, and KPU RI's Renstra.

    Input: comparisons.target.fold of numbers of one unit, or of_provinsi of it; the spread of the satker, the fold of
    KPU RI's rows (may be empty); what many lines are called. A line
    stops where a year is missing or may not be compared. A click on a mark means its satker, see `clicked`.
    """
    numbers = folded.filter(pl.col("nilai").is_not_null())
    names = numbers["nama"].unique(maintain_order=True).to_list()
    few = len(names) <= FEW
    drawn = style.figure(height=HEIGHT)
    if not few:
        _bands(drawn, spread)
    for place, rows in enumerate(numbers.partition_by("nama", maintain_order=True) if few else [numbers]):
        colour = HUES[place % len(HUES)] if few else LAIN
        _lines(drawn, rows, satuan, {"color": colour, "width": 2 if few else 1}, rows["nama"][0] if few else what)
    if not spread.is_empty():
        median = spread.select("tahun", pl.col("median").alias("nilai"), pl.lit("Median").alias("nama"))
        _yardstick(drawn, median, satuan, {"color": MEDIAN, "width": 4})
    _yardstick(drawn, nasional.filter(pl.col("nilai").is_not_null()), satuan, {"color": NASIONAL, "dash": "dash"})
    _names(drawn, numbers, few=few)
    return _with_axes(drawn, numbers, satuan)


def clicked(point: dict) -> str:
    """The name of the satker whose mark was clicked; empty for the median and KPU RI."""
    return point["customdata"][0]


def sebut(value: float, satuan: str) -> str:
    """A target with its unit: 90%, 12 laporan."""
    return f"{number(value)}%" if satuan == "%" else f"{number(value)} {satuan}".removesuffix(TANPA_SATUAN).strip()


def _bands(drawn: go.Figure, spread: pl.DataFrame) -> None:
    years = spread["tahun"].to_list()
    for low, high, colour, name in BANDS:
        edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
        drawn.add_scatter(x=years, y=spread[low].to_list(), showlegend=False, **edge)
        drawn.add_scatter(x=years, y=spread[high].to_list(), fill="tonexty", fillcolor=colour, name=name, **edge)


def _lines(drawn: go.Figure, rows: pl.DataFrame, satuan: str, line: dict, name: str) -> None:
    """The lines of these satker as one trace; a point without a value keeps apart what may not be joined."""
    points = list(_points(rows, satuan))
    drawn.add_scatter(
        x=[year for year, *_ in points],
        y=[value for _, value, *_ in points],
        customdata=[data for *_, data in points],
        mode="lines+markers",
        line=line,
        marker={"size": 6, "color": line["color"]},
        opacity=1 if line["width"] > 1 else 0.6,
        hovertemplate="%{customdata[1]}<extra></extra>",
        name=name,
        showlegend=line["width"] == 1,
    )


def _points(rows: pl.DataFrame, satuan: str) -> Iterator[tuple[int, float | None, list[str]]]:
    before: tuple[str, int] | None = None
    for row in rows.sort("nama", "tahun").iter_rows(named=True):
        if before is not None and (before != (row["nama"], row["tahun"] - 1) or row["putus"]):
            yield before[1], None, ["", ""]
        said = f"<b>{row['satker']} {row['tahun']}</b><br>{sebut(row['nilai'], satuan)} · {row['label']}"
        yield row["tahun"], row["nilai"], [row["satker"], said]
        before = (row["nama"], row["tahun"])


def _yardstick(drawn: go.Figure, rows: pl.DataFrame, satuan: str, line: dict) -> None:
    if rows.is_empty():
        return
    dash = "dash" in line
    name = "KPU RI (Renstra)" if dash else rows["nama"][0]
    hover = [f"<b>{name} {year}</b><br>{sebut(value, satuan)}" for year, value in rows.select("tahun", "nilai").rows()]
    drawn.add_scatter(
        x=rows["tahun"].to_list(),
        y=rows["nilai"].to_list(),
        customdata=[["", text] for text in hover],
        hovertemplate="%{customdata[1]}<extra></extra>",
        mode="lines+markers",
        line={"width": 3} | line,
        marker={"size": 8, "symbol": "diamond" if dash else "circle"},
        name=name,
    )


def _names(drawn: go.Figure, numbers: pl.DataFrame, *, few: bool) -> None:
    """Names above the last mark, ending there so that no width cuts them; of many only the lowest and the highest."""
    last = numbers.filter(pl.col("tahun") == pl.col("tahun").max().over("nama")) if few else numbers.filter(
        pl.col("tahun") == pl.col("tahun").max()
    )  # fmt: skip
    edges = last if few else last.filter(pl.col("nilai").is_in([last["nilai"].min(), last["nilai"].max()]))
    for (year, value), rows in edges.group_by("tahun", "nilai", maintain_order=True):
        names = rows["nama"].to_list()
        shown = names if len(names) <= ENDS else [*names[:1], f"{len(names) - 1} lain"]
        drawn.add_annotation(
            x=year,
            y=value,
            text=", ".join(shown),
            xanchor="right",
            yanchor="bottom",
            yshift=3,
            showarrow=False,
            font={"size": 12},
        )


def _with_axes(drawn: go.Figure, numbers: pl.DataFrame, satuan: str) -> go.Figure:
    years = numbers["tahun"].to_list()
    first, last = min(years, default=0), max(years, default=0)
    drawn.update_xaxes(range=[first - 0.15, last + 0.15], showgrid=False, zeroline=False)
    drawn.update_xaxes(tickvals=list(range(first, last + 1)), ticktext=[str(year) for year in range(first, last + 1)])
    drawn.update_yaxes(ticksuffix="%" if satuan == "%" else "", zeroline=False, nticks=6)
    drawn.update_layout(hovermode="closest", clickmode="event+select")
    axis.legend_below(drawn)
    return drawn
