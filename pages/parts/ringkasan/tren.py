"""The trend: the four measures of the satker under the filter from year to year, as lines and as a table."""

import polars as pl
import streamlit as st

from pages.charts import rapor_tren
from pages.components import table
from pages.components.format import number
from pages.components.tahun_rapor import Tahun
from pages.components.text import plain
from pages.parts.ringkasan import kalimat
from queries.comparisons.rapor import UKURAN

KOLOM = ["tahun", "jumlah_melapor", "jumlah_satker", *(f"{name}_persen" for name in UKURAN)]
JUDUL = {f"{name}_persen": name.capitalize() for name in UKURAN}
JUDUL |= {"jumlah_melapor": "Melapor capaian", "jumlah_satker": "Satker"}


def show(deret: pl.DataFrame, tahun: Tahun) -> None:
    """Draw the years up to the one chosen. deret: with_shares."""
    known = deret.filter(pl.col("tahun") <= tahun.tahun)
    first = min(known["tahun"].to_list())
    years = pl.DataFrame({"tahun": range(first, tahun.tahun + 1)}, {"tahun": deret.schema["tahun"]})
    every = years.join(known, on="tahun", how="left")
    reporting = {
        year: f"{number(reports)} dari {number(satker)}" if satker else "tanpa data"
        for year, reports, satker in every.select("tahun", "jumlah_melapor", "jumlah_satker").rows()
    }
    title = kalimat.tren(every, tahun)
    st.markdown(f"**{plain(title)}**")
    drawn = rapor_tren.figure(every, reporting)
    st.plotly_chart(drawn, key="tren_rapor", config={"displayModeBar": False}, alt=title)
    with st.expander("Angka tiap tahun", icon=":material/table_rows:"):
        table.show(
            known.sort("tahun"), key="tren_tabel", page="ringkasan-tren", order=KOLOM, labels=JUDUL,
            kinds=dict.fromkeys((f"{name}_persen" for name in UKURAN), "persen"),
        )  # fmt: skip
