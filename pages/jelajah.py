"""Jelajah: every row of v_target, v_capaian, v_pagu and v_hambatan, with its source one click away."""

import streamlit as st

from pages.components import saring_bar, shell, states, table
from pages.parts.jelajah import browse
from queries import jelajah

shell.header("Jelajah", "Setiap baris data: saring, cari, urutkan, dan buka sumbernya.")
request = browse.draw(saring_bar.current())
asked = browse.page_number(request)
rows = jelajah.page(request, asked, browse.PAGE_SIZE)

if rows.frame.is_empty():
    states.empty(request.saring, browse.CHOICES[request.isi].lower(), browse.narrowed(request))
    st.stop()

browse.show_real_page(asked, rows)
browse.counter(rows)
table.show(
    rows.frame,
    key=f"baris_{request.isi}",
    page=f"jelajah-{request.isi}",
    rows=lambda: jelajah.everything(request),
    kinds=browse.KINDS.get(request.isi),
    order=browse.ORDER[request.isi],
)
browse.pager(rows)
