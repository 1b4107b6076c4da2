"""How complete the comparisons of each LK are, on the Capaian page."""

import polars as pl
import streamlit as st

from pages.components import choice, table
from pages.parts.capaian import kalimat_lke
from pages.parts.capaian.figures import Dilihat
from queries import lke
from queries.comparisons.lke import PEMBANDING, PEMBANDING_NASIONAL, per_dokumen

KOLOM = ["indikator", "tahun", *PEMBANDING, PEMBANDING_NASIONAL, "tahun_terdahulu", "akhir_renstra", "target_teks"]
KOLOM += ["realisasi_teks", "satker", "tabel"]
TEMPAT = ["kode_satker", "jenis_dokumen", "unit", "berkas", "baris", "baris_akhir"]
FEW = 6
KOLOM_DOKUMEN = ["satker", "tahun", "jumlah", *(f"jumlah_{name}" for name in PEMBANDING), "lengkap_persen", "memenuhi"]


def show(dilihat: Dilihat) -> None:
    """A sentence a document and its indikator with what their realisasi can be laid beside; a table when many."""
    rows = lke.pembanding(dilihat.of_year)
    if rows.is_empty():
        st.markdown("Tidak ada LK dengan tabel capaian dalam saringan ini.")
        return
    counted = per_dokumen(rows)
    _documents(counted)
    st.caption(f"{kalimat_lke.UKURAN} {kalimat_lke.ATURAN}")
    if len(counted) > FEW:
        st.caption("Saring satu satker untuk melihat indikatornya satu per satu.")
        return
    shown = rows.with_columns(*kalimat_lke.kata()).select(*KOLOM, *TEMPAT)
    table.show(shown, key="lke", page="capaian-lke", order=choice.terisi(shown, KOLOM), labels=kalimat_lke.JUDUL)


def _documents(counted: pl.DataFrame) -> None:
    if len(counted) <= FEW:
        st.markdown("\n".join(f"- {kalimat_lke.dokumen(row)}" for row in counted.iter_rows(named=True)))
        return
    st.markdown(kalimat_lke.semua(counted))
    shown = counted.with_columns(kalimat_lke.putusan())
    table.show(shown, key="lke_dokumen", page="capaian-lke-dokumen", order=KOLOM_DOKUMEN, labels=kalimat_lke.JUDUL)
