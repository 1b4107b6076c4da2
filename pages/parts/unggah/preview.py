"""What a file would bring in and change, before anything is written."""

from collections.abc import Mapping, Sequence

import polars as pl
import streamlit as st

from loaders import unggah
from pages.components.format import join_words, number
from pages.components.text import plain

TABEL = {
    "tabel": "Tabel",
    "jenis_dokumen": "Jenis",
    "unit": "Penanda tangan",
    "tempat": "Mulai di",
    "indikator": "Indikator",
    "target": "Target",
    "realisasi": "Realisasi",
    "pagu": "Pagu",
    "hambatan": "Hambatan",
    "dikarantina": "Baris dikarantina",
}
PERUBAHAN = {
    "jenis_perubahan": "Perubahan",
    "uraian": "Indikator, mata anggaran atau hambatan",
    "masa": "Tahun",
    "teks_lama": "Tercetak dulu",
    "teks_baru": "Tercetak kini",
    "terbaca": "Dipahami sebagai",
    "isi": "Angka",
    "tabel": "Tabel",
    "tempat": "Letak",
}
URUTAN = ("berubah", "hilang", "menunggu", "bertambah")
MARKS = {
    "bertambah": ":green[:material/add_circle: {} bertambah]",
    "berubah": ":orange[:material/change_circle: {} berubah]",
    "menunggu": ":orange[:material/front_hand: {} menunggu keputusan]",
    "hilang": ":red[:material/remove_circle: {} hilang]",
}


def show(
    titipan: unggah.Titipan,
    lembar: unggah.Lembar,
    identitas: unggah.Identitas,
    koreksi: Sequence[Mapping[str, str]],
    lama: unggah.Serupa | None,
) -> unggah.Pratinjau:
    """Draw the preview and return it."""
    shown = unggah.preview(titipan, lembar, identitas, koreksi, lama.hasil if lama else None)
    tables = unggah.tables(shown)
    st.header("Apa yang terbaca")
    st.markdown(f"### {headline(tables, shown)}")
    for sentence in unggah.notes(shown):
        st.caption(f":material/info: {plain(sentence)}")
    if len(tables):
        _table(tables, TABEL, f"tabel_{titipan.kunci}")
    for sentence in unggah.stopped(shown):
        st.error(plain(sentence), icon=":material/error:")
    for sentence in unggah.unread_columns(shown):
        st.warning(plain(sentence), icon=":material/view_column:")
    _passed_over(shown)
    st.header("Apa yang berubah di basis data")
    _changes(unggah.changes(shown, lama.hasil.bacaan.lembar if lama else None), lama, titipan)
    return shown


def headline(tables: pl.DataFrame, shown: unggah.Pratinjau) -> str:
    """The preview in one sentence."""
    if tables.is_empty():
        return "Tidak ada tabel yang dikenali, jadi tidak ada angka yang akan masuk."
    sums = {name: int(tables[name].sum()) for name in ("target", "realisasi", "pagu", "hambatan")}
    counted = join_words([f"{number(count)} {name}" for name, count in sums.items() if count])
    waiting = len({doubt.baris for doubt in shown.bacaan.waspada})
    skipped = int(unggah.passed_over(shown)["baris"].sum())
    left = [f"{number(waiting)} baris menunggu keputusan Anda"] if waiting else []
    left += [f"{number(skipped)} baris sel tidak dikenali"] if skipped else []
    left += ["ada kolom yang tidak dibaca"] if unggah.unread_columns(shown) else []
    what = f"dengan {counted}" if counted else "tanpa angka yang dapat langsung dimuat"
    return f"{number(len(tables))} tabel terbaca {what}; {join_words(left) or 'tidak ada yang diragukan'}."


def _table(frame: pl.DataFrame, labels: Mapping[str, str], key: str) -> None:
    shown = frame.select(list(labels)).rename(dict(labels))
    st.dataframe(shown, hide_index=True, key=key, placeholder="")


def _passed_over(shown: unggah.Pratinjau) -> None:
    """The rows of cells that no reader knows, so that a missing table is seen."""
    runs = unggah.passed_over(shown)
    if runs.is_empty():
        return
    total = number(int(runs["baris"].sum()))
    st.warning(
        f"{total} baris sel tidak termasuk tabel yang dikenali, jadi tidak dibaca. Periksa sebelum menerbitkan.",
        icon=":material/visibility_off:",
    )
    with st.expander("Baris sel yang tidak dibaca", icon=":material/table_rows:"):
        st.markdown(
            "Baris-baris ini tidak dibaca karena kepala kolomnya tidak dikenal. Bila di antaranya ada tabel kinerja "
            "atau anggaran, salin isinya ke lembar kerja Selaras."
        )
        labels = {"tempat": "Mulai di", "baris": "Banyaknya baris", "teks": "Baris pertama"}
        _table(runs, labels, "dilewati")


def _changes(changes: pl.DataFrame, lama: unggah.Serupa | None, titipan: unggah.Titipan) -> None:
    counts = dict(changes["jenis_perubahan"].value_counts().iter_rows())
    possible = MARKS if lama else {"bertambah", *counts}
    said = " · ".join(mark.format(number(counts.get(jenis, 0))) for jenis, mark in MARKS.items() if jenis in possible)
    against = f"Dibanding {plain(lama.dokumen.path.name)}: " if lama else "Dokumen baru: "
    st.markdown(f"{against}{said}")
    if changes.is_empty():
        st.caption("Tidak ada angka yang bertambah, berubah atau hilang.")
        return
    kinds = pl.Enum(URUTAN)
    _table(
        changes.sort(pl.col("jenis_perubahan").cast(kinds), maintain_order=True),
        PERUBAHAN,
        f"perubahan_{titipan.kunci}",
    )
