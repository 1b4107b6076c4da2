"""What needs attention: for each rule who is behind, worst first, by name, and the way to their rows."""

from collections.abc import Collection
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from pages.components import cells
from pages.components.cells import Query
from pages.components.format import join_words, number, percent
from pages.components.text import pendek
from queries.comparisons.rapor import behind, rules

HALAMAN = {
    "capaian": "capaian",
    "serapan": "serapan",
    "turun": "capaian",
    "konsistensi": "konsistensi",
    "dokumen": "dokumen",
}
"""A rule → the page with the rows it looked at."""
NAMED = 5
MOST = 40
"""More satker than this stand in no address: their page is opened with all, the last first."""
DASAR = "Aturan dan ambangnya disusun dalam queries/rules/rapor.toml: konvensi Selaras, bukan ketentuan KPU."


def show(measured: pl.DataFrame, what: str, address: Query, dikenal: Collection[str]) -> None:
    """One line a rule that finds anybody. measured: by satker, of one level; what: what they are together.

    dikenal: the satker that the filter can ask for; the others never sent a document.
    """
    found = [(rule, behind(measured, rule)) for rule in rules()]
    lines = [_line(rule, satker, what, address, dikenal) for rule, satker in found if len(satker)]
    if lines:
        st.html(f'<ul class="perhatian">{"".join(lines)}</ul>')
    else:
        st.success(f"Tidak ada {what} yang tertinggal menurut aturan Selaras.", icon=":material/task_alt:")


def _line(rule: dict[str, Any], satker: pl.DataFrame, what: str, address: Query, dikenal: Collection[str]) -> str:
    names = [_named(rule, row, address, dikenal) for row in satker.head(NAMED).iter_rows(named=True)]
    rest = len(satker) - len(names)
    listed = join_words([*names, f"{number(rest)} lain"] if rest else names)
    behind_it = satker["nama"].to_list()
    few = len(behind_it) <= MOST and all(name in dikenal for name in behind_it)
    asked = {"satker": behind_it} if few else {}
    way = cells.link(
        cells.address(HALAMAN[rule["kode"]], {**address, **asked}), f"buka barisnya{cells.icon('arrow_forward')}"
    )
    return f"<li><b>{number(len(satker))} {what}</b> {escape(rule['sebutan'])}: {listed}. <span>{way}</span></li>"


def _named(rule: dict[str, Any], row: dict[str, Any], address: Query, dikenal: Collection[str]) -> str:
    """The satker, a link to its page, with the figure that the rule looked at."""
    name, figure = escape(pendek(row["nama"])), _figure(rule, row)
    if row["nama"] not in dikenal:
        return f"{name} ({figure})"
    return f"{cells.link(cells.address('satker', {**address, 'kantor': row['nama']}), name)} ({figure})"


def _figure(rule: dict[str, Any], row: dict[str, Any]) -> str:
    value = row[rule["kolom"]]
    if rule["kode"] == "capaian":
        return f"{number(row['n_tercapai'])} dari {number(row['n_indikator'])}"
    if rule["kode"] == "dokumen":
        return number(value)
    return f"{number(value, 1)} poin" if rule["kode"] == "turun" else percent(value, 1)
