"""Panduan: which rules are in force, what do the words mean, and how is a source read?"""

import streamlit as st

from pages.components import choice, shell, temuan_aturan, url
from pages.parts.panduan import data, reading, rumus
from pages.parts.panduan.istilah import ISTILAH

BAGIAN = {
    "baca": "Membaca sumber",
    "rumus": "Rumus dan skala",
    "temuan": "Aturan temuan",
    "katalog": "Indikator baku",
    "sasaran": "Sasaran baku",
    "istilah": "Glosarium",
    "kamus": "Kamus data",
}
KEY = "panduan"


def main() -> None:
    """One part of the guide; which one stands in the address."""
    shell.header("Panduan", "Aturan mana yang berlaku, apa arti kata-katanya, dan bagaimana membaca sumber?")
    url.warn(url.unknown(KEY, "bagian panduan", BAGIAN.values()))
    chosen = choice.salah_satu("Bagian", BAGIAN, key=KEY, quiet=True)
    st.caption("Panduan berlaku untuk seluruh data; saringan di atas tidak mengubahnya.")
    parts = {
        "baca": reading.show,
        "rumus": rumus.show,
        "temuan": temuan_aturan.show,
        "katalog": data.catalogue,
        "sasaran": data.sasaran,
        "istilah": glossary,
        "kamus": data.dictionary,
    }
    parts[chosen]()


def glossary() -> None:
    """The words, group by group."""
    for group, words in ISTILAH.items():
        st.header(group)
        st.markdown("\n".join(f"- **{word}**: {means}" for word, means in words.items()))


main()
