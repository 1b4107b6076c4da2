"""The coverage matrix: satker × jenis dokumen × tahun, one chip a year that is held."""

import polars as pl
import streamlit as st

from pages.components import downloads

JENIS = ("Renstra", "RKT", "PK", "LK")
NONE = "belum ada"


def show(coverage: pl.DataFrame, documents: pl.DataFrame) -> None:
    """Draw kelengkapan.coverage: a green chip a year, a red one where values are unreadable, grey where nothing is."""
    matrix = chips(coverage, documents)
    every = sorted({chip for column in JENIS for row in matrix[column] for chip in row})
    st.dataframe(
        matrix,
        column_config={
            "satker": st.column_config.TextColumn("Satker", pinned=True, width=190),
            **{
                jenis: st.column_config.MultiselectColumn(
                    jenis, options=every, color=[_colour(chip) for chip in every], width=_width(matrix, jenis)
                )
                for jenis in JENIS
            },
        },
        hide_index=True,
        key="cakupan",
        alt="Cakupan dokumen per satker dan tahun",
    )
    st.caption(
        "Hijau: tahun yang dimuat. Merah: tahun yang memuat nilai rusak, dengan jumlahnya. Abu-abu: belum ada. "
        "PK yang terlampir dalam LK dihitung sebagai PK. Nilai rusak pada kolom jumlah tidak terikat tahun dan tidak "
        "dihitung di sini."
    )
    downloads.download(coverage, page="dokumen-cakupan", key="cakupan")


def chips(coverage: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """One row a satker: satker, and for each jenis dokumen the list of its chips ("2020", "2021 · 2 rusak")."""
    label = (
        pl.when(pl.col("jumlah_rusak") > 0)
        .then(pl.format("{} · {} rusak", pl.col("tahun"), pl.col("jumlah_rusak")))
        .otherwise(pl.col("tahun").cast(pl.String))
    )
    satkers = pl.concat([documents["satker"], coverage["satker"]]).unique().sort()
    rows: dict[str, list] = {"satker": satkers.to_list()}
    for jenis in JENIS:
        of_jenis = dict(
            coverage.filter(jenis_dokumen=jenis).sort("tahun").group_by("satker").agg(label.alias("chips")).iter_rows()
        )
        rows[jenis] = [of_jenis.get(satker, [NONE]) for satker in satkers]
    return pl.DataFrame(rows, schema={"satker": pl.String, **dict.fromkeys(JENIS, pl.List(pl.String))})


def _colour(chip: str) -> str:
    if chip == NONE:
        return "gray"
    return "red" if "rusak" in chip else "green"


def _width(matrix: pl.DataFrame, jenis: str) -> int:
    """Wide enough for the longest row of chips, so that none is cut off."""
    longest = max((sum(7 * len(chip) + 26 for chip in row) for row in matrix[jenis]), default=0)
    return max(90, longest + 16)
