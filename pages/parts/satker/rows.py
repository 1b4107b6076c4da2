"""The rows behind the rapor of one office, one kind at a time: indikator, promises, money, temuan, documents."""

from dataclasses import dataclass, replace

import polars as pl
import streamlit as st

from pages.components import choice, kalimat_dokumen, saring_bar, serapan_table, states, table, temuan_foremost
from pages.components.columns import Kind
from pages.parts.satker import hambatan, kalimat, tree
from queries import kelengkapan, konsistensi, satker, serapan
from queries.comparisons import susunan
from queries.konsistensi import Request
from queries.saring import Saring

KEY = "rincian"
BAGIAN = {
    "indikator": "Indikator",
    "janji": "Janji",
    "anggaran": "Anggaran",
    "hambatan": "Hambatan",
    "temuan": "Temuan",
    "dokumen": "Dokumen",
}
KOLOM_INDIKATOR = ["indikator", "status", "target_teks", "realisasi_teks", "capaian", "capaian_lalu", "selisih_capaian"]
KOLOM_INDIKATOR += ["akhir_teks", "tahun_akhir", "jarak", "laju_perlu", "laju", "keadaan_akhir", "hambatan", "upaya"]
KOLOM_INDIKATOR += ["alasan", "divisi", "sasaran", "sumber"]
JUDUL_INDIKATOR = {
    "status": "Hasil",
    "capaian": "Capaian (%)",
    "capaian_lalu": "Capaian tahun lalu (%)",
    "selisih_capaian": "Perubahan (poin)",
    "akhir_teks": "Target akhir Renstra",
    "tahun_akhir": "Tahun akhir",
    "jarak": "Jarak ke akhir",
    "laju_perlu": "Laju yang perlu setahun",
    "laju": "Laju sekarang setahun",
    "keadaan_akhir": "Menuju akhir",
}
KINDS_INDIKATOR: dict[str, Kind] = {
    **dict.fromkeys(("capaian", "capaian_lalu", "selisih_capaian", "laju_perlu", "laju"), "persen"),
    "jarak": "bilangan",
    "tahun_akhir": "tahun",
}
KOLOM = ["indikator", "tahun", "nilai_teks", "nilai", "nilai_ordinal", "satuan", "keadaan", "realisasi_teks"]
KOLOM += ["realisasi", "realisasi_ordinal", "capaian_tercetak_teks", "capaian_hitung", "divisi", "sasaran"]
KOLOM += ["kegiatan", "program", "tujuan", "unit_pelaksana"]
KOLOM_ANGGARAN = ["jenis_dokumen", "tabel", "tingkat", "tahun_awal", "tahun_akhir", "jumlah_baris", "pagu", "realisasi"]
KOLOM_ANGGARAN += ["serapan_persen", "jumlah_rusak"]
REALISASI = ["realisasi_teks", "realisasi", "realisasi_ordinal", "satuan_realisasi", "keadaan_realisasi"]
REALISASI += ["capaian_tercetak_teks", "capaian_tercetak", "capaian_hitung", "alasan", "terpenuhi"]


@dataclass(frozen=True)
class Kantor:
    """One office: its name, the filter narrowed to it, the year of its rapor and the indikator that rapor counts.

    saring keeps the years the reader chose: promises and documents reach over more than the year of the rapor.
    """

    satker: str
    saring: Saring
    tahun: int
    indikator: pl.DataFrame


def show(kantor: Kantor) -> None:
    """Draw the kind of rows that is chosen, kept in the address; an address of a branch or a table opens promises."""
    old = [name for name in st.query_params if name == "susunan" or name.startswith("cabang_")]
    if old and not st.query_params.get(KEY) and KEY not in st.session_state:
        st.session_state[KEY] = "janji"
    st.subheader("Rincian")
    draw = {
        "indikator": indikator,
        "janji": promises,
        "anggaran": money,
        "hambatan": obstacles,
        "temuan": found,
        "dokumen": papers,
    }
    draw[choice.salah_satu("Rincian", BAGIAN, key=KEY, quiet=True)](kantor)


def indikator(kantor: Kantor) -> None:
    """Every indikator of the year, as many as the tile counts."""
    if kantor.indikator.is_empty():
        states.empty(saring_bar.current(), f"realisasi {kantor.satker} tahun {kantor.tahun}")
        return
    table.show(
        kantor.indikator,
        key="indikator_satker",
        page="satker-indikator",
        order=choice.terisi(kantor.indikator, KOLOM_INDIKATOR),
        labels=JUDUL_INDIKATOR,
        kinds=KINDS_INDIKATOR,
    )


def promises(kantor: Kantor) -> None:
    """What was promised in words, the tree of one table of promises, and its rows."""
    own = kantor.saring
    rows = satker.janji(own, own.satker[0])
    tables = susunan.tabel(rows)
    if tables.is_empty():
        states.empty(saring_bar.current(), f"target {kantor.satker}")
        return
    st.markdown(kalimat.pembuka(kantor.satker, tables, konsistensi.temuan(Request(own))))
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


def money(kantor: Kantor) -> None:
    """The tables of this office that print pagu."""
    daftar = serapan.tabel(kantor.saring)
    if daftar.is_empty():
        states.empty(saring_bar.current(), "pagu")
        return
    st.caption(kalimat.UANG)
    table.show(
        daftar,
        key="anggaran_satker",
        page="satker-anggaran",
        order=choice.terisi(daftar, KOLOM_ANGGARAN),
        kinds=serapan_table.KINDS,
        labels=serapan_table.JUDUL,
    )


def obstacles(kantor: Kantor) -> None:
    """Every obstacle that its reports print, also those of no indikator."""
    hambatan.show(kantor.saring)


def found(kantor: Kantor) -> None:
    """The temuan of the year that weigh most, and the way to all."""
    temuan_foremost.show(replace(kantor.saring, tahun=(kantor.tahun,)))


def papers(kantor: Kantor) -> None:
    """The documents behind it all."""
    documents = kelengkapan.documents(kantor.saring)
    table.show(
        kalimat_dokumen.with_check(documents),
        key="dokumen_satker",
        page="satker-dokumen",
        order=kalimat_dokumen.DOCUMENTS,
    )
