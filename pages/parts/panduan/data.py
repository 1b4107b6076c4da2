"""The catalogues of indikator baku and sasaran baku and the data dictionary, all straight from the database."""

import polars as pl
import streamlit as st

from pages.components import choice, table
from pages.components.columns import Kind
from pages.components.format import number
from pages.parts.panduan.rumus import POLARITAS
from queries import panduan

KATALOG = ["indikator_baku", "polaritas", "satuan_baku", "jumlah_satker", "jumlah_bunyi", "alasan_polaritas", "divisi"]
KATALOG += ["definisi", "sumber", "kode_baku"]
SASARAN = ["sasaran_baku", "jumlah_satker", "jumlah_bunyi", "sumber", "kode_sasaran_baku"]
MENUNGGU = ["teks", "jumlah_satker", "terdekat"]
KAMUS = ["nama_tabel", "kolom", "makna", "satuan", "sumber", "tipe", "boleh_kosong"]
JENIS: dict[str, Kind] = {
    "indikator_baku": "teks",
    "polaritas": "teks",
    "kode_baku": "teks",
    "kode_sasaran_baku": "teks",
}
JUDUL = {
    "indikator_baku": "Indikator baku",
    "sasaran_baku": "Sasaran baku",
    "kode_sasaran_baku": "Kode",
    "teks": "Bunyi tercetak",
    "terdekat": "Nama baku terdekat",
    "polaritas": "Arah",
    "satuan_baku": "Satuan",
    "jumlah_satker": "Satker",
    "jumlah_bunyi": "Bunyi tercetak",
    "alasan_polaritas": "Mengapa arahnya demikian",
    "satuan": "Satuan",
    "nama_tabel": "Tabel",
    "boleh_kosong": "Boleh kosong",
}


def catalogue() -> None:
    """Draw queries.panduan.katalog with how many of its measures several satker share."""
    rows = panduan.katalog()
    if rows.is_empty():
        st.info(
            "Katalog indikator baku belum terisi. Isi `data/referensi/indikator_baku.csv`, lalu jalankan `make data`."
        )
        return
    shared = len(rows.filter(pl.col("jumlah_satker") > 1))
    wide = len(rows.filter(pl.col("jumlah_satker") > 2))
    st.markdown(
        f"**{number(len(rows))} indikator baku**; {number(shared)} dipakai dua satker atau lebih, {number(wide)} di "
        "antaranya tiga atau lebih. Bunyi yang berbeda hanya disatukan bila yang diukur benar-benar sama: penduduk, "
        "benda yang dihitung, syarat, atau batas waktu yang lain berarti indikator lain."
    )
    shown = rows.with_columns(pl.col("polaritas").replace(POLARITAS))
    table.show(shown, key="katalog", page="indikator-baku", order=KATALOG, kinds=JENIS, labels=JUDUL)
    _waiting("indikator", "padanan.csv")


def sasaran() -> None:
    """Draw queries.panduan.katalog_sasaran, and the wordings of sasaran that wait for a person."""
    rows = panduan.katalog_sasaran()
    if rows.is_empty():
        st.info("Katalog sasaran baku belum terisi. Isi `data/referensi/sasaran_baku.csv`, lalu jalankan `make data`.")
    else:
        shared = len(rows.filter(pl.col("jumlah_satker") > 1))
        st.markdown(
            f"**{number(len(rows))} sasaran baku**; {number(shared)} dipakai dua satker atau lebih. Bunyi yang berbeda "
            "hanya disatukan bila keadaan yang dituju sama; tingkat tempat sasaran itu dicetak tidak dibedakan."
        )
        table.show(rows, key="katalog_sasaran", page="sasaran-baku", order=SASARAN, kinds=JENIS, labels=JUDUL)
    _waiting("sasaran", "padanan_sasaran.csv")


def _waiting(isi: str, daftar: str) -> None:
    """The wordings that neither a person nor a rule gave a name of the catalogue, with the nearest names."""
    rows = panduan.menunggu().filter(pl.col("isi") == isi)
    if rows.is_empty():
        st.caption(f"Semua bunyi {isi} sudah punya nama baku.")
        return
    st.header(f"{number(len(rows))} bunyi {isi} menunggu orang")
    st.markdown(
        f"Angkanya terhitung, tetapi tidak disandingkan menurut {isi} baku. Bila memang sama dengan salah satu nama "
        f"terdekat, tulis bunyinya di `data/referensi/{daftar}`, lalu jalankan `make data`."
    )
    near = pl.Series("terdekat", [_nearest(usulan) for usulan in rows["usulan"].to_list()], dtype=pl.String)
    table.show(rows.with_columns(near), key=f"menunggu_{isi}", page=f"menunggu-{isi}", order=MENUNGGU, labels=JUDUL)


def _nearest(usulan: list[dict[str, str | float]] | None) -> str:
    said = [f"{u['nama']} ({number(float(u['skor']) * 100, 0)}% sama; beda: {u['beda']})" for u in usulan or []]
    return " · ".join(said) or "tidak ada yang mirip"


def dictionary() -> None:
    """Draw queries.panduan.kamus, one table or published view of the database or all."""
    rows = panduan.kamus()
    names = rows["nama_tabel"].unique(maintain_order=True).to_list()
    st.markdown(
        f"**{number(len(names))} tabel dan pandangan terbit (`v_…`), {number(len(rows))} kolom.** Disusun dari "
        "keterangan yang tersimpan dalam basis data itu sendiri, jadi tidak dapat berbeda darinya."
    )
    chosen = choice.atau_semua("Tabel", names, key="kamus", everything="Semua tabel")
    part = rows if chosen not in names else rows.filter(pl.col("nama_tabel") == chosen)
    if chosen in names:
        st.markdown(part["isi_tabel"][0])
    words = pl.col("boleh_kosong").replace_strict({True: "ya", False: "tidak"}, return_dtype=pl.String)
    table.show(part.with_columns(words), key="kamus_data", page="kamus-data", order=KAMUS, labels=JUDUL)
