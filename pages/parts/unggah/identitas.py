"""Whose document a file is: what was recognised, with the evidence, for a person to confirm or to set right."""

from datetime import date

import streamlit as st

from loaders import unggah
from pages.components.format import number
from pages.components.text import plain
from pages.parts.unggah import inbox

JENIS: dict[unggah.JenisDokumen, str] = {
    "Renstra": "Renstra (rencana strategis lima tahun)",
    "RKT": "RKT (rencana kinerja tahunan)",
    "PK": "PK (perjanjian kinerja)",
    "LK": "LK (laporan kinerja)",
}


def ask(titipan: unggah.Titipan, terbaca: unggah.Terbaca) -> tuple[unggah.Identitas | None, unggah.Serupa | None]:
    """What the document is, None while something is not decided; and the document it is a new version of, if any."""
    dugaan = terbaca.dugaan
    st.header("Dokumen apa ini?")
    key = titipan.kunci
    with st.container(border=True):
        kode = _satker(dugaan, key)
        jenis = _jenis(dugaan, key)
        tahun = _tahun(dugaan, jenis, key)
        nomor, tanggal = _nomor(dugaan, key)
    if not (kode and jenis and tahun):
        st.info("Lengkapi dahulu satker, jenis dan tahunnya.", icon=":material/edit_note:")
        st.button("Buang berkas ini", icon=":material/delete:", on_click=inbox.drop, args=(titipan,))
        return None, None
    identitas = unggah.Identitas(kode, jenis, *tahun, nomor, tanggal)
    try:
        decided, lama = _relation(terbaca.lembar, identitas, key)
    except unggah.LoaderError as error:
        st.error(f"{plain(str(error))} Sampai itu diperbaiki, tidak ada yang terbit.", icon=":material/error:")
        st.button("Buang berkas ini", icon=":material/delete:", on_click=inbox.drop, args=(titipan,))
        return None, None
    return (identitas if decided else None), lama


def _evidence(bukti: str, pasti: bool) -> None:
    """The evidence below a field, and whether it is certain: by icon and word."""
    if pasti:
        st.markdown(f":small[:green[:material/check_circle: dikenali] :gray[{plain(bukti)}]]")
    else:
        st.markdown(f":small[:orange[:material/help: perlu Anda pastikan] :gray[{plain(bukti)}]]")


def _satker(dugaan: unggah.Dugaan, key: str) -> str | None:
    names = dict(unggah.satker())
    first = [kode for kode in (dugaan.satker.nilai, *dugaan.satker.lain) if kode]
    options = [*first, *(kode for kode in names if kode not in first)]
    chosen = st.selectbox(
        "Satker",
        options,
        index=0 if dugaan.satker.nilai else None,
        format_func=lambda kode: f"{names[kode]} ({kode})",
        placeholder="Pilih atau ketik nama satker",
        key=f"satker_{key}",
    )
    _evidence(dugaan.satker.bukti, dugaan.satker.pasti)
    return chosen


def _jenis(dugaan: unggah.Dugaan, key: str) -> unggah.JenisDokumen | None:
    options = list(JENIS)
    chosen = st.selectbox(
        "Jenis dokumen",
        options,
        index=options.index(dugaan.jenis.nilai) if dugaan.jenis.nilai else None,
        format_func=JENIS.__getitem__,
        placeholder="Pilih jenisnya",
        key=f"jenis_{key}",
    )
    _evidence(dugaan.jenis.bukti, dugaan.jenis.pasti)
    return chosen


def _tahun(dugaan: unggah.Dugaan, jenis: str | None, key: str) -> tuple[int, int] | None:
    first, last = dugaan.tahun.nilai or (None, None)
    begin, end = st.columns(2)
    label = "Tahun pertama" if jenis == "Renstra" else "Tahun"
    awal = begin.number_input(label, 2000, 2100, first, 1, format="%d", key=f"awal_{key}", placeholder="…")
    if jenis != "Renstra":
        _evidence(dugaan.tahun.bukti, dugaan.tahun.pasti)
        return (awal, awal) if awal else None
    akhir = end.number_input("Tahun terakhir", 2000, 2100, last, 1, format="%d", key=f"akhir_{key}", placeholder="…")
    _evidence(dugaan.tahun.bukti, dugaan.tahun.pasti)
    if awal and akhir and awal > akhir:
        st.error("Tahun pertama tidak boleh sesudah tahun terakhir.", icon=":material/event_busy:")
        return None
    return (awal, akhir) if awal and akhir else None


def _nomor(dugaan: unggah.Dugaan, key: str) -> tuple[str | None, date | None]:
    number_, day = st.columns(2)
    nomor = number_.text_input(
        "Nomor keputusan (bila tercetak)",
        (dugaan.nomor.nilai or "")[: unggah.PALING_PANJANG["nomor"]],
        max_chars=unggah.PALING_PANJANG["nomor"],
        key=f"nomor_{key}",
    )
    tanggal = day.date_input(
        "Tanggal penetapan (bila tercetak)",
        dugaan.tanggal.nilai if dugaan.tanggal.pasti else None,
        min_value=date(2000, 1, 1),
        max_value=date(2100, 12, 31),
        format="DD/MM/YYYY",
        key=f"tanggal_{key}",
    )
    return nomor.strip() or None, tanggal


def _relation(lembar: unggah.Lembar, identitas: unggah.Identitas, key: str) -> tuple[bool, unggah.Serupa | None]:
    """Whether it is decided what the file is to documents held already, and the one it replaces."""
    similar = unggah.similar(lembar, identitas)
    if not similar:
        return True, None
    known = {s.dokumen.sha256: s for s in similar}
    options = [*known, ""]
    best = similar[0].versi_lama
    chosen = st.radio(
        "Dokumen dari satker, jenis dan tahun yang sama sudah ada. Berkas ini …",
        options,
        index=None if best is None else 0 if best else len(options) - 1,
        format_func=lambda sha: _relation_words(known[sha]) if sha else "dokumen tersendiri; keduanya dipakai",
        key=f"hubungan_{key}",
    )
    if chosen is None:
        st.info("Pilih dahulu hubungannya dengan dokumen yang sudah ada.", icon=":material/call_split:")
    return chosen is not None, known.get(chosen or "")


def _relation_words(s: unggah.Serupa) -> str:
    name = plain(s.dokumen.path.name)
    share = "" if s.bagian is None else f" ({number(s.bagian * 100, 0)}% angkanya memakai bunyi dan tahun yang sama)"
    return f"versi baru yang menggantikan {name}{share}"
