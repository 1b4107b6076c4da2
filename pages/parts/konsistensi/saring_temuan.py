"""The controls of Konsistensi that the filter bar does not have: keparahan, aturan, search. All bound to the URL."""

import polars as pl
import streamlit as st

from pages.components import url
from pages.components.format import KEPARAHAN
from queries.konsistensi import Request
from queries.saring import Saring

KEPARAHAN_KEY, ATURAN_KEY, CARI_KEY = "keparahan", "aturan", "cari_temuan"


def draw(saring: Saring, aturan: pl.DataFrame) -> Request:
    """Draw the controls and return what is asked for; an empty keparahan means none was chosen."""
    names = {kode: f"{kode} {nama}" for kode, nama in aturan.select("kode_aturan", "nama_aturan").iter_rows()}
    _spell_out_codes(names)
    _warn_unknown(KEPARAHAN_KEY, "keparahan", list(KEPARAHAN))
    _warn_unknown(ATURAN_KEY, "aturan", list(names.values()))
    level, rule, search = st.columns([2, 3, 3], vertical_alignment="bottom")
    keparahan = level.multiselect(
        "Keparahan",
        list(KEPARAHAN),
        key=KEPARAHAN_KEY,
        placeholder="Semua keparahan",
        bind="query-params",
    )
    chosen = rule.multiselect(
        "Aturan",
        list(names),
        format_func=lambda kode: names.get(kode, kode),
        key=ATURAN_KEY,
        placeholder="Semua aturan",
        bind="query-params",
    )
    cari = search.text_input(
        "Cari temuan", key=CARI_KEY, placeholder="Kata dalam temuan", icon=":material/search:", bind="query-params"
    )
    return Request(saring, tuple(keparahan), tuple(chosen), cari or "")


def narrowed(request: Request) -> list[str]:
    """The controls of this page that narrow the temuan, in words."""
    parts = {"keparahan": request.keparahan, "aturan": request.aturan, "pencarian temuan": request.cari}
    return [name for name, chosen in parts.items() if chosen]


def _spell_out_codes(names: dict[str, str]) -> None:
    """Let an address name a rule by its code alone: rewrite it to the words that Streamlit binds, and start again."""
    given = st.query_params.get_all(ATURAN_KEY)
    spelled = [names.get(value, value) for value in given]
    if ATURAN_KEY not in st.session_state and spelled != given:
        st.query_params[ATURAN_KEY] = spelled
        st.rerun()


def _warn_unknown(key: str, what: str, known: list[str]) -> None:
    url.warn(url.unknown(key, what, known))
