"""The tree of one table of promises: branches that fold, in them sasaran, indikator, their years and their money."""

from typing import Any

import polars as pl
import streamlit as st

from pages.components import sumber
from pages.components.location import JUMLAH, Tempat
from pages.components.text import plain
from pages.parts.satker import kalimat
from queries.comparisons import susunan

# So few rows are shown unfolded.
SHORT = 12


def show(rows: pl.DataFrame, anggaran: pl.DataFrame) -> None:
    """Draw one table's rows of queries.satker.janji as a tree; `anggaran`: every pagu figure of the satker."""
    branches = susunan.cabang(rows)
    opened = rows["indikator_id"].n_unique() <= SHORT or len(branches) == 1
    program = None
    for branch in branches.iter_rows(named=True):
        if branch["jenis_cabang"] in ("kegiatan", "sasaran") and branch["program"] != program:
            program = branch["program"]
            _program(program, anggaran, branch["baris"])
        _branch(branch, rows, anggaran, opened)


def _program(program: str | None, anggaran: pl.DataFrame, baris: int) -> None:
    """The head of the branches of a program from this line on; a table may come back to one."""
    if program is not None:
        st.markdown(f":gray[Program] **{plain(program)}**")
        _money(susunan.anggaran_cabang(anggaran, "program", program), "program", baris)


def _branch(branch: dict[str, Any], rows: pl.DataFrame, anggaran: pl.DataFrame, opened: bool) -> None:
    """One folded branch; its inside is drawn only while it is open, since a long tree has hundreds of buttons."""
    box = st.expander(
        kalimat.nama_cabang(branch),
        expanded=opened,
        # The office stands in the key: line numbers of another office must not open its branches.
        key=f"cabang_{rows['kode_satker'][0]}_{branch['baris']}",
        on_change="rerun",
        bind="query-params",
    )
    if not box.open:
        return
    keys = ("jenis_cabang", "cabang", "program")
    inside = rows.filter(*(pl.col(key).eq_missing(pl.lit(branch[key], dtype=pl.String)) for key in keys))
    with box:
        if branch["jenis_cabang"] != "sasaran":
            money = susunan.anggaran_cabang(anggaran, branch["jenis_cabang"], branch["cabang"])
            _money(money, branch["jenis_cabang"], branch["baris"])
        for (sasaran, kegiatan), part in inside.group_by("sasaran", "kegiatan", maintain_order=True):
            if branch["jenis_cabang"] != "sasaran":
                st.markdown(f":gray[Sasaran] **{plain(str(sasaran))}**" if sasaran else ":gray[Tanpa sasaran tercetak]")
            _money(susunan.anggaran_sasaran(anggaran, kegiatan, sasaran), "sasaran", branch["baris"])
            for _, years in part.group_by("indikator_id", maintain_order=True):
                _indikator(years, anggaran)


def _indikator(years: pl.DataFrame, anggaran: pl.DataFrame) -> None:
    """One printed row: its words, who is responsible, a button a year, its capaian and its own money."""
    first = years.row(0, named=True)
    with st.container(border=True, gap="xxsmall"):
        st.markdown(f"{plain(first['indikator'])}  \n:small[:gray[{kalimat.divisi(first)}]]")
        with st.container(horizontal=True, gap="xsmall"):
            for row in years.iter_rows(named=True):
                place = Tempat(row["berkas"], row["baris"], row["tahun"], "realisasi" if _reported(row) else "target")
                _open(kalimat.sel(row), f"janji_{row['indikator_id']}_{row['tahun']}", place)
        told = [kalimat.capaian(row) for row in years.iter_rows(named=True)]
        if any(told):
            st.markdown("  \n".join(part for part in told if part))
        _money(susunan.anggaran_baris(anggaran, first["berkas"], first["baris"]), "indikator", first["baris"])


def _money(figures: pl.DataFrame, what: str, at: int) -> None:
    """The pagu that printed rows give for one thing, a line a printed row, never added. `at`: the line below which it
    is shown, as one row may stand in several places of the tree.
    """
    for (_, tabel, jenis, baris), rows in figures.group_by(
        "mata_anggaran_id", "tabel", "jenis_dokumen", "baris", maintain_order=True
    ):
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            st.markdown(
                f":small[:material/payments: Pagu {what} menurut {jenis} {plain(str(tabel))}, baris {baris}]",
                width="content",
            )
            for row in rows.iter_rows(named=True):
                tahun = row["tahun"] if row["tahun"] is not None else JUMLAH
                key = f"pagu_{row['mata_anggaran_id']}_{tahun}_{what}_{at}"
                _open(kalimat.pagu(row), key, Tempat(row["berkas"], row["baris"], tahun, "pagu"))


def _open(label: str, key: str, place: Tempat) -> None:
    st.button(label, key=key, type="tertiary", wrap=True, on_click=sumber.ask_for, args=(place,))


def _reported(row: dict[str, Any]) -> bool:
    return row["keadaan_realisasi"] is not None
