"""The list of temuan, worst first, a page at a time; each opens both its places."""

from typing import Any

import polars as pl
import streamlit as st

from pages.components import downloads, kalimat_temuan
from pages.components.text import plain
from pages.parts.konsistensi import detail, paging

PAGE_SIZE = 15
HIDDEN = ["jumlah_semua"]


def show(daftar: pl.DataFrame, *, key: str, page: str) -> None:
    """Draw queries.konsistensi.temuan as a list with its download below; `key` must be unique on the page."""
    pager = f"halaman_{key}"
    for row in paging.rows(daftar, key=pager, size=PAGE_SIZE):
        _one(row, key)
    paging.pager(daftar, key=pager, size=PAGE_SIZE, what="temuan")
    downloads.download(export(daftar), page=page, key=key)


def export(daftar: pl.DataFrame) -> pl.DataFrame:
    """The temuan as a download holds them: the years as text, no counter."""
    years = pl.col("tahun_semua").list.eval(pl.element().cast(pl.String)).list.join(", ")
    return daftar.drop(HIDDEN).with_columns(years)


def _one(row: dict[str, Any], key: str) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"{kalimat_temuan.kepala(row)}  \n{plain(row['uraian'])}")
        st.button(
            "Lihat baris tercetaknya",
            icon=":material/receipt_long:",
            key=f"{key}_{row['kode_temuan']}",
            type="tertiary",
            on_click=detail.ask,
            args=(row["kode_temuan"],),
        )
