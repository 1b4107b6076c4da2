"""The inbox on the page: hand files in, and choose which one to look at."""

from datetime import datetime

import streamlit as st

from loaders import unggah
from pages.components import door, faults
from pages.components.format import WIB, tanggal
from pages.components.text import plain

CHOSEN = "berkas_masuk"
_ROUND = "_putaran_unggah"
_NAME = "_nama_pengunggah"
_REFUSED = "_berkas_ditolak"
FORMATS = "PDF, Word (.docx), Excel (.xlsx, .xls), CSV, gambar pindaian (.png, .jpg, .tif), atau teks"


def receive() -> str:
    """The name of who hands in and the place to drop files; returns the name, "" while it is not given."""
    _tidy_up()
    oleh = st.text_input(
        "Nama Anda",
        st.session_state.get(_NAME, ""),
        max_chars=unggah.PALING_PANJANG["oleh"],
        key="nama_pengunggah",
        placeholder="Misalnya: Siti, Subbagian Perencanaan",
        help="Dicatat pada dokumen dan pada setiap koreksi yang Anda buat.",
    )
    st.session_state[_NAME] = oleh
    for sentence in st.session_state.get(_REFUSED, []):
        st.error(plain(sentence), icon=":material/block:")
    if not (oleh or "").strip():
        st.info("Tulis nama Anda dahulu; nama itu dicatat bersama dokumennya.", icon=":material/badge:")
        return ""
    files = st.file_uploader(
        f"Berkas dokumen: {FORMATS}",
        accept_multiple_files=True,
        key=f"unggahan_{st.session_state.get(_ROUND, 0)}",
    )
    if files:
        _take_in(files, oleh.strip())
    return oleh.strip()


def _tidy_up() -> None:
    """Say what was finished, undone or set aside; where that fails, what waits can still be worked on."""
    try:
        for sentence in unggah.recover():
            st.warning(sentence, icon=":material/restart_alt:")
        for sentence in unggah.set_aside():
            st.warning(plain(sentence), icon=":material/folder_off:")
    except unggah.LoaderError as error:
        st.warning(plain(str(error)), icon=":material/restart_alt:")


def _take_in(files: list, oleh: str) -> None:
    """Put dropped files into the inbox, then empty the drop zone so that they are not handed in again."""
    refused = []
    for file in files:
        try:
            titipan = unggah.hand_in(file.name, file.getvalue(), oleh)
            st.session_state[CHOSEN] = titipan.kunci
        except unggah.LoaderError as error:
            refused.append(str(error))
        door.let_go(file.file_id)
    st.session_state[_REFUSED] = refused
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()


def choose() -> unggah.Titipan | None:
    """One of the files that wait, None when there is none."""
    waiting = {titipan.kunci: titipan for titipan in unggah.waiting()}
    if not waiting:
        st.info("Tidak ada berkas yang menunggu. Letakkan berkas di kotak di atas.", icon=":material/inbox:")
        return None
    if st.session_state.get(CHOSEN) not in waiting:
        st.session_state[CHOSEN] = next(iter(waiting))
    chosen = st.selectbox(
        f"Berkas yang menunggu ({len(waiting)})",
        list(waiting),
        format_func=lambda kunci: _name(waiting[kunci]),
        key=CHOSEN,
    )
    return waiting[chosen]


def _name(titipan: unggah.Titipan) -> str:
    when = datetime.fromisoformat(titipan.diterima).astimezone(WIB)
    return f"{titipan.nama_asli} · dari {titipan.oleh} · {tanggal(when.date())} {when:%H.%M}"


@faults.callback("membuang berkas")
def drop(titipan: unggah.Titipan) -> None:
    """Callback: forget a file that was handed in."""
    unggah.drop(titipan)
    st.session_state.pop(CHOSEN, None)
