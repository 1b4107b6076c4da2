"""One indikator over the years on the Capaian page: a line with its target, or one sentence why there is none."""

from typing import Any

import polars as pl
import streamlit as st

from pages.charts import capaian_tren
from pages.components import choice, location, sumber
from pages.parts.capaian import kalimat_tren
from queries.comparisons import tren

PILIHAN = "tren"


def show(counted: pl.DataFrame) -> None:
    """Draw the series the reader chooses. Input: the counted rows of queries.capaian.baris."""
    found = tren.points(counted)
    if found.is_empty():
        st.markdown(kalimat_tren.tanpa_garis(counted))
        return
    every = [part for _, part in found.group_by("deret", maintain_order=True)]
    chosen = choice.satu("Indikator dari tahun ke tahun", [kalimat_tren.nama(part) for part in every], key=PILIHAN)
    _one(next(part for part in every if kalimat_tren.nama(part) == chosen), counted)


def _one(series: pl.DataFrame, counted: pl.DataFrame) -> None:
    drawn = series.filter(satuan_banding=series["satuan_banding"][-1])
    st.markdown(
        " ".join(part for part in (kalimat_tren.ringkas(drawn), kalimat_tren.satuan_lain(series, drawn)) if part)
    )
    # A new key an open source: a mark of an older click would dim the other points.
    key = f"grafik_tren_{st.query_params.get(sumber.PARAMETER, '')}"
    st.plotly_chart(
        capaian_tren.figure(drawn, list(range(series["tahun"][0], series["tahun"][-1] + 1))),
        key=key,
        config={"displayModeBar": False},
        on_select=lambda: _follow_click(key),
        selection_mode="points",
        alt="Garis realisasi dan target tiap tahun; angkanya disebut pada kalimat dan tabel",
    )
    gaps = tren.gaps(series, counted)
    if gaps:
        st.markdown("\n".join(kalimat_tren.putus(gap) for gap in gaps))
    st.caption("Klik titik, atau tombol di bawah, untuk membuka sumbernya.")
    with st.container(horizontal=True, gap="small"):
        for row in series.iter_rows(named=True):
            _source(row)


def _source(row: dict[str, Any]) -> None:
    """A small button that opens the source of one year: every year is another document, often the same line."""
    place = location.of_row(row)
    st.button(
        f"{row['tahun']}, baris {row['baris']}",
        key=f"tren_{place}",
        type="tertiary",
        icon=":material/receipt_long:",
        help="Buka dokumen, tabel, dan baris tercetaknya.",
        on_click=sumber.ask_for,
        args=(place,),
    )


def _follow_click(key: str) -> None:
    points = st.session_state[key].selection.points
    place = location.parse(capaian_tren.clicked(points[0])) if points else None
    if place is not None:
        sumber.ask_for(place)
