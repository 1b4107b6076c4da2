"""One indikator: the satker against median and target, and its years."""

import polars as pl
import streamlit as st

from pages.charts import capaian_banding
from pages.components import cells, choice, html_table, location, sumber, table
from pages.components.format import number, percent
from pages.components.html_table import Head, Part, Row
from pages.components.text import pendek, plain, sebutan
from pages.parts.capaian import kalimat
from pages.parts.capaian.figures import Dilihat
from queries import capaian
from queries.comparisons.capaian import TERCAPAI, TIDAK

PILIHAN = "indikator"
KOLOM = ["satker", "hasil", "capaian_persen", "capaian_lalu", "target_teks", "realisasi_teks", "sumber", "keadaan"]
JUDUL = {"capaian_lalu": "Capaian tahun lalu (%)", "sumber": "Tabel"}


def show(dilihat: Dilihat) -> None:
    """Draw the indikator chosen; the one missed most until another is."""
    # What has percentages can be drawn, so the page opens on one of these.
    offered = dilihat.indikator.sort(pl.col("median_capaian").is_null(), maintain_order=True)
    one = choice.baris(offered, offered["nama"].to_list(), "Indikator", key=PILIHAN)
    every = capaian.banding(dilihat.saring, kunci=(one["kunci"],), tingkat=dilihat.tingkat)
    rows = beside(every, dilihat.tahun, "kode_satker")
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _dots(rows, dilihat, one)
    with right:
        st.markdown("**Tahun demi tahun**")
        st.html(html(years(every), one["indikator"]))
        st.caption(f"Sasaran: {plain(one['sasaran_baku'] or one['sasaran'] or 'tidak tercetak')}.")
    with st.expander(f"Tabel {number(len(rows))} satker"):
        shown = rows.with_columns(pl.col("capaian").alias("capaian_persen"), pl.col("status").alias("hasil"))
        table.show(shown, key="satu_indikator", page="capaian-satu-indikator", order=KOLOM, labels=JUDUL)


def beside(every: pl.DataFrame, tahun: int, key: str) -> pl.DataFrame:
    """The rows of tahun, lowest capaian first, with capaian_lalu (percent) of the year before."""
    before = every.filter(tahun=tahun - 1).select(key, pl.col("capaian").alias("capaian_lalu"))
    joined = every.filter(tahun=tahun).join(before.unique(key), on=key, how="left", maintain_order="left")
    return joined.sort("capaian", "satker", "indikator", nulls_last=True)


def years(every: pl.DataFrame) -> pl.DataFrame:
    """A row a year: how many satker, how many reached it, median and range of capaian (percent)."""
    value = pl.col("capaian")
    return (
        every.group_by("tahun")
        .agg(
            pl.len().alias("jumlah"),
            (pl.col("status") == TERCAPAI).sum().alias("tercapai"),
            value.median().alias("median"),
            value.min().alias("terendah"),
            value.max().alias("tertinggi"),
        )
        .sort("tahun", descending=True)
    )


def html(counted: pl.DataFrame, name: str) -> str:
    """The years as a table of bars: the share of satker that reached it."""
    heads = [Head("Tahun"), Head("Tercapai"), Head("Median", right=True), Head("Terendah–tertinggi", right=True)]
    rows = [
        Row(
            [
                str(row["tahun"]),
                cells.bar(
                    100 * row["tercapai"] / row["jumlah"], f"{number(row['tercapai'])} dari {number(row['jumlah'])}"
                ),
                percent(row["median"], 1) or "predikat",
                f"{number(row['terendah'], 1)}–{percent(row['tertinggi'], 1)}" if row["median"] is not None else "–",
            ]
        )
        for row in counted.iter_rows(named=True)
    ]
    return html_table.html(heads, [Part("", rows)], f"{name}, tahun demi tahun")


def draw(figure: object, key: str, alt: str) -> None:
    """A figure whose marks open their source. A new key an open source: an older mark would dim the others."""
    key = f"{key}_{st.query_params.get(sumber.PARAMETER, '')}"
    st.plotly_chart(
        figure, key=key, config={"displayModeBar": False}, on_select=lambda: _follow(key), selection_mode="points",
        alt=alt,
    )  # fmt: skip


def _dots(rows: pl.DataFrame, dilihat: Dilihat, one: dict) -> None:
    who = sebutan(dilihat.tingkat)
    st.markdown(f"**{kalimat.judul_indikator(rows, who)}**")
    known = rows.filter(pl.col("capaian").is_not_null(), pl.col("status").is_in([TERCAPAI, TIDAK]))
    if known.is_empty():
        st.markdown("\n".join(_grades(rows)))
        return
    label = pl.col("satker").map_elements(pendek, return_dtype=pl.String).alias("label")
    shown = known.head(capaian_banding.MOST).with_columns(label)
    draw(
        capaian_banding.figure(shown, ""), f"titik_{one['kunci']}",
        f"Capaian {one['indikator']} tiap satker terhadap target dan median; angkanya ada pada tabel di bawah",
    )  # fmt: skip
    part = f"{number(len(shown))} terendah dari {number(len(known))}" if len(shown) < len(known) else number(len(known))
    left_out = len(rows) - len(known)
    rest = f" {number(left_out)} tanpa persentase tidak digambar." if left_out else ""
    st.caption(f"{part} satker digambar.{rest} Klik titik untuk membuka sumbernya.")


def _grades(rows: pl.DataFrame) -> list[str]:
    """Who has which grade, one Markdown line a status and realisasi."""
    parts = rows.group_by("status", "realisasi_ordinal", "target_ordinal", maintain_order=True)
    return [
        f"- **{status}**, {realisasi or 'tanpa predikat'} (target {target or 'tidak ada'}): "
        + ", ".join(kalimat.few([pendek(name) for name in part["satker"]]))
        for (status, realisasi, target), part in parts
    ]


def _follow(key: str) -> None:
    """Open the source of the mark that was clicked."""
    points = st.session_state[key].selection.points
    place = location.parse(capaian_banding.clicked(points[0])) if points else None
    if place is not None:
        sumber.ask_for(place)
