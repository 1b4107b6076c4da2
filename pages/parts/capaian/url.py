"""Addresses of this page as it stands, with one choice changed."""

import streamlit as st

from pages.components import cells

PLACE = "rincian"
"""The heading that a choice leads to."""
INDIKATOR, SATKER = "Satu indikator", "Satu satker"
"""The parts below that heading which a choice opens, as the address names them."""


def here(**changes: str | None) -> str:
    """The address with these parameters changed; None takes one away. An open source is left behind.

    What names an indikator or a satker leads to its part of the page.
    """
    kept = {name: st.query_params.get_all(name) for name in st.query_params if name not in {*changes, "sumber"}}
    changed = {name: [value] for name, value in changes.items() if value is not None}
    place = f"#{PLACE}" if "rinci" in changes else ""
    return cells.address("capaian", {**kept, **changed}) + place
