"""The table of all rules: how many rows each examined and what it found, so that a reader sees that each ran."""

import streamlit as st

from pages.components import kalimat_temuan, table
from pages.components.format import KEPARAHAN, keparahan_badge, number
from queries import konsistensi

ORDER = ["kode_aturan", "temuan", "diperiksa", "nama_aturan", "kalimat", "penting", "sumber", "tanda", "toleransi"]


def show() -> None:
    """Draw queries.konsistensi.aturan, and what the certainty marks mean."""
    rules = konsistensi.aturan()
    st.markdown(kalimat_temuan.aturan_jalan(rules))
    for level in KEPARAHAN:
        of_level = rules.filter(keparahan=level)
        st.markdown(f"{keparahan_badge(level)} {number(len(of_level))} aturan")
        table.show(of_level, key=f"aturan_{level}", page=f"konsistensi-aturan-{level}", order=ORDER)
    st.markdown("**Tanda keyakinan sumber aturan**")
    st.markdown("\n".join(f"- **{mark}** {words}" for mark, words in kalimat_temuan.TANDA.items()))
    st.caption("Aturan dikelompokkan menurut keparahan bawaannya; satu temuan dapat lebih berat atau lebih ringan.")
