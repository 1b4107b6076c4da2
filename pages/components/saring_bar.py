"""The one filter bar. app.py draws it; its state lives in the URL, so a page's address is the page as it was seen."""

import polars as pl
import streamlit as st

from pages.components import url
from pages.components.format import join_words
from pages.components.text import cut, plain
from queries import saring
from queries.saring import Saring

# dimension → (label, what an empty choice means)
DIMENSIONS: dict[str, tuple[str, str]] = {
    "provinsi": ("Provinsi", "semua provinsi"),
    "satker": ("Satker", "semua satker"),
    "tahun": ("Tahun", "semua tahun"),
    "jenis": ("Jenis dokumen", "semua jenis dokumen"),
    "tingkat": ("Tingkat", "semua tingkat"),
    "unit": ("Divisi/unit", "semua divisi dan unit"),
    "polaritas": ("Arah indikator", "semua arah"),
    "program": ("Program", "semua program"),
    "kegiatan": ("Kegiatan", "semua kegiatan"),
    "baku": ("Indikator baku", "semua indikator"),
}
SEARCH = "sasaran"
# The controls of single pages that narrow or order rows → their value when nothing is asked for.
OF_PAGES: dict[str, object] = {
    **dict.fromkeys(("keadaan", "keparahan", "aturan"), ()),
    **dict.fromkeys(("cari", "cari_temuan"), ""),
    **dict.fromkeys(("kelompok", "tanda", "urut", "hasil")),
    "turun": False,
    "halaman": 1,
}
_PAGE = "_halaman_saringan"
_AGAIN = "_saringan_digambar_ulang"


def draw(page: str = "") -> Saring:
    """Draw the filter bar and return what is chosen. Called once a run, by app.py, with the address of the page."""
    labels = _labels(saring.options())
    _spell_out_codes(labels)
    _follow_link(page, labels)
    unknown = [url.unknown(name, label.lower(), labels[name].values()) for name, (label, _) in DIMENSIONS.items()]
    said = summary(_about_to_be_chosen(labels), labels)
    with st.expander(f"**Saring data** · {said}", icon=":material/filter_alt:", key="saring"):
        _inputs(labels)
        st.button("Kosongkan saringan", icon=":material/filter_alt_off:", on_click=_reset, key="kosongkan_saringan")
    _say_what_is_chosen(said, labels)
    for sentence in unknown:
        url.warn(sentence)
    return current()


def current() -> Saring:
    """What is chosen now. For pages; draws nothing."""
    state = st.session_state
    chosen: dict[str, tuple] = {name: tuple(state.get(name) or ()) for name in DIMENSIONS}
    chosen["tahun"] = tuple(int(year) for year in chosen["tahun"])
    return Saring(**chosen, sasaran=(state.get(SEARCH) or "").strip())


def summary(chosen: Saring, labels: dict[str, dict[str, str]]) -> str:
    """The active filters in words; "menampilkan semuanya" when there is none."""
    parts = []
    for name in DIMENSIONS:
        values = [plain(labels[name].get(str(value), str(value))) for value in getattr(chosen, name)]
        if values:
            parts.append(join_words(values) if len(values) < 4 else f"{len(values)} {DIMENSIONS[name][0].lower()}")
    if chosen.sasaran:
        parts.append(f"“{plain(cut(chosen.sasaran))}”")
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


def asked_satker() -> list[str]:
    """The names of the satker that the filter asks for: the chosen ones, or every one."""
    names = satker_names()
    return [names.get(code, code) for code in current().satker] or list(names.values())


def _about_to_be_chosen(labels: dict[str, dict[str, str]]) -> Saring:
    """What the widgets below will hold: their state or, on a session's first run, what the address says."""
    chosen: dict[str, tuple] = {}
    for name in DIMENSIONS:
        given = st.query_params.get_all(name)
        from_address = [value for value, label in labels[name].items() if label in given]
        chosen[name] = tuple(st.session_state.get(name, from_address))
    return Saring(**chosen, sasaran=(st.session_state.get(SEARCH, st.query_params.get(SEARCH, "")) or "").strip())


def _say_what_is_chosen(said: str, labels: dict[str, dict[str, str]]) -> None:
    """Draw the bar again when its head names another choice than its inputs hold.

    The browser's Back within a page gives the inputs the values of the older address only as they are drawn.
    """
    again = st.session_state.pop(_AGAIN, False)
    if summary(current(), labels) != said and not again:
        st.session_state[_AGAIN] = True
        st.rerun()


def _labels(options: pl.DataFrame) -> dict[str, dict[str, str]]:
    labels: dict[str, dict[str, str]] = {name: {} for name in DIMENSIONS}
    for dimensi, nilai, label, _ in options.iter_rows():
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
    """When another page is opened, its address is the filter: what it names is chosen, what it does not is not.

    Streamlit reads the address only for a widget it has not drawn yet, and this bar stands on every page. The
    navigation and our links carry the filter along in the address, so an address without it asks for everything.
    """
    state = st.session_state
    if state.get(_PAGE, page) != page:
        for name in DIMENSIONS:
            given = url.given(name)
            state[name] = [value for value, label in labels[name].items() if label in given or value in given]
        state[SEARCH] = st.query_params.get(SEARCH, "")
        url.arrive(page)
    state[_PAGE] = page


def _inputs(labels: dict[str, dict[str, str]]) -> None:
    columns = [column for _ in range(3) for column in st.columns(3)] + st.columns([1, 1])
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
    for name, nothing in OF_PAGES.items():
        if name in st.session_state:
            st.session_state[name] = list(nothing) if isinstance(nothing, tuple) else nothing
