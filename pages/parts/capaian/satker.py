"""One satker: a bar an indikator against its target, what its tables say differently, its years."""

from dataclasses import replace

import polars as pl
import streamlit as st

from pages.charts import capaian_bars
from pages.components import choice
from pages.components.format import number
from pages.parts.capaian import kalimat, serapan, sumber_button, tren
from pages.parts.capaian.figures import Dilihat
from pages.parts.capaian.indikator import beside, draw
from queries import capaian
from queries.comparisons import hasil

PILIHAN = "kantor"


def show(dilihat: Dilihat) -> None:
    """Draw the satker chosen; the one that reached least until another is."""
    every = pl.concat([dilihat.kantor.select("kode_satker", "satker"), dilihat.lain.select("kode_satker", "satker")])
    one = choice.baris(every, every["satker"].to_list(), "Satker", key=PILIHAN)
    of = narrowed(dilihat, one["kode_satker"])
    if not dilihat.alone:
        bars(of, one["satker"])
    more(of)


def narrowed(dilihat: Dilihat, kode_satker: str) -> Dilihat:
    """The same of one satker."""
    return replace(dilihat, saring=replace(dilihat.saring, satker=(kode_satker,)))


def bars(of: Dilihat, satker: str) -> None:
    """The bars of one satker, and in words what cannot be drawn. of: narrowed to it."""
    rows = beside(capaian.banding(of.two_years), of.tahun, "kunci")
    st.markdown(f"**{kalimat.judul_satker(rows, satker)}**")
    known = rows.filter(pl.col("capaian").is_not_null(), pl.col("status").is_in(list(capaian_bars.LOOK)))
    label = pl.col("indikator").map_elements(kalimat.ringkas_indikator, return_dtype=pl.String).alias("label")
    shown = known.head(capaian_bars.MOST).with_columns(label)
    if len(shown):
        alt = f"Capaian tiap indikator {satker} terhadap target; angkanya ada pada tabel di bawah"
        draw(capaian_bars.figure(shown, ""), "batang", alt)
    part = f"{number(len(shown))} terendah dari {number(len(known))}" if len(shown) < len(known) else number(len(known))
    st.caption(f"{part} indikator digambar, terendah di atas; klik batang untuk membuka sumbernya. {_grades(rows)}")
    unknown = kalimat.tak_terhitung(rows)
    if unknown:
        st.markdown("**Tak terhitung**\n\n" + "\n".join(unknown))
    missed = rows.filter(status="tidak tercapai")
    if len(missed):
        st.caption("Sumber yang meleset")
        sumber_button.show(missed.head(kalimat.MANY), key="gagal")


def more(of: Dilihat) -> None:
    """What the tables of one satker print beside the rows that count: other figures, budget, other years."""
    printed = capaian.baris(of.saring)
    of_year = printed.filter(tahun=of.tahun)
    _differ(of_year)
    with st.expander("Dari tahun ke tahun", icon=":material/show_chart:"):
        tren.show(printed.filter("terhitung"))
    if of_year["pagu"].count():
        with st.expander("Capaian di samping serapan", icon=":material/payments:"):
            serapan.show(of_year)


def _grades(rows: pl.DataFrame) -> str:
    """The grades in words: what has no percentage but a status."""
    grades = rows.filter(pl.col("capaian").is_null(), pl.col("status") != "tak terhitung")
    said = [
        f"{kalimat.plain(row['indikator'])} {kalimat.nilai(row, 'realisasi')} dari target "
        f"{kalimat.nilai(row, 'target')} ({row['status']})"
        for row in grades.iter_rows(named=True)
    ]
    return f"Predikat: {'; '.join(said)}." if said else ""


def _differ(rows: pl.DataFrame) -> None:
    """The indikator whose realisasi differs between two tables, with the way to both lines."""
    pairs = hasil.disagreements(rows)
    if pairs.is_empty():
        return
    said = "Tabel satu dokumen mencetak realisasi berbeda untuk indikator yang sama.\n\n"
    with st.expander(f"{number(len(pairs))} indikator dengan realisasi berbeda antartabel", icon=":material/rule:"):
        st.markdown(said + "\n".join(kalimat.berbeda(pairs)))
        named = [*pairs["indikator_id"], *pairs["indikator_id_lain"]]
        sumber_button.show(rows.filter(pl.col("indikator_id").is_in(named)), key="berbeda")
