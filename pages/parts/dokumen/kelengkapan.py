"""What every satker should have sent for a year and did: a row a satker, also of those that sent nothing."""

from dataclasses import replace
from html import escape

import polars as pl
import streamlit as st

from pages.components import cells, downloads, html_table, tahun_rapor
from pages.components.format import number
from pages.components.html_table import Head, Part, Row
from queries import kelengkapan
from queries.saring import Saring

FIRST, MOST = 6, 40
SUDAH = ("ada", "sebagian menunggu")


def show(saring: Saring) -> None:
    """Draw the year of the rapor under the filter: who misses what, those that sent some first; all in the download."""
    tahun = tahun_rapor.chosen(saring)
    if tahun is None:
        return
    owed = kelengkapan.wajib(replace(saring, tahun=(tahun.tahun,)), tahun_rapor.today())
    if owed.is_empty():
        return
    st.subheader(headline(owed, tahun.tahun))
    st.html(html(owed, tahun.tahun))
    hidden = owed["kode_satker"].n_unique() - MOST
    if hidden > 0:
        st.caption(f"{number(hidden)} satker lain ada dalam unduhan; persempit dengan saringan Provinsi atau Satker.")
    downloads.download(owed, page="dokumen-kelengkapan", key="kelengkapan")


def headline(owed: pl.DataFrame, tahun: int) -> str:
    """How many of the documents due are there, and how many satker sent none. Input: queries.kelengkapan.wajib."""
    due = owed.filter(pl.col("keadaan") != "belum jatuh tempo")
    there, nothing = len(due.filter(pl.col("keadaan").is_in(SUDAH))), len(_ordered(owed)[1])
    said = f"Kelengkapan {tahun}: {number(there)} dari {number(len(due))} dokumen yang jatuh tempo sudah ada"
    return said + (f"; {number(nothing)} satker belum mengirim satu pun" if nothing else "")


def html(owed: pl.DataFrame, tahun: int) -> str:
    """The first MOST satker: those that miss some, most first; then those that sent nothing; then the complete."""
    documents = owed.sort("urutan")["dokumen"].unique(maintain_order=True).to_list()
    states = {(code, name): state for code, name, state in owed.select("kode_satker", "dokumen", "keadaan").rows()}
    some, none, all_ = _ordered(owed)
    left = MOST
    parts = []
    for title, group in (("", some), ("Belum mengirim satu pun", none), ("Lengkap", all_)):
        shown = group.head(left)
        left -= len(shown)
        rows = [
            Row([escape(name), *(cells.state(states.get((code, document), "")) for document in documents)])
            for code, name in shown.select("kode_satker", "satker").rows()
        ]
        parts.append(Part(title, rows))
    heads = [Head("Satker"), *(Head(document) for document in documents)]
    return html_table.html(heads, parts, f"Dokumen yang seharusnya ada tahun {tahun}", first=FIRST, wide=True)


def _ordered(owed: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """The satker that sent some, those that sent nothing, those that miss nothing: kode_satker, satker."""
    of_satker = owed.group_by("kode_satker", "satker").agg(
        pl.col("keadaan").is_in(SUDAH).sum().alias("sudah"), (pl.col("keadaan") == "belum").sum().alias("belum")
    )
    ordered = of_satker.sort("belum", "satker", descending=[True, False])
    missing = ordered.filter(pl.col("belum") > 0)
    return (
        missing.filter(pl.col("sudah") > 0),
        missing.filter(pl.col("sudah") == 0),
        ordered.filter(pl.col("belum") == 0),
    )
