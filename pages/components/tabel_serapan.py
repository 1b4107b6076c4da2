"""The tables of the Serapan page: the rows behind a figure, the printed totals, every table that prints pagu."""

import polars as pl
import streamlit as st

from pages.components import kalimat_serapan, pilih, table
from pages.components.columns import Kind
from pages.components.teks import plain
from queries.comparisons.serapan import sum_by

KOLOM = ["uraian", "tahun", "pagu", "realisasi", "serapan_persen", "persen_tercetak", "selisih_persen", "catatan"]
KOLOM += ["keadaan", "kode_ro", "kegiatan", "program", "pagu_teks"]
KOLOM_TOTAL = ["tahun", "uraian", "pagu", "jumlah_pagu", "selisih_pagu"]
KOLOM_TOTAL += ["realisasi", "jumlah_realisasi", "selisih_realisasi", "persen_tercetak", "serapan_persen"]
KOLOM_JUMLAH = ["uraian", "tercetak_teks", "tercetak", "jumlah_tahun", "tahun_rusak", "selisih"]
KOLOM_TABEL = ["satker", "jenis_dokumen", "tabel", "tingkat", "tahun_awal", "tahun_akhir", "jumlah_baris", "pagu"]
KOLOM_TABEL += ["realisasi", "serapan_persen", "jumlah_rusak"]
KINDS: dict[str, Kind] = {
    "realisasi": "rupiah",
    "jumlah_pagu": "rupiah",
    "jumlah_realisasi": "rupiah",
    "selisih_pagu": "rupiah",
    "selisih_realisasi": "rupiah",
    "tercetak": "rupiah",
    "jumlah_tahun": "rupiah",
    "selisih": "rupiah",
    "tahun_awal": "tahun",
    "tahun_akhir": "tahun",
}
JUDUL = {
    "selisih_persen": "Selisih (poin persen)",
    "realisasi": "Realisasi (Rp)",
    "tercetak": "Jumlah tercetak (Rp)",
    "tercetak_teks": "Seperti tercetak",
    "jumlah_tahun": "Jumlah tahunnya (Rp)",
    "tahun_rusak": "Tahun tak terbaca",
    "selisih": "Selisih (Rp)",
    "jumlah_pagu": "Jumlah baris (Rp)",
    "selisih_pagu": "Selisih (Rp)",
    "jumlah_realisasi": "Jumlah baris, realisasi (Rp)",
    "selisih_realisasi": "Selisih realisasi (Rp)",
    "jumlah_rusak": "Angka rusak",
}


def rows(frame: pl.DataFrame, kelompok: str | None) -> None:
    """The rows behind the figures, and what they add up to."""
    part = frame if kelompok is None else frame.filter(pl.col("kelompok") == kelompok)
    st.subheader(f"Baris: {plain(kelompok)}" if kelompok else "Semua baris tabel ini")
    st.markdown(kalimat_serapan.jumlah_baris(sum_by(part, []).row(0, named=True)))
    order = pilih.terisi(part, KOLOM)
    if "realisasi" not in order:
        # The page has said it once; "realisasi tidak ada" on every row would only hide the other notes.
        order.remove("catatan")
    table.show(part, key="baris_serapan", page="serapan", order=order, kinds=KINDS, labels=JUDUL)


def printed(totals: pl.DataFrame, lines: pl.DataFrame) -> None:
    """The totals the table prints itself, beside ours."""
    if totals.is_empty() and lines.is_empty():
        return
    st.subheader("Jumlah yang tercetak di samping jumlah kita")
    sentences = kalimat_serapan.total_tercetak(totals) + kalimat_serapan.jumlah_tercetak(lines)
    st.markdown("\n".join(f"- {sentence}" for sentence in sentences))
    with st.expander("Angka-angkanya", icon=":material/functions:"):
        for frame, columns, key in ((totals, KOLOM_TOTAL, "total"), (lines, KOLOM_JUMLAH, "jumlah")):
            if not frame.is_empty():
                order = pilih.terisi(frame, columns)
                table.show(frame, key=f"{key}_serapan", page=f"serapan-{key}", order=order, kinds=KINDS, labels=JUDUL)


def every_table(daftar: pl.DataFrame) -> None:
    """Every table that prints pagu, with its own sums; never added up."""
    st.subheader("Semua tabel yang mencetak pagu")
    st.caption(
        "Satu baris satu tingkat dari satu tabel, dijumlahkan untuk tahun-tahun yang dicetaknya. Baris-baris ini tidak "
        "boleh dijumlahkan lagi: uang yang sama tercetak pada beberapa tabel dan tingkat."
    )
    table.show(daftar, key="tabel_serapan", page="serapan-tabel", order=KOLOM_TABEL, kinds=KINDS, labels=JUDUL)
