"""The four tiles of a rapor: each measure of the satker it is of, its change, its years, and the page with its rows."""

from typing import Any

import polars as pl
import streamlit as st

from pages.components import cells
from pages.components.cells import Change, Query, Tile
from pages.components.format import number, percent, rupiah_short
from queries.comparisons.rapor import UKURAN

HALAMAN = {"capaian": "capaian", "serapan": "serapan", "konsistensi": "konsistensi", "kelengkapan": "dokumen"}


def show(total: dict[str, Any], deret: pl.DataFrame, address: Query | None) -> None:
    """Draw the tiles. total: the row of comparisons.rapor.measure(by=None); deret: years with <ukuran>_persen; address:
    the filter for the pages with the rows (None: there are none to open).
    """
    st.html(cells.tiles([_tile(ukuran, total, deret, address) for ukuran in UKURAN]))


def _tile(ukuran: str, total: dict[str, Any], deret: pl.DataFrame, address: Query | None) -> Tile:
    share = total[f"{ukuran}_persen"]
    return Tile(
        ukuran.capitalize(),
        percent(share, 1),
        note(ukuran, total),
        Change(total[f"selisih_{ukuran}"]),
        deret.select("tahun", f"{ukuran}_persen").rows(),
        cells.address(HALAMAN[ukuran], address) if address is not None else "",
    )


def note(ukuran: str, total: dict[str, Any]) -> str:
    """What a tile's share counts: so many of so many."""
    part, whole = (total[name] for name in UKURAN[ukuran])
    if ukuran == "serapan":
        return f"{rupiah_short(part)} dari {rupiah_short(whole)}" if whole else "belum ada realisasi"
    what = {"capaian": "indikator", "konsistensi": "janji tetap", "kelengkapan": "dokumen"}[ukuran]
    return f"{number(part)} dari {number(whole)} {what}"
