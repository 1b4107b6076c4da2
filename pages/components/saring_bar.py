"""The one filter bar. app.py draws it; its state lives in the URL, so a page's address is the page as it was seen.

What is chosen is held by carriers: controls nobody sees, bound to the address, which may hold any words. Beside them
stand the controls that are seen; they are given what the carriers hold and hand back what is chosen, so that what
they say of an option (its count, which changes with the rest of the filter) is no part of the address.
"""

from collections.abc import Iterable, Mapping

import polars as pl
import streamlit as st

from pages.components import choice, rapat, saring_choice, shell, tahun_rapor, url
from pages.components.saring_choice import DIMENSIONS, FIRST, SEARCH
from pages.components.text import cut, plain
from queries import saring
from queries.saring import Saring

CHIPS = 3
"""Values of one dimension that are named one by one; more of them are counted."""
# The controls of single pages that narrow or order rows → their value when nothing is asked for; one that always holds
# an option (choice.salah_satu) goes back to its first.
OF_PAGES: dict[str, object] = {
    **dict.fromkeys(("keadaan", "keparahan", "aturan", "nasib"), ()),
    **dict.fromkeys(("cari", "cari_temuan"), ""),
    **dict.fromkeys(
        ("kelompok", "tanda", "urut", "urut_rapor", "urut_matriks", "urut_target", "uang", "buka", "hasil", "kamus")
    ),
    "turun": False,
    **dict.fromkeys(("halaman", "halaman_target", "kolom", "lembar"), 1),
    **dict.fromkeys(("lembar_kelompok", "lembar_temuan", "lembar_janji", "lembar_rantai"), 1),
}
Labels = Mapping[str, Mapping[str, str]]
# What links of single pages narrow to, in the address alone.
OF_LINKS = ("kantor", "sampai", "jadi", "buka")
_PAGE = "_halaman_saringan"


def draw(page: str = "", *, for_meeting: bool = False) -> Saring:
    """Draw the filter bar and return what is chosen. Called once a run, by app.py, with the address of the page.

    for_meeting: what is chosen is said in words, without controls (mode rapat).
    """
    options = saring.options()
    labels = _labels(options)
    _follow_link(page)
    _carry()
    chosen = current()
    standing = tahun_rapor.standing(chosen) if page in shell.OF_A_YEAR else ""
    if for_meeting:
        said = [words for _, words in summary(chosen, labels)]
        rapat.draw(page, said + ([f"Tahun {standing}"] if standing else []))
        return chosen
    with st.container(key="saring", horizontal=True, gap="xsmall"):
        with st.container(key="saring_pilihan", horizontal=True, gap="xsmall", width="content"):
            _controls(chosen, options, labels, standing)
        if not chosen.is_empty():
            with st.container(key="saring_terpilih", horizontal=True, gap="xsmall", vertical_alignment="center"):
                _chips(chosen, labels)
    for name, (label, _) in DIMENSIONS.items():
        url.warn(url.strange(st.session_state[name], label.lower(), {*labels[name], *labels[name].values()}))
    return chosen


def current() -> Saring:
    """What is chosen now. For pages; draws nothing."""
    state, labels = st.session_state, _labels(saring.options())
    chosen: dict[str, tuple] = {name: _codes(state.get(name) or (), labels[name]) for name in DIMENSIONS}
    chosen["tahun"] = tuple(int(year) for year in chosen["tahun"])
    return Saring(**chosen, sasaran=(state.get(SEARCH) or "").strip())


def summary(chosen: Saring, labels: Labels) -> list[tuple[str, str]]:
    """The chosen values as a reader is told of them: dimension and words, a pair a chip."""
    said = []
    for name in DIMENSIONS:
        values = [plain(labels[name].get(str(value), str(value))) for value in getattr(chosen, name)]
        many = len(values) > CHIPS
        said += [(name, word) for word in ([f"{len(values)} {DIMENSIONS[name][0].lower()}"] if many else values)]
    return said + ([(SEARCH, f"“{plain(cut(chosen.sasaran))}”")] if chosen.sasaran else [])


def address(chosen: Saring) -> dict[str, list[str] | str]:
    """The filter as the query parameters of a page's address, for a link onward."""
    labels = _labels(saring.options())
    address: dict[str, list[str] | str] = {
        name: _words(getattr(chosen, name), labels[name]) for name in DIMENSIONS if getattr(chosen, name)
    }
    return address | ({SEARCH: chosen.sasaran} if chosen.sasaran else {})


def satker_names() -> dict[str, str]:
    """kode_satker → name, of every satker in the database."""
    return dict(_labels(saring.options())["satker"])


def asked_satker() -> list[str]:
    """The names of the satker that the filter asks for: those chosen, those of the provinsi chosen, or every one."""
    chosen, names = current(), satker_names()
    of_provinsi = saring_choice.offered("satker", saring.options(), chosen)
    return [names.get(code, code) for code in chosen.satker or of_provinsi]


def _controls(chosen: Saring, options: pl.DataFrame, labels: Labels, standing: str) -> None:
    """The places to choose: one a first dimension, one for words, one for all others; and the way to let go of all.

    standing: the year that the page stands on where none is chosen.
    """
    counts = saring.counts(chosen)
    offered = {name: saring_choice.offered(name, options, chosen, counts[name]) for name in DIMENSIONS}

    def control(name: str, *, labelled: bool) -> None:
        label, everything = DIMENSIONS[name]
        values = [str(value) for value in getattr(chosen, name)]
        picked = saring_choice.Options(offered[name], labels[name], counts[name], values)
        saring_choice.control(name, label, everything, picked, labelled=labelled, take=_take)

    for name in FIRST:
        by_itself = standing if name == "tahun" else ""
        with saring_choice.place(name, DIMENSIONS[name][0], len(getattr(chosen, name)), by_itself):
            control(name, labelled=False)
    with saring_choice.place(SEARCH, "Sasaran", len(chosen.sasaran_baku) + bool(chosen.sasaran)):
        control("sasaran_baku", labelled=True)
        saring_choice.search(SEARCH, "Cari sasaran", "Kata dari sasaran atau indikator", chosen.sasaran, take=_take)
    others = [name for name in DIMENSIONS if name not in (*FIRST, "sasaran_baku")]
    with saring_choice.place("lainnya", "Lainnya", sum(len(getattr(chosen, name)) for name in others)):
        for name in others:
            control(name, labelled=True)
    help_text = "Lepas semua saringan, juga yang milik halaman ini"
    st.button("Bersihkan", key="kosongkan_saringan", type="tertiary", on_click=_reset, help=help_text)
    rapat.offer()


def _chips(chosen: Saring, labels: Labels) -> None:
    """What is chosen, each with a way to let go of it."""
    for place, (name, words) in enumerate(summary(chosen, labels)):
        label = "Sasaran" if name == SEARCH else DIMENSIONS[name][0]
        alone = name == SEARCH or len(getattr(chosen, name)) > CHIPS
        key = f"lepas_{name}" if alone else f"lepas_{name}_{place}"
        st.button(
            words, key=key, icon=":material/close:", help=f"Lepas {label.lower()}: {words}",
            on_click=_let_go, args=(name, None if alone else words),
        )  # fmt: skip


def _carry() -> None:
    """The carriers: what the address says of each dimension, whatever words those are."""
    with st.container(key="saring_alamat"):
        for name, (label, _) in DIMENSIONS.items():
            st.multiselect(label, [], key=name, accept_new_options=True, bind="query-params")
        st.text_input("Cari sasaran", key=SEARCH, bind="query-params")


def _take(name: str) -> None:
    """Called when a seen control changes: its carrier holds the same, and no satker outside the chosen provinsi."""
    picked = st.session_state[saring_choice.key(name)]
    options = saring.options()
    labels = _labels(options)
    st.session_state[name] = picked if isinstance(picked, str) else _words(picked, labels[name])
    if name == "provinsi" and picked:
        inside = options.filter(pl.col("induk").is_in(picked))["nilai"].to_list()
        kept = [code for code in _codes(st.session_state["satker"], labels["satker"]) if code in inside]
        st.session_state["satker"] = _words(kept, labels["satker"])


def _let_go(name: str, words: str | None) -> None:
    labels = _labels(saring.options())
    if words is None:
        st.session_state[name] = "" if name == SEARCH else []
    else:
        kept = [code for code in _codes(st.session_state[name], labels[name]) if plain(labels[name][code]) != words]
        st.session_state[name] = _words(kept, labels[name])


def _reset() -> None:
    for name in DIMENSIONS:
        st.session_state[name] = []
    st.session_state[SEARCH] = ""
    for name, nothing in (OF_PAGES | choice.firsts(OF_PAGES)).items():
        if name in st.session_state:
            st.session_state[name] = list(nothing) if isinstance(nothing, tuple) else nothing
    for name in OF_LINKS:
        if name not in st.session_state:
            st.query_params.pop(name, None)


def _follow_link(page: str) -> None:
    """When another page is opened, its address is the filter: what it names is chosen, what it does not is not.

    Streamlit reads the address only for a widget it has not drawn yet, and this bar stands on every page. The
    navigation and our links carry the filter along in the address, so an address without it asks for everything.
    """
    state = st.session_state
    if state.get(_PAGE, page) != page:
        for name in DIMENSIONS:
            state[name] = url.given(name)
        state[SEARCH] = st.query_params.get(SEARCH, "")
        url.arrive(page)
    state[_PAGE] = page


def _labels(options: pl.DataFrame) -> dict[str, dict[str, str]]:
    labels: dict[str, dict[str, str]] = {name: {} for name in DIMENSIONS}
    for dimensi, nilai, label, _ in options.iter_rows():
        labels[dimensi][nilai] = label
    return labels


def _codes(given: Iterable[str], labels: Mapping[str, str]) -> tuple[str, ...]:
    """The values that an address names, by code or by label; what means nothing is left out."""
    codes = {label: code for code, label in labels.items()} | {code: code for code in labels}
    return tuple(dict.fromkeys(codes[value] for value in given if value in codes))


def _words(codes: Iterable[object], labels: Mapping[str, str]) -> list[str]:
    return [labels.get(str(code), str(code)) for code in codes]
