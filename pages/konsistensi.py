"""Konsistensi: which promises contradict each other, and where first?"""

import polars as pl
import streamlit as st

from pages.components import choice, kalimat_temuan, saring_bar, shell, states, table, temuan_aturan
from pages.components.format import number
from pages.components.text import plain
from pages.parts.konsistensi import detail, listing, rantai, saring_temuan
from queries import konsistensi
from queries.konsistensi import Request
from queries.saring import Saring

TIDAK_DIPERIKSA = "Tidak diperiksa dalam versi ini."
"""How the sentence of a rule begins that a fault of ours kept from running."""
BAGIAN = {"temuan": "Temuan", "rantai": "Rantai dokumen", "aturan": "Aturan"}


def main() -> None:
    """The answer in a sentence; then the temuan, the chain of documents, or the rules."""
    shell.header("Konsistensi", "Janji mana yang saling bertentangan, dan mana yang harus diperiksa lebih dulu?")
    saring = saring_bar.current()
    detail.open_asked()
    everything = konsistensi.temuan(Request(saring))
    answer(everything)
    for row in konsistensi.aturan().filter(pl.col("kalimat").str.starts_with(TIDAK_DIPERIKSA)).iter_rows(named=True):
        st.error(plain(f"Aturan {row['nama_aturan']}: {row['kalimat']}"), icon=":material/error:")
    chosen = choice.salah_satu("Bagian", BAGIAN, key="bagian", quiet=True)
    if chosen == "rantai":
        rantai.show(saring)
    elif chosen == "aturan":
        temuan_aturan.show()
    else:
        list_temuan(saring, everything)


def answer(everything: pl.DataFrame) -> None:
    """How many temuan, the worst named, and where to begin."""
    if everything.is_empty():
        return
    counts = konsistensi.jumlah(everything)
    st.markdown(f"## {kalimat_temuan.pembuka(everything)}")
    st.markdown(f"{kalimat_temuan.terberat(everything.row(0, named=True))} {kalimat_temuan.mulai(counts)}")


def list_temuan(saring: Saring, everything: pl.DataFrame) -> None:
    """The temuan asked for; without a choice of keparahan, catatan are counted and folded away."""
    request = saring_temuan.draw(saring, konsistensi.aturan())
    asked = konsistensi.temuan(request)
    if asked.is_empty():
        states.empty(saring, "temuan", saring_temuan.narrowed(request))
        return
    heavy = asked if request.keparahan else asked.filter(pl.col("keparahan").is_in(saring_temuan.BERAT))
    notes = asked.filter(pl.col("keparahan") == "catatan") if not request.keparahan else asked.clear()
    st.markdown(f"**{number(len(heavy))} temuan** di bawah. :gray[{kalimat_temuan.URUTAN}]")
    listing.show(heavy, key="temuan_berat", page="konsistensi")
    if not notes.is_empty():
        with st.expander(f"{number(len(notes))} catatan, kebanyakan cara mencetak", icon=":material/sticky_note_2:"):
            listing.show(notes, key="temuan_catatan", page="konsistensi-catatan")
    with st.expander("Jumlah temuan per satker", icon=":material/functions:"):
        st.caption(kalimat_temuan.SARINGAN)
        table.show(konsistensi.jumlah(everything), key="jumlah_temuan", page="konsistensi-jumlah")


main()
