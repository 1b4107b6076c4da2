"""The chain view: one row an indikator, four columns Renstra → RKT → PK → LK, each printed row a way to its source."""

from typing import Any

import polars as pl
import streamlit as st

from pages.components import choice, downloads, states, sumber
from pages.components.location import Tempat
from pages.components.text import plain
from pages.parts.konsistensi import paging, rantai_words
from queries import konsistensi
from queries.comparisons.rantai import JENIS, per_indikator
from queries.saring import Saring

PAGE_SIZE = 20
KEY = "rantai"
PAGER = "lembar_rantai"
# Indikator, then the four documents; a document that is not held needs no room.
WIDE, NARROW = 3.0, 0.7


def show(saring: Saring) -> None:
    """Choose satker and year, then draw their chain."""
    daftar = konsistensi.rantai_pilihan(saring)
    if daftar.is_empty():
        states.empty(saring, "target")
        return
    names = [rantai_words.nama(row) for row in daftar.iter_rows(named=True)]
    one, other = st.columns([3, 2], vertical_alignment="bottom")
    with one:
        chosen = choice.baris(daftar, names, "Satker dan tahun", key=KEY)
    rows = konsistensi.rantai(saring, chosen["kode_satker"], chosen["tahun"])
    indikator = per_indikator(rows, chosen["jenis"])
    with other:
        shown = _only(indikator)
    st.markdown(rantai_words.pembuka(indikator, chosen))
    st.caption(rantai_words.PENJELASAN)
    with st.container(key="rantai_tabel"):
        _draw(shown, rows, chosen["jenis"])
    downloads.download(
        rows.join(shown.select("kunci", "tanda"), on="kunci", maintain_order="left").drop("kunci"),
        page=f"konsistensi-rantai-{chosen['tahun']}",
        key=KEY,
    )


def _only(indikator: pl.DataFrame) -> pl.DataFrame:
    """The indikator of one tanda, when the reader wants only those."""
    words = {rantai_words.TANDA[tanda][0]: tanda for tanda in indikator["tanda"].unique(maintain_order=True)}
    word = choice.atau_semua("Tampilkan indikator", list(words), key="tanda", everything="Semua indikator")
    return indikator.filter(tanda=words[word]) if word in words else indikator


def _draw(indikator: pl.DataFrame, rows: pl.DataFrame, jenis: list[str]) -> None:
    widths = [WIDE, *(WIDE if name in jenis else NARROW for name in JENIS)]
    _head(jenis, widths)
    place = paging.first(PAGER, len(indikator), PAGE_SIZE)
    for item in indikator.slice(place, PAGE_SIZE).iter_rows(named=True):
        _row(item, rows.filter(kunci=item["kunci"]), widths)
    paging.pager(PAGER, len(indikator), PAGE_SIZE, what="indikator")


def _head(jenis: list[str], widths: list[float]) -> None:
    with st.container(key="rantai_kepala"):
        head = st.columns(widths)
        head[0].markdown("**Indikator**")
        for column, name in zip(head[1:], JENIS, strict=True):
            column.markdown(f"**{name}**" if name in jenis else f":gray[{name} belum dimuat]")


def _row(item: dict[str, Any], rows: pl.DataFrame, widths: list[float]) -> None:
    with st.container(border=True):
        cells = st.columns(widths)
        with cells[0]:
            st.markdown(f"{plain(item['indikator'])}  \n{rantai_words.badge(item['tanda'])}")
            note = rantai_words.keterangan(item)
            if note:
                st.caption(note)
        for column, name in zip(cells[1:], JENIS, strict=True):
            with column:
                _cell(rows.filter(jenis_dokumen=name), name)


def _cell(rows: pl.DataFrame, jenis: str) -> None:
    for row in rows.iter_rows(named=True):
        # The name of the document stands in the cell too: on a phone the columns stack and lose their heads.
        label = f":small[{jenis}] {rantai_words.sel(row, len(rows) > 1)}"
        st.button(
            label,
            key=f"sel_{row['indikator_id']}_{row['tahun']}",
            type="tertiary",
            wrap=True,
            on_click=sumber.ask_for,
            args=(Tempat(row["berkas"], row["baris"], row["tahun"]),),
        )
