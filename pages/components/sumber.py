"""The source drawer: from a figure on a page back to the printed cell it came from.

What is open stands in the address (?sumber=…, see location.py), so that an address can be sent and is opened by app.py
on
any page; a click only writes the address.
"""

from collections.abc import Sequence

import polars as pl
import streamlit as st

from pages.components import highlight, location, padanan, reading_rules
from pages.components.format import join_words, keadaan_word, number, rupiah, tanggal
from pages.components.location import Tempat
from pages.components.text import foreign, plain
from queries import sumber, warehouse

PARAMETER = "sumber"
ISI = {
    "target": "target",
    "realisasi": "realisasi",
    "capaian": "capaian tercetak",
    "pagu": "pagu",
    "realisasi_anggaran": "realisasi anggaran",
}
MONEY = ("pagu", "realisasi_anggaran")


def follow_address() -> None:
    """Open the source that the address names, or say why it cannot be opened. Called once a run, by app.py."""
    asked = st.query_params.get(PARAMETER)
    if not asked:
        return
    place = location.parse(asked)
    reason = _unknown(asked, place)
    if place is None or reason:
        st.warning(reason, icon=":material/link_off:")
        return
    _drawer(place)


def ask_for(place: Tempat) -> None:
    """Put a source into the address. For callbacks: the run that follows opens it."""
    st.query_params[PARAMETER] = str(place)


def ask_for_clicked(key: str, places: Sequence[Tempat]) -> None:
    """Callback of a button column: the source of the row that was clicked."""
    click = st.session_state.get(key)
    if click is not None:
        ask_for(places[click["row"]])


def chooser(frame: pl.DataFrame, *, key: str) -> None:
    """A choice of rows (of a frame with berkas and baris) for keyboard and screen reader: choosing opens the source."""
    rows = frame.to_dicts()
    names = [_row_name(row) for row in rows]
    st.selectbox(
        "Buka sumber baris",
        range(len(rows)),
        index=None,
        format_func=names.__getitem__,
        placeholder="Buka sumber baris … (pilih atau ketik)",
        label_visibility="collapsed",
        width=460,
        key=key,
        on_change=_ask_for_chosen,
        args=(key, [location.of_row(row) for row in rows]),
    )


def _ask_for_chosen(key: str, places: Sequence[Tempat]) -> None:
    chosen = st.session_state[key]
    if chosen is not None:
        ask_for(places[chosen])
        # Empty again, so that the same row can be chosen twice.
        st.session_state[key] = None


def _row_name(row: dict) -> str:
    parts = [f"baris {row['baris']}", row.get("tahun"), row.get("indikator") or row.get("uraian") or row.get("kolom")]
    return " · ".join(str(part) for part in parts if part)


def _close() -> None:
    st.query_params.pop(PARAMETER, None)


def _unknown(asked: str, place: Tempat | None) -> str:
    """Why an address leads nowhere, in a sentence; empty when it leads to a printed line."""
    if place is None:
        return (
            f"Alamat sumber “{foreign([asked])}” tidak dapat dibaca. Bentuknya berkas:baris atau berkas:baris:tahun; "
            "salin lagi tautannya dari laci sumber."
        )
    if sumber.document(place.berkas).is_empty():
        return (
            f"Dokumen {foreign([place.berkas])} tidak ada dalam versi data ini; mungkin berkasnya berganti nama. "
            "Cari dokumennya di halaman Dokumen."
        )
    if sumber.lines(place.berkas, place.baris, neighbours=0).is_empty():
        return (
            f"Baris {place.baris} berkas {foreign([place.berkas])} tidak termasuk tabel yang dibaca. "
            "Lihat tabel-tabelnya di halaman Dokumen."
        )
    return ""


@st.dialog("Sumber angka", width=860, position="right", icon=":material/receipt_long:", on_dismiss=_close)
@warehouse.pinned()
def _drawer(place: Tempat) -> None:
    figures = sumber.values(place.berkas, place.baris)
    meant = wanted(figures, place)
    _figure(figures, meant, place)
    first = figures.row(meant[0] if meant else 0, named=True) if len(figures) else None
    row = (first["baris"], first["baris_akhir"]) if first else (place.baris, place.baris)
    lines = sumber.lines(place.berkas, *row)
    _document(place.berkas)
    _table(place.berkas, lines.filter(pl.col("baris") == place.baris).row(0, named=True))
    _matched(place)
    if first:
        _transcripts(place, first)
        _corrections(place, first)
    _printed(lines, figures, meant)
    _others(figures, meant)
    _stamp(place)


def wanted(figures: pl.DataFrame, place: Tempat) -> list[int]:
    """Which rows of queries.sumber.values a place means: of its tahun and isi, as far as it names them."""
    if place.tahun is None:
        return []
    found = [
        number_
        for number_, (isi, tahun) in enumerate(figures.select("isi", "tahun").iter_rows())
        if (location.JUMLAH if tahun is None else tahun) == place.tahun
    ]
    named = [number_ for number_ in found if place.isi in (None, figures["isi"][number_])]
    return named or found


def reading(figure: dict) -> str:
    """A figure as read: number with its unit, rupiah, or grade; the word of its state when it has no value."""
    if figure["ordinal"] is not None:
        return figure["ordinal"]
    if figure["nilai"] is None:
        return keadaan_word(figure["keadaan"])
    if figure["isi"] in MONEY:
        return rupiah(figure["nilai"])
    satuan = figure["satuan"] or ""
    return f"{number(figure['nilai'])}{'' if satuan == '%' else ' '}{satuan}".strip()


def _figure(figures: pl.DataFrame, meant: list[int], place: Tempat) -> None:
    if figures.is_empty():
        st.markdown("Baris ini tidak memuat angka yang dibaca; isinya tampil seperti tercetak di bawah.")
        return
    st.markdown(f"**{plain(figures['judul'][meant[0] if meant else 0])}**")
    if place.tahun is not None and not meant:
        st.warning(f"Baris ini tidak memuat angka {_year(place.tahun)}.", icon=":material/event_busy:")
    for figure in (figures.row(number_, named=True) for number_ in meant):
        printed = f"tercetak “{plain(figure['teks'])}”, terbaca" if figure["teks"] else "sel kosong,"
        year = _year(location.JUMLAH if figure["tahun"] is None else figure["tahun"])
        st.markdown(f"{ISI[figure['isi']].capitalize()} {year}: {printed} **{plain(reading(figure))}**")
        st.markdown(reading_rules.sentence(figure))


def _year(tahun: int | str) -> str:
    return "jumlah seluruh tahun" if tahun == location.JUMLAH else str(tahun)


def _document(berkas: str) -> None:
    facts = sumber.document(berkas).row(0, named=True)
    years = "–".join(str(year) for year in sorted({facts["tahun_awal"], facts["tahun_akhir"]}))
    nomor = f"Nomor {plain(facts['nomor'])}" if facts["nomor"] else "Nomor keputusan tidak tercantum"
    date = f"tanggal {tanggal(facts['tanggal'])}" if facts["tanggal"] else "tanggal tidak tercantum"
    st.markdown(
        f"{facts['jenis_dokumen']} {facts['satker']} {years}  \n{nomor}, {date}.  \n:gray[{plain(facts['sumber'])}]"
    )


def _table(berkas: str, line: dict) -> None:
    facts = sumber.table(berkas, line["tabel"]).row(0, named=True)
    scale = f" Angka tercetak dikalikan {number(facts['skala'])} menjadi rupiah." if facts["skala"] > 1 else ""
    place = line["tempat"] or f"baris {line['baris']}"
    st.markdown(
        f"**{plain(line['tabel'])}**, {plain(place)} berkas `{berkas}`.{scale}  \n:gray[{plain(facts['judul'])}]"
    )
    if line["ocr"]:
        st.markdown(":orange[:material/document_scanner: Huruf baris ini dikenali dari gambar pindaian (OCR).]")


def _matched(place: Tempat) -> None:
    """The divisi and names of the catalogues of the row, each with how it is known."""
    for row in sumber.matched(place.berkas, place.baris).iter_rows(named=True):
        names = [name for name in (padanan.indikator(row), padanan.sasaran(row)) if name]
        st.markdown(f":gray[{' · '.join([padanan.divisi(row), *names])}]")


def _transcripts(place: Tempat, first: dict) -> None:
    for item in sumber.transcripts(place.berkas, first["baris"], first["baris_akhir"]).iter_rows(named=True):
        st.markdown(reading_rules.transcript(item))


def _corrections(place: Tempat, first: dict) -> None:
    found = sumber.corrections(
        place.berkas, first["baris"], first["baris_akhir"], tabel=first["tabel"], sasaran=first["sasaran"]
    )
    for item in found.iter_rows(named=True):
        _, _, year = item["kolom"].partition(":")
        if place.tahun is None or year.partition(" ")[0] in ("", str(place.tahun)):
            st.markdown(reading_rules.correction(item))


def _printed(lines: pl.DataFrame, figures: pl.DataFrame, meant: list[int]) -> None:
    st.markdown("**Seperti tercetak**, dengan baris tetangganya")
    texts = figures["teks"].to_list()
    st.html(highlight.html(lines, texts, meant))
    if not highlight.found_all(lines, texts, meant):
        st.caption("Sel tepatnya tidak dapat ditunjuk dalam baris ini; yang ditandai ialah barisnya.")


def _others(figures: pl.DataFrame, meant: list[int]) -> None:
    """The other figures of the same printed row, one line an isi."""
    rest = figures.with_row_index("nomor").filter(~pl.col("nomor").is_in(meant))
    if rest.is_empty():
        return
    st.markdown("**Angka lain pada baris ini**" if meant else "**Angka pada baris ini**")
    for (isi,), part in rest.group_by("isi", maintain_order=True):
        said = [
            f"{_year(location.JUMLAH if row['tahun'] is None else row['tahun'])}: {plain(reading(row))}"
            for row in part.iter_rows(named=True)
        ]
        st.markdown(f"- {ISI[str(isi)].capitalize()}: {join_words(said)}")


def _stamp(place: Tempat) -> None:
    st.markdown("**Tautan ke sumber ini**")
    st.code(place.link(st.context.url or ""), language=None, wrap_lines=True)
    st.caption(f"Versi data {warehouse.current().versi}.")
