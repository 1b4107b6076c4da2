"""The controls of Jelajah: which rows, which state, which text, in which order, which page. All bound to the URL."""

import streamlit as st

from pages.components import choice, columns, url
from pages.components.columns import Kind
from pages.components.format import KEADAAN, keadaan_word, number
from pages.components.text import foreign
from queries.jelajah import SORT_KEYS, Request, Rows
from queries.saring import Saring

PAGE = "jelajah"
PARAMETERS = ("isi", "cari", "keadaan", "urut", "turun", "halaman")
PAGE_SIZE = 100
_LAST = "_permintaan_terakhir"
CHOICES = {"target": "Target", "capaian": "Capaian", "pagu": "Pagu", "hambatan": "Hambatan"}
KINDS: dict[str, dict[str, Kind]] = {"pagu": {"realisasi": "rupiah", "tahun": "tahun_atau_jumlah"}}
ORDER: dict[str, list[str]] = {
    "target": [
        *("satker", "nilai_teks", "tahun", "indikator", "nilai", "satuan", "keadaan", "jenis_dokumen"),
        *("nilai_ordinal", "sasaran", "tingkat", "unit_pelaksana", "divisi", "asal_divisi", "program"),
        *("kegiatan", "tujuan", "unit", "tabel"),
        "aturan_baca",
    ],
    "capaian": [
        *("satker", "realisasi_teks", "tahun", "indikator", "target_teks", "target", "realisasi", "jenis_dokumen"),
        *("satuan", "capaian_tercetak_teks", "capaian_tercetak", "keadaan", "sasaran", "divisi", "asal_divisi"),
        *("tingkat", "unit", "tabel"),
        *("target_ordinal", "realisasi_ordinal", "alasan"),
    ],
    "pagu": [
        *("satker", "pagu", "tahun", "uraian", "pagu_teks", "keadaan", "tingkat", "jenis_dokumen"),
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
        *("tvro", "rvro", "efisiensi_tercetak", "divisi", "asal_divisi", "tabel", "unit", "aturan_baca"),
    ],
    "hambatan": ["satker", "hambatan", "upaya", "aspek", "tahun", "keterangan", "keadaan", "jenis_dokumen", "tabel"],
}


def draw(saring: Saring) -> Request:
    """Draw the controls and return what is asked for."""
    unknown = _unknown()
    _follow_link()
    isi = choice.salah_satu("Isi", CHOICES, key="isi", quiet=True)
    _drop_foreign_order(isi)
    search, state, order, direction = st.columns([3, 2, 2, 1.4], vertical_alignment="bottom")
    cari = search.text_input(
        "Cari teks",
        key="cari",
        placeholder="Kata atau angka di kolom mana pun",
        icon=":material/search:",
        bind="query-params",
    )
    keadaan = state.multiselect(
        "Keadaan nilai",
        list(KEADAAN),
        format_func=keadaan_word,
        key="keadaan",
        placeholder="Semua",
        bind="query-params",
    )
    # Nothing chosen means satker: a first option as default would stay when another isi has other columns.
    urut = order.selectbox(
        "Urut menurut",
        SORT_KEYS[isi],
        index=None,
        placeholder=_label("satker"),
        format_func=_label,
        key="urut",
        bind="query-params",
    )
    turun = direction.toggle("Menurun", key="turun", bind="query-params")
    for sentence in unknown:
        url.warn(sentence)
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


def show_real_page(asked: int, rows: Rows) -> None:
    """Say that the page asked for does not exist, and let the buttons name the page shown. Before the pager."""
    if asked != rows.page:
        url.warn(f"Halaman {foreign([str(asked)])} tidak ada; yang tampil halaman terakhir, {number(rows.page)}.")
        st.session_state["halaman"] = rows.page


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


def _follow_link() -> None:
    """On arrival by a link that names rows, the address is all that is asked for: older choices are undone."""
    named = {name: url.given(name) for name in PARAMETERS}
    if not url.just_arrived(PAGE) or not any(named.values()):
        return
    isi = next((key for key, label in CHOICES.items() if label in named["isi"]), "target")
    sorts = {_label(name): name for name in SORT_KEYS[isi]}
    states = {keadaan_word(keadaan): keadaan for keadaan in KEADAAN}
    st.session_state["isi"] = isi
    st.session_state["cari"] = "".join(named["cari"][:1])
    st.session_state["keadaan"] = [states[word] for word in named["keadaan"] if word in states]
    st.session_state["urut"] = next((sorts[word] for word in named["urut"] if word in sorts), None)
    st.session_state["turun"] = named["turun"] == ["true"]
    page = "".join(named["halaman"][:1])
    st.session_state["halaman"] = int(page) if page.isdecimal() else 1
    st.session_state.pop(_LAST, None)


def _drop_foreign_order(isi: str) -> None:
    """Another isi has other columns: an order it does not know leaves the control and the address."""
    if st.session_state.get("urut") not in (None, *SORT_KEYS[isi]):
        st.session_state["urut"] = None


def _unknown() -> list[str]:
    """What the address says of these controls that means nothing, in sentences."""
    known_sorts = {_label(name) for names in SORT_KEYS.values() for name in names}
    known = {
        "isi": ("isi", list(CHOICES.values())),
        "keadaan": ("keadaan nilai", [keadaan_word(keadaan) for keadaan in KEADAAN]),
        "urut": ("urutan", known_sorts),
    }
    no_pages = [page for page in url.given("halaman") if not page.isdecimal() or int(page) < 1]
    said = f"Alamat halaman menyebut halaman “{foreign(no_pages)}”; yang tampil halaman 1." if no_pages else ""
    return [*(url.unknown(key, what, values) for key, (what, values) in known.items()), said]


def _label(name: str) -> str:
    return columns.label(name)
