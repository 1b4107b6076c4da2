"""Every row that the headline counts, printed beside computed, page by page."""

from functools import partial

import polars as pl
import streamlit as st

from pages.components import choice, table, url
from pages.components.format import number
from pages.parts.capaian import kalimat
from pages.parts.capaian.figures import Dilihat
from pages.parts.capaian.matriks import page, pager
from queries import capaian
from queries.comparisons import hasil

SKALA, HASIL, LEMBAR = "skala", "hasil", "halaman"
SIZE = 100
KOLOM = ["satker", "tahun", "indikator", "hasil", "target_teks", "realisasi_teks", "capaian_tercetak_teks"]
KOLOM += ["capaian_hitung", "selisih_capaian", "sebab_selisih", "kategori", "keadaan", "sumber", "alasan"]
KOLOM += ["jumlah_cetak", "jumlah_berbeda", "satuan", "sasaran", "divisi", "indikator_baku", "keyakinan"]
JUDUL = {
    "indikator_baku": "Indikator baku",
    "keyakinan": "Keyakinan padanan",
    "sumber": "Tabel",
    "jumlah_cetak": "Baris yang mencetaknya",
    "jumlah_berbeda": "Di antaranya berbeda",
}
STATUS = {"tercapai": "n_tercapai", "tidak tercapai": "n_meleset", "tak terhitung": "n_tak_terhitung"}


def show(dilihat: Dilihat) -> None:
    """Draw the controls, how printed and computed agree, and one page of the rows; the download holds all."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        skala = _scale()
        with st.container(width=240):
            chosen = choice.atau_semua("Hanya hasil", list(STATUS), key=HASIL, everything="Semua hasil")
    many = dilihat.jumlah(STATUS[chosen] if chosen else "n_indikator")
    if not many:
        st.info(f"Tidak ada baris yang {chosen}. Pilih hasil lain.", icon=":material/search_off:")
        return
    at = min(page(LEMBAR), -(-many // SIZE))
    asked = partial(rows, dilihat, chosen, skala)
    shown = asked(lewati=(at - 1) * SIZE, batas=SIZE)
    named = f"**{number(many)} baris**, satu satker × indikator, kategori menurut **{hasil.scales()[skala]}**."
    here = "Di halaman ini: " if len(shown) < many else ""
    st.markdown(f"{named} {here}{kalimat.selisih(shown)} {kalimat.orang(shown)}")
    table.show(
        shown, key="baris_capaian", page="capaian", rows=asked, order=choice.terisi(shown, KOLOM), labels=JUDUL,
    )  # fmt: skip
    pager(LEMBAR, many, SIZE, "baris; unduhan memuat semuanya")
    st.caption(kalimat.HITUNGAN)
    with st.expander("Rumus capaian"):
        st.markdown("\n".join(f"- {rule}" for rule in kalimat.RUMUS.values()))


def rows(dilihat: Dilihat, status: str | None, skala: str, lewati: int = 0, batas: int | None = None) -> pl.DataFrame:
    """The rows behind the headline, of one status (None: all), with hasil, the difference and the category."""
    chosen = (status,) if status else ()
    found = capaian.banding(
        dilihat.of_year, chosen, tingkat=dilihat.tingkat, lewati=lewati, batas=batas
    ).rename({"capaian": "capaian_hitung", "status": "hasil"})  # fmt: skip
    compared = hasil.with_category(hasil.with_difference(found), skala)
    return compared.with_columns(kalimat.alasan_kata())


def _scale() -> str:
    """The scale of the categories, kept in the address."""
    scales = hasil.scales()
    url.warn(url.unknown(SKALA, "skala kategori", scales.values()))
    return choice.salah_satu("Skala kategori", scales, key=SKALA)
