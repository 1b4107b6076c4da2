"""The temuan of one group, worst first, a page at a time; each opens both its places."""

from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from pages.components import downloads, kalimat_temuan
from pages.components.text import plain
from pages.parts.konsistensi import detail, paging
from queries import konsistensi
from queries.konsistensi import Request

PAGE_SIZE = 15
PAGER = "lembar_temuan"
HIDDEN = ["jumlah_semua"]


def show(request: Request, many: int) -> None:
    """Draw the temuan asked for, `many` of them."""
    place = paging.first(PAGER, many, PAGE_SIZE)
    for row in konsistensi.temuan(request, batas=PAGE_SIZE, lewati=place).iter_rows(named=True):
        _one(row)
    paging.pager(PAGER, many, PAGE_SIZE, what="temuan")
    download(request)


def download(request: Request) -> None:
    """Every temuan asked for, as two downloads; asked for when a button is pressed."""
    downloads.download(partial(export, request), page="konsistensi", key="temuan")


def export(request: Request) -> pl.DataFrame:
    """The temuan as a download holds them: the years as text, no counter."""
    years = pl.col("tahun_semua").list.eval(pl.element().cast(pl.String)).list.join(", ")
    return konsistensi.temuan(request).drop(HIDDEN).with_columns(years)


def _one(row: dict[str, Any]) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"{kalimat_temuan.kepala(row)}  \n{plain(row['uraian'])}")
        st.button(
            "Lihat baris tercetaknya",
            icon=":material/receipt_long:",
            key=f"temuan_{row['kode_temuan']}",
            type="tertiary",
            on_click=detail.ask,
            args=(row["kode_temuan"],),
        )
