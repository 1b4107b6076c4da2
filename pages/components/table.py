"""One table for every page: id-ID text over real numbers, the state in words, the source one click away."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import polars as pl
import streamlit as st
from pandas.io.formats.style import Styler

from pages.components import columns, downloads, location, sumber
from pages.components.columns import Column, Kind
from pages.components.format import HASIL, KEADAAN
from queries.sumber import has_place

SOURCE = "_sumber"
SOURCE_PIXELS = 68
STATES = KEADAAN | HASIL
# Tall enough for a screenful; more rows scroll inside the table.
HEADER_PIXELS, ROW_PIXELS, MOST_ROWS = 38, 35, 14
# Theme colours of Streamlit's palette are not reachable inside cells; these keep 4.5:1 on both of our backgrounds.
CELL_COLOURS = {
    "light": {"green": "#1b6e43", "gray": "#5b6470", "blue": "#1c5fa8", "violet": "#6a3fa0", "red": "#b3261e"},
    "dark": {"green": "#7fd3a5", "gray": "#a7b0bb", "blue": "#8fc1f5", "violet": "#c9aef2", "red": "#f5a39c"},
}


def show(
    frame: pl.DataFrame,
    *,
    key: str,
    page: str,
    rows: downloads.Rows | None = None,
    kinds: Mapping[str, Kind] | None = None,
    order: list[str] | None = None,
    labels: Mapping[str, str] | None = None,
    alt: str | None = None,
) -> None:
    """Draw `frame` as an id-ID table with its two downloads below; `key` must be unique on the page.

    rows: what the download holds when the screen shows only a part of it (a frame, or a callable that asks for it).
    kinds, labels: column → kind or label, where a column means something else here than in columns.COLUMNS.
    order: the columns to show, in order; the others are in the download only. Default: all that are not hidden.
    A frame with berkas, tabel and baris gets a button on every row that opens the source drawer, and the same as a
    choice below: the grid is a canvas, whose buttons answer to the mouse only.
    """
    shown = _shown(frame, kinds or {}, order, labels or {})
    has_source = has_place(frame)
    st.dataframe(
        _styled(frame, shown, has_source),
        column_config=_config(shown, key, frame if has_source else None),
        hide_index=True,
        placeholder="",
        height=HEADER_PIXELS + ROW_PIXELS * min(len(frame), MOST_ROWS),
        key=key,
        alt=alt,
    )
    if has_source:
        sumber.chooser(frame, key=f"{key}_pilih_sumber")
    downloads.download(frame if rows is None else rows, page=page, key=key, with_source=has_source)


def _shown(
    frame: pl.DataFrame, kinds: Mapping[str, Kind], order: list[str] | None, labels: Mapping[str, str]
) -> dict[str, Column]:
    shown = {}
    for name in order or frame.columns:
        known = columns.column(name, frame.schema[name])
        entry = Column(labels.get(name, known.label), kinds.get(name, known.kind), known.width)
        if entry.kind != "tersembunyi":
            shown[name] = entry
    return shown


def _styled(frame: pl.DataFrame, shown: dict[str, Column], has_source: bool) -> Styler:
    """The frame as pandas Styler: the cell keeps its number, so sorting stays numerical; the text is ours."""
    visible = frame.select(*shown).with_columns(
        *(_keadaan_label(name) for name in shown if shown[name].kind == "keadaan"),
        # A missing cell is always drawn empty, so a missing year that has a name becomes text here.
        *(
            pl.col(name).cast(pl.String).fill_null("jumlah")
            for name in shown
            if shown[name].kind == "tahun_atau_jumlah"
        ),
    )
    if has_source:
        source = pl.lit(":material/receipt_long:").alias(SOURCE)
        visible = visible.select(source, pl.all())
    styler = Styler(visible.to_pandas())
    styler.format({name: partial(columns.text, kind=entry.kind) for name, entry in shown.items()})
    return styler.map(_keadaan_css, subset=[name for name, entry in shown.items() if entry.kind == "keadaan"])


def _keadaan_label(name: str) -> pl.Expr:
    return pl.col(name).replace({key: f"{icon} {word}" for key, (word, icon, _) in STATES.items()})


def _keadaan_css(label: str) -> str:
    theme = "dark" if st.context.theme.type == "dark" else "light"
    colours = {f"{icon} {word}": colour for word, icon, colour in STATES.values()}
    return f"color: {CELL_COLOURS[theme][colours[label]]}" if label in colours else ""


def _config(shown: dict[str, Column], key: str, sourced: pl.DataFrame | None) -> dict[str, Any]:
    """Column settings; sourced: the frame whose rows have a source, which a click on button or state opens."""
    places = [location.of_row(row) for row in sourced.iter_rows(named=True)] if sourced is not None else []
    config: dict[str, Any] = {name: _column_config(entry, f"{key}_{name}", places) for name, entry in shown.items()}
    if sourced is not None:
        config[SOURCE] = st.column_config.ButtonColumn(
            "Sumber",
            type="tertiary",
            alignment="left",
            width=SOURCE_PIXELS,
            help="Buka dokumen, tabel, dan baris tercetak asal angka ini.",
            **_opens(f"{key}{SOURCE}", places),
        )
    return config


def _column_config(entry: Column, key: str, places: list[location.Tempat]) -> Any:  # noqa: ANN401 - Streamlit's own type of a column is private
    if entry.kind == "keadaan":
        # Only a button cell draws an icon; the key makes it open the source as well.
        button = _opens(key, places) if places else {"key": key}
        return st.column_config.ButtonColumn(
            entry.label, type="tertiary", alignment="left", width=entry.width, **button
        )
    right = entry.kind in ("bilangan", "rupiah", "persen")
    return st.column_config.Column(entry.label, width=entry.width, alignment="right" if right else "left")


def _opens(key: str, places: list[location.Tempat]) -> dict[str, Any]:
    return {"key": key, "on_click": sumber.ask_for_clicked, "args": (key, places)}
