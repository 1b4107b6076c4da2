"""Unggah: what would a file bring in, what would it change, and what must a person decide first?"""

import streamlit as st

from loaders import unggah
from pages.components import (
    hak,
    shell,
    unggah_identitas,
    unggah_karantina,
    unggah_kerja,
    unggah_kotak,
    unggah_lembar,
    unggah_padanan,
    unggah_pratinjau,
    unggah_terbit,
)

shell.header("Unggah", "Apa isi berkas ini, apa yang berubah karenanya, dan apa yang perlu Anda putuskan?")
st.caption("Halaman ini menambah dokumen; saringan di atas tidak memengaruhinya.")
izin = hak.unggah()
if not izin.boleh:
    st.info(izin.alasan, icon=":material/lock:")
    st.stop()

unggah_terbit.follow()
oleh = unggah_kotak.receive()
unggah_lembar.offer()
titipan = unggah_kotak.choose()
if titipan is None:
    st.stop()

with unggah_kerja.around(titipan):
    terbaca = unggah_kerja.terbaca(titipan)
    identitas, lama = unggah_identitas.ask(titipan, terbaca)
    if identitas is None:
        st.stop()

    koreksi = unggah.corrections(titipan)
    shown = unggah_pratinjau.show(titipan, terbaca.lembar, identitas, koreksi, lama)
    unggah_karantina.show(titipan, shown, oleh)
    padanan = unggah_padanan.show(titipan, shown, oleh)
    unggah_terbit.offer(titipan, shown, unggah_terbit.keputusan(identitas, lama, oleh, koreksi, padanan))
