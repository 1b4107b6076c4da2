"""The two figures of Target: lines before their median, and one row a satker; what a click on either does."""

import polars as pl
import streamlit as st

from pages.charts import matriks, target_satker, target_tahun
from pages.components import choice, location, saring_bar, sumber
from pages.components.text import plain
from pages.parts.target import kalimat
from pages.parts.target.rows import MOST, Dilihat
from queries import saring
from queries.comparisons.target import PREDIKAT, of_provinsi

HALAMAN, URUT = "halaman_target", "urut_target"
CARA_URUT = {"nilai": "Target terendah dulu", "nama": "Nama satker"}


def lines(seen: Dilihat) -> None:
    """The lines of the satker; grades have none, for between two grades lies nothing."""
    if seen.satuan == PREDIKAT or seen.tahun is None:
        return
    title = kalimat.judul_garis(seen.sebaran, seen.satuan)
    many = seen.by_provinsi
    drawn, what = (of_provinsi(seen.sebanding), "Median satker tiap provinsi") if many else (seen.sebanding, "Satker")
    figure = target_tahun.figure(drawn, seen.sebaran, seen.yardstick, seen.satuan, what)
    st.markdown(f"**{plain(title)}**")
    key = f"garis_target_{len(seen.sebanding)}"
    st.plotly_chart(
        figure,
        key=key,
        config={"displayModeBar": False},
        on_select=lambda: _narrow(key),
        selection_mode="points",
        alt=f"{title}; angka tiap satker ada pada matriks di bawah",
    )


def satker(seen: Dilihat) -> pl.DataFrame:
    """One row a satker, at most MOST at once; returns the folded rows that are shown."""
    order = choice.salah_satu("Urutan satker", CARA_URUT, key=URUT, quiet=True)
    names = sorted_names(seen, order)
    pages = -(-len(names) // MOST)
    asked = str(st.session_state.get(HALAMAN) or st.query_params.get(HALAMAN, "1"))
    page = min(max(int(asked), 1), pages) if asked.isdecimal() else 1
    shown = names[(page - 1) * MOST : page * MOST]
    place = {name: at for at, name in enumerate(shown)}
    rows = seen.folded.filter(pl.col("nama").is_in(shown))
    rows = rows.sort(pl.col("nama").replace_strict(place, return_dtype=pl.Int64), "tahun")
    patokan = seen.patokan()
    middle = dict(patokan.filter(nama=seen.tengah).select("tahun", "angka").iter_rows()).get(seen.tahun)
    title = kalimat.judul_satker(seen.of_year(), middle, seen.tengah, seen.tahun)
    # A new key an open source: a mark of an older click would dim the other cells.
    key = f"satker_target_{page}_{st.query_params.get(sumber.PARAMETER, '')}"
    st.markdown(f"**{plain(title)}**")
    st.plotly_chart(
        target_satker.figure(rows, patokan, seen.satuan, seen.tengah),
        key=key,
        config={"displayModeBar": False},
        on_select=lambda: _open(key),
        selection_mode="points",
        alt=f"{title}; sumber tiap angkanya ada pada tabel di bawah",
    )
    st.caption(f"Klik sel untuk membuka sumbernya. {target_satker.notes(rows)}")
    if pages > 1:
        st.pagination(pages, key=HALAMAN, bind="query-params")
    return rows


def sorted_names(seen: Dilihat, order: str) -> list[str]:
    """The short names of the satker: those compared first, by target of the year (without one last) or by name."""
    rows = seen.folded.with_columns(
        pl.col("kode_satker").is_in(seen.sebanding["kode_satker"].unique().to_list()).not_().alias("_other")
    )
    of_year = pl.col("angka").filter(pl.col("tahun") == seen.tahun).first()
    found = rows.group_by("nama").agg(pl.col("_other").first(), of_year.alias("_value"))
    keys = ["_other", "_value", "nama"] if order == "nilai" else ["_other", "nama"]
    return found.sort(*keys, nulls_last=True)["nama"].to_list()


def _narrow(key: str) -> None:
    """Only the satker, or the satker of the provinsi, whose mark was clicked."""
    points = st.session_state[key].selection.points
    name = target_tahun.clicked(points[0]) if points else ""
    if name in saring.options().filter(dimensi="provinsi")["nilai"]:
        st.session_state["provinsi"] = [name]
    elif name in saring_bar.satker_names().values():
        st.session_state["satker"] = [name]


def _open(key: str) -> None:
    """Open the source of the cell that was clicked."""
    points = st.session_state[key].selection.points
    place = location.parse(matriks.clicked(points[0])) if points else None
    if place is not None:
        sumber.ask_for(place)
