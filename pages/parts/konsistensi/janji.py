"""The promises behind the matrix: a row a promise, with what two documents print of it, each a way to its source."""

from dataclasses import replace
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from pages.components import cells, downloads, html_table, states
from pages.components.format import number
from pages.components.html_table import Head, Part, Row
from pages.components.location import Tempat
from pages.components.text import pendek
from pages.parts.konsistensi import kalimat, paging
from pages.parts.konsistensi.figures import JENIS_AKHIR, Dilihat
from pages.parts.konsistensi.here import JADI, SAMPAI, asked, here
from queries import konsistensi
from queries.saring import Saring

PAGE_SIZE = 15
PAGER = "lembar_janji"
TONE = {"melemah": "buruk", "hilang": "buruk", "tak terbanding": "sepi", "berubah": "sedang", "tetap": "baik"}
ICON = {"melemah": "trending_down", "hilang": "link_off", "tak terbanding": "help", "berubah": "difference"}
ALASAN = {
    "satuan_berbeda": "satuannya berbeda",
    "nilai_tidak_terbaca": "nilainya tidak terbaca",
    "tidak_ditargetkan": "tidak ditargetkan",
    "jenis_nilai_berbeda": "jenis nilainya berbeda",
}


def show(dilihat: Dilihat, saring: Saring, kantor: dict[str, Any] | None) -> None:
    """Draw the promises of one satker or of all, of one link or of all, one page at a time, the eased ones first."""
    of_satker = replace(dilihat.saring, satker=(kantor["kode_satker"],)) if kantor else dilihat.saring
    rows = became(konsistensi.banding(of_satker))
    sampai = asked(SAMPAI) if asked(SAMPAI) in JENIS_AKHIR else None
    of_link = rows.filter(jenis_akhir=sampai) if sampai else rows
    chosen = asked(JADI) if asked(JADI) in TONE else None
    shown = of_link.filter(jadi=chosen) if chosen else of_link
    st.html(_choices(rows, of_link, sampai, chosen))
    if shown.is_empty():
        states.empty(saring, "janji", ["pilihan di atas"] if sampai or chosen else [])
        return
    place = paging.first(PAGER, len(shown), PAGE_SIZE)
    st.html(html(shown.slice(place, PAGE_SIZE)))
    paging.pager(PAGER, len(shown), PAGE_SIZE, what="janji")
    downloads.download(shown, page=f"konsistensi-janji-{dilihat.tahun}", key="janji", with_source=True)


def became(rows: pl.DataFrame) -> pl.DataFrame:
    """konsistensi.banding with jadi (what became of the promise, of kalimat.JADI), the eased ones first."""
    changed = pl.col("status").is_in(["turun", "naik"])
    jadi = (
        pl.when(changed & pl.col("melemah").fill_null(value=False)).then(pl.lit("melemah"))
        .when(changed).then(pl.lit("berubah"))
        .when(pl.col("status") == "sama").then(pl.lit("tetap"))
        .otherwise("status")
    )  # fmt: skip
    order = pl.col("jadi").replace_strict(
        {name: place for place, name in enumerate(kalimat.JADI)}, return_dtype=pl.Int8
    )
    return rows.with_columns(jadi.alias("jadi")).sort(order, maintain_order=True)


def html(rows: pl.DataFrame) -> str:
    """The table itself."""
    heads = [Head("Indikator"), Head("Satker"), Head("Dari"), Head("Menjadi"), Head("Janji", sorted=True)]
    return html_table.html(heads, [Part("", [_row(row) for row in rows.iter_rows(named=True)])], "Janji antardokumen")


def _row(row: dict[str, Any]) -> Row:
    before = _place(row["jenis_awal"], row["teks_awal"], row["satuan_awal"], row["berkas"], row["baris"], row["tahun"])
    after = f'<span class="nihil">tidak ada di {row["jenis_akhir"]}</span>'
    if row["berkas_akhir"] is not None:
        after = _place(
            row["jenis_akhir"],
            row["teks_akhir"],
            row["satuan_akhir"],
            row["berkas_akhir"],
            row["baris_kedua"],
            row["tahun"],
        )
    why = f" <small>{ALASAN.get(row['alasan'], escape(row['alasan']))}</small>" if row["alasan"] else ""
    sign = cells.icon(ICON.get(row["jadi"], "check"))
    state = f'<span class="{TONE[row["jadi"]]}">{sign} {row["jadi"]}</span>{why}'
    return Row([escape(row["indikator"]), escape(pendek(row["satker"])), before, after, state])


def _place(jenis: str, teks: str | None, satuan: str | None, berkas: str, baris: int, tahun: int) -> str:
    """What a document prints, as the way to its line; the unit where the printed text does not say it."""
    said = " ".join(part for part in (teks, satuan if satuan and satuan not in (teks or "") else None) if part)
    href = here(sumber=str(Tempat(berkas, baris, tahun)))
    return f"<small>{jenis}</small> {cells.link(href, escape(said or 'tanpa nilai'), f'{berkas} baris {baris}')}"


def _choices(rows: pl.DataFrame, of_link: pl.DataFrame, sampai: str | None, chosen: str | None) -> str:
    """The links and what became of the promises, each with its count and a way to only those."""
    links = dict(rows.group_by("jenis_akhir").len().iter_rows())
    states_ = dict(of_link.group_by("jadi").len().iter_rows())
    said = [_choice("semua rantai", len(rows), SAMPAI, None, sampai)]
    said += [_choice(link, links.get(jenis, 0), SAMPAI, jenis, sampai) for jenis, link in JENIS_AKHIR.items()]
    kinds = [_choice("semua janji", len(of_link), JADI, None, chosen)]
    kinds += [_choice(name, states_.get(name, 0), JADI, name, chosen) for name in kalimat.JADI]
    return f'<p class="pilihan">{" ".join(said)}</p><p class="pilihan">{" ".join(kinds)}</p>'


def _choice(word: str, many: int, name: str, value: str | None, chosen: str | None) -> str:
    marked = ' class="dipilih" aria-current="true"' if value == chosen else ""
    title = kalimat.JADI.get(value or "", f"hanya {word}")
    href = here(**{name: value})
    return f"<span{marked}>{cells.link(href, f'{escape(word)} {number(many)}', title)}</span>"
