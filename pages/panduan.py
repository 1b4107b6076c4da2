"""Panduan: which rules are in force, what do the words mean, and how is a source read?"""

import streamlit as st

from pages.components import alamat, panduan_baca, panduan_data, panduan_rumus, shell, temuan_aturan
from pages.components.istilah import ISTILAH

BAGIAN = {
    "baca": "Membaca sumber",
    "rumus": "Rumus dan skala",
    "temuan": "Aturan temuan",
    "katalog": "Indikator baku",
    "istilah": "Glosarium",
    "kamus": "Kamus data",
}
KEY = "panduan"


def main() -> None:
    """One part of the guide; which one stands in the address."""
    shell.header("Panduan", "Aturan mana yang berlaku, apa arti kata-katanya, dan bagaimana membaca sumber?")
    alamat.warn(alamat.unknown(KEY, "bagian panduan", BAGIAN.values()))
    chosen = st.segmented_control(
        "Bagian",
        list(BAGIAN),
        default="baca",
        format_func=BAGIAN.__getitem__,
        key=KEY,
        required=True,
        label_visibility="collapsed",
        bind="query-params",
    )
    st.caption("Panduan berlaku untuk seluruh data; saringan di atas tidak mengubahnya.")
    parts = {
        "baca": panduan_baca.show,
        "rumus": panduan_rumus.show,
        "temuan": temuan_aturan.show,
        "katalog": panduan_data.catalogue,
        "istilah": glossary,
        "kamus": panduan_data.dictionary,
    }
    parts[chosen or "baca"]()


def glossary() -> None:
    """The words, group by group."""
    for group, words in ISTILAH.items():
        st.subheader(group)
        st.markdown("\n".join(f"- **{word}**: {means}" for word, means in words.items()))


main()
