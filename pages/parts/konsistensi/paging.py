"""A long list a page at a time: which page is on screen, and the page buttons below it. The page lives in the URL."""

import streamlit as st

from pages.components.format import number


def first(key: str, many: int, size: int) -> int:
    """The place of the first row of the page that is open; of the last page when a narrower filter left fewer."""
    asked = st.session_state.get(key) or st.query_params.get(key, "1")
    wanted = int(asked) if str(asked).isdecimal() else 1
    page = min(max(wanted, 1), max(_pages(many, size), 1))
    if key in st.session_state and st.session_state[key] != page:
        st.session_state[key] = page
    return (page - 1) * size


def pager(key: str, many: int, size: int, *, what: str) -> None:
    """The page buttons and which rows of how many are shown; nothing when one page holds all."""
    pages = _pages(many, size)
    if pages < 2:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        page = st.pagination(pages, key=key, bind="query-params")
        last = min(page * size, many)
        st.caption(
            f"{what.capitalize()} {number((page - 1) * size + 1)}–{number(last)} dari {number(many)}; unduhan memuat "
            "semuanya."
        )


def _pages(many: int, size: int) -> int:
    return -(-many // size)
