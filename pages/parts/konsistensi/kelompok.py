"""The temuan below the matrix: groups of one satker and one rule, worst first; a group opens its temuan."""

from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from pages.components import cells, html_table, kalimat_temuan, states
from pages.components.format import KEPARAHAN, number, percent
from pages.components.html_table import Head, Part, Row
from pages.components.text import cut, pendek, plain
from pages.parts.konsistensi import listing, paging, saring_temuan
from pages.parts.konsistensi.figures import Dilihat
from pages.parts.konsistensi.here import KANTOR, here
from queries import konsistensi
from queries.konsistensi import Request
from queries.saring import Saring

PAGE_SIZE = 15
PAGER = "lembar_kelompok"
TONE = {"kritis": "buruk", "peringatan": "sedang", "catatan": "sepi"}


def show(dilihat: Dilihat, saring: Saring, kantor: dict[str, Any] | None) -> None:
    """Draw the controls and the groups they leave; of a lone group its temuan.

    saring: what the reader chose; kantor: the satker chosen in the matrix.
    """
    of_satker = replace(dilihat.saring, satker=(kantor["kode_satker"],)) if kantor else dilihat.saring
    request = saring_temuan.draw(of_satker, konsistensi.aturan())
    place = paging.first(PAGER, len(dilihat.temuan), PAGE_SIZE)
    groups = konsistensi.aturan_satker(request, batas=PAGE_SIZE, lewati=place)
    if groups.is_empty():
        groups = konsistensi.aturan_satker(request, batas=PAGE_SIZE)
    if groups.is_empty():
        states.empty(saring, "temuan", saring_temuan.narrowed(request))
        return
    many, found = groups.row(0, named=True)["jumlah_kelompok"], groups.row(0, named=True)["jumlah_semua"]
    if many == 1:
        lone(groups.row(0, named=True), request)
        return
    st.markdown(
        f"**{number(found)} temuan** dalam {number(many)} kelompok, terberat dahulu. Tekan aturannya untuk membukanya.",
        help=kalimat_temuan.SARINGAN,
    )
    with st.container(key="kelompok_tabel"):
        st.html(html(groups.to_dicts(), kantor))
    paging.pager(PAGER, many, PAGE_SIZE, what="kelompok")
    listing.download(request)


def lone(group: dict[str, Any], request: Request) -> None:
    """The temuan of one group."""
    st.markdown(
        f"**{number(group['jumlah'])} temuan** {plain(group['nama_aturan'])} · {plain(group['satker'])}. "
        f":gray[{kalimat_temuan.URUTAN}]"
    )
    listing.show(request, group["jumlah"])


def html(groups: list[dict[str, Any]], kantor: dict[str, Any] | None) -> str:
    """The table of groups."""
    heads = [
        Head("Aturan"), Head("Satker"), Head("Temuan", sorted=True), Head("Selisih terbesar", right=True),
        Head("Yang terberat"),
    ]  # fmt: skip
    whose = f" {kantor['satker']}" if kantor else ""
    return html_table.html(heads, [Part("", [_row(group) for group in groups])], f"Kelompok temuan{whose}")


def _row(group: dict[str, Any]) -> Row:
    word, icon, _ = KEPARAHAN[group["keparahan"]]
    sign = cells.icon(icon.removeprefix(":material/").removesuffix(":"))
    opens = here(bagian="Temuan", aturan=group["kode_aturan"], **{KANTOR: group["satker"]})
    title = f"Buka {number(group['jumlah'])} temuan {group['satker']}"
    return Row(
        [
            cells.link(opens, escape(f"{group['kode_aturan']} {group['nama_aturan']}"), title),
            escape(pendek(group["satker"])),
            f'{number(group["jumlah"])} <span class="{TONE[group["keparahan"]]}">{sign} {word}</span>',
            percent(group["selisih_persen"], 0) or "–",
            f"<small>{escape(cut(group['contoh']))}</small>",
        ]
    )
