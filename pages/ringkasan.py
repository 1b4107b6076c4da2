"""Ringkasan: which satker are behind, in what, and is it better or worse than last year?"""

from dataclasses import replace

import streamlit as st

from pages.components import rapat, rapor_tiles, saring_bar, shell, states, tahun_rapor, temuan_foremost
from pages.components.text import sebutan
from pages.parts.ringkasan import attention, kalimat, tren
from pages.parts.ringkasan.rapor import Rapor, levels, show
from queries import rapor
from queries.comparisons.rapor import measure, with_shares

shell.header("Ringkasan", "Satker mana yang tertinggal, dan dalam hal apa?")
saring = saring_bar.current()
tahun = tahun_rapor.chosen(saring)

if tahun is None:
    states.empty(saring)
    st.stop()

rows = rapor.baris(saring, tahun.tahun, tahun_rapor.today())
of_year = replace(saring, tahun=(tahun.tahun,))
address, dikenal = saring_bar.address(of_year) | rapat.address(), saring_bar.satker_names().values()
compared, _ = levels(rows)
measured = measure(compared)
deret = with_shares(tahun.deret)

st.markdown(f"## {kalimat.putusan(compared, measured, tahun.tahun)}")
st.caption(f"{tahun.line()}; perubahan dari {tahun.tahun - 1}.", help=tahun.why())
rapor_tiles.show(measure(rows, None).row(0, named=True), deret.filter(deret["tahun"] <= tahun.tahun), address)
show(Rapor(rows, tahun.tahun, address, dikenal))

behind, found = st.columns(2, gap="large")
with behind:
    st.subheader("Yang perlu diperhatikan", help=attention.DASAR)
    attention.show(measured, sebutan(compared["tingkat_satker"]), address, dikenal)
with found:
    st.subheader("Temuan terberat")
    temuan_foremost.show(of_year, 3)

st.subheader("Dari tahun ke tahun")
tren.show(deret, tahun)
