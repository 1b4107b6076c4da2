"""The head of every page, and the guard that keeps a first deep link inside the app."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page
from streamlit.runtime.pages_manager import PagesManager

from pages.components import faults

FOLDER = Path(__file__).resolve().parent.parent
ICON = str(FOLDER / "static" / "ikon.svg")
STYLE = FOLDER / "static" / "gaya.css"
# Script that sees to focus and Tab where Streamlit does not; nothing of data or address goes into it.
KEYS = f"<script>{(FOLDER / 'static' / 'papan_ketik.js').read_text(encoding='utf-8')}</script>"
# file → title, in the order of the navigation; the first is the start page. No icons: Streamlit would fetch the
# icon of the open page from an outside host, as the picture of the browser tab.
PAGES = {
    "ringkasan.py": "Ringkasan",
    "target.py": "Target",
    "capaian.py": "Capaian",
    "serapan.py": "Serapan",
    "konsistensi.py": "Konsistensi",
    "satker.py": "Satker",
    "jelajah.py": "Jelajah",
    "dokumen.py": "Dokumen",
    "unggah.py": "Unggah",
    "panduan.py": "Panduan",
}
COUNTED = frozenset({"target", "capaian", "serapan", "konsistensi", "satker"})
"""The addresses of pages that count or compare figures: there, what waits in karantina is missing."""
OF_A_YEAR = frozenset({"", "capaian", "serapan", "konsistensi", "satker"})
"""The addresses of pages that stand on one year (pages/components/tahun_rapor.py), also where none is chosen."""
_INSIDE = "_di_dalam_app"
_SENT_BACK = "_dikembalikan_ke_app"


def navigate() -> Page:
    """Declare the pages to Streamlit, add our own style, return the page asked for. Called by app.py."""
    pages = [
        st.Page(FOLDER / file, title=title, icon="", default=place == 0)
        for place, (file, title) in enumerate(PAGES.items())
    ]
    page = st.navigation(pages, position="top")
    # After st.navigation, which sets a title and a picture of its own.
    st.set_page_config(page_title=f"{page.title} · Selaras", page_icon=ICON, layout="wide")
    st.html(STYLE)
    with st.container(key="papan_ketik"):
        st.html(KEYS, unsafe_allow_javascript=True)
    return page


def keep_deep_links_inside() -> None:
    """Before the first session: no address runs a raw file of pages/, Streamlit's older convention for that folder."""
    PagesManager.uses_pages_directory = False


def run(page: Page) -> None:
    """Run a page inside the app: leave the mark that the page's header looks for."""
    st.session_state[_INSIDE] = True
    page.run()


def header(title: str, question: str) -> None:
    """Title and question of a page, on one line where there is room. The first call of every page."""
    _return_to_app()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.title(title, width="content")
        st.markdown(f":gray[{question}]", width="content")
    faults.show_later()


def _return_to_app() -> None:
    """Send a page that Streamlit started without app.py back into the app.

    Only where Streamlit runs without our server (a test; see keep_deep_links_inside): until st.navigation has run
    once, a deep link runs the raw file in pages/, Streamlit's older convention for that folder. Declaring the
    navigation ends that convention, and the rerun goes through app.py at the same address. Once a session only: a page
    run on its own on purpose (in a test) must not loop.
    """
    if st.session_state.pop(_INSIDE, False) or st.session_state.get(_SENT_BACK):
        return
    st.session_state[_SENT_BACK] = True
    navigate()
    st.rerun()
