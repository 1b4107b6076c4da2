"""The matrix: a row a satker; what became of its promises from document to document, and its temuan by kind of rule."""

from collections.abc import Sequence
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from pages.components import cells, choice, downloads, html_table
from pages.components.cells import Change
from pages.components.format import number, percent
from pages.components.text import pendek, sebutan
from pages.parts.konsistensi import figures, kalimat
from pages.parts.konsistensi.figures import GOLONGAN, JENIS_AKHIR, Dilihat
from pages.parts.konsistensi.here import BUKA, KANTOR, asked, here
from queries.comparisons.rapor import levels

URUT = {"tetap": "Janji tetap", "melemah": "Melemah", "kritis": "Temuan kritis", "nama": "Nama"}
MOST = 40
"""More satker than this, of several provinsi, stand behind their provinsi; one provinsi is opened at a time."""
KOLOM = tuple(dict.fromkeys(GOLONGAN.values()))
BAGIAN = (("tetap", "n_sama"), ("melemah", "n_melemah"), ("berubah", "n_berubah"), ("hilang", "n_hilang"))
LOOK = {"kritis": "meleset", "peringatan": "awas", "catatan": "takterhitung"}
LEGENDA = (
    '<p class="legenda"><span class="potong tetap"></span> tetap <span class="potong melemah"></span> melemah (lebih '
    'mudah) <span class="potong berubah"></span> berubah, tidak lebih mudah <span class="potong hilang"></span> hilang '
    '<span class="potong"></span> tak terbanding · angka: janji tetap (%) · * satu dokumen di antaranya tidak ada · '
    '<span class="meleset">! 3</span> kritis <span class="awas">3</span> peringatan '
    '<span class="takterhitung">3</span> catatan</p>'
)
Row = dict[str, Any]


def show(dilihat: Dilihat) -> None:
    """Draw title, order (in the address), matrix and its two downloads."""
    with st.container(horizontal=True, vertical_alignment="center"):
        heading = st.container(width="stretch")
        urut = choice.salah_satu("Urutkan menurut", URUT, key="urut_matriks", quiet=True)
    heading.markdown(f"### {kalimat.judul(dilihat, urut)}")
    st.html(html(dilihat, urut, asked(BUKA)) + LEGENDA)


def download(dilihat: Dilihat) -> None:
    """The two matrices as they are counted."""
    with st.expander("Unduh kedua matriks", icon=":material/download:"):
        st.caption("Janji antardokumen: satu baris per satker dan mata rantai.")
        downloads.download(dilihat.rantai, page=f"konsistensi-janji-{dilihat.tahun}", key="matriks_janji")
        st.caption("Temuan: satu baris per satker dan aturan.")
        counted = dilihat.temuan.drop("jumlah_kelompok", "jumlah_semua")
        downloads.download(counted, page=f"konsistensi-aturan-{dilihat.tahun}", key="matriks_aturan")


def html(dilihat: Dilihat, urut: str, opened: str | None) -> str:
    """The table: the sum of all, then a row a satker, or a provinsi where there are many satker of several."""
    kinds = [name for name in KOLOM if name in set(dilihat.temuan["golongan"])]
    kinds += ["Lain"] if "Lain" in set(dilihat.temuan["golongan"]) else []
    body = _provinsi(dilihat, kinds, urut, opened) if by_provinsi(dilihat) else _satker(dilihat, kinds, urut)
    caption = f"Janji antardokumen dan temuan menurut jenis aturan, {dilihat.tahun}"
    named = f'<th scope="col">Satker</th><th scope="col">Janji tetap</th><th scope="col">dari {dilihat.tahun - 1}</th>'
    links = "".join(f'<th scope="col">{link}</th>' for link in JENIS_AKHIR.values())
    rules = "".join(f'<th scope="col">{name}</th>' for name in ("Kritis", *kinds))
    shown = "".join(html_table.folded(body, html_table.at_first(body)))
    return (
        f'<div class="gulir" role="region" tabindex="0" aria-label="{escape(caption)}"><table class="matriks-rantai">'
        f'<caption class="terdengar">{escape(caption)}</caption><thead><tr class="tema"><td></td>'
        f'<th scope="colgroup" colspan="{2 + len(JENIS_AKHIR)}">Janji antardokumen</th>'
        f'<th scope="colgroup" colspan="{1 + len(kinds)}">Temuan menurut jenis aturan</th></tr>'
        f"<tr>{named}{links}{rules}</tr></thead><tbody>{shown}</tbody></table></div>{html_table.opener(body)}"
    )


def by_provinsi(dilihat: Dilihat) -> bool:
    """Whether provinsi come first."""
    return dilihat.kantor["provinsi"].n_unique() > 1 and len(dilihat.kantor) > MOST


def _satker(dilihat: Dilihat, kinds: Sequence[str], urut: str, kantor: pl.DataFrame | None = None) -> list[str]:
    """The rows of satker; those without promises and those of another level stand apart, never last."""
    kantor = dilihat.kantor if kantor is None else kantor
    compared, above = levels(kantor)
    known, without = figures.ordered(compared, urut)
    chosen = asked(KANTOR)
    links = {(row["kode_satker"], row["jenis_akhir"]): row for row in dilihat.rantai.iter_rows(named=True)}
    found = _counted(dilihat.temuan, "kode_satker")

    def rows(part: pl.DataFrame) -> list[str]:
        return [
            _row(
                row, _name(row, chosen), [links.get((row["kode_satker"], jenis)) for jenis in JENIS_AKHIR],
                [found.get((row["kode_satker"], kind)) for kind in kinds], {KANTOR: row["satker"]},
                "dipilih" if row["satker"] == chosen else "",
            )
            for row in part.iter_rows(named=True)
        ]  # fmt: skip

    total = [_total(dilihat, kinds)] if len(kantor) > 1 and kantor is dilihat.kantor else []
    wide = 4 + len(JENIS_AKHIR) + len(kinds)
    who = sebutan(compared["tingkat_satker"])
    return (
        total + rows(known)
        + _apart(f"{number(len(without))} {who} tanpa dua dokumen berurutan", wide, rows(without))
        + _apart("Kantor di atas kab/kota, tidak dibandingkan dengannya", wide, rows(above))
    )  # fmt: skip


def _provinsi(dilihat: Dilihat, kinds: Sequence[str], urut: str, opened: str | None) -> list[str]:
    """The rows of provinsi, or the one that is open with its satker."""
    known, without = figures.ordered(figures.added(dilihat.kantor, "provinsi"), urut)
    every = pl.concat([known, without])
    inside = every.filter(provinsi=opened or "")
    home = dilihat.kantor.select("kode_satker", "provinsi")
    sums = dilihat.rantai.group_by("provinsi", "jenis_akhir").agg(pl.col(figures.N).sum())
    links = {(row["provinsi"], row["jenis_akhir"]): row for row in sums.iter_rows(named=True)}
    found = _counted(dilihat.temuan.drop("provinsi").join(home, on="kode_satker"), "provinsi")
    drawn = [_total(dilihat, kinds)]
    for row in (inside if len(inside) else every).iter_rows(named=True):
        name = row["provinsi"]
        sign = cells.icon("expand_less" if len(inside) else "expand_more")
        href = here(buka=None if len(inside) else name)
        first = cells.link(href, f"{sign} {escape(name)}", "Semua provinsi" if len(inside) else f"Buka {name}")
        first += f" <small>{number(row['jumlah_satker'])} satker</small>"
        in_links = [links.get((name, jenis)) for jenis in JENIS_AKHIR]
        drawn.append(_row(row, first, in_links, [found.get((name, kind)) for kind in kinds], None, "induk"))
    return drawn + (_satker(dilihat, kinds, urut, dilihat.kantor.filter(provinsi=opened)) if len(inside) else [])


def _total(dilihat: Dilihat, kinds: Sequence[str]) -> str:
    by_link = dilihat.rantai.group_by("jenis_akhir").agg(pl.col(figures.N).sum())
    links = {link["jenis_akhir"]: link for link in by_link.iter_rows(named=True)}
    found = _counted(dilihat.temuan.with_columns(pl.lit("").alias("_")), "_")
    drawn = [links.get(jenis) for jenis in JENIS_AKHIR]
    name = f"Semua {number(len(dilihat.kantor))} satker"
    counted = [found.get(("", kind)) for kind in kinds]
    return _row(figures.added(dilihat.kantor).row(0, named=True), name, drawn, counted, {KANTOR: None}, "hitungan")


def _counted(temuan: pl.DataFrame, by: str) -> dict[tuple[str, str], Row]:
    """(whose, golongan) → how many temuan, the worst keparahan, which rules."""
    order = pl.col("keparahan").replace_strict({"kritis": 0, "peringatan": 1, "catatan": 2}, return_dtype=pl.Int8)
    counted = temuan.group_by(by, "golongan").agg(
        pl.col("jumlah").sum(),
        pl.col("keparahan").sort_by(order).first(),
        pl.col("kode_aturan").unique().sort().alias("aturan"),
    )
    return {(row[by], row["golongan"]): row for row in counted.iter_rows(named=True)}


def _row(row: Row, first: str, links: list[Row | None], found: list[Row | None], who: Row | None, kind: str) -> str:
    """One row; who: the parameters that name its satker (None: it opens nothing below)."""
    before = None if None in (row["persen"], row["persen_lalu"]) else row["persen"] - row["persen_lalu"]
    said = f"{number(row['n_sama'])}/{number(row['n_janji'])}" if row["n_janji"] else ""
    kept = cells.bar(row["persen"], said, tick=row["persen_lalu"])
    kept = _open(kept, who, kalimat.rantai(row), bagian="Janji", sampai=None) if row["n_janji"] else kept
    drawn = "".join(f"<td>{_link(link, who)}</td>" for link in links)
    severe = _open(f"! {number(row['kritis'])}", who, "kritis", bagian="Temuan", keparahan="kritis", aturan=None)
    worst = f'<td class="meleset">{severe}</td>' if row["kritis"] else "<td></td>"
    kinds = "".join(_kind(one, who) for one in found)
    changed = cells.change(Change(before, "", decimals=0))
    return (
        f'<tr class="{kind}"><th scope="row">{first}</th><td class="jumlah">{kept}</td><td>{changed}</td>'
        f"{drawn}{worst}{kinds}</tr>"
    )


def _link(link: Row | None, who: Row | None) -> str:
    """The shares of one link as a bar of parts, with the share kept in figures."""
    if link is None:
        return ""
    counts = link | {"n_berubah": link["n_turun"] + link["n_naik"] - link["n_melemah"]}
    parts = "".join(
        f'<span class="potong {name}" style="width:{100 * counts[column] / link["n_janji"]:.1f}%"></span>'
        for name, column in BAGIAN
        if counts[column]
    )
    usual = link.get("mata_rantai") in (None, JENIS_AKHIR[link["jenis_akhir"]])
    said = f"{percent(100 * link['n_sama'] / link['n_janji'], 0)}{'' if usual else '*'}"
    title = f"{link.get('mata_rantai') or JENIS_AKHIR[link['jenis_akhir']]}, {kalimat.rantai(link)}"
    drawn = f'<span class="batang"><span class="jalur">{parts}</span><span>{said}</span></span>'
    return _open(drawn, who, title, bagian="Janji", sampai=link["jenis_akhir"])


def _kind(found: Row | None, who: Row | None) -> str:
    if found is None:
        return "<td></td>"
    worst = found["keparahan"]
    said = f"{'! ' if worst == 'kritis' else ''}{number(found['jumlah'])}"
    title = f"{number(found['jumlah'])} temuan {', '.join(found['aturan'])}, terberat {worst}"
    shown = _open(said, who, title, bagian="Temuan", aturan=found["aturan"], keparahan=None)
    return f'<td class="{LOOK[worst]}">{shown}{cells.heard(worst)}</td>'


def _open(shown: str, who: Row | None, title: str, **changes: str | list[str] | None) -> str:
    """What is shown as the way to its rows; without a satker to narrow to, only as what it is."""
    if who is None:
        return f'<span title="{escape(title)}">{shown}</span>'
    href = here(**{**changes, "jadi": None, "cari_temuan": None, **who})
    return f'<a class="sel" tabindex="-1" href="{escape(href)}" title="{escape(title)}">{shown}</a>'


def _name(row: Row, chosen: str | None) -> str:
    """The satker, the one link of its row that the keyboard meets: its temuan and promises below."""
    again = row["satker"] == chosen
    href = here(kantor=None if again else row["satker"], sampai=None, jadi=None, aturan=None, keparahan=None)
    title = "Lepas satker ini" if again else f"Tampilkan {row['satker']} di bawah"
    return cells.link(href, escape(pendek(row["satker"])), title)


def _apart(title: str, wide: int, rows: list[str]) -> list[str]:
    """Rows under a line of words of their own; nothing where there are none."""
    said = f'<tr class="bagian"><th scope="rowgroup" colspan="{wide}">{escape(title)}</th></tr>'
    return [said, *rows] if rows else []
