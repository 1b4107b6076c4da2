"""The choice of one indikator on Target: canonical or as printed. Its address holds the kode_baku."""

import polars as pl
import streamlit as st

from pages.components import choice

CARA = {"baku": "Indikator baku", "bunyi": "Bunyi tercetak"}
BAKU, BUNYI = "indikator", "bunyi"


def menurut_bunyi() -> bool:
    """Whether the reader wants printed texts apart instead of indikator baku together."""
    return choice.salah_satu("Sandingkan menurut", CARA, key="menurut") == "bunyi"


def satu(daftar: pl.DataFrame, *, menurut_bunyi: bool) -> dict:
    """The chosen row of queries.target.indikator; the most shared one when none is chosen."""
    if menurut_bunyi:
        texts = daftar["indikator"].to_list()
        help_text = "Urut dari yang paling banyak dipakai bersama. Kalimat disamakan hanya dalam huruf besar dan spasi."
        return choice.baris(daftar, texts, "Bunyi indikator", key=BUNYI, help_text=help_text)
    names = [nama(row) for row in daftar.iter_rows(named=True)]
    _spell_out(daftar, names)
    return choice.baris(
        daftar,
        names,
        "Indikator",
        key=BAKU,
        help_text="Urut dari yang paling banyak dipakai bersama. Bunyi yang berbeda di tiap kota dipadankan dengan "
        "satu indikator baku; angka tiap baris tetap apa adanya.",
    )


def nama(row: dict) -> str:
    """How an indikator is called in the choice and in the address. Input: a row of queries.target.indikator."""
    return f"{row['indikator']} · {row['kode_baku']}" if row["kode_baku"] else row["indikator"]


def _spell_out(daftar: pl.DataFrame, names: list[str]) -> None:
    """Let an address name an indikator by its kode or its name alone: rewrite it to what Streamlit binds."""
    given = st.query_params.get(BAKU)
    if BAKU in st.session_state or not given or given in names:
        return
    known = dict(zip(daftar["indikator"], names, strict=True)) | dict(zip(daftar["kunci"], names, strict=True))
    if given in known:
        st.query_params[BAKU] = known[given]
        st.rerun()
