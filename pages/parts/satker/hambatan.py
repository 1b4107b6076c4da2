"""What stood in the way of one office and what was done about it, as its LK prints it."""

import streamlit as st

from pages.components import choice, table
from pages.components.columns import Kind
from pages.components.format import number
from queries import kelengkapan, satker
from queries.saring import Saring

KOLOM = ["urutan", "aspek", "hambatan", "upaya", "keterangan", "tahun", "tabel"]
JUDUL = {"urutan": "No."}
KINDS: dict[str, Kind] = {"urutan": "bilangan"}


def show(own: Saring) -> None:
    """The rows of one office (the only satker of `own`), or one sentence why there are none."""
    rows = satker.hambatan(own, own.satker[0])
    if rows.is_empty():
        st.markdown(without(own))
        return
    answered = rows["upaya"].count()
    st.markdown(
        f"**{number(len(rows))} hambatan** tercetak dalam LK; {number(answered)} di antaranya disertai upaya. Upaya "
        "dipasangkan pada hambatan yang nomor dan bunyinya sama; yang tidak, tampil sebagai baris sendiri."
    )
    order = choice.terisi(rows, KOLOM)
    table.show(rows, key="hambatan_satker", page="satker-hambatan", order=order, labels=JUDUL, kinds=KINDS)


def without(own: Saring) -> str:
    """Why there is nothing to show: no LK at all, or none whose loaded part has such a table."""
    documents = kelengkapan.documents(own)
    if "LK" in documents["jenis_dokumen"]:
        return "Bagian LK yang dimuat tidak berisi tabel hambatan dan upaya yang sel-selnya dapat dibaca."
    return "Belum ada LK kantor ini di bawah saringan ini, jadi hambatan dan upayanya belum diketahui."
