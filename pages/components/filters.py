"""The one filter bar. app.py draws it; its state lives in the URL, so a page's address is the page as it was seen."""

import polars as pl
import streamlit as st

from pages.components.format import join_words
from queries import saring
from queries.saring import Saring

# dimension → (label, what an empty choice means)
DIMENSIONS: dict[str, tuple[str, str]] = {
    "satker": ("Satker", "semua satker"),
    "tahun": ("Tahun", "semua tahun"),
    "jenis": ("Jenis dokumen", "semua jenis dokumen"),
    "tingkat": ("Tingkat", "semua tingkat"),
    "unit": ("Divisi/unit", "semua divisi dan unit"),
}
SEARCH = "sasaran"
_PAGE = "_halaman_saringan"


def draw(page: str = "") -> Saring:
    """Draw the filter bar and return what is chosen. Called once a run, by app.py, with the address of the page."""
    labels = _labels(saring.options())
    _spell_out_codes(labels)
    _follow_link(page, labels)
    unknown = _unknown(labels)
    with st.expander(
        f"**Saring data** · {summary(_about_to_be_chosen(labels), labels)}", icon=":material/filter_alt:", key="saring"
    ):
        _inputs(labels)
        st.button("Kosongkan saringan", icon=":material/filter_alt_off:", on_click=_reset, key="kosongkan_saringan")
    for sentence in unknown:
        st.warning(sentence, icon=":material/link_off:")
    return current()


def current() -> Saring:
    """What is chosen now. For pages; draws nothing."""
    state = st.session_state
    chosen = {name: tuple(state.get(name) or ()) for name in DIMENSIONS}
    return Saring(
        satker=chosen["satker"],
        tahun=tuple(int(year) for year in chosen["tahun"]),
        jenis=chosen["jenis"],
        tingkat=chosen["tingkat"],
        unit=chosen["unit"],
        sasaran=(state.get(SEARCH) or "").strip(),
    )


def summary(chosen: Saring, labels: dict[str, dict[str, str]]) -> str:
    """The active filters in words; "menampilkan semuanya" when there is none."""
    parts = []
    for name in DIMENSIONS:
        values = [labels[name].get(str(value), str(value)) for value in getattr(chosen, name)]
        if values:
            parts.append(join_words(values) if len(values) < 4 else f"{len(values)} {DIMENSIONS[name][0].lower()}")
    if chosen.sasaran:
        parts.append(f"“{chosen.sasaran}”")
    return " · ".join(parts) or "menampilkan semuanya"


def address(chosen: Saring) -> dict[str, list[str] | str]:
    """The filter as the query parameters of a page's address, for a link onward."""
    labels = _labels(saring.options())
    address: dict[str, list[str] | str] = {
        name: [labels[name].get(str(value), str(value)) for value in getattr(chosen, name)]
        for name in DIMENSIONS
        if getattr(chosen, name)
    }
    return address | ({SEARCH: chosen.sasaran} if chosen.sasaran else {})


def satker_names() -> dict[str, str]:
    """kode_satker → name, of every satker in the database."""
    return _labels(saring.options())["satker"]


def _about_to_be_chosen(labels: dict[str, dict[str, str]]) -> Saring:
    """What the widgets below will hold: their state or, on a session's first run, what the address says."""
    chosen: dict[str, tuple] = {}
    for name in DIMENSIONS:
        given = st.query_params.get_all(name)
        from_address = [value for value, label in labels[name].items() if label in given]
        chosen[name] = tuple(st.session_state.get(name, from_address))
    return Saring(**chosen, sasaran=st.session_state.get(SEARCH, st.query_params.get(SEARCH, "")))


def _labels(options: pl.DataFrame) -> dict[str, dict[str, str]]:
    labels: dict[str, dict[str, str]] = {name: {} for name in DIMENSIONS}
    for dimensi, nilai, label in options.iter_rows():
        labels[dimensi][nilai] = label
    return labels


def _spell_out_codes(labels: dict[str, dict[str, str]]) -> None:
    """Let an address name a satker by its code: rewrite codes to the names that Streamlit binds, and start again."""
    changed = False
    for name in DIMENSIONS:
        given = st.query_params.get_all(name)
        spelled = [labels[name].get(value, value) for value in given]
        if name not in st.session_state and spelled != given:
            st.query_params[name] = spelled
            changed = True
    if changed:
        st.rerun()


def _follow_link(page: str, labels: dict[str, dict[str, str]]) -> None:
    """When a link led to another page with a filter in its address, the address wins over what was chosen before.

    Streamlit reads the address only for a widget it has not drawn yet, and this bar stands on every page.
    """
    state = st.session_state
    if state.get(_PAGE, page) != page:
        for name in DIMENSIONS:
            given = st.query_params.get_all(name)
            if given:
                state[name] = [value for value, label in labels[name].items() if label in given]
        if SEARCH in st.query_params:
            state[SEARCH] = st.query_params[SEARCH]
    state[_PAGE] = page


def _unknown(labels: dict[str, dict[str, str]]) -> list[str]:
    sentences = []
    for name, (label, _) in DIMENSIONS.items():
        known = labels[name].values()
        strange = [value for value in st.query_params.get_all(name) if value and value not in known]
        if strange:
            sentences.append(
                f"Alamat halaman menyebut {label.lower()} yang tidak dikenal: {join_words(strange)}. "
                "Pilihan itu diabaikan; pilih dari saringan di atas."
            )
    return sentences


def _inputs(labels: dict[str, dict[str, str]]) -> None:
    columns = st.columns(3) + st.columns(3)
    for column, name in zip(columns, DIMENSIONS, strict=False):
        label, everything = DIMENSIONS[name]
        column.multiselect(
            label,
            list(labels[name]),
            format_func=labels[name].__getitem__,
            key=name,
            placeholder=everything.capitalize(),
            bind="query-params",
        )
    columns[-1].text_input(
        "Cari sasaran",
        key=SEARCH,
        placeholder="Kata dari sasaran atau indikator",
        icon=":material/search:",
        bind="query-params",
    )


def _reset() -> None:
    for name in DIMENSIONS:
        st.session_state[name] = []
    st.session_state[SEARCH] = ""
