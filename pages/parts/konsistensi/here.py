"""Addresses of this page as it stands, with one choice changed: what a cell, a group or a sign opens."""

import streamlit as st

from pages.components import url

PLACE = "rincian"
"""The heading below the matrix, where what a cell means is shown."""
KANTOR, SAMPAI, JADI, BUKA = "kantor", "sampai", "jadi", "buka"
"""Parameters that only links set: one satker, one later document, what became of its promises, the open provinsi."""
# What was open in the page as it stood: a source, a temuan, the page of a list.
_LEFT_BEHIND = ("sumber", "temuan", "lembar_kelompok", "lembar_temuan", "lembar_janji", "lembar_rantai")


def here(**changes: str | list[str] | None) -> str:
    """The address with these parameters changed; None takes one away. What narrows leads to the part below."""
    place = "" if set(changes) <= {BUKA, "sumber"} else f"#{PLACE}"
    return url.changed("konsistensi", changes, _LEFT_BEHIND) + place


def asked(name: str) -> str | None:
    """The value of a parameter that links set; None where there is none."""
    return st.query_params.get(name) or None
