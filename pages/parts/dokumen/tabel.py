"""One document: its tables with the account of their lines, and the whole printed text with the fate of every line."""

import polars as pl
import streamlit as st

from pages.components import choice, downloads, highlight, kalimat_dokumen, nasib, table
from pages.components.columns import Kind
from pages.components.format import number
from pages.components.nasib import NASIB
from pages.components.text import plain
from queries import dokumen

TABEL = "tabel_dokumen"
KINDS: dict[str, Kind] = {"baris_awal": "tahun", "baris_akhir": "tahun"}
KOLOM = ["tabel", "jenis_dokumen", "unit", "baris_awal", "baris_akhir", "baris_tabel", *NASIB, "terhitung"]
KOLOM += ["jumlah_target", "jumlah_realisasi", "jumlah_pagu", "jumlah_hambatan", "judul_tercetak"]
JUDUL = {"baris_awal": "Dari baris", "baris_akhir": "Sampai baris", "judul_tercetak": "Judul tercetak"}
JUDUL |= {
    "jumlah_target": "Target",
    "jumlah_realisasi": "Realisasi",
    "jumlah_pagu": "Angka pagu",
    "jumlah_hambatan": "Hambatan",
}


def show(document: dict) -> None:
    """Draw the tables and one table's text of a row of queries.kelengkapan.documents."""
    tables = dokumen.tabel(document["berkas"])
    if tables.is_empty():
        st.info("Tidak ada tabel yang dikenali dalam dokumen ini.", icon=":material/search_off:")
        return
    _prove(document, tables)
    for sentence in (document["catatan_berkas"] or "").splitlines():
        st.caption(f":material/info: {plain(sentence)}")
    # Without the place of a source: a row is a whole table, whose text stands below.
    table.show(
        kalimat_dokumen.with_check(tables).drop("berkas"),
        key="dokumen_isi",
        page="dokumen-tabel",
        order=choice.terisi(kalimat_dokumen.with_check(tables), KOLOM),
        kinds=KINDS,
        labels=JUDUL,
    )
    _text(document["berkas"], tables)


def _prove(document: dict, tables: pl.DataFrame) -> None:
    """Say that the tables' lines add up to the document's account, or that they do not."""
    lines, counted = int(tables["baris_tabel"].sum()), document["baris_tabel"]
    said = f"{number(len(tables))} tabel berjumlah {number(lines)} baris"
    if lines == counted:
        st.markdown(f":green[:material/task_alt:] {said}, sama dengan catatan pemuatan dokumen ini.")
    else:
        st.error(f"{said}, padahal catatan pemuatan menyebut {number(counted)}.", icon=":material/error:")


def _text(berkas: str, tables: pl.DataFrame) -> None:
    columns = st.columns([2, 2])
    with columns[0]:
        chosen = choice.baris(tables, tables["tabel"].to_list(), "Teks tercetak tabel", key=TABEL)
    with columns[1]:
        wanted = st.multiselect(
            "Nasib baris",
            list(NASIB),
            format_func=nasib.word,
            key="nasib",
            placeholder="Semua nasib",
            bind="query-params",
        )
    lines = dokumen.baris(berkas, chosen["tabel"], wanted)
    st.markdown(f"**{plain(chosen['tabel'])}**: {plain(chosen['judul_tercetak'])}  \n{_counter(chosen, lines)}")
    if lines.is_empty():
        st.info(
            "Tidak ada baris dengan nasib itu dalam tabel ini. Longgarkan nasib baris.", icon=":material/search_off:"
        )
        return
    # Long tables scroll inside a frame, so that what follows stays within reach: ours, which keys reach too.
    printed = highlight.html(lines.with_columns(pl.lit(value=False).alias("disorot")), [], [])
    st.html(f'<div class="bingkai" role="region" aria-label="Baris tercetak" tabindex="0">{printed}</div>')
    downloads.download(lines, page="dokumen-baris", key="baris_dokumen", with_source=False)


def _counter(chosen: dict, lines: pl.DataFrame) -> str:
    counts = dict(lines.group_by("nasib").len().iter_rows())
    shown = " + ".join(f"{number(counts[name])} {nasib.word(name)}" for name in NASIB if name in counts)
    return f"{number(len(lines))} dari {number(chosen['baris_tabel'])} baris tampil{f': {shown}' if shown else ''}."
