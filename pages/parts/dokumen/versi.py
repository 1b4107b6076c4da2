"""The versions of one document: which one is in use, and what each one changed against the one before."""

import polars as pl
import streamlit as st

from pages.components import table
from pages.components.format import number, tanggal
from pages.components.text import plain
from queries import dokumen

KEY = "perubahan_versi"
ORDER = [
    *("jenis_perubahan", "uraian", "tahun", "periode", "versi_pagu", "teks_lama", "teks_baru", "isi", "tabel"),
    *("tempat_lama", "tempat_baru"),
]
NOT_EVERYWHERE = ("periode", "versi_pagu")
"""Columns that are left out where no figure has such a thing."""
LABELS = {
    "jenis_perubahan": "Perubahan",
    "uraian": "Indikator, mata anggaran atau hambatan",
    "teks_lama": "Tercetak dulu",
    "teks_baru": "Tercetak kini",
    "isi": "Angka",
    "periode": "Periode",
    "versi_pagu": "Versi pagu",
    "tempat_lama": "Letak dulu",
    "tempat_baru": "Letak kini",
}


def show(berkas: str) -> None:
    """Draw the versions of the document; nothing where there is only one."""
    versions = dokumen.versi(berkas)
    if len(versions) < 2:
        return
    st.subheader("Versi dokumen ini")
    for version in versions.iter_rows(named=True):
        st.markdown(_line(version))
    newer = versions.filter(pl.col("menggantikan").is_not_null())
    files = newer["berkas"].to_list()[::-1]
    chosen = files[0]
    if len(files) > 1:
        chosen = st.selectbox("Perubahan yang dibawa versi", files, key=KEY)
    _changes(chosen, used=bool(versions.filter(berkas=chosen)["dipakai"][0]))


def _line(version: dict) -> str:
    used = " :green-badge[:material/check: dipakai di semua halaman]" if version["dipakai"] else ""
    when = f", {tanggal(version['tanggal'])}" if version["tanggal"] else ""
    changed = (
        f" Dibanding versi sebelumnya: {number(version['bertambah'])} angka bertambah, {number(version['berubah'])} "
        f"berubah, {number(version['hilang'])} hilang."
        if version["menggantikan"]
        else " Versi pertama."
    )
    said = f"**Versi {version['versi']}** · {plain(version['berkas'])}{when}.{changed}{used}"
    return f"{said}  \n:gray[{plain(version['sumber'])}]"


def _changes(berkas: str, *, used: bool) -> None:
    """What a version changed. Only figures of the version in use lead to their source; what is gone has none."""
    found = dokumen.perubahan(berkas)
    if found.is_empty():
        st.info("Tidak ada angka yang bertambah, berubah atau hilang dalam versi ini.", icon=":material/equal:")
        return
    found = found.drop(name for name in NOT_EVERYWHERE if found[name].null_count() == len(found))
    standing = pl.col("baris").is_not_null() & used
    for part, key in ((found.filter(standing), "perubahan"), (found.filter(~standing).drop("baris"), "perubahan_lain")):
        if len(part):
            order = [name for name in ORDER if name in part.columns]
            table.show(part, key=key, page="dokumen-perubahan", order=order, labels=LABELS)
    st.caption("Versi lain dapat dipakai dengan perintah `python -m loaders pakai BERKAS`.")
