"""Dokumen: what is missing, is every printed line accounted for, what waits for a person or was corrected?"""

import streamlit as st

from pages.components import choice, kalimat_dokumen, saring_bar, shell, states, table
from pages.parts.dokumen import karantina, reading, tabel, versi
from pages.parts.dokumen import kelengkapan as owed
from queries import dokumen, kelengkapan

shell.header("Dokumen", "Dokumen apa yang belum ada, dan apakah yang ada terbaca seluruhnya?")
saring = saring_bar.current()
documents = kelengkapan.documents(saring)

if documents.is_empty():
    states.empty(saring, "dokumen")
    st.stop()

berkas = documents["berkas"].to_list()
waiting, corrections = dokumen.karantina(berkas), dokumen.koreksi(berkas)
st.markdown(f"## {kalimat_dokumen.headline(documents)}")
st.markdown(kalimat_dokumen.badges(documents))
st.caption(kalimat_dokumen.MEANING)
counted = kalimat_dokumen.with_check(documents)
if len(counted) > kalimat_dokumen.MOST_SHOWN:
    st.caption(kalimat_dokumen.shown_of(len(counted)))
table.show(
    counted.head(kalimat_dokumen.MOST_SHOWN),
    key="dokumen_daftar",
    page="dokumen",
    order=kalimat_dokumen.DOCUMENTS,
    rows=counted,
)

owed.show(saring)
reading.show(saring, documents)

st.subheader("Baris yang dikarantina")
karantina.show(waiting)

st.subheader("Koreksi yang berlaku")
karantina.corrections(corrections)

karantina.transcripts(dokumen.transkrip(berkas))

asked = any(name in st.query_params for name in ("dokumen", tabel.TABEL, "nasib"))
with st.expander("Isi satu dokumen", expanded=asked, icon=":material/description:"):
    if len(documents) > kalimat_dokumen.MOST_SHOWN and not asked:
        st.markdown(kalimat_dokumen.narrow_first(len(documents)))
    else:
        names = kalimat_dokumen.names(documents)
        chosen = choice.baris(documents, names, "Dokumen", key="dokumen", clears=tabel.TABEL)
        versi.show(chosen["berkas"])
        tabel.show(chosen)
