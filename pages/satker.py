"""Satker: the rapor of one office on one screen: what it reached, what it missed and why, and where that leads."""

from dataclasses import replace

import polars as pl
import streamlit as st

from pages.components import rapat, rapor_tiles, saring_bar, shell, states, tahun_rapor
from pages.parts.satker import choice, dokumen, kalimat, meleset
from pages.parts.satker.rows import Kantor, show
from queries import kelengkapan, rapor, satker
from queries.comparisons.rapor import measure, with_shares
from queries.saring import Saring


def main() -> None:
    """Choose an office; its verdict, four measures beside its misses and documents; below, the rows behind them."""
    shell.header("Satker", "Apa yang dicapai kantor ini, apa yang meleset, dan mengapa?")
    saring, hari = saring_bar.current(), tahun_rapor.today()
    tahun = tahun_rapor.year(saring)
    rows = rapor.baris(saring, tahun, hari) if tahun is not None else None
    if tahun is None or rows is None or rows.is_empty():
        states.empty(saring)
        return
    row = choice.office(rows)
    own = replace(saring, provinsi=(), satker=(row["kode_satker"],))
    wajib = kelengkapan.wajib(replace(own, tahun=(tahun,)), hari)
    deret = with_shares(rapor.deret(replace(own, tahun=()), hari)).filter(pl.col("tahun") <= tahun)
    indikator = satker.indikator(own, row["kode_satker"], tahun)

    st.markdown(f"## {kalimat.putusan(row)}")
    measures, misses = st.columns([1, 4], gap="medium")
    with measures.container(key="ubin_satker"):
        known = row["satker"] in saring_bar.satker_names().values()
        address = saring_bar.address(replace(own, tahun=(tahun,))) | rapat.address() if known else None
        rapor_tiles.show(measure(rows.filter(kode_satker=row["kode_satker"]), None).row(0, named=True), deret, address)
    with misses:
        if indikator.is_empty():
            without(saring, kalimat.tanpa_laporan(row, wajib, deret))
        else:
            here = saring_bar.address(replace(saring, tahun=(tahun,))) | rapat.address() | {"kantor": row["satker"]}
            meleset.show(indikator, tahun, here)
        dokumen.show(wajib, tahun, address)
        st.caption(kalimat.sengketa(row))
    show(Kantor(row["satker"], own, tahun, indikator))


def without(saring: Saring, why: str) -> None:
    """Say that there is no report and what is missing; of a filter of rows, that it may be the cause."""
    st.info(why, icon=":material/unknown_document:")
    if not replace(saring, provinsi=(), satker=(), tahun=()).is_empty():
        states.empty(saring, "realisasi")


main()
