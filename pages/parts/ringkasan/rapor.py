"""The rapor table: a row a satker (a provinsi, where there are many), worst first, each figure the way to its rows."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from pages.components import cells, choice, downloads, html_table
from pages.components.cells import Change, Query
from pages.components.format import number, percent
from pages.components.html_table import Head, Part, Row
from pages.components.text import pendek, sebutan
from pages.parts.ringkasan import kalimat
from queries.comparisons.rapor import URUTAN, levels, measure, ordered

URUT, BUKA = "urut_rapor", "buka"
FIRST, MOST = 7, 40
"""More satker than this, of several provinsi, stand behind their provinsi."""
DOKUMEN = ("Renstra", "RKT", "PK komisioner", "PK sekretariat", "LK")
JUDUL = ("Satker", "Capaian", "", "Serapan", "", "Konsistensi", "Temuan kritis", "Dokumen")
KOLOM = {"capaian": 1, "perubahan": 2, "serapan": 3, "konsistensi": 5, "temuan": 6, "dokumen": 7, "nama": 0}
"""The order in which a rapor stands → the column that shows it."""


@dataclass(frozen=True)
class Rapor:
    """What is drawn: rows of queries.rapor.baris, the year, the filter as an address, the satker one can ask for.

    Who never sent a document is no choice of the filter: there is nothing to open.
    """

    rows: pl.DataFrame
    tahun: int
    address: Query
    dikenal: Collection[str]

    @property
    def by_provinsi(self) -> bool:
        """Whether provinsi come first: satker of several, more than an eye compares."""
        return self.rows["provinsi"].n_unique() > 1 and len(self.rows) > MOST


def show(rapor: Rapor) -> None:
    """Draw heading, controls (in the address), the table and its download."""
    with st.container(horizontal=True, vertical_alignment="center"):
        heading = st.container(width="stretch")
        opened = _opened(rapor) if rapor.by_provinsi else None
        with st.container(width=230):
            menurut = _order()
    heading.markdown(f"### {kalimat.judul_rapor(rapor.rows, menurut)}")
    drawn = html(rapor, menurut, opened)
    st.html(drawn + legend(drawn))
    export = rapor.rows.with_columns(pl.col("dokumen").list.join("; "))
    downloads.download(export, page="ringkasan-rapor", key="rapor")


def html(rapor: Rapor, menurut: str, opened: str | None) -> str:
    """The table itself; opened: the provinsi whose satker stand under it."""
    heads = [
        Head(title or f"dari {rapor.tahun - 1}", sorted=KOLOM[menurut] == place, right=not title)
        for place, title in enumerate(JUDUL)
    ]
    parts = _of_provinsi(rapor, menurut, opened) if rapor.by_provinsi else _of_satker(rapor, menurut)
    return html_table.html(heads, parts, f"Rapor satker tahun {rapor.tahun}", first=FIRST)


def legend(drawn: str) -> str:
    """What the marks of the table that is drawn mean, of those that occur in it."""
    said = ["Garis tegak pada batang: tahun lalu."] if 'class="takik"' in drawn else []
    said += [f"Dokumen berurutan {', '.join(DOKUMEN)}: {cells.legend()}"] if 'class="titik-titik"' in drawn else []
    return f'<div class="keterangan">{" ".join(said)}</div>' if said else ""


def _order() -> str:
    names = {kalimat.JUDUL_URUT[name]: name for name in URUTAN}
    return names[choice.satu("Urutkan menurut", list(names), key=URUT, quiet=True)]


def _opened(rapor: Rapor) -> str | None:
    with st.container(width=260):
        names = sorted(rapor.rows["provinsi"].unique().to_list())
        return choice.atau_semua("Buka provinsi", names, key=BUKA, everything="Buka satu provinsi", quiet=True)


def _of_satker(rapor: Rapor, menurut: str, kind: str = "") -> list[Part]:
    compared, above = levels(rapor.rows)
    known, missing = ordered(measure(compared), menurut)
    documents = _documents(rapor.rows)
    draw = _drawer(rapor, documents, kind)
    apart = kalimat.tanpa_angka(len(missing), menurut, sebutan(compared["tingkat_satker"]))
    return [
        Part("", draw(known)),
        Part(apart, draw(missing)),
        Part("Kantor di atas kab/kota, tidak dibandingkan dengannya", draw(measure(above)) if len(above) else []),
    ]


def _of_provinsi(rapor: Rapor, menurut: str, opened: str | None) -> list[Part]:
    known, missing = ordered(measure(rapor.rows, "provinsi"), menurut)
    parts = []
    for title, provinsi in (("", known), (kalimat.tanpa_angka(len(missing), menurut, "provinsi"), missing)):
        rows: list[Row] = []
        for one in provinsi.iter_rows(named=True):
            rows.append(_provinsi(rapor, one, opened == one["nama"], menurut))
            if opened == one["nama"]:
                inside = replace(rapor, rows=rapor.rows.filter(provinsi=opened))
                rows += [row for part in _of_satker(inside, menurut, "anak") for row in part.rows]
        parts.append(Part(title, rows))
    return parts


def _documents(rows: pl.DataFrame) -> dict[str, dict[str, str]]:
    """kode_satker → document → keadaan."""
    return {
        code: dict(zip(DOKUMEN, states, strict=False)) for code, states in rows.select("kode_satker", "dokumen").rows()
    }


def _drawer(rapor: Rapor, documents: dict[str, dict[str, str]], kind: str) -> Callable[[pl.DataFrame], list[Row]]:
    def draw(measured: pl.DataFrame) -> list[Row]:
        return [_satker(rapor, one, documents[one["kunci"]], kind) for one in measured.iter_rows(named=True)]

    return draw


def _satker(rapor: Rapor, one: dict[str, Any], documents: dict[str, str], kind: str) -> Row:
    name = one["nama"]
    if name not in rapor.dikenal:
        return Row([escape(pendek(name)), *_figures(one, None), cells.dots(documents)], kind)
    here = {**rapor.address, "satker": [name]}
    office = cells.address("satker", {**rapor.address, "kantor": name})
    first = cells.link(office, escape(pendek(name)), f"Buka {name} {rapor.tahun}")
    return Row([first, *_figures(one, here), _open("dokumen", here, cells.dots(documents))], kind)


def _provinsi(rapor: Rapor, one: dict[str, Any], opened: bool, menurut: str) -> Row:
    name = one["nama"]
    inside = {**rapor.address, "provinsi": [name]}
    ordered_by = {URUT: kalimat.JUDUL_URUT[menurut]}
    again = {**rapor.address, **ordered_by, **({} if opened else {BUKA: name})}
    sign = cells.icon("expand_less" if opened else "expand_more")
    first = cells.link(cells.address("", again), f"{sign} {escape(name)}", "Tutup" if opened else f"Buka {name}")
    reported = f" <small>{number(one['punya_capaian'])} dari {number(one['jumlah_satker'])} melapor</small>"
    documents = cells.bar(one["kelengkapan_persen"], _of(one, "n_dokumen_ada", "n_dokumen_wajib"))
    return Row([first + reported, *_figures(one, inside), _open("dokumen", inside, documents)], "induk")


def _figures(one: dict[str, Any], here: Query | None) -> list[str]:
    """The cells between name and documents, of a satker or a provinsi; each opens the rows it counts (None: none)."""
    reached = cells.bar(
        one["capaian_persen"],
        _of(one, "n_tercapai", "n_indikator"),
        tick=one["capaian_persen_lalu"],
    )
    absorbed = cells.bar(one["serapan_persen"], percent(one["serapan_persen"], 1), tick=one["serapan_persen_lalu"])
    kept = cells.bar(one["konsistensi_persen"], _of(one, "n_sama", "n_janji"))
    kritis = number(one["n_temuan_kritis"]) if one["berdokumen"] else cells.bar(None, "")
    return [
        _open("capaian", here, reached),
        cells.change(Change(one["selisih_capaian"], "")),
        _open("serapan", here, absorbed),
        cells.change(Change(one["selisih_serapan"], "")),
        _open("konsistensi", here, kept),
        _open("konsistensi", here and {**here, "keparahan": ["kritis"]}, kritis),
    ]


def _of(one: dict[str, Any], part: str, whole: str) -> str:
    """ "27/38"; empty where there is nothing to count."""
    return f"{number(one[part])}/{number(one[whole])}" if one[whole] else ""


def _open(page: str, here: Query | None, shown: str) -> str:
    return shown if here is None else cells.link(cells.address(page, here), shown)
