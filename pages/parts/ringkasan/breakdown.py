"""The figures of Ringkasan as links, each to exactly the rows it counts."""

import polars as pl
import streamlit as st

from pages.components import saring_bar
from pages.components.format import KEADAAN, keadaan_badge, keadaan_word, number
from pages.components.shell import FOLDER
from pages.parts.ringkasan.attention import ISI
from queries.saring import Saring

# Dokumen counts whole documents: of the filter only these narrow it, as in kelengkapan.documents.
OF_DOCUMENTS = ("provinsi", "satker", "tahun", "jenis")


def totals(values: pl.DataFrame, documents: pl.DataFrame, saring: Saring) -> None:
    """One link a kind of figure, one to the documents, one to what is quarantined. Input: kelengkapan's two frames."""
    with st.container(horizontal=True, gap="small"):
        for isi, (what, _) in ISI.items():
            count = _sum(values, isi=isi)
            if count:
                _to_rows(f"{number(count)} {what}", isi, saring)
        # The headline counts the documents that hold such values; the page of documents shows whole ones.
        whole = "" if values["berkas"].n_unique() == len(documents) else "Dokumen utuh: "
        _to_documents(f"{whole}{number(len(documents))} dokumen", saring)
        _to_documents(f"{number(int(documents['dikarantina'].sum()))} baris dikarantina", saring)


def by_state(values: pl.DataFrame, saring: Saring) -> None:
    """Every keadaan with its count of each kind, one link a count; the counts of a line add up to its badge."""
    with st.expander("Baris di balik jumlah tiap keadaan", icon=":material/list_alt:"):
        for keadaan in KEADAAN:
            found = values.filter(keadaan=keadaan)
            if found.is_empty():
                continue
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.markdown(f"{keadaan_badge(keadaan)} {number(_sum(found))}", width=210)
                for isi, (what, _) in ISI.items():
                    count = _sum(found, isi=isi)
                    if count:
                        _to_rows(f"{number(count)} {what}", isi, saring, keadaan)


def to_lines(saring: Saring) -> None:
    """The link from the account of lines to the lines themselves."""
    _to_documents("Buka setiap baris tercetak dan nasibnya", saring)


def _to_rows(label: str, isi: str, saring: Saring, keadaan: str | None = None) -> None:
    state = {"keadaan": keadaan_word(keadaan)} if keadaan else {}
    _link("jelajah.py", label, saring_bar.address(saring) | {"isi": ISI[isi][1]} | state)


def _to_documents(label: str, saring: Saring) -> None:
    narrowed = {name: value for name, value in saring_bar.address(saring).items() if name in OF_DOCUMENTS}
    _link("dokumen.py", label, narrowed)


def _link(page: str, label: str, query: dict[str, list[str] | str]) -> None:
    arrow = ":material/arrow_forward:"
    st.page_link(FOLDER / page, label=label, icon=arrow, icon_position="right", query_params=query)


def _sum(values: pl.DataFrame, **where: str) -> int:
    return int((values.filter(**where) if where else values)["jumlah"].sum())
