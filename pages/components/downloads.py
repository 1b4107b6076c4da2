"""CSV for two readers: Excel with Indonesian settings, and programs. Exactly the rows given, no formula can run."""

import re
from collections.abc import Callable
from functools import partial

import polars as pl
import streamlit as st

from pages.components import saring_bar, simulasi
from queries import sumber, warehouse

# Spreadsheets run text that begins so; the full-width twins are read as the plain signs.
_DANGEROUS_START = r"^[\s\x00-\x1f]*[=+\-@＝＋－＠\t\r\n]"
# A lone dash and a signed figure are values, not formulas, and stay as printed.
_HARMLESS = r"^[-+]?[\d.,]*\s?%?$"

# What would begin a cell if a comma file were split where Excel Indonesia splits: after a `;` or a new line in text.
_DANGEROUS_INSIDE = r"([;\r\n][\s\x00-\x1f]*)([=+\-@＝＋－＠])"
SOURCE_HELP = "Menambah nomor dan tanggal keputusan, teks seperti tercetak, dan versi data pada setiap baris unduhan."

Rows = pl.DataFrame | Callable[[], pl.DataFrame]


def download(frame: Rows, *, page: str, key: str, with_source: bool = False) -> None:
    """Two download buttons for exactly these rows. A callable is asked only when a button is pressed, and still answers
    from the version shown and named in the file.

    with_source: the rows have berkas and baris, so the reader may add the columns of queries.sumber.with_source.
    """
    name = file_name(page)
    with st.container(horizontal=True, vertical_alignment="center"):
        buttons = st.container(horizontal=True, vertical_alignment="center", width="content")
        if with_source and st.toggle("Sertakan kolom sumber", key=f"{key}_kolom_sumber", help=SOURCE_HELP):
            frame = partial(_sourced, frame)
        with buttons:
            _button("Unduh CSV · Excel Indonesia", excel_indonesia, frame, name, f"{key}_excel")
            _button("Unduh CSV baku", csv_baku, frame, name.replace(".csv", "_baku.csv"), f"{key}_baku")


def excel_indonesia(frame: pl.DataFrame) -> bytes:
    """UTF-8 with BOM, `;`, decimal comma, CRLF: what Excel opens by double click under Indonesian settings."""
    return _write(frame, separator=";", decimal_comma=True, include_bom=True)


def csv_baku(frame: pl.DataFrame) -> bytes:
    """UTF-8, `,`, decimal point: what programs read; harmless too when a spreadsheet splits it at `;`."""
    inside = pl.col(pl.String).str.replace_all(_DANGEROUS_INSIDE, "$1'$2")
    return _write(frame.with_columns(inside), separator=",", decimal_comma=False, include_bom=False)


def neutralise(frame: pl.DataFrame) -> pl.DataFrame:
    """Put an apostrophe before text that a spreadsheet would run as a formula. Numbers are left alone."""
    text = pl.col(pl.String)
    dangerous = text.str.contains(_DANGEROUS_START) & ~text.str.contains(_HARMLESS)
    return frame.with_columns(pl.when(dangerous).then("'" + text).otherwise(text).name.keep())


def file_name(page: str) -> str:
    """selaras_<satker or semua-satker>_<page>_<version>.csv, and before it that the data are simulated."""
    names = saring_bar.satker_names()
    chosen = [names.get(code, code) for code in saring_bar.current().satker]
    if len(chosen) > 3:
        chosen = [f"{len(chosen)} satker"]
    satker = "-".join(_slug(name) for name in chosen) or "semua-satker"
    return simulasi.file_name(f"selaras_{satker}_{_slug(page)}_{warehouse.current().versi}.csv")


def _sourced(rows: Rows) -> pl.DataFrame:
    return sumber.with_source(rows if isinstance(rows, pl.DataFrame) else rows())


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


def _content(version: warehouse.Version, write: Callable[[pl.DataFrame], bytes], rows: Rows) -> bytes:
    with warehouse.pinned(version):
        return write(simulasi.marked(rows if isinstance(rows, pl.DataFrame) else rows(), version))


def _button(label: str, write: Callable[[pl.DataFrame], bytes], rows: Rows, name: str, key: str) -> None:
    st.download_button(
        label,
        partial(_content, warehouse.current(), write, rows),
        file_name=name,
        mime="text/csv",
        key=key,
        icon=":material/download:",
        on_click="ignore",
    )


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
