"""How the documents were read: what is held, how each value was obtained, what waits, the lines of every satker."""

import polars as pl
import streamlit as st

from pages.components import table
from pages.parts.dokumen import attention, breakdown, cakupan, kalimat
from queries import kelengkapan, warehouse
from queries.saring import Saring


def show(saring: Saring, documents: pl.DataFrame) -> None:
    """Draw what the documents of queries.kelengkapan.documents hold under the filter."""
    values = kelengkapan.values(saring)
    st.subheader("Data yang dipegang")
    if not values.is_empty():
        st.markdown(kalimat.headline(values, documents))
        breakdown.totals(values, saring)
        st.markdown(kalimat.states(values))
        breakdown.by_state(values, saring)
    st.caption(kalimat.freshness(warehouse.current()))

    st.subheader("Nilai yang menunggu diperiksa orang")
    attention.show(kelengkapan.attention(values), saring)

    with st.expander("Cakupan: satker, dokumen, dan tahun", icon=":material/grid_on:"):
        cakupan.show(kelengkapan.coverage(values), documents)
    with st.expander("Pembacaan baris dan nilai per satker", icon=":material/fact_check:"):
        st.caption(kalimat.ACCOUNT)
        account = kelengkapan.account(values, documents)
        table.show(account, key="pembacaan", page="dokumen-pembacaan", order=kalimat.ACCOUNT_ORDER)
