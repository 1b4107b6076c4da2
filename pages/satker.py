"""Satker: what did this office promise, and what do its papers say?"""

from dataclasses import replace

import polars as pl
import streamlit as st

from pages.components import choice, kalimat_dokumen, saring_bar, serapan_table, shell, states, table, temuan_foremost
from pages.parts.satker import hambatan, kalimat, tree
from queries import kelengkapan, konsistensi, satker, serapan
from queries.comparisons import susunan
from queries.konsistensi import Request
from queries.saring import Saring

KOLOM = ["indikator", "tahun", "nilai_teks", "nilai", "nilai_ordinal", "satuan", "keadaan", "realisasi_teks"]
KOLOM += ["realisasi", "realisasi_ordinal", "capaian_tercetak_teks", "capaian_hitung", "divisi", "sasaran"]
KOLOM += ["kegiatan", "program", "tujuan", "unit_pelaksana"]
KOLOM_ANGGARAN = ["jenis_dokumen", "tabel", "tingkat", "tahun_awal", "tahun_akhir", "jumlah_baris", "pagu", "realisasi"]
KOLOM_ANGGARAN += ["serapan_persen", "jumlah_rusak"]
REALISASI = ["realisasi_teks", "realisasi", "realisasi_ordinal", "satuan_realisasi", "keadaan_realisasi"]
REALISASI += ["capaian_tercetak_teks", "capaian_tercetak", "capaian_hitung", "alasan", "terpenuhi"]


def main() -> None:
    """Choose an office; see its answer, its tree of promises, its money, its obstacles, its temuan, its documents."""
    shell.header("Satker", "Apa yang dijanjikan kantor ini, dan apa kata dokumennya?")
    saring = saring_bar.current()
    daftar = satker.pilihan(saring)
    if daftar.is_empty():
        states.empty(saring)
        return
    chosen = choice.baris(daftar, daftar["satker"].to_list(), "Satker", key="kantor", clears="susunan")
    own = replace(saring, satker=(chosen["kode_satker"],))
    rows = satker.janji(own, chosen["kode_satker"])
    tables = susunan.tabel(rows)
    temuan = konsistensi.temuan(Request(own))
    if tables.is_empty():
        states.empty(saring, f"target {chosen['satker']}")
    else:
        st.markdown(f"## {kalimat.pembuka(chosen['satker'], tables, temuan)}")
        promises(rows, tables, own)
    money(own)
    hambatan.show(own)
    st.subheader("Yang harus diperiksa lebih dulu")
    temuan_foremost.show(own)
    papers(own)


def promises(rows: pl.DataFrame, tables: pl.DataFrame, own: Saring) -> None:
    """The tree of one table of promises, and its rows."""
    st.subheader("Susunan janji")
    names = [kalimat.nama_tabel(row) for row in tables.iter_rows(named=True)]
    chosen = choice.baris(
        tables,
        names,
        "Tabel",
        key="susunan",
        help_text="Satu tabel satu susunan, seperti dicetak. Indikator yang sama sering tercetak pada beberapa tabel.",
    )
    part = rows.filter(berkas=chosen["berkas"], tabel=chosen["tabel"], jenis_dokumen=chosen["jenis_dokumen"])
    st.caption(kalimat.BACA_POHON)
    tree.show(part, satker.anggaran(own, own.satker[0]))
    with st.expander("Semua baris tabel ini, untuk diurutkan dan diunduh", icon=":material/table_rows:"):
        shown = part.drop(REALISASI) if not chosen["jumlah_realisasi"] else part
        order = choice.terisi(shown, [name for name in KOLOM if name in shown.columns])
        table.show(shown, key="baris_satker", page="satker", order=order)


def money(own: Saring) -> None:
    """The tables of this office that print pagu."""
    daftar = serapan.tabel(own)
    st.subheader("Anggaran menurut tabelnya")
    if daftar.is_empty():
        states.empty(saring_bar.current(), "pagu")
        return
    st.caption(kalimat.UANG)
    order = choice.terisi(daftar, KOLOM_ANGGARAN)
    table.show(
        daftar,
        key="anggaran_satker",
        page="satker-anggaran",
        order=order,
        kinds=serapan_table.KINDS,
        labels=serapan_table.JUDUL,
    )


def papers(own: Saring) -> None:
    """The documents behind it all."""
    st.subheader("Dokumen satker ini")
    documents = kelengkapan.documents(own)
    table.show(
        kalimat_dokumen.with_check(documents),
        key="dokumen_satker",
        page="satker-dokumen",
        order=kalimat_dokumen.DOCUMENTS,
    )


main()
