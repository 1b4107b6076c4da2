"""One satker: a table of its pagu with the printed totals beside ours, what does not agree, and every row."""

import polars as pl
import streamlit as st

from pages.charts import serapan_bars, serapan_tahun
from pages.components import choice, kalimat_serapan, saring_bar, serapan_table, states, table
from queries import serapan
from queries.comparisons.serapan import pagu_per_year, sum_by
from queries.saring import Saring

KELOMPOK = "kelompok"
KOLOM_SUMBER = ["sumber", "pagu", "realisasi", "dipakai", "tingkat", "unit", "jumlah_baris"]
JUDUL_SUMBER = {"sumber": "Tabel", "dipakai": "Dipakai", "jumlah_baris": "Baris", "realisasi": "Realisasi (Rp)"}


def show(saring: Saring, kode_satker: str, tahun: int) -> None:
    """Draw it; saring: the filter with this satker alone."""
    daftar, semua = serapan.tabel(saring), serapan.tabel(Saring(satker=(kode_satker,)))
    name = saring_bar.satker_names().get(kode_satker, kode_satker)
    if daftar.is_empty():
        nothing(saring, semua, name)
        return
    chosen = choice.baris(
        daftar,
        kalimat_serapan.nama_semua(daftar),
        "Tabel pagu",
        key="tabel",
        help_text="Penjumlahan hanya di dalam satu tabel dan satu tingkat; uang yang sama tercetak di banyak tabel.",
        clears=KELOMPOK,
    )
    place = (saring, chosen["berkas"], chosen["tabel"], chosen["tingkat"])
    rows, totals = serapan.baris(*place), serapan.total_tercetak(*place)
    st.markdown(f"#### {kalimat_serapan.pembuka(chosen, sum_by(rows, []).row(0, named=True), totals)}")
    if said := kalimat_serapan.tanpa_realisasi(daftar, semua):
        st.markdown(said)
    temuan = serapan.temuan(daftar)
    warn(rows, totals, chosen, temuan)
    serapan_table.rows(rows, draw(rows))
    serapan_table.printed(totals, serapan.jumlah_tercetak(*place))
    with st.expander(f"Semua tabel yang mencetak pagu: {len(daftar)}", icon=":material/table_rows:"):
        serapan_table.every_table(daftar, temuan)
    sources(kode_satker, tahun)


def nothing(saring: Saring, semua: pl.DataFrame, name: str) -> None:
    """Why there is no pagu: the satker prints none at all, or the filter leaves none."""
    if semua.is_empty():
        said = kalimat_serapan.tanpa_pagu(semua, semua, [name])
        st.info(f"{said} Pilih satker lain, atau tekan “Bersihkan” di atas.", icon=":material/search_off:")
    else:
        states.empty(saring, "pagu")


def sources(kode_satker: str, tahun: int) -> None:
    """What every table says of the money of this satker in the year, and which counts."""
    rows = serapan.sumber(kode_satker, tahun)
    if rows.is_empty():
        return
    with st.expander(f"Angka {tahun} menurut setiap tabel: {len(rows)}", icon=":material/receipt_long:"):
        st.caption("Yang dipakai satu tabel; angka tabel lain tidak dijumlahkan dengannya.")
        worded = rows.with_columns(pl.when("dipakai").then(pl.lit("✓ dipakai")).otherwise(pl.lit("")).alias("dipakai"))
        table.show(
            worded.with_columns(pl.lit(tahun).alias("tahun")),
            key="sumber_serapan",
            page="serapan-sumber",
            order=KOLOM_SUMBER,
            kinds={"realisasi": "rupiah"},
            labels=JUDUL_SUMBER,
        )


def warn(rows: pl.DataFrame, totals: pl.DataFrame, chosen: dict, temuan: pl.DataFrame) -> None:
    """What must be checked, the temuan about these figures, and the figures that cannot be read."""
    rules = temuan.filter(berkas=chosen["berkas"], tabel=chosen["tabel"], tingkat=chosen["tingkat"])
    flags = kalimat_serapan.tanda(rows, totals, kalimat_serapan.tingkat(chosen), rules["kode_aturan"].to_list())
    flags = [said for said in (kalimat_serapan.temuan(rules), *flags) if said]
    if flags:
        st.warning("Yang perlu diperiksa:\n\n" + "\n".join(f"- {flag}" for flag in flags), icon=":material/flag:")
    serapan_table.to_temuan(chosen, rules)
    broken = kalimat_serapan.rusak(rows)
    if broken:
        said = "Angka ini tercetak rusak: tidak ditebak dan tidak dijumlahkan.\n\n"
        st.error(said + "\n".join(broken), icon=":material/broken_image:")


def draw(rows: pl.DataFrame) -> str | None:
    """Pagu beside realisasi of one year, or pagu over the years; returns the kelompok whose rows are wanted."""
    groups = sum_by(rows, ["kelompok"]).sort("pagu", descending=True, nulls_last=True)
    if not groups["pagu"].count():
        st.info(kalimat_serapan.tanpa_gambar(rows), icon=":material/bar_chart_off:")
        return None
    chart = st.container()
    kelompok = choice.atau_semua(
        "Tampilkan baris dari", groups["kelompok"].to_list(), key=KELOMPOK, everything="Semua baris"
    )
    if rows["tahun"].n_unique() == 1:
        what = "Pagu dan realisasi" if rows["realisasi"].count() else "Pagu"
        figure = serapan_bars.figure(groups, f"{what} {rows['tahun'][0]} (rupiah)", highlighted=kelompok)
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
        st.session_state[KELOMPOK] = serapan_bars.clicked(points[0])
