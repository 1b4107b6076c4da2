"""Wordings without indikator or sasaran baku: the nearest ones, for a person to choose from; none chosen by itself."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from loaders import unggah
from pages.components.format import number
from pages.components.text import plain

DEKAT, TEMPAT = "Terdekat", "Letak"
DAFTAR = {"padanan": "indikator", "padanan_sasaran": "sasaran"}
"""A list of judged texts → what its texts are."""
SYARAT = {
    "padanan": "Pilih hanya bila ukurannya benar-benar sama: yang dihitung, siapa yang dihitung, dan satuannya.",
    "padanan_sasaran": "Pilih hanya bila keadaan yang dituju benar-benar sama.",
}
Pilihan = dict[str, list[Mapping[str, str]]]
"""A list of judged texts → the rows chosen for it."""


def show(titipan: unggah.Titipan, shown: unggah.Pratinjau, oleh: str) -> Pilihan:
    """The choices made, as rows of their lists; draws nothing where every wording has its name of the catalogue."""
    try:
        waiting = unggah.unmatched(shown)
    except unggah.LoaderError as error:
        st.error(f"{plain(str(error))} Isinya tetap dapat dimasukkan tanpa padanan.", icon=":material/error:")
        return {}
    return {daftar: _offer(daftar, [w for w in waiting if w.daftar == daftar], titipan, oleh) for daftar in DAFTAR}


def _offer(
    daftar: str, waiting: Sequence[unggah.BelumPadan], titipan: unggah.Titipan, oleh: str
) -> list[Mapping[str, str]]:
    if not waiting:
        return []
    isi, names = DAFTAR[daftar], unggah.names(daftar)
    teks, baku = f"{isi.capitalize()} tercetak", f"{isi.capitalize()} baku"
    with st.expander(f"{number(len(waiting))} bunyi {isi} belum punya {isi} baku", icon=":material/join:"):
        st.markdown(
            f"Tanpa {isi} baku, angkanya tetap masuk tetapi tidak disandingkan menurut {isi} dengan satker lain. "
            f"{SYARAT[daftar]}"
        )
        rows = [{teks: w.teks, baku: None, DEKAT: _nearest(w, names), TEMPAT: w.tempat} for w in waiting]
        labels = {f"{name} ({kode})": kode for kode, name in names.items()}
        edited = st.data_editor(
            pd.DataFrame(rows, dtype=object),
            hide_index=True,
            disabled=[teks, DEKAT, TEMPAT],
            column_config={baku: st.column_config.SelectboxColumn(baku, options=list(labels), width="large")},
            placeholder="",
            key=f"{daftar}_{titipan.kunci}",
        )
    chosen = zip(waiting, edited[baku], strict=True)
    return [_row(w.teks, labels[label], oleh, titipan) for w, label in chosen if label in labels]


def _nearest(waiting: unggah.BelumPadan, names: Mapping[str, str]) -> str:
    said = [f"{names[u.kode]} ({number(u.skor * 100, 0)}% sama; beda: {', '.join(u.beda)})" for u in waiting.usulan]
    return " · ".join(said) or "tidak ada yang mirip"


def _row(teks: str, kode: str, oleh: str, titipan: unggah.Titipan) -> Mapping[str, str]:
    reason = f"dipilih saat memasukkan {titipan.nama_asli}"
    return {"teks": teks, "kode": kode, "keyakinan": "pasti", "oleh": oleh, "alasan": reason}
