"""Target: how do cities' targets for the same thing compare across years?"""

import polars as pl
import streamlit as st

from pages.charts import matriks, target_banding
from pages.components import location, saring_bar, shell, states, sumber, table
from pages.components.columns import Kind
from pages.components.format import number
from pages.components.text import plain
from pages.parts.target import indikator_choice, kalimat
from queries import target
from queries.comparisons.target import PREDIKAT, disagreements, spread, unit_groups, with_rank, wordings

KOLOM = ["satker", "nilai_teks", "tahun", "nilai", "nilai_ordinal", "satuan", "keadaan", "jenis_dokumen", "tabel"]
KOLOM += ["indikator", "keyakinan", "tingkat", "sasaran"]
JUDUL_SEBARAN = {"jumlah_satker": "Satker (n)", "menyimpang": "Jauh dari median", "berbeda": "Tidak ikut (berbeda)"}
KINDS: dict[str, Kind] = {"terendah": "bilangan", "median": "bilangan", "tertinggi": "bilangan"}
# Used to compare and to draw; a download holds what a reader understands.
DALAM = ["indikator_id", "satuan_banding", "satuan_tersirat", "label"]
ARTI_WARNA = {
    "angka": "Warna lebih pekat: angka lebih besar, belum tentu lebih baik. Sel kosong tanpa warna: tahun itu tidak "
    "ada dalam tabelnya.",
    "predikat": "Warna lebih pekat: predikat lebih baik. Sel kosong tanpa warna: tahun itu tidak ada dalam tabelnya.",
}


def main() -> None:
    """Choose an indikator; see its targets side by side, what cannot be compared, and every row."""
    shell.header("Target", "Bagaimana target kota-kota untuk hal yang sama berbanding dari tahun ke tahun?")
    saring = saring_bar.current()
    by_text = indikator_choice.menurut_bunyi()
    daftar = target.indikator(saring, menurut_bunyi=by_text)
    if daftar.is_empty():
        states.empty(saring, "target")
        return
    st.markdown(kalimat.bersama(daftar, menurut_bunyi=by_text))
    chosen = indikator_choice.satu(daftar, menurut_bunyi=by_text)
    targets = target.nilai(saring, chosen["kunci"], menurut_bunyi=by_text)
    satuan = unit_groups(targets)["satuan_banding"][0]
    comparable = pl.col("satuan_banding") == satuan
    st.header(plain(chosen["indikator"]))
    if not by_text:
        st.caption(kalimat.arah(chosen))
    draw(targets.filter(comparable), satuan, chosen["indikator"])
    show_spread(targets.filter(comparable), satuan)
    list_others(targets.filter(~comparable))
    st.markdown(kalimat.tidak_mencetak(targets, saring_bar.asked_satker()))
    list_wordings(targets)
    st.subheader("Semua baris indikator ini")
    table.show(targets, key="baris_target", page="target", order=KOLOM, rows=targets.drop(DALAM))


def draw(targets: pl.DataFrame, satuan: str, indikator: str) -> None:
    """The rows of one unit: in a sentence, where they disagree, and in a figure."""
    st.markdown(kalimat.ringkas(targets, satuan))
    sentences = kalimat.perbedaan(disagreements(targets))
    if sentences:
        st.warning(
            "Tabel satker yang sama mencetak target berbeda.  \n" + "  \n".join(sentences), icon=":material/rule:"
        )
    ordinal = satuan == PREDIKAT
    figure = target_banding.grades(with_rank(targets)) if ordinal else target_banding.figure(targets, satuan)
    # A new key an open source: a mark of an older click would dim the other cells.
    key = f"grafik_target_{st.query_params.get(sumber.PARAMETER, '')}"
    st.plotly_chart(
        figure,
        key=key,
        config={"displayModeBar": False},
        on_select=lambda: follow_click(key),
        selection_mode="points",
        alt=f"Target {indikator} per tahun; sumber tiap angkanya ada pada tabel di bawah",
    )
    meaning = ARTI_WARNA["predikat" if ordinal else "angka"]
    st.caption(f"Klik sel untuk membuka sumbernya. {meaning} {target_banding.notes(targets)}")


def follow_click(key: str) -> None:
    """Open the source of the cell that was clicked."""
    points = st.session_state[key].selection.points
    place = location.parse(matriks.clicked(points[0])) if points else None
    if place is not None:
        sumber.ask_for(place)


def show_spread(targets: pl.DataFrame, satuan: str) -> None:
    """Median and range of each year, and who lies far from the others."""
    found = spread(targets)
    if found.is_empty():
        return
    st.markdown("\n\n".join([kalimat.median(found, satuan), "\n".join(kalimat.menyimpang(found))]))
    with st.expander("Sebaran per tahun", icon=":material/functions:"):
        names = pl.col("menyimpang", "berbeda").list.join(", ")
        table.show(
            found.with_columns(names), key="sebaran_target", page="target-sebaran", kinds=KINDS, labels=JUDUL_SEBARAN
        )


def list_others(others: pl.DataFrame) -> None:
    """The rows in another unit, listed rather than drawn."""
    if not others.is_empty():
        rows, satker = others["indikator_id"].n_unique(), others["satker"].n_unique()
        st.markdown(f"**Tidak dapat dibandingkan: satuan berbeda** (n = {number(rows)} baris, {number(satker)} satker)")
        st.markdown("\n".join(kalimat.tak_sebanding(others)))


def list_wordings(targets: pl.DataFrame) -> None:
    """How each satker words this indikator."""
    texts = wordings(targets)
    count = texts["indikator"].str.to_lowercase().n_unique()
    unsure = texts["mungkin"].any()
    head = f"Bunyi tercetak di tiap satker · {number(count)} bunyi{' · ada padanan yang belum pasti' if unsure else ''}"
    with st.expander(head, icon=":material/translate:"):
        st.markdown("\n".join(kalimat.bunyi(texts)))


main()
