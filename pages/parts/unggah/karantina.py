"""What waits for a person in a file that is not in yet, and the place to decide it there and then."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pandas as pd
import polars as pl
import streamlit as st

from loaders import unggah
from pages.components import faults
from pages.components.format import WIB, number
from pages.components.text import plain

LABELS = {
    "benar": "Benar",
    "nilai_baru": "Nilai yang benar",
    "kolom": "Kolom",
    "uraian": "Indikator, mata anggaran atau hambatan",
    "tempat": "Letak",
    "tabel": "Tabel",
    "usulan": "Terbaca",
    "alasan": "Mengapa diragukan",
    "teks_lama": "Seperti tercetak",
}
_ELSEWHERE = ("induk", "galat_selaras")
"""Rows that only wait for the sasaran above them come free with it; tables that a fault of ours stopped are named where
the tables are."""
_REFUSED = "_koreksi_ditolak"
_UNSETTLED = ("baris",)
"""Columns of doubts about a whole line: there is no single value that would settle them."""


def show(titipan: unggah.Titipan, shown: unggah.Pratinjau, oleh: str) -> None:
    """The doubts as a table to fill in; applying them draws the preview again."""
    made = unggah.corrections(titipan)
    doubts = unggah.doubts(shown).filter(~pl.col("kolom").is_in(_ELSEWHERE))
    if doubts.is_empty() and not made:
        return
    st.header("Yang menunggu keputusan Anda")
    if refused := st.session_state.pop(_REFUSED, None):
        st.error(plain(refused), icon=":material/error:")
    for error in shown.bacaan.salah:
        place = unggah.place(shown, error.baris)
        said = f"Koreksi kolom {error.kolom.replace(':', ' ')} di {place} tidak dapat dipakai: {error.sebab}."
        st.error(plain(said), icon=":material/error:")
    if made:
        said, undo = st.columns([4, 1.3], vertical_alignment="center")
        usable = number(len(made) - len(shown.bacaan.salah))
        said.success(f"{usable} koreksi sudah diterapkan pada pratinjau di atas.", icon=":material/edit:")
        undo.button("Batalkan koreksi", icon=":material/undo:", on_click=_forget, args=(titipan,))
    _hopeless(titipan, doubts.filter(pl.col("kolom").is_in(_UNSETTLED)))
    open_ = doubts.filter(~pl.col("kolom").is_in(_UNSETTLED))
    if len(open_):
        _editor(titipan, open_, oleh)


def _hopeless(titipan: unggah.Titipan, doubts: pl.DataFrame) -> None:
    """The lines as a whole that could not be understood: nothing on this page settles them."""
    if doubts.is_empty():
        return
    st.warning(
        f"{number(len(doubts))} baris tidak dikenali sebagai baris tabel dan tetap dikarantina; isinya tidak dimuat. "
        "Bila memuat angka, salin ke lembar kerja Selaras.",
        icon=":material/front_hand:",
    )
    shown = {name: LABELS[name] for name in ("tempat", "teks_lama", "alasan")}
    st.dataframe(doubts.select(list(shown)).rename(shown), hide_index=True, key=f"tak_tertolong_{titipan.kunci}")


def _editor(titipan: unggah.Titipan, doubts: pl.DataFrame, oleh: str) -> None:
    st.markdown(
        "Bandingkan tiap baris dengan dokumen aslinya. Ketik **nilai yang benar**, atau centang **Benar** bila yang "
        "terbaca sudah benar. Yang tidak diputuskan tetap dikarantina dan tidak dimuat; tidak ada yang ditebak."
    )
    tables = doubts["tabel"].unique(maintain_order=True).to_list()
    table = tables[0] if len(tables) == 1 else st.selectbox("Tabel", tables, key=f"meja_{titipan.kunci}")
    part = doubts.filter(pl.col("tabel") == table).unique(["baris", "kolom"], maintain_order=True)
    in_words = pl.col("kolom").str.replace_all("[:_]", " ")
    rows = part.with_columns(in_words, pl.lit(value=False).alias("benar"), pl.col("usulan").alias("nilai_baru"))
    order = [name for name in LABELS if name != "tabel"]
    edited = st.data_editor(
        rows.select(order).rename({name: LABELS[name] for name in order}).to_pandas(),
        hide_index=True,
        disabled=[LABELS[name] for name in order if name not in ("benar", "nilai_baru")],
        placeholder="",
        key=f"keputusan_{titipan.kunci}_{table}_{len(unggah.corrections(titipan))}",
    )
    reason = st.text_input(
        "Dasar koreksi",
        max_chars=unggah.PALING_PANJANG["alasan"],
        key=f"dasar_{titipan.kunci}",
        placeholder="Misalnya: dibaca dari dokumen asli halaman 12",
        help="Dicatat bersama nama Anda dan tanggal hari ini pada setiap koreksi.",
    )
    made = _rows(part, edited, reason, oleh)
    if made and not reason.strip():
        st.caption(":material/edit_note: Tulis dahulu dasar koreksinya, lalu terapkan.")
    st.button(
        f"Terapkan {number(len(made))} koreksi pada pratinjau",
        icon=":material/edit:",
        disabled=not (made and reason.strip()),
        on_click=_apply,
        args=(titipan, made),
    )


def _rows(part: pl.DataFrame, edited: pd.DataFrame, reason: str, oleh: str) -> list[Mapping[str, str]]:
    """The rows with a value that a person typed or ticked as right, as rows of a correction file."""
    today = datetime.now(UTC).astimezone(WIB).date().isoformat()
    values = edited[[LABELS["benar"], LABELS["nilai_baru"]]].itertuples(index=False)
    return [
        {
            "baris": str(row["baris"]),
            "kolom": row["kolom"],
            "teks_lama": row["teks_lama"],
            "nilai_baru": " ".join((value or "").split()),
            "alasan": reason.strip(),
            "oleh": oleh,
            "tanggal": today,
        }
        for row, (ticked, value) in zip(part.iter_rows(named=True), values, strict=True)
        if (value or "").strip() and (ticked or value != row["usulan"])
    ]


@faults.callback("menyimpan koreksi")
def _apply(titipan: unggah.Titipan, made: Sequence[Mapping[str, str]]) -> None:
    places = {(row["baris"], row["kolom"]) for row in made}
    kept = [row for row in unggah.corrections(titipan) if (row["baris"], row["kolom"]) not in places]
    try:
        unggah.keep_corrections(titipan, [*kept, *made])
    except unggah.LoaderError as error:
        st.session_state[_REFUSED] = str(error)


@faults.callback("membatalkan koreksi")
def _forget(titipan: unggah.Titipan) -> None:
    unggah.keep_corrections(titipan, [])
