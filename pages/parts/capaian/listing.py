"""The indikator that are missed most: a row an indikator, how many satker missed it, last year beside it."""

from html import escape

import polars as pl
import streamlit as st

from pages.components import cells, downloads, html_table
from pages.components.cells import Change
from pages.components.format import number, percent
from pages.components.html_table import Head, Part, Row
from pages.components.text import sebutan
from pages.parts.capaian.figures import Dilihat
from pages.parts.capaian.matriks import page, pager
from pages.parts.capaian.url import INDIKATOR, here

SIZE, LEMBAR = 20, "lembar_indikator"


def show(dilihat: Dilihat) -> None:
    """Draw the page of indikator that is open, most missed first."""
    rows = dilihat.indikator.slice((page(LEMBAR) - 1) * SIZE, SIZE)
    st.html(html(rows, dilihat))
    pager(LEMBAR, len(dilihat.indikator), SIZE, "indikator")
    downloads.download(dilihat.indikator, page="capaian-indikator", key="meleset")


def html(rows: pl.DataFrame, dilihat: Dilihat) -> str:
    """The table itself; the bar is the share of satker that missed, the tick last year's."""
    heads = [
        Head("Indikator"), Head(f"Meleset ({sebutan(dilihat.tingkat)})", sorted=True),
        Head(f"dari {dilihat.tahun - 1}", right=True), Head("Median", right=True),
        Head("Terendah–tertinggi", right=True), Head("Sasaran"),
    ]  # fmt: skip
    drawn = [_row(row) for row in rows.iter_rows(named=True)]
    return html_table.html(heads, [Part("", drawn)], f"Indikator menurut banyaknya yang meleset, {dilihat.tahun}")


def _row(row: dict) -> Row:
    share, before = (_share(row, end) for end in ("", "_lalu"))
    said = f"{number(row['n_meleset'])} dari {number(row['jumlah_satker'])}"
    points = None if share is None or before is None else share - before
    spread = f"{number(row['terendah'], 1)}–{percent(row['tertinggi'], 1)}" if row["tertinggi"] is not None else "–"
    first = cells.link(here(indikator=row["nama"], rinci=INDIKATOR), escape(row["indikator"]), "Buka indikator ini")
    return Row(
        [
            first, cells.bar(share, said, tick=before), cells.change(Change(points, more_is_better=False)),
            percent(row["median_capaian"], 1) or "predikat", spread,
            escape(row["sasaran_baku"] or row["sasaran"] or "–"),
        ]
    )  # fmt: skip


def _share(row: dict, end: str) -> float | None:
    return 100 * row[f"n_meleset{end}"] / row[f"jumlah_satker{end}"] if row[f"jumlah_satker{end}"] else None
