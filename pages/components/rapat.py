"""Mode rapat: the page for a projector. In the address (?rapat=1), so that a link opens it too."""

import streamlit as st

from pages.components import shell

KEY = "rapat"
STYLE = shell.FOLDER / "static" / "rapat.css"


def is_on() -> bool:
    """Whether the address asks for it. Called by app.py before anything else is drawn."""
    with st.container(key="rapat_alamat"):
        st.text_input("Mode rapat", key=KEY, bind="query-params")
    return st.session_state[KEY] == "1"


def address() -> dict[str, str]:
    """What a link of our own HTML adds to its address, so that the mode goes along."""
    return {KEY: "1"} if st.session_state.get(KEY) == "1" else {}


def offer() -> None:
    """The button that turns it on, at the end of the filter bar."""
    help_text = "Untuk proyektor: tulisan besar, tanpa tombol, satu gambar satu layar"
    st.button("Mode rapat", key="mulai_rapat", type="tertiary", on_click=_turn, args=("1",), help=help_text)


def draw(page: str, words: list[str]) -> None:
    """In place of the filter bar: large text without controls, what is chosen in words, and the ways on.

    words: of the filter, as the bar says them. The address carries it, and this mode, to the next page.
    """
    st.html(STYLE)
    said = " · ".join(words)
    with st.container(key="rapat_kepala", horizontal=True, vertical_alignment="center"):
        st.markdown(said or "Semua data", width="stretch")
        file, title = _next(page)
        st.page_link(shell.FOLDER / file, label=f"Berikutnya: {title}")
        st.button("Keluar dari mode rapat", key="selesai_rapat", on_click=_turn, args=("",))


def _next(page: str) -> tuple[str, str]:
    """File and title of the page after this one; after the last comes the first."""
    pages = list(shell.PAGES.items())
    here = next((place for place, (file, _) in enumerate(pages) if file == f"{page}.py"), 0)
    return pages[(here + 1) % len(pages)]


def _turn(value: str) -> None:
    st.session_state[KEY] = value
