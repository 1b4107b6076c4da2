"""Serapan: pagu and realisasi per satker, program, kegiatan, RO and year; from which document and table."""

import polars as pl
import streamlit as st

from pages.charts import serapan_batang, serapan_tahun
from pages.components import filters, kalimat_serapan, pilih, shell, states, tabel_serapan
from queries import serapan
from queries.comparisons.serapan import pagu_per_year, sum_by

KELOMPOK = "kelompok"


def main() -> None:
    """Choose a table that prints pagu; see its serapan, what does not agree, and every row."""
    shell.header("Serapan", "Berapa pagu dan realisasi tiap program, kegiatan, RO, dan tahun, dan dari tabel mana?")
    saring = filters.current()
    daftar = serapan.tabel(saring)
    if daftar.is_empty():
        states.empty(saring, "pagu")
        return
    chosen = pilih.baris(
        daftar,
        kalimat_serapan.nama_semua(daftar),
        "Tabel pagu",
        key="tabel",
        help_text="Penjumlahan hanya di dalam satu tabel dan satu tingkat; uang yang sama tercetak di banyak tabel.",
        clears=KELOMPOK,
    )
    place = (saring, chosen["berkas"], chosen["tabel"], chosen["tingkat"])
    rows, totals = serapan.baris(*place), serapan.total_tercetak(*place)
    answer(rows, chosen, daftar)
    warn(rows, totals, chosen)
    tabel_serapan.rows(rows, draw(rows))
    tabel_serapan.printed(totals, serapan.jumlah_tercetak(*place))
    tabel_serapan.every_table(daftar)


def answer(rows: pl.DataFrame, chosen: dict, daftar: pl.DataFrame) -> None:
    """The serapan of the chosen table in a sentence, and who has none."""
    names = filters.satker_names()
    asked = [names.get(code, code) for code in filters.current().satker] or list(names.values())
    st.markdown(f"#### {kalimat_serapan.pembuka(chosen, sum_by(rows, []).row(0, named=True))}")
    st.markdown(f"{kalimat_serapan.tanpa_realisasi(daftar)} {kalimat_serapan.tanpa_pagu(daftar, asked)}")


def warn(rows: pl.DataFrame, totals: pl.DataFrame, chosen: dict) -> None:
    """What must be checked, and the figures that cannot be read."""
    flags = kalimat_serapan.tanda(rows, totals, kalimat_serapan.tingkat(chosen))
    if flags:
        st.warning("Yang perlu diperiksa:\n\n" + "\n".join(f"- {flag}" for flag in flags), icon=":material/flag:")
    broken = kalimat_serapan.rusak(rows)
    if broken:
        said = "Angka ini tercetak rusak: tidak ditebak dan tidak dijumlahkan.\n\n"
        st.error(said + "\n".join(broken), icon=":material/broken_image:")


def draw(rows: pl.DataFrame) -> str | None:
    """Pagu beside realisasi of one year, or pagu over the years; returns the kelompok whose rows are wanted."""
    groups = sum_by(rows, ["kelompok"]).sort("pagu", descending=True, nulls_last=True)
    chart = st.container()
    kelompok = pilih.atau_semua(
        "Tampilkan baris dari", groups["kelompok"].to_list(), key=KELOMPOK, everything="Semua baris"
    )
    if rows["tahun"].n_unique() == 1:
        what = "Pagu dan realisasi" if rows["realisasi"].count() else "Pagu"
        figure = serapan_batang.figure(groups, f"{what} {rows['tahun'][0]} (rupiah)", highlighted=kelompok)
    else:
        figure = serapan_tahun.figure(pagu_per_year(rows), highlighted=kelompok)
    # A new key a choice: the mark on the chosen bar comes from the address, not from an older click.
    key = f"grafik_serapan_{kelompok or 'semua'}"
    chart.plotly_chart(
        figure,
        key=key,
        config={"displayModeBar": False},
        on_select=lambda: follow_click(key),
        selection_mode="points",
        alt="Pagu dan realisasi tiap kelompok; angkanya ada pada tabel di bawah",
    )
    return kelompok


def follow_click(key: str) -> None:
    """Take over the kelompok of the bar that was clicked."""
    points = st.session_state[key].selection.points
    if points:
        st.session_state[KELOMPOK] = serapan_batang.clicked(points[0])


main()
