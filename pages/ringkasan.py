"""Ringkasan: what do we hold, and what needs attention?"""

import streamlit as st

from pages.components import saring_bar, shell, states, table, temuan_foremost
from pages.parts.ringkasan import attention, breakdown, cakupan, kalimat
from queries import kelengkapan, warehouse

shell.header("Ringkasan", "Data apa yang kita pegang, dan apa yang perlu diperhatikan?")
saring = saring_bar.current()
version = warehouse.current()
values = kelengkapan.values(saring)
documents = kelengkapan.documents(saring)

if values.is_empty():
    states.empty(saring)
    st.stop()

st.markdown(f"## {kalimat.headline(values, documents)}")
breakdown.totals(values, documents, saring)
st.markdown(kalimat.states(values))
breakdown.by_state(values, saring)
st.caption(kalimat.freshness(version))

st.subheader("Yang harus diperiksa lebih dulu")
temuan_foremost.show(saring)

st.subheader("Nilai yang menunggu diperiksa orang")
attention.show(kelengkapan.attention(values), saring)

st.subheader("Cakupan: satker, dokumen, dan tahun")
cakupan.show(kelengkapan.coverage(values), documents)

st.subheader("Pembacaan baris dan nilai per satker")
st.caption(kalimat.ACCOUNT)
table.show(
    kelengkapan.account(values, documents),
    key="pembacaan",
    page="ringkasan-pembacaan",
    order=kalimat.ACCOUNT_ORDER,
)
breakdown.to_lines(saring)
