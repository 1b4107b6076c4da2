"""What waits for a person, with the correction line that would settle it; the corrections and transcripts in force."""

from datetime import UTC, datetime

import polars as pl
import streamlit as st

from pages.components import downloads, sumber, table
from pages.components.format import WIB, join_words, number
from pages.components.location import Tempat
from pages.components.reading_rules import rule_name
from pages.components.text import plain
from queries import dokumen

KOREKSI = ["satker", "tabel", "kolom", "teks_lama", "nilai_baru", "alasan", "oleh", "tanggal"]
TRANSKRIP = ["satker", "tabel", "baris", "baris_akhir", "kolom", "alasan", "oleh", "tanggal"]
JUDUL = {"teks_lama": "Tercetak", "nilai_baru": "Ditetapkan", "tanggal": "Tanggal", "kolom": "Kolom", "oleh": "Oleh"}
MOST = 20
"""Quarantined lines that the page holds; the download has every one."""


def show(waiting: pl.DataFrame) -> None:
    """Each quarantined line of queries.dokumen.karantina: text, reasons, and what a correction would look like."""
    if waiting.is_empty():
        st.success("Tidak ada baris yang dikarantina dalam dokumen di bawah saringan ini.", icon=":material/task_alt:")
        return
    lines = waiting.partition_by("berkas", "baris", maintain_order=True)
    st.warning(
        f"{number(len(lines))} baris menunggu orang. Nilainya tidak dimuat ke mana pun sampai ada koreksi.",
        icon=":material/front_hand:",
    )
    shown = lines[:MOST]
    with st.expander(f"{number(len(shown))} baris dengan alasan dan contoh koreksinya", icon=":material/front_hand:"):
        for reasons in shown:
            _line(reasons)
    if len(lines) > MOST:
        st.caption(f"{number(len(lines) - MOST)} baris lain ada dalam unduhan.")
    downloads.download(waiting, page="dokumen-karantina", key="karantina", with_source=True)


def corrections(used: pl.DataFrame) -> None:
    """The corrections of queries.dokumen.koreksi, each with its source."""
    if used.is_empty():
        st.info("Belum ada koreksi untuk dokumen di bawah saringan ini.", icon=":material/edit_off:")
        return
    st.markdown(
        f"{number(len(used))} koreksi berlaku. Setiap koreksi menyebut teks lama yang masih tercetak pada barisnya; "
        "bila teks itu berubah, pembangunan data berhenti."
    )
    with st.expander(f"Tabel {number(len(used))} koreksi", icon=":material/edit:"):
        table.show(used, key="koreksi", page="dokumen-koreksi", order=KOREKSI, labels=JUDUL)


def transcripts(copied: pl.DataFrame) -> None:
    """The rows of queries.dokumen.transkrip, each with its source; nothing where there are none."""
    if copied.is_empty():
        return
    tables = copied.n_unique(["berkas", "tabel"])
    st.subheader("Tabel yang ditranskripsi orang")
    st.markdown(
        f"{number(tables)} tabel tidak dapat dibaca pembaca mana pun dan disalin orang dari cetakannya. Setiap baris "
        "menyebut teks tercetaknya; bila teks itu berubah, pembangunan data berhenti. Kolom yang disebut ditetapkan "
        "orang; selebihnya seperti tercetak."
    )
    labels = JUDUL | {"kolom": "Ditetapkan orang", "baris_akhir": "Sampai baris"}
    with st.expander(f"Tabel {number(len(copied))} baris", icon=":material/edit_note:"):
        table.show(
            copied,
            key="transkrip",
            page="dokumen-transkrip",
            order=TRANSKRIP,
            kinds={"baris_akhir": "tahun"},
            labels=labels,
        )


def _line(reasons: pl.DataFrame) -> None:
    first = reasons.row(0, named=True)
    with st.container(border=True):
        st.markdown(
            f":red[:material/front_hand:] **{plain(first['satker'])}**, {plain(first['tabel'])}, "
            f"{plain(first['tempat'] or 'baris ' + str(first['baris']))} berkas `{first['berkas']}`"
        )
        st.code(first["teks"], language=None, wrap_lines=True)
        for (kode, alasan), part in reasons.group_by("kode_alasan", "alasan", maintain_order=True):
            columns = join_words([f"`{kolom}`" for kolom in part["kolom"].unique(maintain_order=True)])
            st.markdown(f"**{rule_name(str(kode)).capitalize()}** (`{kode}`): {plain(str(alasan))} Kolom: {columns}.")
        if "galat_selaras" not in reasons["kode_alasan"]:  # no correction settles a fault of ours
            _correction(reasons)
        st.button(
            f"Buka baris {first['baris']}",
            key=f"karantina_{first['berkas']}_{first['baris']}",
            icon=":material/receipt_long:",
            on_click=sumber.ask_for,
            args=(Tempat(first["berkas"], first["baris"]),),
        )


def _correction(reasons: pl.DataFrame) -> None:
    """The rows for the correction file, to be completed by a person."""
    first = reasons.row(0, named=True)
    st.markdown(f"Koreksinya menjadi baris dalam `{dokumen.berkas_koreksi(first['berkas'])}`:")
    today = datetime.now(UTC).astimezone(WIB).date()
    # A column may wait for several reasons; one correction settles it, and the build refuses a second.
    settled = reasons.unique("kolom", maintain_order=True)
    rows = [dokumen.contoh_koreksi(item, today) for item in settled.iter_rows(named=True)]
    st.code("\n".join([",".join(dokumen.KOLOM_KOREKSI), *rows]), language=None, wrap_lines=True)
    st.caption(
        "Isi yang masih kosong: teks_lama (sel seperti tercetak), nilai_baru, alasan, dan oleh. Lalu jalankan "
        "`make data`; baris yang belum lengkap ditolak."
    )
