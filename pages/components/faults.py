"""Faults of our own on a page: a sentence with the number that the log explains, instead of Streamlit's English one."""

from collections.abc import Callable
from functools import wraps

import streamlit as st

from loaders.faults import as_ours
from pages.components.text import plain

_LATER = "_galat_tombol"


def show(error: Exception, langkah: str, berkas: str = "") -> None:
    """Say what went wrong at a step ("menampilkan halaman Target"): an error that is known in its own words, any other
    with its number."""
    st.error(plain(str(as_ours(error, langkah, berkas))), icon=":material/error:")


def callback(langkah: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """For what a button does: what goes wrong there is said on the page that is drawn next."""

    def guarded(function: Callable[..., None]) -> Callable[..., None]:
        @wraps(function)
        def call(*args: object, **more: object) -> None:
            try:
                function(*args, **more)
            except Exception as error:
                st.session_state[_LATER] = str(as_ours(error, langkah))

        return call

    return guarded


def show_later() -> None:
    """Say what went wrong when a button was pressed, until the reader closes it."""
    if sentence := st.session_state.get(_LATER):
        st.error(plain(sentence), icon=":material/error:")
        st.button("Tutup", on_click=st.session_state.pop, args=(_LATER, None), key="tutup_galat")
