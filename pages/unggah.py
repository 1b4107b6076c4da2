"""Unggah: what would a file bring in, what would it change, and what must a person decide first?"""

import streamlit as st

from loaders import unggah
from pages.components import rights, shell
from pages.parts.unggah import identitas as unggah_identitas
from pages.parts.unggah import inbox, jobs, karantina, lembar, preview, publishing
from pages.parts.unggah import padanan as unggah_padanan

shell.header("Unggah", "Apa isi berkas ini, apa yang berubah karenanya, dan apa yang perlu Anda putuskan?")
st.caption("Halaman ini menambah dokumen; saringan di atas tidak memengaruhinya.")
izin = rights.unggah()
if not izin.boleh:
    st.info(izin.alasan, icon=":material/lock:")
    st.stop()

publishing.follow()
oleh = inbox.receive()
lembar.offer()
titipan = inbox.choose()
if titipan is None:
    st.stop()

with jobs.around(titipan):
    terbaca = jobs.terbaca(titipan)
    identitas, lama = unggah_identitas.ask(titipan, terbaca)
    if identitas is None:
        st.stop()

    koreksi = unggah.corrections(titipan)
    shown = preview.show(titipan, terbaca.lembar, identitas, koreksi, lama)
    karantina.show(titipan, shown, oleh)
    padanan = unggah_padanan.show(titipan, shown, oleh)
    publishing.offer(titipan, shown, publishing.keputusan(identitas, lama, oleh, koreksi, padanan))
