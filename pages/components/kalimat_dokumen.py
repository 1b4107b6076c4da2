"""What the Dokumen page says in words: the account of printed lines, names of documents and tables."""

from collections import Counter

import polars as pl

from pages.components import nasib
from pages.components.format import number
from pages.components.nasib import NASIB

MEANING = "Arti nasib baris: " + "; ".join(f"{word}: {meaning}" for word, _, _, meaning in NASIB.values()) + "."
DOCUMENTS = ["satker", "jenis_dokumen", "tahun_awal", "tahun_akhir", "jumlah_tabel", "baris_tabel"]
DOCUMENTS += [*NASIB, "terhitung", "baris_lewat", "koreksi", "nomor", "tanggal"]
MOST_SHOWN = 1000
"""Documents in the list on the screen, and in the choice of one; a province of 38 satker has 700 in five years."""


def headline(documents: pl.DataFrame) -> str:
    """The account in one sentence, with its sum spelled out. Input: queries.kelengkapan.documents."""
    lines, parts = _sum(documents, "baris_tabel"), {name: _sum(documents, name) for name in NASIB}
    spelled = " + ".join(f"{number(count)} {nasib.word(name)}" for name, count in parts.items())
    missing = lines - sum(parts.values())
    proof = "tidak ada baris yang hilang" if missing == 0 else f"**{number(missing)} baris tidak terhitung**"
    return (
        f"{number(len(documents))} dokumen, {number(_sum(documents, 'jumlah_tabel'))} tabel, {number(lines)} baris "
        f"tercetak: {spelled} = {number(sum(parts.values()))}; {proof}.{_outside(documents)}"
    )


def _outside(documents: pl.DataFrame) -> str:
    """The rows of cells that belong to no recognised table: they are not read, and that is said."""
    count = _sum(documents, "baris_lewat")
    return f" Di luar tabel-tabel itu, {number(count)} baris sel tidak dikenali dan tidak dibaca." if count else ""


def badges(documents: pl.DataFrame) -> str:
    """The same account as badges, with the corrections in force. Input: queries.kelengkapan.documents."""
    said = [nasib.badge(name, _sum(documents, name)) for name in NASIB]
    return " ".join([*said, f":violet-badge[:material/edit: {number(_sum(documents, 'koreksi'))} koreksi berlaku]"])


def with_check(counted: pl.DataFrame) -> pl.DataFrame:
    """Add terhitung: whether dimuat + sambungan + judul + dikarantina is baris_tabel, in words. Same rows, order."""
    missing = pl.col("baris_tabel") - pl.sum_horizontal(*NASIB)
    said = pl.when(missing == 0).then(pl.lit("semua")).otherwise(pl.format("{} hilang", missing))
    return counted.with_columns(said.alias("terhitung"))


def names(documents: pl.DataFrame) -> list[str]:
    """Each document as the reader chooses it; two of one name are told apart by their file."""
    rows = documents.select("satker", "jenis_dokumen", "tahun_awal", "tahun_akhir", "berkas").rows()
    named = [f"{satker} · {jenis} {_years(first, last)}" for satker, jenis, first, last, _ in rows]
    times = Counter(named)
    return [f"{name} · {row[4]}" if times[name] > 1 else name for name, row in zip(named, rows, strict=True)]


def shown_of(count: int) -> str:
    """That the list on the screen is a part of so many documents, and where the others are."""
    return (
        f"Ditampilkan {number(MOST_SHOWN)} dari {number(count)} dokumen. Persempit dengan saringan di atas; "
        "unduhan memuat semuanya."
    )


def narrow_first(count: int) -> str:
    """What to do before one of so many documents is chosen."""
    return f"Persempit dahulu dengan saringan di atas, misalnya satu satker, untuk memilih satu dari {number(count)}."


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _sum(documents: pl.DataFrame, column: str) -> int:
    return int(documents[column].sum())
