"""The dimensions of the filter bar, and a place of it: a button that opens what can be chosen, with counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import polars as pl
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.components.format import number
from pages.components.text import plain
from queries.saring import Saring

# dimension → (label, what an empty choice means)
DIMENSIONS: dict[str, tuple[str, str]] = {
    "provinsi": ("Provinsi", "semua provinsi"),
    "satker": ("Satker", "semua satker"),
    "tahun": ("Tahun", "semua tahun"),
    "unit": ("Divisi", "semua divisi dan unit"),
    "sasaran_baku": ("Sasaran", "semua sasaran"),
    "jenis": ("Jenis dokumen", "semua jenis dokumen"),
    "tingkat": ("Tingkat", "semua tingkat"),
    "polaritas": ("Arah indikator", "semua arah"),
    "program": ("Program", "semua program"),
    "kegiatan": ("Kegiatan", "semua kegiatan"),
    "baku": ("Indikator baku", "semua indikator"),
}
FIRST = ("provinsi", "satker", "tahun", "unit")
"""The dimensions with a place of their own on the bar; the others stand under “Lainnya”."""
SEARCH = "sasaran"
PILLS = 12
"""Up to this many options all are shown at once; more are searched by typing."""
WHOLE = ("provinsi", "satker")
"""Dimensions whose values are offered without figures too: an office that sent nothing is still an office."""


@dataclass(frozen=True)
class Options:
    """What can be chosen of a dimension: its values in order, their labels and counts, and those that are chosen."""

    values: list[str]
    labels: Mapping[str, str]
    counts: Mapping[str, int]
    chosen: list[str]

    def said(self, value: str) -> str:
        """An option as it is read: its label and how many figures it leaves."""
        return f"{plain(self.labels[value])} · {number(self.counts.get(value, 0))}"


def offered(name: str, options: pl.DataFrame, chosen: Saring, counts: Mapping[str, int] | None = None) -> list[str]:
    """The values of a dimension that can be chosen: satker of the chosen provinsi, else what leaves a figure.

    options: as queries.saring.options() gives them. What is chosen already stays on offer.
    """
    found = options.filter(dimensi=name)
    if name == "satker" and chosen.provinsi:
        found = found.filter(pl.col("induk").is_in(chosen.provinsi) | pl.col("nilai").is_in(chosen.satker))
    values = found["nilai"].to_list()
    held = {str(value) for value in getattr(chosen, name)}
    return (
        values if counts is None or name in WHOLE else [value for value in values if value in counts or value in held]
    )


def place(name: str, label: str, chosen: int, standing: str = "") -> DeltaGenerator:
    """The button of a dimension, saying how many of its values are chosen, or what the page uses where none is."""
    said = f"**{label} · {number(chosen)}**" if chosen else f"{label} {standing}".rstrip()
    return st.popover(said, key=f"buka_{name}")


def control(
    name: str, label: str, everything: str, options: Options, *, labelled: bool, take: Callable[[str], None]
) -> None:
    """All options at once or, where they are many, a box to search them; `take` is told of a change by its name."""
    if not options.values:
        st.caption(f"{label}: tidak ada pilihan dalam saringan ini.")
        return
    # What stands beside an option changes with the rest of the filter, so the control is told its value each time.
    _tell(name, options.chosen)
    visibility: Literal["visible", "collapsed"] = "visible" if labelled else "collapsed"
    if len(options.values) <= PILLS:
        st.pills(
            label,
            options.values,
            selection_mode="multi",
            key=key(name),
            format_func=options.said,
            on_change=take,
            args=(name,),
            label_visibility=visibility,
        )
    else:
        st.multiselect(
            label,
            options.values,
            key=key(name),
            format_func=options.said,
            on_change=take,
            args=(name,),
            label_visibility=visibility,
            placeholder=f"Ketik atau pilih; kosong: {everything}",
            filter_mode="contains",
            select_all=False,
        )


def search(name: str, label: str, placeholder: str, chosen: str, *, take: Callable[[str], None]) -> None:
    """A box for words to search."""
    _tell(name, chosen)
    st.text_input(label, key=key(name), placeholder=placeholder, on_change=take, args=(name,))


def _tell(name: str, value: list[str] | str) -> None:
    """Let the control hold this. Where it held something else it begins anew, under another key: a control whose place
    is closed never hears in the browser that it was emptied, and would hand back later what it held before.
    """
    held = st.session_state.get(key(name))
    if held is not None and sorted(held) != sorted(value):
        st.session_state[_anew(name)] = st.session_state.get(_anew(name), 0) + 1
    st.session_state[key(name)] = value


def key(name: str) -> str:
    """The key of the control that is seen of a dimension."""
    times = st.session_state.get(_anew(name), 0)
    return f"pilih_{name}_{times}" if times else f"pilih_{name}"


def _anew(name: str) -> str:
    """Where it is kept how often that control began anew."""
    return f"_pilih_anew_{name}"
