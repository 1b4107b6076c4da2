"""The tables of the Serapan page: the rows behind a figure, the printed totals, every table that prints pagu."""

import polars as pl
import streamlit as st

from pages.components import choice, kalimat_jumlah, kalimat_serapan, saring_bar, table
from pages.components.columns import Kind
from pages.components.shell import FOLDER
from pages.components.text import plain
from queries.comparisons.serapan import flagged, flags, sum_by
from queries.saring import Saring

KOLOM = ["uraian", "pagu", "tahun", "realisasi", "serapan_persen", "persen_tercetak", "selisih_persen", "catatan"]
KOLOM += ["keadaan", "kode_ro", "kegiatan", "program", "pagu_teks"]
KOLOM_TOTAL = ["tahun", "uraian", "keadaan", "pagu", "jumlah_pagu", "selisih_pagu"]
KOLOM_TOTAL += ["realisasi", "jumlah_realisasi", "selisih_realisasi", "persen_tercetak", "serapan_persen"]
KOLOM_JUMLAH = ["uraian", "tercetak_teks", "tercetak", "keadaan", "jumlah_tahun", "tahun_rusak", "selisih"]
KOLOM_TABEL = ["satker", "pagu", "catatan", "jenis_dokumen", "tabel", "tingkat", "tahun_awal", "tahun_akhir"]
KOLOM_TABEL += ["jumlah_baris", "realisasi", "serapan_persen", "jumlah_rusak"]
# Used to compute and to draw; a download holds what a reader understands.
DALAM = ["mata_anggaran_id", "kelompok", "alasan", "tercetak_berbeda", "melebihi_pagu", "tanpa_pagu", "skala"]
DALAM += ["pagu_terbanding", "realisasi_terbanding"]
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
    part = _with_flag(part)
    st.markdown(kalimat_serapan.jumlah_baris(sum_by(part, []).row(0, named=True)))
    order = choice.terisi(part, KOLOM)
    if "realisasi" not in order:
        # The page has said it once; "realisasi tidak ada" on every row would only hide the other notes.
        order.remove("catatan")
    _show(part, key="baris_serapan", page="serapan", order=order)


def _with_flag(part: pl.DataFrame) -> pl.DataFrame:
    """Let the reader keep only the rows behind one of the counts above."""
    present = [flag for flag in flags() if len(flagged(part, flag))]
    if not present:
        return part
    flag = choice.atau_semua("Hanya baris dengan tanda", present, key="tanda", everything="Semua baris")
    return flagged(part, flag) if flag in present else part


def printed(totals: pl.DataFrame, lines: pl.DataFrame) -> None:
    """The totals the table prints itself, beside ours."""
    if totals.is_empty() and lines.is_empty():
        return
    st.subheader("Jumlah yang tercetak di samping jumlah kita")
    sentences = kalimat_jumlah.total_tercetak(totals) + kalimat_jumlah.jumlah_tercetak(lines)
    st.markdown("\n".join(f"- {sentence}" for sentence in sentences))
    with st.expander("Angka-angkanya", icon=":material/functions:"):
        for frame, columns, key in ((totals, KOLOM_TOTAL, "total"), (lines, KOLOM_JUMLAH, "jumlah")):
            if not frame.is_empty():
                order = choice.terisi(frame, columns)
                _show(frame, key=f"{key}_serapan", page=f"serapan-{key}", order=order)


def to_temuan(chosen: dict, rules: pl.DataFrame) -> None:
    """The way to the temuan about one table. Input: a row of queries.serapan.tabel, queries.serapan.temuan."""
    if rules.is_empty():
        return
    names = [f"{kode} {nama}" for kode, nama in rules.select("kode_aturan", "nama_aturan").iter_rows()]
    st.page_link(
        FOLDER / "konsistensi.py",
        label=f"Buka aturan {', '.join(rules['kode_aturan'])} untuk {plain(chosen['satker'])} di halaman Konsistensi",
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=saring_bar.address(Saring(satker=(chosen["kode_satker"],))) | {"aturan": names},
    )


def every_table(daftar: pl.DataFrame, temuan: pl.DataFrame) -> None:
    """Every table that prints pagu, with its own sums, never added up, and what must be known of them.

    Input: queries.serapan.tabel and queries.serapan.temuan.
    """
    st.subheader("Semua tabel yang mencetak pagu")
    st.caption(
        "Satu baris satu tingkat dari satu tabel, dijumlahkan untuk tahun-tahun yang dicetaknya. Baris-baris ini tidak "
        "boleh dijumlahkan lagi: uang yang sama tercetak pada beberapa tabel dan tingkat."
    )
    place = ["berkas", "tabel", "tingkat"]
    counts = daftar.join(temuan.group_by(place).agg(pl.col("jumlah").sum()), on=place, how="left")
    notes = [kalimat_serapan.catatan_tabel(row, row["jumlah"] or 0) for row in counts.iter_rows(named=True)]
    noted = daftar.with_columns(pl.Series("catatan", notes, dtype=pl.String))
    _show(noted, key="tabel_serapan", page="serapan-tabel", order=KOLOM_TABEL)


def _show(frame: pl.DataFrame, *, key: str, page: str, order: list[str]) -> None:
    readable = frame.drop(DALAM, strict=False)
    table.show(frame, key=key, page=page, rows=readable, order=order, kinds=KINDS, labels=JUDUL)
