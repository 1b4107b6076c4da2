"""Pagu over several years: bars when there are few and all can be read, else a matrix of kelompok by year."""

import plotly.graph_objects as go
import polars as pl

from pages.charts import axis, matriks, style
from pages.charts.matriks import Matriks, wrapped
from pages.components.format import keadaan_word, number, rupiah

# More bars than this a year cannot carry their figures on a phone.
FEW = 2
JUTA, MILIAR = 10**6, 10**9


def figure(sums: pl.DataFrame, highlighted: str | None = None) -> go.Figure:
    """Pagu of each kelompok and year.

    Input: one row a kelompok × tahun: kelompok, tahun, pagu (rupiah, null when it cannot be summed), keadaan (of the
    cell) and jumlah_baris. highlighted: the kelompok that is drawn, alone, when it is one of them. A figure that is
    missing has no bar to stand for it, so then the matrix is drawn, which shows it with its sign and word.
    """
    if highlighted in sums["kelompok"]:
        sums = sums.filter(pl.col("kelompok") == highlighted)
    readable = sums["pagu"].null_count() == 0
    return bars(sums) if readable and sums["kelompok"].n_unique() <= FEW else matrix(sums)


def bars(sums: pl.DataFrame) -> go.Figure:
    """One bar a kelompok × year, in billions of rupiah, or millions when all are small."""
    names = sums["kelompok"].unique(maintain_order=True).to_list()
    years = [str(year) for year in sorted(sums["tahun"].unique().to_list())]
    large = not sums.filter(pl.col("pagu") >= MILIAR).is_empty()
    scale, word = (MILIAR, "miliar") if large else (JUTA, "juta")
    drawn = style.figure(f"Pagu per tahun ({word} rupiah)", height=420)
    for name, hue in zip(names, axis.HUES, strict=False):
        drawn.add_trace(_bar(sums.filter(pl.col("kelompok") == name).sort("tahun"), name, hue, scale))
    drawn.update_layout(barmode="group", bargap=0.2)
    axis.legend_below(drawn)
    drawn.update_xaxes(type="category", categoryorder="array", categoryarray=years, tickvals=years, ticktext=years)
    axis.rupiah(drawn.update_yaxes, sums["pagu"].to_list(), room=1.12)
    return drawn


def matrix(sums: pl.DataFrame) -> go.Figure:
    """One cell a kelompok × year, in millions of rupiah."""
    cells = sums.with_columns(
        pl.col("kelompok").alias("label"),
        pl.col("kelompok").alias("kunci"),
        pl.col("pagu").cast(pl.Float64).alias("besar"),
        pl.Series("teks", [_short(pagu, JUTA) for pagu in sums["pagu"]], dtype=pl.String),
        pl.Series("hover", _hover(sums), dtype=pl.String),
    )
    return matriks.figure(Matriks(cells, "Pagu per tahun (juta rupiah)"))


def _bar(rows: pl.DataFrame, name: str, hue: str, scale: int) -> go.Bar:
    return go.Bar(
        x=[str(year) for year in rows["tahun"]],
        y=rows["pagu"].to_list(),
        name=wrapped(name),
        showlegend=True,
        marker_color=hue,
        text=[_short(pagu, scale) for pagu in rows["pagu"]],
        textposition="outside",
        textangle=0,
        constraintext="none",
        cliponaxis=False,
        customdata=list(zip([name] * len(rows), _hover(rows), strict=True)),
        hovertemplate="%{customdata[1]}<extra></extra>",
    )


def _hover(rows: pl.DataFrame) -> list[str]:
    columns = ("kelompok", "tahun", "pagu", "keadaan", "jumlah_baris")
    return [
        f"<b>{wrapped(kelompok, 50)}</b><br>Tahun {tahun}: {rupiah(pagu) or keadaan_word(keadaan)}<br>"
        f"Dari {count} baris tercetak"
        for kelompok, tahun, pagu, keadaan, count in rows.select(columns).iter_rows()
    ]


def _short(pagu: int | None, scale: int) -> str:
    """The figure in its scale: no decimals from 100 on, one below, two below 1."""
    if pagu is None:
        return ""
    value = pagu / scale
    return number(value, 0 if value >= 100 else 1 if value >= 1 else 2)
