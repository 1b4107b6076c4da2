"""Sentences of Konsistensi, computed from what the page stands on. Pure functions."""

from typing import Any

import polars as pl

from pages.components.format import join_words, number, percent
from pages.components.tahun_rapor import Tahun
from pages.components.text import pendek, plain, sebutan
from pages.parts.konsistensi.figures import Dilihat, ordered
from queries.comparisons.rapor import levels

NAMED = 3
# What became of a promise → word and what it means, worst first.
JADI = {
    "melemah": "menjadi lebih mudah dicapai",
    "hilang": "tidak ada lagi di dokumen berikutnya",
    "tak terbanding": "satuan atau jenis nilainya lain",
    "berubah": "angkanya lain, tidak lebih mudah",
    "tetap": "sama",
}
# Order of the matrix → who stands behind by it, how that is said, and what is said where nobody does.
BEHIND = {
    "tetap": (
        pl.col("n_sama") < pl.col("n_janji"),
        "{} dari {} {} mengubah janjinya; paling sedikit tetap",
        "Semua janji tetap",
    ),
    "melemah": (
        pl.col("n_melemah") > 0,
        "Janji melemah di {} dari {} {}; terbanyak",
        "Tidak ada janji yang melemah",
    ),
    "kritis": (pl.col("kritis") > 0, "Temuan kritis di {} dari {} {}; terbanyak", "Tidak ada temuan kritis"),
}


def putusan(dilihat: Dilihat) -> str:
    """The verdict: how many promises were kept from document to document, how many eased or gone; how many temuan."""
    kantor = dilihat.kantor
    kept, all_of, eased, gone = (int(kantor[name].sum()) for name in ("n_sama", "n_janji", "n_melemah", "n_hilang"))
    where = f"{_where(kantor)} {dilihat.tahun}"
    found = f"{number(int(kantor['jumlah'].sum()))} temuan, {number(int(kantor['kritis'].sum()))} kritis"
    if not all_of:
        return f"{where}: belum ada dua dokumen berurutan untuk dibandingkan; {found}."
    return (
        f"{where}: {number(kept)} dari {number(all_of)} janji ({percent(100 * kept / all_of, 0)}) tetap antardokumen, "
        f"{number(eased)} melemah, {number(gone)} hilang; {found}."
    )


def judul(dilihat: Dilihat, urut: str) -> str:
    """What the matrix shows, in its order: who stands worst. Equals only: kab/kota where there are any."""
    compared, _ = levels(dilihat.kantor)
    rows, _ = ordered(compared, urut)
    what = sebutan(compared["tingkat_satker"])
    if rows.is_empty() or urut == "nama" or len(rows) == 1:
        return f"{number(len(dilihat.kantor))} satker: janji antardokumen dan jenis temuannya"
    behind = rows.filter(BEHIND[urut][0])
    if behind.is_empty():
        return f"{BEHIND[urut][2]} di {number(len(rows))} {what}"
    said = BEHIND[urut][1].format(number(len(behind)), number(len(rows)), what)
    return f"{said} {_names(behind, urut)}"


def keterangan(dilihat: Dilihat, tahun: Tahun) -> str:
    """How many satker can be compared in the year."""
    with_chain = len(dilihat.kantor.filter(pl.col("n_janji") > 0))
    return f"Tahun {tahun.tahun}, janji dapat dibandingkan di {number(with_chain)} dari {number(tahun.satker)} satker"


def tahun_lain(tahun: Tahun) -> str:
    """How many temuan the other years hold, so that nothing is thought gone; empty when there are none."""
    others = tahun.deret.filter(pl.col("tahun") != tahun.tahun, pl.col("n_temuan") > 0).sort("tahun", descending=True)
    said = [f"{year} ({number(count)})" for year, count in others.select("tahun", "n_temuan").rows()]
    return f"Temuan tahun lain: {join_words(said)}; pilih tahunnya di atas." if said else ""


def rantai(row: dict[str, Any]) -> str:
    """One link of one satker in words. Input: a row with N, or the sums of several."""
    other = row["n_turun"] + row["n_naik"] - row["n_melemah"]
    counts = {"tetap": row["n_sama"], "melemah": row["n_melemah"], "berubah": other, "hilang": row["n_hilang"]}
    counts["tak terbanding"] = row["n_tak_terbanding"]
    parts = [f"{number(count)} {word}" for word, count in counts.items() if count]
    return f"{number(row['n_janji'])} janji: {join_words(parts)}"


def _where(kantor: pl.DataFrame) -> str:
    if len(kantor) == 1:
        return plain(pendek(kantor["satker"][0]))
    provinsi = kantor["provinsi"].unique().to_list()
    return plain(provinsi[0]) if len(provinsi) == 1 else f"{number(len(provinsi))} provinsi"


def _names(rows: pl.DataFrame, urut: str) -> str:
    """The first few with the figure that orders them."""
    figure = {
        "tetap": lambda row: percent(row["persen"], 0),
        "melemah": lambda row: number(row["n_melemah"]),
        "kritis": lambda row: number(row["kritis"]),
    }[urut]
    first = rows.head(NAMED).iter_rows(named=True)
    return join_words([f"{plain(pendek(row['satker']))} ({figure(row)})" for row in first])
