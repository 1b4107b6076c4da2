"""Capaian over the years: the realisasi of one indikator as a line, its target as a dotted one, breaks left open."""

import plotly.graph_objects as go
import polars as pl

from pages.charts import style
from pages.components import location
from pages.components.format import number

# column → name, colour, dash, marker: told apart without colour too.
GARIS = {
    "target": ("Target", style.PALETTE[7], "dot", "diamond-open"),
    "realisasi": ("Realisasi", style.PALETTE[0], "solid", "circle"),
}


def figure(points: pl.DataFrame, years: list[int]) -> go.Figure:
    """The two lines of one series in one unit, over `years` (every year of the axis). A click means the realisasi.

    Input: tahun, ruas, target, realisasi, satuan, satker, berkas, baris, tabel. Only points of one ruas are joined.
    """
    satuan = next((unit for unit in points["satuan"] if unit), None)
    drawn = style.figure(f"Realisasi dan target{f' ({satuan})' if satuan else ''}", height=380)
    for column in GARIS:
        drawn.add_trace(_line(points, column))
    ticks = [str(year) for year in years]
    drawn.update_xaxes(type="category", categoryorder="array", categoryarray=ticks, tickvals=ticks, showgrid=False)
    drawn.update_xaxes(range=[-0.4, len(ticks) - 0.6])
    low, high = _range(points)
    drawn.update_yaxes(range=[low, high], zeroline=False)
    drawn.update_layout(legend={"yref": "container", "y": 0, "yanchor": "bottom"}, margin_b=72, hovermode="closest")
    return drawn


def clicked(point: dict) -> str:
    """The address of the source of a point that was clicked."""
    return point["customdata"][0]


def _line(points: pl.DataFrame, column: str) -> go.Scatter:
    """One line; a point without a value between two ruas keeps them apart."""
    name, colour, dash, symbol = GARIS[column]
    xs, ys, texts, places, data = [], [], [], [], []
    for _, part in points.sort("tahun").group_by("ruas", maintain_order=True):
        for row in part.iter_rows(named=True):
            xs.append(str(row["tahun"]))
            ys.append(row[column])
            texts.append(number(row[column]) if column == "realisasi" else "")
            # On the side away from the target, whose mark would cross the figure.
            below = row["target"] is not None and row["target"] >= row["realisasi"]
            places.append("bottom center" if below else "top center")
            data.append([str(location.of_row(row)), _hover(row, column, name)])
        xs.append(xs[-1])
        ys.append(None)
        texts.append("")
        places.append(places[-1])
        data.append(data[-1])
    return go.Scatter(
        x=xs, y=ys, name=name, mode="lines+markers+text", text=texts, textposition=places, connectgaps=False,
        line={"color": colour, "dash": dash, "width": 3 if column == "realisasi" else 2},
        marker={"color": colour, "symbol": symbol, "size": 10}, cliponaxis=False,
        customdata=data, hovertemplate="%{customdata[1]}<extra></extra>",
    )  # fmt: skip


def _range(points: pl.DataFrame) -> tuple[float, float]:
    """The values with room for the labels beyond the highest and the lowest."""
    values = [value for column in GARIS for value in points[column].drop_nulls()]
    low, high = min(values), max(values)
    margin = (high - low) * 0.25 or abs(high) * 0.1 or 1.0
    # Figures are never below 0: only a little room there, so that no tick below 0 is drawn.
    return max(low - margin, -margin / 4), high + margin


def _hover(row: dict, column: str, name: str) -> str:
    satuan = f" {row['satuan']}" if row["satuan"] else ""
    return (
        f"<b>{row['satker']} {row['tahun']}</b><br>{name} {number(row[column])}{satuan}<br>"
        f"{row['tabel']}, baris {row['baris']}"
    )
