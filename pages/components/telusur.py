"""The controls of Jelajah: which rows, which state, which text, in which order, which page. All bound to the URL."""

import streamlit as st

from pages.components import columns
from pages.components.columns import Kind
from pages.components.format import KEADAAN, keadaan_word, number
from queries.jelajah import SORT_KEYS, Request, Rows
from queries.saring import Saring

PAGE_SIZE = 100
_LAST = "_permintaan_terakhir"
CHOICES = {"target": "Target", "capaian": "Capaian", "pagu": "Pagu"}
KINDS: dict[str, dict[str, Kind]] = {"pagu": {"realisasi": "rupiah", "tahun": "tahun_atau_jumlah"}}
ORDER: dict[str, list[str]] = {
    "target": [
        *("satker", "jenis_dokumen", "tahun", "indikator", "nilai_teks", "nilai", "satuan", "keadaan"),
        *("nilai_ordinal", "sasaran", "tingkat", "unit_pelaksana", "program", "kegiatan", "tujuan", "unit", "tabel"),
        "aturan_baca",
    ],
    "capaian": [
        *("satker", "jenis_dokumen", "tahun", "indikator", "target_teks", "target", "realisasi_teks", "realisasi"),
        *("satuan", "capaian_tercetak_teks", "capaian_tercetak", "keadaan", "sasaran", "tingkat", "unit", "tabel"),
        *("target_ordinal", "realisasi_ordinal", "alasan"),
    ],
    "pagu": [
        *("satker", "jenis_dokumen", "tahun", "tingkat", "uraian", "pagu_teks", "pagu", "keadaan"),
        *(
            "realisasi",
            "persen_tercetak",
            "kode_program",
            "kode_kegiatan",
            "kode_kro",
            "kode_ro",
            "program",
            "kegiatan",
            "kro",
        ),
        *("tvro", "rvro", "efisiensi_tercetak", "tabel", "unit", "aturan_baca"),
    ],
}


def draw(saring: Saring) -> Request:
    """Draw the controls and return what is asked for."""
    isi = _choose_isi()
    search, state, order, direction = st.columns([3, 2, 2, 1.4], vertical_alignment="bottom")
    cari = search.text_input(
        "Cari teks", key="cari", placeholder="Kata di kolom mana pun", icon=":material/search:", bind="query-params"
    )
    keadaan = state.multiselect(
        "Keadaan nilai",
        list(KEADAAN),
        format_func=keadaan_word,
        key="keadaan",
        placeholder="Semua",
        bind="query-params",
    )
    urut = order.selectbox("Urut menurut", SORT_KEYS[isi], format_func=_label, key="urut", bind="query-params")
    turun = direction.toggle("Menurun", key="turun", bind="query-params")
    return Request(isi, saring, tuple(keadaan), cari or "", urut or "satker", turun)


def page_number(request: Request) -> int:
    """The page asked for, from 1; the first again whenever something else is asked for."""
    before = st.session_state.get(_LAST)
    st.session_state[_LAST] = request
    if before is not None and before != request:
        st.session_state["halaman"] = 1
    # On the first run the pager is not drawn yet and only the address knows the page.
    asked = str(st.session_state.get("halaman") or st.query_params.get("halaman", "1"))
    return max(1, int(asked)) if asked.isdecimal() else 1


def counter(rows: Rows) -> None:
    """Say which rows of how many are on screen."""
    first = (rows.page - 1) * PAGE_SIZE + 1
    last = first + len(rows.frame) - 1
    st.markdown(
        f"**{number(rows.total)} baris** cocok; baris {number(first)}–{number(last)} tampil di bawah. "
        "Unduhan memuat semua baris yang cocok."
    )


def pager(rows: Rows) -> None:
    """The page buttons below the table, when there is more than one page."""
    pages = -(-rows.total // PAGE_SIZE)
    if pages > 1:
        st.pagination(pages, key="halaman", bind="query-params")


def narrowed(request: Request) -> list[str]:
    """The controls of this page that narrow the rows, in words."""
    return [*(["keadaan nilai"] if request.keadaan else []), *(["pencarian teks"] if request.cari else [])]


def _choose_isi() -> str:
    chosen = st.segmented_control(
        "Isi",
        list(CHOICES),
        default="target",
        format_func=CHOICES.__getitem__,
        key="isi",
        required=True,
        label_visibility="collapsed",
        bind="query-params",
    )
    return chosen or "target"


def _label(name: str) -> str:
    return columns.COLUMNS[name].label
