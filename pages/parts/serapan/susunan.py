"""The money of all satker by program, kegiatan, divisi, sasaran or year: bars, and the same as a table."""

from dataclasses import replace

import polars as pl
import streamlit as st

from pages.charts import serapan_banding
from pages.components import choice, table
from pages.components.format import percent, rupiah
from pages.components.text import plain
from pages.parts.serapan import kalimat
from pages.parts.serapan.banding import BERPASANGAN
from pages.parts.serapan.figures import Dilihat, ambang
from queries import serapan

MENURUT = "rinci"
MOST = 15
KOLOM = ["nama", "serapan", "pagu", "realisasi", "jumlah_satker", "jumlah_serapan"]
JUDUL = {
    "serapan": "Serapan (%)",
    "pagu": "Pagu (Rp)",
    "realisasi": "Realisasi (Rp)",
    "jumlah_satker": "Satker",
    "jumlah_serapan": "Satker berserapan",
}


def show(seen: Dilihat) -> None:
    """Draw it; the choice lives in the address."""
    st.subheader("Serapan menurut bagiannya")
    menurut = choice.salah_satu("Menurut", kalimat.MENURUT, key=MENURUT, quiet=True)
    parts = with_before(seen, menurut)
    if parts.is_empty():
        st.info(f"Tidak ada tabel di bawah saringan ini yang mencetak {menurut}.", icon=":material/search_off:")
        return
    drawn = parts.filter(pl.col("serapan").is_not_null())
    if len(drawn):
        shown = drawn.head(MOST) if menurut != "tahun" else drawn
        title = kalimat.bagian(drawn, menurut, seen)
        lalu = "tahun sebelumnya" if menurut == "tahun" else str(seen.tahun.tahun - 1)
        figure = serapan_banding.figure(_bars(shown), ambang=ambang("serapan"), lalu=lalu, whole=None)
        key = f"batang_{menurut}"
        st.markdown(f"#### {plain(title)}")
        st.plotly_chart(figure, key=key, config={"displayModeBar": False}, alt=f"{title}; angkanya ada pada tabel")
    st.caption(kalimat.catatan_bagian(parts, menurut) + _cut(drawn, menurut))
    with st.expander(f"Tabel: {len(parts)} {menurut}", icon=":material/table_rows:"):
        table.show(
            parts.drop("kunci", "kode", "uraian", "serapan_lalu").rename(BERPASANGAN),
            key="bagian_serapan",
            page=f"serapan-{menurut}",
            order=KOLOM,
            kinds={"serapan": "persen", "realisasi": "rupiah"},
            labels={**JUDUL, "nama": kalimat.MENURUT[menurut]},
        )


def with_before(seen: Dilihat, menurut: str) -> pl.DataFrame:
    """queries.serapan.jumlah of the satker compared, with nama and serapan_lalu: largest pagu first, years in order."""
    if menurut == "tahun":
        every = serapan.jumlah(replace(seen.saring, tahun=()), "satker", seen.tingkat)
        years = every.sort("tahun").with_columns(_before(pl.col("tahun")))
        return years.with_columns(pl.col("tahun").cast(pl.String).alias("nama"))
    now = serapan.jumlah(seen.saring, menurut, seen.tingkat)
    last = replace(seen.saring, tahun=(seen.tahun.tahun - 1,))
    before = serapan.jumlah(last, menurut, seen.tingkat).select("kunci", pl.col("serapan").alias("serapan_lalu"))
    names = [kalimat.nama(row, menurut) for row in now.iter_rows(named=True)]
    named = now.with_columns(pl.Series("nama", names, dtype=pl.String))
    return named.join(before, on="kunci", how="left", nulls_equal=True, maintain_order="left")


def _before(year: pl.Expr) -> pl.Expr:
    """The serapan of the year before, where it is there; rows stand in the order of the years."""
    return pl.when(year - year.shift(1) == 1).then(pl.col("serapan").shift(1)).alias("serapan_lalu")


def _bars(parts: pl.DataFrame) -> pl.DataFrame:
    hovers = [
        f"<b>{row['nama']}</b><br>serapan {percent(row['serapan'])} dari pagu {rupiah(row['pagu'])}"
        f"<br>{row['jumlah_serapan']} dari {row['jumlah_satker']} satker"
        for row in parts.iter_rows(named=True)
    ]
    return parts.select(
        pl.col("nama").alias("kunci"), pl.col("nama").alias("label"), "serapan", "serapan_lalu",
        pl.col("pagu_terbanding").alias("pagu"), pl.lit(value=False).alias("diperselisihkan"),
        pl.Series("hover", hovers, dtype=pl.String),
    )  # fmt: skip


def _cut(drawn: pl.DataFrame, menurut: str) -> str:
    rest = len(drawn) - MOST
    return f" {MOST} berpagu terbesar digambar; {rest} lain pada tabel." if menurut != "tahun" and rest > 0 else ""
