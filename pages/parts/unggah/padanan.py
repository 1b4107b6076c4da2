"""Wordings without indikator baku: the nearest ones, for a person to choose from. None is chosen by itself."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from loaders import unggah
from pages.components.format import number
from pages.components.text import plain

TEKS, BAKU, DEKAT, TEMPAT = "Indikator tercetak", "Indikator baku", "Terdekat", "Letak"


def show(titipan: unggah.Titipan, shown: unggah.Pratinjau, oleh: str) -> list[Mapping[str, str]]:
    """The choices made, as rows of padanan.csv; draws nothing where every wording has its indikator baku."""
    try:
        waiting = unggah.unmatched(shown)
    except unggah.LoaderError as error:
        st.error(f"{plain(str(error))} Indikatornya tetap dapat dimasukkan tanpa padanan.", icon=":material/error:")
        return []
    if not waiting:
        return []
    names = unggah.indikator_baku()
    with st.expander(f"{number(len(waiting))} bunyi indikator belum punya indikator baku", icon=":material/join:"):
        st.markdown(
            "Tanpa indikator baku, angkanya tetap masuk tetapi tidak disandingkan dengan satker lain. Pilih hanya bila "
            "ukurannya benar-benar sama: yang dihitung, siapa yang dihitung, dan satuannya."
        )
        frame = pd.DataFrame(
            [{TEKS: w.teks, BAKU: None, DEKAT: _nearest(w, names), TEMPAT: w.tempat} for w in waiting], dtype=object
        )
        labels = {f"{name} ({kode})": kode for kode, name in names.items()}
        edited = st.data_editor(
            frame,
            hide_index=True,
            disabled=[TEKS, DEKAT, TEMPAT],
            column_config={BAKU: st.column_config.SelectboxColumn(BAKU, options=list(labels), width="large")},
            placeholder="",
            key=f"padanan_{titipan.kunci}",
        )
    chosen = zip(waiting, edited[BAKU], strict=True)
    return [_row(w.teks, labels[label], oleh, titipan) for w, label in chosen if label in labels]


def _nearest(waiting: unggah.BelumPadan, names: Mapping[str, str]) -> str:
    said = [f"{names[u.kode]} ({number(u.skor * 100, 0)}% sama; beda: {', '.join(u.beda)})" for u in waiting.usulan]
    return " · ".join(said) or "tidak ada yang mirip"


def _row(teks: str, kode: str, oleh: str, titipan: unggah.Titipan) -> Mapping[str, str]:
    reason = f"dipilih saat memasukkan {titipan.nama_asli}"
    return {"teks": teks, "kode": kode, "keyakinan": "pasti", "oleh": oleh, "alasan": reason}
