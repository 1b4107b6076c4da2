"""What a page's address says about the page's own controls, as the filter bar does for the filter."""

from collections.abc import Collection, Container, Iterable, Mapping

import streamlit as st

from pages.components import cells
from pages.components.text import foreign

_ARRIVED = "_baru_dibuka"


def arrive(page: str) -> None:
    """Note that this run opened another page than the last. Called by the filter bar."""
    st.session_state[_ARRIVED] = page


def just_arrived(page: str) -> bool:
    """Whether the page was opened since its controls were last drawn. True once an opening."""
    if st.session_state.get(_ARRIVED) != page:
        return False
    del st.session_state[_ARRIVED]
    return True


def given(key: str) -> list[str]:
    """The values of a parameter in the address, without empty ones."""
    return [value for value in st.query_params.get_all(key) if value]


def changed(page: str, changes: Mapping[str, str | list[str] | None], left_behind: Collection[str]) -> str:
    """The address of a page as it stands with these parameters changed; None or nothing takes one away."""
    kept = {name: given(name) for name in st.query_params if name not in {*changes, *left_behind}}
    new = {name: value if isinstance(value, list) else [value] for name, value in changes.items() if value}
    return cells.address(page, kept | new)


def unknown(key: str, what: str, known: Container[str]) -> str:
    """The sentence about values of a parameter that mean nothing; empty when there are none."""
    return strange(given(key), what, known)


def strange(named: Iterable[str], what: str, known: Container[str]) -> str:
    """The same of values that an address named."""
    values = [value for value in named if value not in known]
    if not values:
        return ""
    return f"Alamat halaman menyebut {what} yang tidak dikenal: {foreign(values)}. Pilihan itu diabaikan."


def warn(sentence: str) -> None:
    """Show a sentence about the address, when there is one."""
    if sentence:
        st.warning(sentence, icon=":material/link_off:")
