"""The five documents of one office and year as signs with their words, and what is missing when there is no report."""

from html import escape
from typing import Any

import polars as pl
import streamlit as st

from pages.components import cells
from pages.components.cells import Query
from pages.parts.satker import kalimat


def show(wajib: pl.DataFrame, tahun: int, address: Query | None) -> None:
    """One line of signs. wajib: queries.kelengkapan.wajib of the office and year; address: the filter for Dokumen."""
    signs = [_sign(row) for row in wajib.iter_rows(named=True)]
    said = f"Dokumen {tahun}: {' · '.join(signs)}"
    line = said if address is None else cells.link(cells.address("dokumen", address), said, "Buka Dokumen")
    st.html(f'<div class="keterangan">{line}</div>')


def _sign(row: dict[str, Any]) -> str:
    due = kalimat.jatuh_tempo(row)
    title = f' title="{escape(due)}"' if due else ""
    return f"<span{title}>{escape(row['dokumen'])} {cells.state(row['keadaan'])}</span>"
