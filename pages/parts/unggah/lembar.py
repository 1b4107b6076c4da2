"""The template workbook for offices that type: empty, or filled with what is known of a document, to be corrected."""

from functools import partial

import streamlit as st

from loaders import unggah
from pages.components import kalimat_dokumen, simulasi
from pages.components.format import number
from pages.parts.unggah.identitas import JENIS
from queries import kelengkapan, lembar_kerja
from queries.saring import Saring

KOSONG = "Kosong, untuk diketik"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer() -> None:
    """The download of the workbook, folded away below the place where files are dropped."""
    with st.expander("Belum punya berkas yang dapat dibaca? Unduh lembar kerja Selaras", icon=":material/table_view:"):
        st.markdown(
            f"Buku Excel ini berisi lembar {unggah.NAMA_LEMBAR}. Isi, lalu unggah di halaman ini. "
            "Bila diisi dari dokumen yang ada, betulkan yang salah saja."
        )
        documents = kelengkapan.documents(Saring())
        names = kalimat_dokumen.names(documents)
        chosen = st.selectbox("Isi awal", [KOSONG, *names], key="lembar_isi_awal")
        if chosen == KOSONG:
            _empty()
        else:
            _filled(documents.row(names.index(chosen), named=True))


def _empty() -> None:
    names = dict(unggah.satker())
    whose, kind, first, last = st.columns([3, 3, 1.3, 1.3])
    kode = whose.selectbox(
        "Satker",
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder="Pilih satker",
        key="lembar_satker",
    )
    jenis = kind.selectbox(
        "Jenis", list(JENIS), index=None, format_func=JENIS.__getitem__, placeholder="Pilih jenis", key="lembar_jenis"
    )
    awal = first.number_input("Dari tahun", 2000, 2100, None, 1, format="%d", key="lembar_awal", placeholder="…")
    akhir = last.number_input("Sampai", 2000, 2100, None, 1, format="%d", key="lembar_akhir", placeholder="…")
    if kode and jenis and awal:
        until = max(awal, akhir or awal)
        identitas = unggah.IdentitasLembar(kode, jenis, awal, until, None, names[kode])
        _button(identitas, None, f"lembar-kerja-{kode}-{jenis.lower()}-{awal}.xlsx")
    else:
        st.caption("Pilih satker, jenis dan tahunnya untuk mengunduh.")


def _filled(document: dict) -> None:
    years = (document["tahun_awal"], document["tahun_akhir"])
    identitas = unggah.IdentitasLembar(
        document["kode_satker"], document["jenis_dokumen"], *years, None, document["satker"]
    )
    if lines := lembar_kerja.menunggu(document["berkas"])["baris"].n_unique():
        st.warning(waiting_sentence(lines), icon=":material/pending_actions:")
    _button(identitas, document["berkas"], f"lembar-kerja-{document['berkas'].rsplit('.', 1)[0]}.xlsx")


def waiting_sentence(lines: int) -> str:
    """How many lines of the document stand on no sheet, and what to do about them."""
    return (
        f"{number(lines)} baris dokumen ini belum terbaca dan tidak ada di lembar {unggah.NAMA_LEMBAR}. "
        "Ketiklah di sana menurut dokumennya; semuanya terdaftar di lembar «Belum terbaca»."
    )


def _button(identitas: unggah.IdentitasLembar, berkas: str | None, name: str) -> None:
    st.download_button(
        "Unduh lembar kerja",
        partial(_workbook, identitas, berkas),
        simulasi.file_name(name),
        XLSX,
        icon=":material/download:",
        on_click="ignore",
        key="unduh_lembar_kerja",
    )


def _workbook(identitas: unggah.IdentitasLembar, berkas: str | None) -> bytes:
    rows, waiting = lembar_kerja.rows(berkas or ""), lembar_kerja.menunggu(berkas or "")
    return unggah.workbook(identitas, *rows, waiting, simulasi=simulasi.shown())
