"""Words of the chain view: what a cell, a mark and the whole chain say. Pure functions."""

from typing import Any

import polars as pl

from pages.components.format import join_words, number
from pages.components.text import angka, plain
from queries.comparisons.rantai import JENIS

# tanda → (word, material icon, colour name)
TANDA: dict[str, tuple[str, str, str]] = {
    "target_berbeda": ("target berbeda", ":material/difference:", "red"),
    "realisasi_berbeda": ("realisasi berbeda", ":material/difference:", "red"),
    "tidak_ada": ("tidak ada di dokumen lain", ":material/link_off:", "orange"),
    "bunyi_mirip": ("bunyi hampir sama", ":material/spellcheck:", "blue"),
    "sama": ("sama di semua barisnya", ":material/check:", "green"),
    "sendiri": ("hanya satu baris", ":material/horizontal_rule:", "gray"),
}
PENJELASAN = (
    "Indikator disamakan menurut indikator bakunya; yang belum punya, menurut huruf kalimatnya saja, tanpa nama satker "
    "dan kata “dengan” atau “secara”. "
    "Sel yang ditandai berbeda dari baris pertama indikator itu. Tekan sebuah sel untuk membuka baris tercetaknya. "
    "Saringan jenis dokumen tidak dipakai di sini."
)


def nama(row: dict[str, Any]) -> str:
    """One choice of chain. Input: a row of queries.konsistensi.rantai_pilihan."""
    return f"{row['satker']} · {row['tahun']} · {' → '.join(name for name in JENIS if name in row['jenis'])}"


def pembuka(indikator: pl.DataFrame, chosen: dict[str, Any]) -> str:
    """How many indikator agree along the chain, and what does not. Input: comparisons.rantai.per_indikator."""
    counts = dict(indikator.group_by("tanda").len().iter_rows())
    told = [f"{number(counts[key])} {TANDA[key][0]}" for key in TANDA if counts.get(key)]
    here = [name for name in JENIS if name in chosen["jenis"]]
    gone = [name for name in JENIS if name not in chosen["jenis"]]
    said = f"**{plain(chosen['satker'])} {chosen['tahun']}**, {number(len(indikator))} indikator: {join_words(told)}."
    if len(here) > 1:
        return f"{said} {join_words(gone)} tahun ini belum dimuat." if gone else said
    return f"{said} Baru {here[0]} yang dimuat, jadi yang dibandingkan adalah tabel-tabel di dalamnya."


def badge(tanda: str) -> str:
    """A tanda as Markdown: coloured badge with icon and word."""
    word, icon, colour = TANDA[tanda]
    return f":{colour}-badge[{icon} {word}]"


def keterangan(row: dict[str, Any]) -> str:
    """Where a wording is missing, and what stands there instead. Input: a row of per_indikator."""
    if not row["tidak_ada"]:
        return ""
    said = f"Bunyi ini tidak ada di {join_words(row['tidak_ada'])}"
    return f"{said}; di sana tercetak “{plain(row['mirip'])}”." if row["mirip"] else f"{said}."


def sel(row: dict[str, Any], berulang: bool) -> str:
    """One printed row inside a cell of the chain: target, realisasi, and where it stands when there are several."""
    target = angka(row["nilai"], row["nilai_ordinal"], row["satuan"], row["keadaan"])
    said = _mark(target or "tanpa target", row["target_beda"])
    reached = angka(
        row["realisasi"], row["realisasi_ordinal"], row["satuan_realisasi"] or row["satuan"], row["keadaan_realisasi"]
    )
    if reached:
        said += f" → realisasi {_mark(reached, row['realisasi_beda'])}"
    where = f"{plain(row['tabel'])}, baris {row['baris']}" if berulang else f"baris {row['baris']}"
    return f"{said} :small[{where}]"


def _mark(text: str, beda: bool) -> str:
    return f":red[:material/difference: **{text}**]" if beda else f"**{text}**"
