"""How to read a figure and its source: the way to the printed line, the states, the fates, the named repairs."""

import streamlit as st

from pages.components import reading_rules
from pages.components.format import KEADAAN, keadaan_badge
from pages.components.nasib import NASIB

LANGKAH = (
    "Tiap tabel punya kolom **Sumber** di paling kiri. Klik :material/receipt_long:, atau pilih barisnya di bawah "
    "tabel dengan papan ketik, atau klik sel dan batang grafik.",
    "Laci yang terbuka menyebut dokumen, nomor dan tanggal keputusannya, tabel, dan nomor baris dalam berkas teks.",
    "Di bawahnya tampil **baris seperti tercetak** beserta baris tetangganya. Sel asal angka itu ditandai.",
    "Laci menyebut **keadaan** angka itu, aturan baca yang dipakai, dan koreksi atau transkrip orang bila ada: siapa, "
    "kapan, mengapa.",
    "Tautan di dasar laci dapat dikirim; yang menerima melihat sumber yang sama.",
)


def show() -> None:
    """Draw the way to a source, and what the signs of reading mean."""
    st.header("Dari angka ke baris tercetak")
    st.markdown("\n".join(f"{place}. {step}" for place, step in enumerate(LANGKAH, start=1)))
    st.header("Keadaan sebuah nilai")
    st.markdown("\n".join(f"- {keadaan_badge(keadaan)} {reading_rules.KEADAAN[keadaan]}" for keadaan in KEADAAN))
    st.header("Nasib sebuah baris tercetak")
    st.markdown("Setiap baris dari setiap tabel yang dikenali bernasib salah satu dari ini; jumlahnya ada di Dokumen.")
    st.markdown("\n".join(f"- :{colour}-badge[{icon} {word}] {means}" for word, icon, colour, means in NASIB.values()))
    st.header("Aturan baca bernama")
    st.markdown("Hanya aturan ini yang boleh memperbaiki bacaan, dan angka yang disentuhnya selalu ditandai.")
    rules = [f"- **{reading_rules.rule_name(rule)}**: {means}" for rule, means in reading_rules.ATURAN.items()]
    st.markdown("\n".join(rules))
