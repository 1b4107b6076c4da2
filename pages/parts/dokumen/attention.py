"""The list of what waits for a person, each item a link to exactly those rows."""

from dataclasses import replace
from typing import Any

import polars as pl
import streamlit as st

from pages.components import saring_bar
from pages.components.format import keadaan_badge, keadaan_word, number
from pages.components.shell import FOLDER
from pages.components.text import plain
from queries.saring import Saring

# isi → (what is counted, the choice on Jelajah that shows it)
ISI = {"target": ("target", "Target"), "realisasi": ("realisasi", "Capaian"), "pagu": ("angka pagu", "Pagu")}
MEANING = {
    "rusak": "tercetak tetapi tidak terbaca; tidak ditebak, menunggu koreksi orang.",
    "kosong": "selnya kosong di dokumen; periksa apakah memang tidak diisi.",
}
MOST = 12


def show(attention: pl.DataFrame, saring: Saring) -> None:
    """One line a keadaan of kelengkapan.attention, each item a link to Jelajah; a sentence when nothing waits."""
    if attention.is_empty():
        st.success("Tidak ada nilai yang rusak atau kosong di bawah saringan ini.", icon=":material/task_alt:")
    for keadaan in attention["keadaan"].unique(maintain_order=True):
        items = attention.filter(keadaan=keadaan)
        st.markdown(f"{keadaan_badge(keadaan)} {number(items['jumlah'].sum())} nilai {MEANING[keadaan]}")
        with st.container(horizontal=True, gap="small"):
            for item in items.head(MOST).iter_rows(named=True):
                _link(item, saring)
        if len(items) > MOST:
            st.caption(f"{number(len(items) - MOST)} butir lain ada di tabel di bawah.")


def _link(item: dict[str, Any], saring: Saring) -> None:
    what, choice = ISI[item["isi"]]
    st.page_link(
        FOLDER / "jelajah.py",
        label=f"{plain(item['satker'])}: {number(item['jumlah'])} {what}",
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=saring_bar.address(replace(saring, satker=(item["kode_satker"],)))
        | {"isi": choice, "keadaan": keadaan_word(item["keadaan"])},
    )
