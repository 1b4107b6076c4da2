"""The last step: publish the file, or drop it without a trace."""

from collections.abc import Mapping, Sequence

import streamlit as st

from loaders import unggah
from pages.components import faults
from pages.components.format import number
from pages.components.text import plain
from pages.parts.unggah import inbox, jobs
from pages.parts.unggah.padanan import Pilihan

_MINE = "_sedang_diterbitkan"
_DONE = "_terbit_selesai"


def follow() -> None:
    """Show the publishing that this reader began, until it has ended; then say how it ended."""
    titipan = st.session_state.get(_MINE)
    job = unggah.publishing(titipan) if titipan else None
    if titipan and job:
        if not job.selesai:
            jobs.wait(job, "Batalkan penerbitan")
        _end(titipan, job)
    if done := st.session_state.get(_DONE):
        st.success(done, icon=":material/task_alt:")
        seen, satker = st.columns([1, 3])
        satker.page_link("pages/satker.py", label="Lihat di halaman Satker", icon=":material/apartment:")
        seen.button("Tutup", on_click=st.session_state.pop, args=(_DONE, None), key="tutup_terbit")


def _end(titipan: unggah.Titipan, job: unggah.Pekerjaan) -> None:
    """Let go of an ended publishing: its success is kept for a sentence, its failure is said now."""
    st.session_state.pop(_MINE)
    try:
        laporan: unggah.Laporan = job.result()
        st.session_state[_DONE] = _sentence(titipan, laporan)
        unggah.let_go(titipan)
    except unggah.LoaderError as error:
        st.error(
            f"{plain(str(error))} Versi yang terbit tidak berubah; berkasnya masih di sini.", icon=":material/error:"
        )
        unggah.end_publishing(titipan)


def _sentence(titipan: unggah.Titipan, laporan: unggah.Laporan) -> str:
    hasil = next((h for h in laporan.hasil if h.dokumen.sha256 == titipan.sha256), None)
    name = f" sebagai **{plain(hasil.dokumen.path.name)}**" if hasil else ""
    return (
        f"{plain(titipan.nama_asli)} sudah masuk{name} dan tampil di semua halaman. Versi data {laporan.versi} memuat "
        f"{number(laporan.terdaftar)} dokumen."
    )


@faults.callback("menerbitkan")
def _publish(titipan: unggah.Titipan, keputusan: unggah.Keputusan) -> None:
    st.session_state.pop(_DONE, None)
    st.session_state[_MINE] = titipan
    unggah.publish(titipan, keputusan)


def keputusan(
    identitas: unggah.Identitas,
    lama: unggah.Serupa | None,
    oleh: str,
    koreksi: Sequence[Mapping[str, str]],
    padanan: Pilihan,
) -> unggah.Keputusan:
    """All that was decided about a file on this page."""
    return unggah.Keputusan(identitas, lama.dokumen.sha256 if lama else None, oleh, koreksi, **padanan)


def offer(titipan: unggah.Titipan, shown: unggah.Pratinjau, decided: unggah.Keputusan) -> None:
    """The two ways on: publish, or drop."""
    st.header("Terbitkan?")
    figures = any(table.indikator or table.anggaran or table.hambatan for table in shown.bacaan.tabel)
    waiting = len({doubt.baris for doubt in shown.bacaan.waspada})
    if waiting:
        st.markdown(
            f":orange[:material/front_hand: {number(waiting)} baris tetap dikarantina] bila diterbitkan sekarang; "
            "nilainya tidak ikut dihitung di mana pun."
        )
    if not figures:
        first = "; putuskan dahulu yang menunggu di atas" if waiting else ""
        st.markdown(f"Belum ada isi yang akan masuk dari berkas ini{first}.")
    if shown.bacaan.salah:
        st.markdown(
            f":red[:material/error: {number(len(shown.bacaan.salah))} koreksi tidak dapat dipakai.] Perbaiki nilainya "
            "atau tekan “Batalkan koreksi” di atas; sesudah itu berkas dapat diterbitkan."
        )
    publish, drop = st.columns([1, 3])
    publish.button(
        "Terbitkan",
        type="primary",
        icon=":material/publish:",
        disabled=not (figures and decided.oleh) or bool(shown.bacaan.salah),
        on_click=_publish,
        args=(titipan, decided),
        key="terbitkan",
    )
    drop.button("Buang berkas ini", icon=":material/delete:", on_click=inbox.drop, args=(titipan,), key="buang")
