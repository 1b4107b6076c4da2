"""A long list a page at a time: which rows are on screen, and the page buttons below them."""

from collections.abc import Iterator
from typing import Any

import polars as pl
import streamlit as st

from pages.components.format import number


def rows(frame: pl.DataFrame, *, key: str, size: int) -> Iterator[dict[str, Any]]:
    """The rows of the page that is open; the last page when a narrower filter left fewer."""
    page = min(int(st.session_state.get(key) or 1), max(_pages(frame, size), 1))
    if st.session_state.get(key, page) != page:
        st.session_state[key] = page
    return frame.slice((page - 1) * size, size).iter_rows(named=True)


def pager(frame: pl.DataFrame, *, key: str, size: int, what: str) -> None:
    """The page buttons and which rows of how many are shown; nothing when one page holds all."""
    pages = _pages(frame, size)
    if pages < 2:
        return
    page = st.pagination(pages, key=key)
    last = min(page * size, len(frame))
    st.caption(
        f"{what.capitalize()} {number((page - 1) * size + 1)}–{number(last)} dari {number(len(frame))}; unduhan memuat "
        "semuanya."
    )


def _pages(frame: pl.DataFrame, size: int) -> int:
    return -(-len(frame) // size)
