"""Capaian: which indikator did which satker reach, which not, and who is behind?"""

import streamlit as st

from pages.components import choice, saring_bar, shell, states, tahun_rapor
from pages.parts.capaian import figures, indikator, kalimat, listing, lke, matriks, rows, satker
from pages.parts.capaian.figures import Dilihat
from pages.parts.capaian.url import INDIKATOR, PLACE, SATKER
from queries import capaian
from queries.saring import Saring

TAMPILAN = {"matriks": "Satker × indikator", "meleset": "Indikator yang paling banyak meleset"}
RINCIAN = {
    "indikator": INDIKATOR,
    "satker": SATKER,
    "baris": "Seluruh baris",
    "lke": "Pembanding menurut LKE",
}


def main() -> None:
    """The verdict; satker × indikator, or one satker's bars where it is alone; below, one part at a time."""
    shell.header("Capaian", "Indikator mana yang tercapai, mana yang meleset, dan siapa yang tertinggal?")
    saring = saring_bar.current()
    tahun = tahun_rapor.chosen(saring)
    dilihat = figures.load(saring, tahun.tahun) if tahun else None
    if tahun is None or dilihat is None or dilihat.kantor.is_empty():
        states.empty(saring, "realisasi")
        elsewhere()
        return
    st.markdown(f"## {kalimat.putusan(dilihat)}")
    st.caption(tahun.line())
    compare(dilihat)
    left_out(dilihat)
    details(dilihat)


def elsewhere() -> None:
    """Where there is realisasi at all, when the filter leaves none."""
    held = capaian.kantor(Saring()).group_by("tahun").len().sort("tahun", descending=True)
    places = [f"{tahun} ({count} satker)" for tahun, count in held.iter_rows()]
    if places:
        st.markdown(f"Realisasi ada untuk tahun {', '.join(places)}.")


def compare(dilihat: Dilihat) -> None:
    """The first figure: the matrix or the list of misses; one satker alone has its bars."""
    if dilihat.alone:
        satker.bars(satker.narrowed(dilihat, dilihat.kantor["kode_satker"][0]), dilihat.kantor["satker"][0])
        return
    chosen = choice.salah_satu("Tampilan", TAMPILAN, key="tampil", quiet=True)
    if chosen == "meleset":
        st.markdown(f"### {kalimat.judul_meleset(dilihat)}")
        listing.show(dilihat)
    else:
        matriks.show(dilihat)


def left_out(dilihat: Dilihat) -> None:
    """Who is not in the figure: without realisasi, or of another level."""
    held = {*dilihat.kantor["satker"], *dilihat.lain["satker"]}
    said = [kalimat.tanpa_realisasi(held, saring_bar.asked_satker(), dilihat.tahun), kalimat.lain(dilihat)]
    st.caption(" ".join(part for part in said if part))


def details(dilihat: Dilihat) -> None:
    """One part at a time: an indikator, a satker, the rows, or the comparisons that the evaluation asks for."""
    st.subheader("Rincian", anchor=PLACE)
    order = ["baris", "satker", "indikator", "lke"] if dilihat.alone else list(RINCIAN)
    chosen = choice.salah_satu("Rincian", {name: RINCIAN[name] for name in order}, key="rinci", quiet=True)
    {"indikator": indikator.show, "satker": satker.show, "baris": rows.show, "lke": lke.show}[chosen](dilihat)


main()
