"""The figures held as links, each to exactly the rows it counts."""

import polars as pl
import streamlit as st

from pages.components import saring_bar
from pages.components.format import KEADAAN, keadaan_badge, keadaan_word, number
from pages.components.shell import FOLDER
from pages.parts.dokumen.attention import ISI
from queries.saring import Saring


def totals(values: pl.DataFrame, saring: Saring) -> None:
    """One link a kind of figure. Input: kelengkapan.values."""
    with st.container(horizontal=True, gap="small"):
        for isi, (what, _) in ISI.items():
            count = _sum(values, isi=isi)
            if count:
                _to_rows(f"{number(count)} {what}", isi, saring)


def by_state(values: pl.DataFrame, saring: Saring) -> None:
    """Every keadaan with its count of each kind, one link a count; the counts of a line add up to its badge."""
    with st.expander("Baris di balik jumlah tiap keadaan", icon=":material/list_alt:"):
        for keadaan in KEADAAN:
            found = values.filter(keadaan=keadaan)
            if found.is_empty():
                continue
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.markdown(f"{keadaan_badge(keadaan)} {number(_sum(found))}", width=210)
                for isi, (what, _) in ISI.items():
                    count = _sum(found, isi=isi)
                    if count:
                        _to_rows(f"{number(count)} {what}", isi, saring, keadaan)


def _to_rows(label: str, isi: str, saring: Saring, keadaan: str | None = None) -> None:
    state = {"keadaan": keadaan_word(keadaan)} if keadaan else {}
    st.page_link(
        FOLDER / "jelajah.py",
        label=label,
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=saring_bar.address(saring) | {"isi": ISI[isi][1]} | state,
    )


def _sum(values: pl.DataFrame, **where: str) -> int:
    return int((values.filter(**where) if where else values)["jumlah"].sum())
