"""Serapan: which satker spend less than the others of their pagu, what that buys, and from which table it is known."""

from dataclasses import replace

import streamlit as st

from pages.components import choice, saring_bar, shell, states, tahun_rapor, url
from pages.components.text import pendek, plain
from pages.parts.serapan import banding, kalimat, satker, susunan
from pages.parts.serapan.banding import UANG
from pages.parts.serapan.figures import Dilihat, look
from queries.saring import Saring

RINCIAN = "rincian"


def main() -> None:
    """The verdict, satker against each other, the money by part, and one satker with its printed tables."""
    shell.header("Serapan", "Satker mana yang tertinggal membelanjakan pagunya?")
    saring = saring_bar.current()
    tahun = tahun_rapor.chosen(saring)
    if tahun is None:
        states.empty(saring, "pagu")
        return
    seen = look(saring, tahun)
    st.markdown(f"## {kalimat.putusan(seen)}")
    opened = chosen(saring)
    first(seen, opened)
    if len(seen.kantor.filter(seen.kantor["pagu"].is_not_null())):
        susunan.show(seen)
    one(saring, seen, opened)


def chosen(saring: Saring) -> str | None:
    """The satker whose money is opened (kode): the only one of the filter, else the one that the address names."""
    if len(saring.satker) == 1:
        return saring.satker[0]
    codes = {name: code for code, name in saring_bar.satker_names().items()}
    asked = st.session_state.get(UANG) or st.query_params.get(UANG)
    return codes.get(asked or "")


def first(seen: Dilihat, opened: str | None) -> None:
    """What stands on the first screen."""
    if opened:
        name = saring_bar.satker_names()[opened]
        st.markdown(f":material/arrow_downward: [Anggaran {plain(pendek(name))} terbuka di bawah](#{RINCIAN})")
    left, right = st.columns([3, 2], gap="medium")
    with left:
        banding.bars(seen)
    with right:
        banding.quadrant(seen)
        banding.disputes(seen)
    banding.rows(seen)


def one(saring: Saring, seen: Dilihat, opened: str | None) -> None:
    """The tables of one satker; which one is a choice, unless the filter has made it."""
    name = saring_bar.satker_names().get(opened or "")
    st.subheader(f"Anggaran {plain(name)}" if name else "Anggaran satu satker", anchor=RINCIAN)
    if len(saring.satker) != 1:
        names = sorted(saring_bar.asked_satker())
        url.warn(url.unknown(UANG, "satker", names))
        choice.atau_semua("Buka satker", names, key=UANG, everything="Pilih satker, atau klik batangnya di atas")
    if opened:
        satker.show(replace(saring, satker=(opened,)), opened, seen.tahun.tahun)


main()
