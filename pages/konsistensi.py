"""Konsistensi: which satker keep their promises from document to document, and what contradicts what?"""

from dataclasses import replace
from typing import Any

import polars as pl
import streamlit as st

from pages.components import cells, choice, saring_bar, shell, states, tahun_rapor, temuan_aturan, url
from pages.components.text import foreign, pendek, plain
from pages.parts.konsistensi import detail, figures, janji, kalimat, kelompok, matriks, rantai
from pages.parts.konsistensi.figures import Dilihat
from pages.parts.konsistensi.here import KANTOR, PLACE, asked, here
from queries import konsistensi
from queries.saring import Saring

TIDAK_DIPERIKSA = "Tidak diperiksa dalam versi ini."
"""How the sentence of a rule begins that a fault of ours kept from running."""
BAGIAN = {"temuan": "Temuan", "janji": "Janji", "rantai": "Rantai dokumen", "aturan": "Aturan"}


def main() -> None:
    """The verdict and the matrix; below, one part at a time: temuan, promises, one chain, or the rules."""
    shell.header("Konsistensi", "Siapa menepati janjinya, dan apa yang saling bertentangan?")
    saring = saring_bar.current()
    detail.open_asked()
    for row in konsistensi.aturan().filter(pl.col("kalimat").str.starts_with(TIDAK_DIPERIKSA)).iter_rows(named=True):
        st.error(plain(f"Aturan {row['nama_aturan']}: {row['kalimat']}"), icon=":material/error:")
    tahun = tahun_rapor.chosen(saring)
    dilihat = figures.load(saring, tahun.tahun) if tahun else None
    if tahun is None or dilihat is None or dilihat.kantor.is_empty():
        states.empty(saring, "janji dan temuan")
        if tahun:
            st.caption(kalimat.tahun_lain(tahun))
        return
    st.markdown(f"## {kalimat.putusan(dilihat)}")
    st.caption(kalimat.keterangan(dilihat, tahun), help=tahun.line())
    matriks.show(dilihat)
    st.caption(kalimat.tahun_lain(tahun))
    details(dilihat, saring)
    matriks.download(dilihat)


def details(dilihat: Dilihat, saring: Saring) -> None:
    """The part that is chosen, narrowed to the satker that the matrix names; a chain has its own choice of years."""
    st.subheader("Rincian", anchor=PLACE)
    kantor = chosen(dilihat)
    part = choice.salah_satu("Bagian", BAGIAN, key="bagian", quiet=True)
    if part == "rantai":
        rantai.show(replace(dilihat.saring, satker=(kantor["kode_satker"],)) if kantor else saring)
    elif part == "aturan":
        temuan_aturan.show()
    else:
        {"temuan": kelompok.show, "janji": janji.show}[part](dilihat, saring, kantor)


def chosen(dilihat: Dilihat) -> dict[str, Any] | None:
    """The satker that the address names, said with a way to let go of it; None for all of them."""
    name = asked(KANTOR)
    if name is None:
        return None
    found = dilihat.kantor.filter(satker=name)
    if found.is_empty():
        url.warn(f"Satker “{foreign([name])}” tidak ada dalam saringan ini; yang tampil adalah semua satker.")
        return None
    let_go = cells.link(here(kantor=None), f"tampilkan semua satker {cells.icon('close')}")
    st.html(f'<p class="pilihan">Hanya <b>{pendek(name)}</b> · {let_go}</p>')
    return found.row(0, named=True)


main()
