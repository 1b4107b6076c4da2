"""What the Konsistensi page says in words: pure functions from frames and rows to Indonesian sentences."""

import re
from typing import Any

import polars as pl

from pages.components.format import join_words, keparahan_badge, number
from pages.components.text import plain, years_in_words

# The certainty mark of a rule's source, as the reader understands it.
TANDA = {
    "A": "Sumber asli aturannya dilihat sendiri.",
    "B": "Didukung dua sumber, atau dapat dihitung ulang dari angka yang diterbitkan.",
    "C": "Didukung satu sumber sekunder; perlakukan sebagai petunjuk untuk diperiksa.",
    "D": "Konvensi umum tanpa sumber tertulis yang dilihat; perlakukan sebagai pertanyaan, bukan kesimpulan.",
}
URUTAN = (
    "Urut dari yang terberat: keparahan, lalu yang tidak punya angka pembanding (dijanjikan tetapi tidak dilaporkan, "
    "angka terpotong), lalu yang selisihnya paling besar."
)
SARINGAN = (
    "Temuan tanpa tahun tertentu ikut tampil bila dokumennya mencakup tahun yang disaring. Saringan tingkat dan "
    "divisi/unit hanya menyisakan temuan yang menunjuk baris tabel."
)
# "baris 12", "baris 12–15", "baris 12, 15 dan 20–22"
_LINES = re.compile(r"\bbaris (\d+(?:–\d+)?(?:(?:, | dan )\d+(?:–\d+)?)*)")
_RANGE = re.compile(r"(\d+)(?:–(\d+))?")

PARAMETER = "temuan"


def kepala(row: dict[str, Any]) -> str:
    """Badge, rule, satker and years of one temuan, as Markdown."""
    years = years_in_words(list(row["tahun_semua"]))
    parts = [f"{keparahan_badge(row['keparahan'])} **{plain(row['nama_aturan'])}**", plain(row["satker"])]
    return " · ".join([*parts, years] if years else parts)


def nilai(row: dict[str, Any]) -> str:
    """The two figures beside each other, as Markdown; empty when there is none."""
    one, other = (plain(row[name]) if row[name] else "" for name in ("nilai_a", "nilai_b"))
    if one and other:
        return f"**{one}** berhadapan dengan **{other}**"
    return f"**{one}**" if one else ""


def aturan(row: dict[str, Any]) -> str:
    """The rule behind one temuan: what it says, why it matters, source with its mark in words, tolerance."""
    return "\n".join(
        [
            f"- **Aturan {row['kode_aturan']}.** {plain(row['kalimat'])}",
            f"- **Mengapa penting.** {plain(row['penting'])}",
            f"- **Sumber.** {plain(row['sumber'])}. Keyakinan {row['tanda']}: {TANDA[row['tanda']]}",
            f"- **Toleransi.** {plain(row['toleransi'])}",
        ]
    )


def tempat(row: dict[str, Any]) -> list[tuple[str, str | None, int, int | None]]:
    """Both places of one temuan as (berkas, tabel, first line, last line); fewer where it has fewer."""
    both = [
        (row["berkas"], row["tabel"], row["baris"], row["baris_akhir"]),
        (row["berkas_lain"], row["tabel_lain"], row["baris_lain"], row["baris_akhir_lain"]),
    ]
    return [(berkas, tabel, baris, akhir) for berkas, tabel, baris, akhir in both if baris is not None]


def baris_lain(row: dict[str, Any]) -> list[tuple[int, int]]:
    """The further places that the sentence names, as first and last line; none when its two places lie in two files."""
    if row["berkas"] != row["berkas_lain"]:
        return []
    ranges = [found for group in _LINES.findall(row["uraian"]) for found in _RANGE.findall(group)]
    named = {int(first): int(last or first) for first, last in ranges}
    return [(first, last) for first, last in named.items() if first not in (row["baris"], row["baris_lain"])]


def aturan_jalan(aturan: pl.DataFrame) -> str:
    """How many rules ran and how many found something. Input: queries.konsistensi.aturan."""
    found = len(aturan.filter(pl.col("temuan") > 0))
    idle = aturan.filter(pl.col("diperiksa") == 0)["kode_aturan"].to_list()
    said = (
        f"**{number(len(aturan))} aturan** dijalankan pada versi data ini: {number(found)} menemukan sesuatu, "
        f"{number(len(aturan) - found)} tidak. Angka di bawah untuk semua dokumen, tanpa saringan."
    )
    return f"{said} {join_words(idle)} belum punya bahan untuk diperiksa." if idle else said
