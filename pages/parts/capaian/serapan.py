"""Capaian beside serapan: the rows of the tables that print both on one line."""

import polars as pl
import streamlit as st

from pages.components import table
from pages.components.format import join_words, number
from pages.components.text import plain
from pages.parts.capaian import kalimat
from queries.comparisons.capaian import TERCAPAI
from queries.comparisons.hasil import disagreements
from queries.comparisons.serapan import with_serapan

KOLOM = ["indikator", "capaian_hitung", "serapan_persen", "hasil", "pagu", "realisasi_anggaran", "keadaan"]
KOLOM += ["persen_tercetak", "satker", "tahun", "tabel", "alasan"]


def show(rows: pl.DataFrame) -> None:
    """Draw the rows of queries.capaian.baris that carry pagu, with what they say and which cannot be compared."""
    both = rows.filter(pl.col("pagu").is_not_null())
    if both.is_empty():
        return
    paired = with_serapan(both.with_columns(pl.col("realisasi_anggaran").alias("realisasi"))).drop("realisasi")
    st.markdown(" ".join([*sentences(paired), *otherwise(disagreements(rows), both)]))
    st.caption(
        "Hanya baris tabel yang mencetak kinerja dan anggaran pada satu baris; realisasi kinerjanya menurut tabel itu "
        "sendiri, walau tabel capaian dapat mencetak yang lain."
    )
    shown = paired.with_columns(kalimat.alasan_kata())
    table.show(shown, key="capaian_serapan", page="capaian-serapan", order=KOLOM)


def sentences(paired: pl.DataFrame) -> list[str]:
    """What capaian and serapan say together; over 100 percent serapan is named, what has no percentage too."""
    known = paired.filter(pl.col("capaian_hitung").is_not_null(), pl.col("serapan_persen").is_not_null())
    thrifty = known.filter(pl.col("hasil") == TERCAPAI, pl.col("serapan_persen") <= 100)
    said = [f"**{number(len(thrifty))} dari {number(len(known))} indikator** tercapai tanpa melampaui pagunya."]
    over = paired.filter(pl.col("serapan_persen") > 100)
    if len(over):
        said.append(f"Realisasi melebihi pagu pada {_names(over)}.")
    excluded = paired.join(known, on=["berkas", "baris", "tahun"], how="anti")
    if len(excluded):
        said.append(f"Tidak ikut dibandingkan karena tidak berupa persentase: {_names(excluded)}.")
    return said


def otherwise(pairs: pl.DataFrame, both: pl.DataFrame) -> list[str]:
    """Which of these indikator the table of capaian judges otherwise. Input: disagreements, and the rows shown."""
    judged = pairs.filter(
        pl.col("hasil") != pl.col("hasil_lain"), pl.col("indikator_id_lain").is_in(both["indikator_id"].to_list())
    )
    return [f"Menurut tabel capaian, {hasil} pada {_names(rows)}." for (hasil,), rows in judged.group_by("hasil")]


def _names(rows: pl.DataFrame) -> str:
    return join_words([f"“{plain(name)}”" for name in rows["indikator"]])
