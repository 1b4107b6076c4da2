"""Which office: chosen by name, or the one before and after it in the rapor of its provinsi."""

from typing import Any

import polars as pl
import streamlit as st

from pages.components import choice
from pages.components.text import pendek
from pages.parts.satker import kalimat
from queries.comparisons.rapor import standing

KEY, CLEARS = "kantor", "susunan"


def office(rows: pl.DataFrame) -> dict[str, Any]:
    """Draw the choice; return its row of comparisons.rapor.standing within its provinsi. rows: queries.rapor.baris."""
    names = standing(rows)["satker"].to_list()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="pilih_kantor"):
        with st.container(width=360):
            chosen = choice.satu("Satker", names, key=KEY, clears=CLEARS, quiet=True)
        provinsi = rows.filter(satker=chosen)["provinsi"][0]
        beside = standing(rows.filter(provinsi=provinsi))
        place = beside["satker"].to_list().index(chosen)
        _step("Sebelumnya", "chevron_left", beside, place - 1)
        _step("Berikutnya", "chevron_right", beside, place + 1)
        found = beside.row(place, named=True)
        st.caption(kalimat.keterangan(found), width="content")
    return found


def _step(label: str, icon: str, beside: pl.DataFrame, place: int) -> None:
    there = beside["satker"][place] if 0 <= place < len(beside) else None
    st.button(
        label,
        key=f"kantor_{icon}",
        icon=f":material/{icon}:",
        help=f"{pendek(there)}, menurut urutan rapor provinsi" if there else None,
        disabled=there is None,
        on_click=_open,
        args=(there,),
    )


def _open(name: str) -> None:
    st.session_state[KEY] = name
    st.session_state[CLEARS] = None
