"""Jelajah: every row of v_target, v_capaian and v_pagu, with its source one click away."""

import streamlit as st

from pages.components import filters, shell, states, table, telusur
from queries import jelajah

shell.header("Jelajah", "Setiap baris data: saring, cari, urutkan, dan buka sumbernya.")
request = telusur.draw(filters.current())
asked = telusur.page_number(request)
rows = jelajah.page(request, asked, telusur.PAGE_SIZE)

if rows.frame.is_empty():
    states.empty(request.saring, telusur.CHOICES[request.isi].lower(), telusur.narrowed(request))
    st.stop()

telusur.show_real_page(asked, rows)
telusur.counter(rows)
table.show(
    rows.frame,
    key=f"baris_{request.isi}",
    page=f"jelajah-{request.isi}",
    rows=lambda: jelajah.everything(request),
    kinds=telusur.KINDS.get(request.isi),
    order=telusur.ORDER[request.isi],
)
telusur.pager(rows)
