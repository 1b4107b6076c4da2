"""Capaian: one bar an indikator against the line of 100 percent, misses told apart by colour, pattern and word."""

import plotly.graph_objects as go
import polars as pl

from pages.charts import style
from pages.charts.matriks import wrapped
from pages.components import location
from pages.components.format import number, percent
from queries.comparisons.hasil import TERCAPAI, TIDAK

MOST = 20
ROW_PIXELS, FRAME_PIXELS, LABEL_CHARACTERS = 54, 140, 24
ROOM_FOR_LABELS = 1.45
# hasil → colour and pattern, so that colour alone never tells.
LOOK = {TIDAK: (style.PALETTE[5], "/"), TERCAPAI: (style.PALETTE[2], "")}


def shown(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows that are drawn: those with a percentage, lowest first, at most MOST. Input: as `figure`."""
    known = rows.filter(pl.col("capaian_hitung").is_not_null())
    return known.sort("capaian_hitung", "satker", "indikator").head(MOST)


def figure(rows: pl.DataFrame) -> go.Figure:
    """Horizontal bars, lowest capaian on top. A click on a bar means the source of its realisasi.

    Input: capaian_hitung (percent), hasil, indikator, satker, tahun, target, realisasi, realisasi_ordinal, satuan,
    berkas, baris, tabel. The label names satker and tahun only where the rows hold several.
    """
    drawn_rows = shown(rows).with_row_index("tempat")
    drawn = style.figure("Capaian dihitung (%)", height=FRAME_PIXELS + ROW_PIXELS * max(len(drawn_rows), 1))
    for hasil in LOOK:
        if hasil in drawn_rows["hasil"]:
            drawn.add_trace(_bars(drawn_rows, hasil))
    drawn.add_trace(_figures(drawn_rows))
    _axes(drawn, drawn_rows)
    return drawn


def clicked(point: dict) -> str:
    """The address of the source of a bar that was clicked."""
    return point["customdata"][0]


def _bars(rows: pl.DataFrame, hasil: str) -> go.Bar:
    colour, pattern = LOOK[hasil]
    part = rows.filter(pl.col("hasil") == hasil)
    return go.Bar(
        x=part["capaian_hitung"].to_list(),
        y=part["tempat"].to_list(),
        name=hasil,
        orientation="h",
        marker={"color": colour, "pattern": {"shape": pattern, "solidity": 0.25}},
        customdata=[[str(location.of_row(row)), _hover(row)] for row in part.iter_rows(named=True)],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )


def _figures(rows: pl.DataFrame) -> go.Scatter:
    """The numbers, all to the right of the line, which would cross those of the shorter bars."""
    return go.Scatter(
        x=[max(value, 100.0) + 1 for value in rows["capaian_hitung"]],
        y=rows["tempat"].to_list(),
        mode="text",
        text=[percent(value) for value in rows["capaian_hitung"]],
        textposition="middle right",
        hoverinfo="skip",
        showlegend=False,
    )


def _axes(drawn: go.Figure, rows: pl.DataFrame) -> None:
    drawn.update_yaxes(
        autorange="reversed",
        showgrid=False,
        zeroline=False,
        tickvals=list(range(len(rows))),
        ticktext=[wrapped(label, LABEL_CHARACTERS) for label in _labels(rows)],
    )
    highest = max(rows["capaian_hitung"].to_list() or [100.0])
    drawn.update_xaxes(range=[0, max(highest, 100.0) * ROOM_FOR_LABELS], tickvals=[0, 50, 100])
    drawn.update_layout(barmode="overlay", legend={"yref": "container", "y": 0, "yanchor": "bottom"}, margin_b=64)
    drawn.update_layout(showlegend=True)
    drawn.add_vline(x=100, line={"width": 2, "dash": "dot", "color": style.PALETTE[7]})


def _labels(rows: pl.DataFrame) -> list[str]:
    several = {name: rows[name].n_unique() > 1 for name in ("satker", "tahun")}
    return [
        " ".join(
            [indikator, *([f"({satker.removeprefix('KPU ')})"] if several["satker"] else [])]
            + ([str(tahun)] if several["tahun"] else [])
        )
        for indikator, satker, tahun in rows.select("indikator", "satker", "tahun").iter_rows()
    ]


def _hover(row: dict) -> str:
    satuan = f" {row['satuan']}" if row["satuan"] else ""
    return (
        f"<b>{wrapped(row['indikator'], 50)}</b><br>{row['satker']} {row['tahun']}<br>"
        f"Target {number(row['target'])}{satuan}, realisasi {number(row['realisasi'])}{satuan}<br>"
        f"Capaian {percent(row['capaian_hitung'])}: {row['hasil']}<br>{row['tabel']}, baris {row['baris']}"
    )
