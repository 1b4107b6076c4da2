"""The indikator that one office missed: target, realisasi, capaian, last year, end of the Renstra, cause and effort."""

from html import escape
from typing import Any

import polars as pl
import streamlit as st

from pages.components import cells, html_table, location
from pages.components.cells import Change, Query
from pages.components.format import number, percent
from pages.components.html_table import Head, Part, Row
from pages.components.location import Tempat
from pages.parts.satker import kalimat
from queries.comparisons import capaian, renstra

MOST = 5
"""So many are seen at once, the lowest; the rest unfolds."""
TANDA = {
    renstra.SAMPAI: ("check_circle", "baik"),
    renstra.CUKUP: ("check_circle", "baik"),
    renstra.KURANG: ("cancel", "buruk"),
    renstra.TERLAMBAT: ("cancel", "buruk"),
    renstra.TAK_DIKETAHUI: ("help", "sepi"),
}


def missed(rows: pl.DataFrame) -> pl.DataFrame:
    """Of the indikator of one office and year those that were missed, the lowest capaian first, grades last."""
    return rows.filter(status=capaian.TIDAK).sort("capaian", "indikator", nulls_last=True)


def show(rows: pl.DataFrame, tahun: int, here: Query) -> None:
    """Draw them. rows: queries.satker.indikator; here: this page's address, to open a source on."""
    low = missed(rows)
    st.markdown(f"### {kalimat.judul_meleset(rows, low)}")
    st.caption(kalimat.akhir(rows))
    if low.is_empty():
        return
    st.html(html(low.head(MOST), tahun, here))
    rest = low.slice(MOST)
    if rest.is_empty():
        return
    title = f"{number(len(rest))} indikator lain yang meleset"
    box = st.expander(title, key="meleset_lain", on_change="rerun", bind="query-params", icon=":material/unfold_more:")
    if box.open:
        box.html(html(rest, tahun, here))


def html(rows: pl.DataFrame, tahun: int, here: Query) -> str:
    """The table; each name opens the printed line of the realisasi, each obstacle its own."""
    end = rows["tahun_akhir"].max()
    heads = [
        Head("Indikator"),
        Head("Target"),
        Head("Realisasi"),
        Head("Capaian", sorted=True),
        Head(str(tahun - 1)),
        Head(f"Akhir Renstra {end}" if end else "Akhir Renstra"),
        Head("Hambatan dan upaya"),
    ]
    drawn = [_row(row, here) for row in rows.iter_rows(named=True)]
    return html_table.html(heads, [Part("", drawn)], f"Indikator yang meleset tahun {tahun}")


def _row(row: dict[str, Any], here: Query) -> Row:
    name = cells.link(_source(here, location.of_row(row)), escape(row["indikator"]), "Buka baris tercetaknya")
    return Row(
        [
            name,
            escape(kalimat.nilai(row, "target")),
            escape(kalimat.nilai(row, "realisasi")),
            cells.bar(row["capaian"], percent(row["capaian"], 1) or "predikat", tick=row["capaian_lalu"]),
            _last_year(row),
            _end(row),
            _obstacle(row, here),
        ]
    )


def _last_year(row: dict[str, Any]) -> str:
    if row["status_lalu"] is None:
        return cells.bar(None, "")
    before = percent(row["capaian_lalu"], 1) or row["realisasi_teks_lalu"] or row["status_lalu"]
    change = cells.change(Change(row["selisih_capaian"], "")) if row["selisih_capaian"] is not None else ""
    return f'<span class="jajar">{escape(before)} {change}</span>'


def _end(row: dict[str, Any]) -> str:
    if row["keadaan_akhir"] is None:
        return cells.bar(None, "")
    sign, tone = TANDA[row["keadaan_akhir"]]
    target = number(row["akhir"]) + kalimat.satuan(row)
    said = escape(kalimat.jarak(row))
    return f'<span>{escape(target)}<br><small class="{tone}">{cells.icon(sign)} {said}</small></span>'


def _obstacle(row: dict[str, Any], here: Query) -> str:
    if row["hambatan"] is None and row["upaya"] is None:
        return cells.bar(None, "")
    place = Tempat(row["hambatan_berkas"], row["hambatan_baris"], row["tahun"])
    cause = cells.link(_source(here, place), escape(row["hambatan"] or "tanpa hambatan"), "Buka baris tercetaknya")
    effort = f"Upaya: {escape(row['upaya'])}" if row["upaya"] else "Upaya tidak tercetak"
    return f"<small>{cause}<br>{effort}</small>"


def _source(here: Query, place: Tempat) -> str:
    return cells.address("satker", {**here, "sumber": str(place)})
