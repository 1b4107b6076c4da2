"""Target: how do cities' targets for the same thing compare across years?"""

import polars as pl
import streamlit as st

from pages.charts import target_banding
from pages.components import filters, kalimat_target, pilih, shell, states, table
from pages.components.teks import plain
from queries import target
from queries.comparisons.target import PREDIKAT, disagreements, unit_groups, with_rank

KOLOM = ["satker", "jenis_dokumen", "tabel", "tahun", "nilai_teks", "nilai", "nilai_ordinal", "satuan", "keadaan"]
KOLOM += ["tingkat", "sasaran"]
ARTI_WARNA = {
    "angka": "Warna lebih pekat: angka lebih besar, belum tentu lebih baik. Sel kosong tanpa warna: tahun itu tidak "
    "ada dalam tabelnya.",
    "predikat": "Warna lebih pekat: predikat lebih baik. Sel kosong tanpa warna: tahun itu tidak ada dalam tabelnya.",
}


def main() -> None:
    """Choose an indikator; see its targets side by side, what cannot be compared, and every row."""
    shell.header("Target", "Bagaimana target kota-kota untuk hal yang sama berbanding dari tahun ke tahun?")
    saring = filters.current()
    daftar = target.indikator(saring)
    if daftar.is_empty():
        states.empty(saring, "target")
        return
    st.markdown(kalimat_target.bersama(daftar))
    chosen = pilih.baris(
        daftar,
        daftar["indikator"].to_list(),
        "Indikator",
        key="indikator",
        help_text="Urut dari yang paling banyak dipakai bersama. Kalimat disamakan hanya dalam huruf besar dan spasi.",
    )
    targets = target.nilai(saring, chosen["kunci"])
    satuan = unit_groups(targets)["satuan_banding"][0]
    comparable = pl.col("satuan_banding") == satuan
    draw(targets.filter(comparable), satuan, chosen["indikator"])
    list_others(targets.filter(~comparable))
    st.subheader("Semua baris indikator ini")
    table.show(targets, key="baris_target", page="target", order=KOLOM)


def draw(targets: pl.DataFrame, satuan: str, indikator: str) -> None:
    """The rows of one unit: in a sentence, where they disagree, and in a figure."""
    st.subheader(plain(indikator))
    st.markdown(kalimat_target.ringkas(targets, satuan))
    sentences = kalimat_target.perbedaan(disagreements(targets))
    if sentences:
        st.warning(
            "Tabel satker yang sama mencetak target berbeda.  \n" + "  \n".join(sentences), icon=":material/rule:"
        )
    ordinal = satuan == PREDIKAT
    figure = target_banding.grades(with_rank(targets)) if ordinal else target_banding.figure(targets, satuan)
    st.plotly_chart(figure, key="grafik_target", config={"displayModeBar": False}, alt=f"Target {indikator} per tahun")
    st.caption(f"{ARTI_WARNA['predikat' if ordinal else 'angka']} {target_banding.notes(targets)}")


def list_others(others: pl.DataFrame) -> None:
    """The rows in another unit, listed rather than drawn."""
    if not others.is_empty():
        st.markdown("**Tidak dapat dibandingkan: satuan berbeda**")
        st.markdown("\n".join(kalimat_target.tak_sebanding(others)))


main()
