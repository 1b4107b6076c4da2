"""The matrix satker × indikator: colour says the status, the cell the capaian, a sign what became of last year's."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import Any

import polars as pl
import streamlit as st

from pages.components import cells, html_table, location
from pages.components.cells import Change
from pages.components.format import number, percent
from pages.components.text import breakable, pendek
from pages.parts.capaian import kalimat
from pages.parts.capaian.figures import Dilihat
from pages.parts.capaian.url import INDIKATOR, SATKER, here
from queries import capaian
from queries.comparisons.capaian import TAK_TERHITUNG, TERCAPAI, TIDAK

KOLOM, MOST = 12, 40
BUKA, LEMBAR_KOLOM, LEMBAR_BARIS = "buka", "kolom", "lembar"
LOOK = {TERCAPAI: "kena", TIDAK: "meleset", TAK_TERHITUNG: "takterhitung"}
LEGENDA = (
    '<p class="legenda"><span class="kena">100</span> tercapai <span class="meleset">✕ 90</span> tidak tercapai '
    '<span class="takterhitung">?</span> tak terhitung · sel kosong: tidak dilaporkan · ▾ tahun lalu tercapai · '
    "▴ tahun lalu meleset · angka: capaian (%)</p>"
)
Row = dict[str, Any]


def show(dilihat: Dilihat) -> None:
    """Draw the matrix of the indikator that most satker share; the others page by page."""
    shown = columns(dilihat.indikator, page(LEMBAR_KOLOM))
    keys = tuple(shown["kunci"])
    kantor = dilihat.kantor
    if kantor["provinsi"].n_unique() > 1 and len(kantor) > MOST:
        parts = _of_provinsi(dilihat, shown, keys)
    else:
        parts = _of_satker(dilihat, kantor.slice((page(LEMBAR_BARIS) - 1) * MOST, MOST), keys)
        pager(LEMBAR_BARIS, len(kantor), MOST, "satker")
    st.html(html(shown, parts, f"Capaian satker menurut indikator, tahun {dilihat.tahun}", dilihat.tahun) + LEGENDA)
    pager(LEMBAR_KOLOM, len(dilihat.indikator), KOLOM, "indikator, yang dilaporkan paling banyak satker lebih dulu")


def page(key: str) -> int:
    """The page that the address or the control asks for."""
    asked = st.session_state.get(key) or st.query_params.get(key, "1")
    return max(int(asked), 1) if str(asked).isdecimal() else 1


def pager(key: str, many: int, size: int, what: str) -> None:
    """The page buttons of rows or columns, where one page does not hold all."""
    pages = -(-many // size)
    if pages < 2:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        at = st.pagination(pages, key=key, bind="query-params")
        st.caption(f"{number((at - 1) * size + 1)}–{number(min(at * size, many))} dari {number(many)} {what}.")


def columns(indikator: pl.DataFrame, at: int) -> pl.DataFrame:
    """The indikator of one page of columns: the most widely shared first, then side by side by sasaran."""
    shared = indikator.sort("jumlah_satker", "n_meleset", "indikator", descending=[True, True, False])
    part = shared.slice((at - 1) * KOLOM, KOLOM)
    part = shared.head(KOLOM) if part.is_empty() else part
    theme = pl.coalesce("sasaran_baku", "sasaran").fill_null("tanpa sasaran").alias("tema")
    return part.with_columns(theme).sort("tema", "indikator")


def html(shown: pl.DataFrame, rows: list[str], caption: str, tahun: int) -> str:
    """The table: sasaran over indikator over how often each was missed, then a row a satker."""
    indikator = shown.to_dicts()
    themes = "".join(_theme(name, len(list(part))) for name, part in groupby(indikator, key=lambda row: row["tema"]))
    names = "".join(_head(row) for row in indikator)
    missed = "".join(f"<td>{number(row['n_meleset'])}/{number(row['jumlah_satker'])}</td>" for row in indikator)
    return (
        f'<div class="gulir" role="region" tabindex="0" aria-label="{escape(caption)}"><table class="matriks-capaian">'
        f'<caption class="terdengar">{escape(caption)}</caption>'
        f"{_widths(len(indikator))}<thead>"
        f'<tr class="tema"><td colspan="3"></td>{themes}</tr>'
        f'<tr><th scope="col">Satker</th><th scope="col">Tercapai</th><th scope="col">dari {tahun - 1}</th>{names}</tr>'
        f'</thead><tbody><tr class="hitungan"><th scope="row">Meleset</th><td></td><td></td>{missed}</tr>'
        f"{''.join(html_table.folded(rows, html_table.at_first(rows)))}</tbody></table></div>"
        f"{html_table.opener(rows)}"
    )


def cell(row: Row | None, before: Row | None) -> str:
    """One satker's capaian of one indikator; the mouse opens its source, the ear hears its status."""
    if row is None:
        return "<td></td>"
    look = LOOK[row["status"]]
    shown = f"{'✕ ' if look == 'meleset' else ''}{kalimat.singkat(row)}{_sign(row, before)}"
    href = here(sumber=str(location.of_row(row)))
    link = f'<a tabindex="-1" href="{escape(href)}" title="{escape(kalimat.sel(row, before))}">{escape(shown)}</a>'
    return f'<td class="{look}">{link}{cells.heard(row["status"])}</td>'


def _sign(row: Row, before: Row | None) -> str:
    pair = (before["status"] if before else None, row["status"])
    return {(TERCAPAI, TIDAK): " ▾", (TIDAK, TERCAPAI): " ▴"}.get(pair, "")


def _of_satker(dilihat: Dilihat, kantor: pl.DataFrame, keys: tuple[str, ...], kind: str = "") -> list[str]:
    """A row a satker, those of the year before looked up beside."""
    asked = replace(dilihat.two_years, satker=tuple(kantor["kode_satker"]))
    found = {
        (row["kode_satker"], row["tahun"], row["kunci"]): row
        for row in capaian.banding(asked, kunci=keys, tingkat=dilihat.tingkat).iter_rows(named=True)
    }
    return [
        _row(
            cells.link(here(kantor=row["satker"], rinci=SATKER), escape(pendek(row["satker"])), row["satker"]),
            row,
            [_of(found, row["kode_satker"], dilihat.tahun, key) for key in keys],
            kind,
        )
        for row in kantor.iter_rows(named=True)
    ]


def _of(found: Mapping[tuple[str, int, str], Row], kode: str, tahun: int, key: str) -> str:
    return cell(found.get((kode, tahun, key)), found.get((kode, tahun - 1, key)))


def _of_provinsi(dilihat: Dilihat, shown: pl.DataFrame, keys: tuple[str, ...]) -> list[str]:
    """A row a provinsi; under the one that is open, its satker."""
    opened = st.query_params.get(BUKA)
    counted = capaian.provinsi(dilihat.of_year, keys, dilihat.tingkat)
    found = {(row["provinsi"], row["kunci"]): row for row in counted.iter_rows(named=True)}
    rows: list[str] = []
    for provinsi in _provinsi(dilihat.kantor).iter_rows(named=True):
        name = provinsi["provinsi"]
        sign = cells.icon("expand_less" if name == opened else "expand_more")
        first = cells.link(here(buka=None if name == opened else name), f"{sign} {escape(name)}", f"Buka {name}")
        rows.append(_row(first, provinsi, [_share(found.get((name, key))) for key in keys], "induk"))
        if name == opened:
            rows += _of_satker(dilihat, dilihat.kantor.filter(provinsi=name), keys, "anak")
    return rows


def _provinsi(kantor: pl.DataFrame) -> pl.DataFrame:
    counts = [f"{name}{end}" for name in ("n_indikator", "n_tercapai") for end in ("", "_lalu")]
    summed = kantor.group_by("provinsi").agg(pl.col(counts).sum())
    shares = [(pl.col(f"n_tercapai{end}") / pl.col(f"n_indikator{end}") * 100) for end in ("", "_lalu")]
    return summed.with_columns(shares[0].alias("persen"), shares[1].fill_nan(None).alias("persen_lalu")).sort("persen")


def _share(row: Row | None) -> str:
    if row is None:
        return "<td></td>"
    look = "meleset" if row["n_meleset"] else "kena"
    said = f"{number(row['n_tercapai'])}/{number(row['jumlah_satker'])}"
    return f'<td class="{look}">{said}{cells.heard("tercapai")}</td>'


def _row(first: str, row: Row, drawn: list[str], kind: str) -> str:
    said = f"{number(row['n_tercapai'])}/{number(row['n_indikator'])}"
    before = None if row["persen_lalu"] is None else row["persen"] - row["persen_lalu"]
    return (
        f'<tr class="{kind}"><th scope="row">{first}</th><td class="jumlah">'
        f"{cells.bar(row['persen'], said, tick=row['persen_lalu'])}</td>"
        f"<td>{cells.change(Change(before, ''))}</td>{''.join(drawn)}</tr>"
    )


def _widths(columns: int) -> str:
    named = "".join(f'<col class="{name}">' for name in ("nama", "bilah", "beda"))
    return f"<colgroup>{named}{'<col>' * columns}</colgroup>"


def _theme(name: str, wide: int) -> str:
    return f'<th scope="colgroup" colspan="{wide}" title="{escape(name)}"><span>{escape(breakable(name))}</span></th>'


def _head(row: Row) -> str:
    title = f"{row['indikator']}; median {percent(row['median_capaian'], 1) or 'tidak ada'}"
    shown = f"<span>{escape(breakable(kalimat.ringkas_indikator(row['indikator'])))}</span>"
    return f'<th scope="col">{cells.link(here(indikator=row["nama"], rinci=INDIKATOR), shown, title)}</th>'
