"""Choices that belong to one page and live in its address: the indikator of Target, the table of Serapan."""

from collections.abc import Collection, Mapping

import polars as pl
import streamlit as st

from pages.components import url
from pages.components.text import foreign

_FIRSTS = "_pilihan_pertama"


def satu(
    label: str,
    options: list[str],
    *,
    key: str,
    help_text: str | None = None,
    clears: str | None = None,
    quiet: bool = False,
) -> str:
    """One of the options, kept in the URL under `key`; nothing chosen means the first.

    The default is "nothing" rather than the first option, because which option comes first changes with the filter
    and a value equal to the default leaves the address. clears: a choice of the page that a new choice here undoes.
    quiet: the label is for screen readers only.
    """
    wanted = st.query_params.get(key)
    if wanted and wanted not in options:
        url.warn(f"{label} “{foreign([wanted])}” tidak ada dalam saringan ini; yang tampil adalah pilihan pertama.")
    chosen = st.selectbox(
        label,
        options,
        index=None,
        placeholder=options[0],
        key=key,
        bind="query-params",
        help=help_text,
        label_visibility="collapsed" if quiet else "visible",
        on_change=_clear,
        args=(clears,),
    )
    return chosen or options[0]


def salah_satu(label: str, options: Mapping[str, str], *, key: str, quiet: bool = False) -> str:
    """One of a few options (name → word) side by side, kept in the URL under `key`, the first until another is chosen.

    quiet: the words say what is chosen, so that the label is for screen readers only.
    """
    first, *_ = options
    st.session_state.setdefault(_FIRSTS, {})[key] = first
    chosen = st.segmented_control(
        label,
        list(options),
        default=first,
        format_func=options.__getitem__,
        key=key,
        required=True,
        label_visibility="collapsed" if quiet else "visible",
        bind="query-params",
    )
    return chosen or first


def firsts(keys: Collection[str]) -> dict[str, str]:
    """Of these keys, those of `salah_satu` → the option that each begins with: the control is never empty."""
    return {key: first for key, first in st.session_state.get(_FIRSTS, {}).items() if key in keys}


def atau_semua(label: str, options: list[str], *, key: str, everything: str, quiet: bool = False) -> str | None:
    """One of the options or None for all of them, kept in the URL under `key`; quiet as in `satu`."""
    visibility = "collapsed" if quiet else "visible"
    return st.selectbox(
        label, options, index=None, placeholder=everything, key=key, label_visibility=visibility, bind="query-params"
    )


def baris(
    daftar: pl.DataFrame,
    names: list[str],
    label: str,
    *,
    key: str,
    help_text: str | None = None,
    clears: str | None = None,
) -> dict:
    """The row of `daftar` whose name (same order) is chosen; see `satu`."""
    chosen = satu(label, names, key=key, help_text=help_text, clears=clears)
    return daftar.row(names.index(chosen), named=True)


def terisi(frame: pl.DataFrame, columns: list[str]) -> list[str]:
    """Of these columns, those that hold anything, so that a table of pagu does not show empty realisasi columns."""
    return [name for name in columns if frame[name].null_count() < len(frame)]


def _clear(key: str | None) -> None:
    if key is not None:
        st.session_state[key] = None
