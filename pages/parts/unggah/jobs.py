"""Long work on the page: its progress, a way to cancel it, and its end."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import NoReturn

import streamlit as st

from loaders import unggah
from pages.components import faults
from pages.components.text import plain
from pages.parts.unggah import inbox

SECONDS = 0.7


def terbaca(titipan: unggah.Titipan) -> unggah.Terbaca:
    """What was read of a file; while it is being read, shows how it stands and ends the run. Raises LoaderError."""
    job = unggah.read(titipan)
    if not job.selesai:
        wait(job, "Batalkan dan buang berkas ini", also=lambda: inbox.drop(titipan))
    return job.result()


@contextmanager
def around(titipan: unggah.Titipan) -> Generator[None]:
    """Look at one file. Whatever goes wrong is said, and the file can be read again or dropped; no other file is
    touched by it. Ends the run then."""
    try:
        yield
    except Exception as error:
        faults.show(error, "memeriksa berkas", titipan.nama_asli)
        _again_or_drop(titipan)


def wait(job: unggah.Pekerjaan, cancel_label: str, also: Callable[[], None] | None = None) -> NoReturn:
    """Show how a job stands until it is done. `also`: what cancelling does besides. Ends the run."""
    _progress(job)
    st.button(cancel_label, icon=":material/cancel:", on_click=_cancel, args=(job, also), key="batalkan")
    st.stop()


@st.fragment(run_every=SECONDS)
def _progress(job: unggah.Pekerjaan) -> None:
    if job.selesai:
        st.rerun(scope="app")
    st.info(plain(job.kalimat), icon=":material/hourglass_top:")


@faults.callback("membatalkan pekerjaan")
def _cancel(job: unggah.Pekerjaan, also: Callable[[], None] | None) -> None:
    job.cancel()
    if also:
        also()


def _again_or_drop(titipan: unggah.Titipan) -> NoReturn:
    again, drop = st.columns([1, 3])
    again.button("Coba baca lagi", icon=":material/refresh:", on_click=_let_go, args=(titipan,), key="baca_lagi")
    drop.button("Buang berkas ini", icon=":material/delete:", on_click=inbox.drop, args=(titipan,), key="buang_galat")
    st.stop()


@faults.callback("melepas berkas")
def _let_go(titipan: unggah.Titipan) -> None:
    unggah.let_go(titipan)
