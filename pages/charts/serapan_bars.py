"""Serapan: pagu and realisasi of each kelompok (kegiatan, program, or row) as bars of rupiah."""

import plotly.graph_objects as go
import polars as pl

from pages.charts import axis, style
from pages.charts.matriks import wrapped
from pages.components.format import percent, rupiah, rupiah_short

GROUP_PIXELS, FRAME_PIXELS, LABEL_CHARACTERS = 54, 180, 22


def figure(sums: pl.DataFrame, title: str, highlighted: str | None = None) -> go.Figure:
    """Two bars a kelompok, largest pagu on top; only pagu when there is no realisasi at all.

    Input: kelompok, pagu, realisasi (rupiah), serapan_persen, jumlah_baris. A kelompok without pagu is not drawn.
    highlighted: the kelompok that keeps its full colour while the others step back.
    """
    drawn_rows = sums.filter(pl.col("pagu").is_not_null()).sort("pagu", "kelompok", descending=[True, False])
    drawn = style.figure(title, height=FRAME_PIXELS + GROUP_PIXELS * max(len(drawn_rows), 1))
    drawn.add_trace(_bar(drawn_rows, "pagu", "Pagu", axis.PAGU, [rupiah_short(pagu) for pagu in drawn_rows["pagu"]]))
    over = (pl.col("realisasi") > pl.col("pagu")).fill_null(value=False)
    for rows, name, colour in (
        (drawn_rows.filter(~over), "Realisasi", axis.REALISASI),
        (drawn_rows.filter(over), "Realisasi melebihi pagu", axis.MELEBIHI),
    ):
        if rows["realisasi"].is_not_null().any():
            drawn.add_trace(_bar(rows, "realisasi", name, colour, _serapan_labels(rows)))
    names = drawn_rows["kelompok"].to_list()
    if highlighted in names:
        drawn.for_each_trace(lambda trace: trace.update(marker_opacity=[_opacity(y, highlighted) for y in trace.y]))
    drawn.update_layout(barmode="group", bargap=0.25, bargroupgap=0.05, legend_traceorder="normal")
    axis.legend_below(drawn)
    drawn.update_yaxes(
        type="category", categoryorder="array", categoryarray=names, autorange="reversed", showgrid=False
    )
    drawn.update_yaxes(tickvals=names, ticktext=[wrapped(name, LABEL_CHARACTERS) for name in names])
    axis.rupiah(drawn.update_xaxes, drawn_rows["pagu"].to_list() + drawn_rows["realisasi"].to_list())
    return drawn


def clicked(point: dict) -> str:
    """The kelompok of a bar that was clicked, in this figure and in serapan_tahun.bars."""
    return point["customdata"][0]


def _bar(rows: pl.DataFrame, column: str, name: str, colour: str, labels: list[str]) -> go.Bar:
    return go.Bar(
        x=rows[column].to_list(),
        y=rows["kelompok"].to_list(),
        name=name,
        orientation="h",
        offsetgroup=column,
        marker_color=colour,
        text=labels,
        textposition="outside",
        cliponaxis=False,
        customdata=list(zip(rows["kelompok"], _hover(rows, column, name), strict=True)),
        hovertemplate="%{customdata[1]}<extra></extra>",
    )


def _serapan_labels(rows: pl.DataFrame) -> list[str]:
    return ["tidak dapat dihitung" if serapan is None else percent(serapan) for serapan in rows["serapan_persen"]]


def _opacity(kelompok: str, highlighted: str | None) -> float:
    return 1.0 if kelompok == highlighted else 0.35


def _hover(rows: pl.DataFrame, column: str, name: str) -> list[str]:
    return [
        f"<b>{wrapped(kelompok, 50)}</b><br>{name}: {rupiah(value) or 'tidak ada'}<br>Dari {count} baris tercetak"
        for kelompok, value, count in rows.select("kelompok", column, "jumlah_baris").iter_rows()
    ]
