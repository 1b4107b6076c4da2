"""CSV for two readers: Excel with Indonesian settings, and programs. Exactly the rows given, no formula can run."""

import re
from collections.abc import Callable

import polars as pl
import streamlit as st

from pages.components import filters
from queries import warehouse

# Spreadsheets run text that begins so; the full-width twins are read as the plain signs.
_DANGEROUS_START = r"^[\s\x00]*[=+\-@＝＋－＠\t\r\n]"
# A lone dash and a signed figure are values, not formulas, and stay as printed.
_HARMLESS = r"^[-+]?[\d.,]*\s?%?$"

Rows = pl.DataFrame | Callable[[], pl.DataFrame]


def download(frame: Rows, *, page: str, key: str) -> None:
    """Two download buttons for exactly these rows. A callable is asked only when a button is pressed."""
    name = file_name(page)
    with st.container(horizontal=True, vertical_alignment="center"):
        _button("Unduh CSV · Excel Indonesia", excel_indonesia, frame, name, f"{key}_excel")
        _button("Unduh CSV baku", csv_baku, frame, name.replace(".csv", "_baku.csv"), f"{key}_baku")


def excel_indonesia(frame: pl.DataFrame) -> bytes:
    """UTF-8 with BOM, `;`, decimal comma, CRLF: what Excel opens by double click under Indonesian settings."""
    return _write(frame, separator=";", decimal_comma=True, include_bom=True)


def csv_baku(frame: pl.DataFrame) -> bytes:
    """UTF-8, `,`, decimal point: what programs read."""
    return _write(frame, separator=",", decimal_comma=False, include_bom=False)


def neutralise(frame: pl.DataFrame) -> pl.DataFrame:
    """Put an apostrophe before text that a spreadsheet would run as a formula. Numbers are left alone."""
    text = pl.col(pl.String)
    dangerous = text.str.contains(_DANGEROUS_START) & ~text.str.contains(_HARMLESS)
    return frame.with_columns(pl.when(dangerous).then("'" + text).otherwise(text).name.keep())


def file_name(page: str) -> str:
    """selaras_<satker or semua-satker>_<page>_<version>.csv"""
    names = filters.satker_names()
    chosen = [names.get(code, code) for code in filters.current().satker]
    if len(chosen) > 3:
        chosen = [f"{len(chosen)} satker"]
    satker = "-".join(_slug(name) for name in chosen) or "semua-satker"
    return f"selaras_{satker}_{_slug(page)}_{warehouse.current().versi}.csv"


def _write(frame: pl.DataFrame, *, separator: str, decimal_comma: bool, include_bom: bool) -> bytes:
    text = neutralise(frame).write_csv(
        separator=separator,
        decimal_comma=decimal_comma,
        include_bom=include_bom,
        line_terminator="\r\n",
        float_scientific=False,
        quote_style="non_numeric",
    )
    return text.encode("utf-8")


def _button(label: str, write: Callable[[pl.DataFrame], bytes], rows: Rows, name: str, key: str) -> None:
    st.download_button(
        label,
        lambda: write(rows if isinstance(rows, pl.DataFrame) else rows()),
        file_name=name,
        mime="text/csv",
        key=key,
        icon=":material/download:",
        on_click="ignore",
    )


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
