"""The short priority list for leaders: the few worst temuan, each with its rule and a link."""

from typing import Any

import streamlit as st

from pages.components import kalimat_temuan, saring_bar
from pages.components.kalimat_temuan import PARAMETER
from pages.components.shell import FOLDER
from pages.components.text import plain
from queries import konsistensi
from queries.saring import Saring

MOST = 5


def show(saring: Saring, banyak: int = MOST) -> None:
    """At most so many temuan, kritis first and at most two a rule, and the way to all of them.

    On a phone the worst alone stands before that way (static/gaya.css).
    """
    worst = konsistensi.utama(saring, banyak)
    if worst.is_empty():
        st.success("Tidak ada temuan kritis atau peringatan di bawah saringan ini.", icon=":material/task_alt:")
    with st.container(key="temuan_terberat"):
        for row in worst.iter_rows(named=True):
            _one(row, saring)
    _link("Semua temuan di halaman Konsistensi", saring)


def _one(row: dict[str, Any], saring: Saring) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"{kalimat_temuan.kepala(row)}  \n{plain(row['uraian'])}")
        _link(f"Lihat baris tercetaknya (aturan {row['kode_aturan']})", saring, row["kode_temuan"])


def _link(label: str, saring: Saring, kode_temuan: str | None = None) -> None:
    st.page_link(
        FOLDER / "konsistensi.py",
        label=label,
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=saring_bar.address(saring) | ({PARAMETER: kode_temuan} if kode_temuan else {}),
    )
