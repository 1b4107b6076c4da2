"""One temuan opened: both places side by side as printed, and the rule behind it. Its address is ?temuan=<kode>."""

from html import escape
from typing import Any

import streamlit as st

from pages.components import highlight, kalimat_temuan, sumber
from pages.components.kalimat_temuan import PARAMETER
from pages.components.location import Tempat
from pages.components.text import foreign, plain
from queries import konsistensi, warehouse
from queries import sumber as sumber_queries


def ask(kode_temuan: str) -> None:
    """Put a temuan into the address, so that the page opens it. For a button's on_click."""
    st.query_params[PARAMETER] = kode_temuan


def open_asked() -> None:
    """Open the temuan that the address names; say so when this version of the data has none of that code."""
    kode = st.query_params.get(PARAMETER)
    # A source opened from a temuan lies over it: only one dialog can be open, and closing it leads back here.
    if not kode or sumber.PARAMETER in st.query_params:
        return
    row = konsistensi.satu(kode)
    if row is None:
        st.warning(
            f"Temuan {foreign([kode])} tidak ada dalam versi data ini; mungkin dokumennya sudah dikoreksi. "
            "Daftar di bawah adalah temuan yang berlaku.",
            icon=":material/link_off:",
        )
        return
    _dialog(row)


def _close() -> None:
    st.query_params.pop(PARAMETER, None)


@st.dialog("Temuan", width=1100, icon=":material/rule:", on_dismiss=_close)
@warehouse.pinned()
def _dialog(row: dict[str, Any]) -> None:
    st.markdown(kalimat_temuan.kepala(row))
    st.markdown(f"**{plain(row['uraian'])}**")
    places = kalimat_temuan.tempat(row)
    if not places:
        st.info("Temuan ini tentang sesuatu yang tidak tercetak, jadi tidak menunjuk baris.", icon=":material/info:")
    values = [row["nilai_a"], row["nilai_b"]]
    if len(places) == 1:
        values = [kalimat_temuan.nilai(row)]
    for column, place, value in zip(st.columns(len(places) or 1), places, values, strict=False):
        with column:
            _place(*place, value=value)
    _further(row)
    st.markdown(kalimat_temuan.aturan(row))
    _address(row["kode_temuan"])


def _place(berkas: str, tabel: str | None, baris: int, akhir: int | None, *, value: str | None) -> None:
    found = sumber_queries.document(berkas)
    document = f"{found['jenis_dokumen'][0]} {found['satker'][0]}" if len(found) else berkas
    figure = f"  \n{value if value.startswith('**') else f'**{plain(value)}**'}" if value else ""
    st.markdown(f"{plain(document)}, {plain(tabel or 'kalimat di luar tabel')}, baris {baris}{figure}")
    if tabel is None:
        sentences(berkas, [baris])
    else:
        st.html(highlight.html(sumber_queries.lines(berkas, baris, akhir, neighbours=1), [], []))
        _source_button(berkas, baris)


def _source_button(berkas: str, baris: int) -> None:
    asked = st.button(
        "Buka sumber lengkap",
        icon=":material/receipt_long:",
        type="tertiary",
        key=f"sumber_temuan_{berkas}_{baris}",
        on_click=sumber.ask_for,
        args=(Tempat(berkas, baris),),
    )
    if asked:
        # A dialog reruns alone; the drawer is opened by the whole app.
        st.rerun()


def sentences(berkas: str, barisan: list[int]) -> None:
    """The printed sentences on these lines, drawn like the lines of a table."""
    rows = "".join(
        f'<tr class="dimaksud"><th scope="row">{baris}<br><small>kalimat</small></th><td>{escape(teks)}</td></tr>'
        for baris, teks in konsistensi.kalimat(berkas, barisan).select("baris", "teks").iter_rows()
    )
    st.html(f'<table class="baris-tercetak"><tbody>{rows}</tbody></table>')


def _further(row: dict[str, Any]) -> None:
    """The lines that the sentence names beyond its two places."""
    places = kalimat_temuan.baris_lain(row)
    if not places:
        return
    label = f"Baris lain yang disebut: {', '.join(str(first) for first, _ in places)}"
    with st.expander(label, icon=":material/more_horiz:"):
        for first, last in places:
            st.html(highlight.html(sumber_queries.lines(row["berkas"], first, last, neighbours=0), [], []))


def _address(kode_temuan: str) -> None:
    st.caption(f"Tautan tetap temuan {kode_temuan}")
    base = (st.context.url or "").split("?")[0]
    st.code(f"{base}?{PARAMETER}={kode_temuan}", language=None, wrap_lines=True)
