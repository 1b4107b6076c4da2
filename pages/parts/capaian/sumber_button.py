"""Buttons that open the sources of rows named in a sentence, where there is no table to click."""

import polars as pl
import streamlit as st

from pages.components import location, sumber


def show(rows: pl.DataFrame, *, key: str) -> None:
    """One small button a row, named by its line; by satker too where the rows hold several.

    Input: berkas, baris, tahun, satker, and whatever tells tempat.of_row which figure is meant.
    """
    several = rows["satker"].n_unique() > 1
    with st.container(horizontal=True, gap="small"):
        for row in rows.iter_rows(named=True):
            place = location.of_row(row)
            who = f"{row['satker'].removeprefix('KPU ')} " if several else ""
            st.button(
                f"{who}baris {row['baris']}",
                key=f"{key}_{place}",
                type="tertiary",
                icon=":material/receipt_long:",
                help="Buka dokumen, tabel, dan baris tercetaknya.",
                on_click=sumber.ask_for,
                args=(place,),
            )
