"""Targets of satker beside KPU RI's Renstra of the same year: two printed places a row, each a way to its source."""

from html import escape
from typing import Any

import polars as pl
import streamlit as st

from pages.components import cells, downloads, html_table, rapat, url
from pages.components.html_table import Head, Part, Row
from pages.components.location import Tempat
from pages.components.text import pendek
from pages.parts.target import kalimat

HEADS = [Head("Satker"), Head("Target satker"), Head("Renstra KPU RI"), Head("Terhadap KPU RI")]
ICON = {"lebih ringan": "trending_down", "lebih berat": "trending_up", "sama": "check"}
SHOWN = ["satker", "tahun", "nilai_teks", "nilai_teks_nasional", "terhadap", "satuan", "jenis_dokumen"]
SHOWN += ["berkas", "tabel", "baris", "berkas_nasional", "tabel_nasional", "baris_nasional"]


def show(rows: pl.DataFrame) -> None:
    """The sentence, the table and its download. Input: Dilihat.terhadap."""
    st.markdown(f"**{kalimat.terhadap(rows)}**")
    st.html(html(rows))
    downloads.download(rows.select(SHOWN), page="target-renstra-kpu-ri", key="renstra_kpu_ri")


def html(rows: pl.DataFrame) -> str:
    """A row a satker, the lowest target first."""
    drawn = [Row(_cells(row)) for row in rows.iter_rows(named=True)]
    caption = f"Target satker di samping Renstra KPU RI, {rows['tahun'][0]}"
    return html_table.html(HEADS, [Part("", drawn)], caption)


def _cells(row: dict[str, Any]) -> list[str]:
    own = _place(row["nilai_teks"], row["jenis_dokumen"], row["berkas"], row["baris"], row["tahun"])
    whole = _place(row["nilai_teks_nasional"], "Renstra", row["berkas_nasional"], row["baris_nasional"], row["tahun"])
    sign = cells.icon(ICON[row["terhadap"]]) if row["terhadap"] in ICON else ""
    return [escape(pendek(row["satker"])), own, whole, f"{sign} {row['terhadap']}".strip()]


def _place(teks: str, jenis: str, berkas: str, baris: int, tahun: int) -> str:
    """What a document prints, as the way to its line."""
    href = url.changed("target", {"sumber": str(Tempat(berkas, baris, tahun, "target"))} | rapat.address(), ())
    return f"<small>{escape(jenis)}</small> {cells.link(href, escape(teks), f'{berkas} baris {baris}')}"
