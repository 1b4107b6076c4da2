"""Below the figures of Target: the printed rows, their spread and wordings, and what cannot be compared."""

import polars as pl
import streamlit as st

from pages.charts import target_banding
from pages.components import saring_bar, sumber, table
from pages.components.columns import Kind
from pages.components.format import number
from pages.parts.target import kalimat, renstra
from pages.parts.target.rows import Dilihat
from queries.comparisons.target import PREDIKAT, disagreements, with_rank, wordings

KOLOM = ["satker", "tahun", "nilai_teks", "nilai", "nilai_ordinal", "satuan", "keadaan", "jenis_dokumen", "tabel"]
KOLOM += ["indikator", "keyakinan", "tingkat", "sasaran"]
JUDUL_SEBARAN = {
    "jumlah_satker": "Satker (n)",
    "bawah": "Seperempat terbawah sampai",
    "atas": "Seperempat teratas dari",
    "menyimpang": "Jauh dari median",
    "berbeda": "Tabelnya berbeda",
}
KINDS: dict[str, Kind] = dict.fromkeys(("terendah", "bawah", "median", "atas", "tertinggi"), "bilangan")
# Used to compare and to draw; a download holds what a reader understands.
DALAM = [
    "indikator_id",
    "satuan_banding",
    "satuan_tersirat",
    "label",
    "urutan",
    "sezaman",
    "provinsi",
    "tingkat_satker",
]
MOST_TABLES = 24


def show(seen: Dilihat, shown: pl.DataFrame, beside: pl.DataFrame) -> None:
    """The tabs; shown: the folded rows on screen, whose printed rows the first tab lists; beside: Dilihat.terhadap."""
    others = seen.lain["indikator_id"].n_unique()
    names = {
        "Baris tercetak": _rows,
        "Tiap tabel": _tables,
        "Sebaran per tahun": _spread,
        "Bunyi tercetak": _wordings,
        f"Satuan lain ({number(others)})": _others,
    }
    if len(beside):
        names["Renstra KPU RI"] = lambda *_: renstra.show(beside)
    for tab, draw in zip(st.tabs(list(names)), names.values(), strict=True):
        with tab:
            draw(seen, shown)


def _rows(seen: Dilihat, shown: pl.DataFrame) -> None:
    of_these = pl.col("kode_satker").is_in(shown["kode_satker"].unique().to_list())
    rows = seen.targets.filter(of_these) if len(shown["kode_satker"].unique()) else seen.targets
    whole = seen.targets.drop(DALAM)
    table.show(rows.drop(DALAM), key="baris_target", page="target", order=KOLOM, rows=whole)


def _tables(seen: Dilihat, shown: pl.DataFrame) -> None:
    """Every printed row by year, as today's matrix: of so many that an eye can compare."""
    targets = seen.targets.filter(pl.col("satuan_banding") == seen.satuan)
    count = targets["indikator_id"].n_unique()
    for line in kalimat.perbedaan(disagreements(targets)):
        st.markdown(line)
    if count > MOST_TABLES:
        st.info(
            f"Indikator ini tercetak dalam {number(count)} baris tabel. Pilih satu satker pada saringan, atau klik "
            "garisnya, untuk melihat tiap tabelnya berdampingan.",
            icon=":material/filter_alt:",
        )
        return
    ordinal = seen.satuan == PREDIKAT
    figure = target_banding.grades(with_rank(targets)) if ordinal else target_banding.figure(targets, seen.satuan)
    key = f"tabel_target_{st.query_params.get(sumber.PARAMETER, '')}"
    st.plotly_chart(figure, key=key, config={"displayModeBar": False}, alt="Target tiap baris tabel per tahun")
    st.caption(target_banding.notes(targets))


def _spread(seen: Dilihat, _: pl.DataFrame) -> None:
    """Median and range of each year, and who lies far from the others."""
    if seen.sebaran.is_empty():
        st.markdown("Sebaran perlu dua satker atau lebih dengan target berupa angka pada tahun yang sama.")
        return
    st.markdown("\n".join(kalimat.menyimpang(seen.sebaran)))
    names = pl.col("menyimpang", "berbeda").list.join(", ")
    found = seen.sebaran.with_columns(names)
    table.show(found, key="sebaran_target", page="target-sebaran", kinds=KINDS, labels=JUDUL_SEBARAN)


def _wordings(seen: Dilihat, _: pl.DataFrame) -> None:
    """How the satker word this indikator."""
    texts = wordings(seen.targets)
    st.markdown("\n".join(kalimat.bunyi(texts)))


def _others(seen: Dilihat, _: pl.DataFrame) -> None:
    """The rows in another unit, listed rather than drawn, and who prints nothing."""
    if not seen.lain.is_empty():
        rows, satker = seen.lain["indikator_id"].n_unique(), seen.lain["satker"].n_unique()
        st.markdown(f"**Tidak dapat dibandingkan: satuan berbeda** (n = {number(rows)} baris, {number(satker)} satker)")
        st.markdown("\n".join(kalimat.tak_sebanding(seen.lain)))
    gone = kalimat.tidak_mencetak(seen.targets, saring_bar.asked_satker())
    if gone or seen.lain.is_empty():
        st.markdown(gone or "Semua satker memakai satuan yang sama.")
