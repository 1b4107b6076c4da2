"""What the Capaian page says in words: pure functions from frames to Indonesian sentences."""

import polars as pl

from pages.components.format import hasil_badge, join_words, number, percent
from pages.components.text import plain, years_in_words
from queries.comparisons.hasil import TERCAPAI, TIDAK, counts

ALASAN = {
    "ordinal": "predikat: dinilai terpenuhi atau tidak, tanpa persentase",
    "target_tidak_ada": "target tidak ada",
    "realisasi_tidak_ada": "realisasi tidak ada",
    "satuan_berbeda": "satuan target dan realisasi berbeda",
    "polaritas_belum_ditetapkan": "arah indikator belum ditetapkan",
    "aturan_tidak_ada": "belum ada rumus yang berlaku untuk tahun itu",
    "target_nol": "target nol",
    "realisasi_nol": "realisasi nol tidak dapat menjadi pembagi",
}
RUMUS = {
    "makin_tinggi": "makin tinggi makin baik: realisasi / target × 100",
    "makin_rendah": "makin rendah makin baik: (2 × target − realisasi) / target × 100",
    "target_per_realisasi": "makin rendah makin baik: target / realisasi × 100",
    "tetap": "target tetap: 100 − selisih / target × 100",
    "rentang": "target berupa rentang: 100 di dalamnya, di luarnya menurut batas terdekat",
}
HITUNGAN = (
    "Tercapai berarti capaian yang dihitung 100% atau lebih, atau predikatnya sekurang-kurangnya sama dengan target. "
    "Tiap indikator dihitung sekali: menurut tabel capaian (Bab III). Baris dari tabel yang juga memuat anggaran hanya "
    "dihitung bila tabel capaian tidak memuat indikator itu. Semua baris tetap tampil di bawah."
)
MANY = 12


def pembuka(counted: pl.DataFrame) -> str:
    """Reached, of how many, of whom. Input: the counted rows of queries.capaian.baris."""
    satker = counted["satker"].unique().to_list()
    who = f"**{plain(satker[0])}**" if len(satker) == 1 else f"**{number(len(satker))} satker**"
    years = years_in_words(counted["tahun"].unique().sort().to_list())
    reached = counts(counted)[TERCAPAI]
    return f"{who} mencapai **{number(reached)} dari {number(len(counted))} indikator** yang dilaporkan untuk {years}."


def hitungan(counted: pl.DataFrame) -> str:
    """A badge a hasil with its count, and the median of those that have a percentage."""
    badges = " ".join(hasil_badge(hasil, number(count)) for hasil, count in counts(counted).items())
    known = counted["capaian_hitung"].drop_nulls()
    if known.is_empty():
        return f"{badges} Tidak satu pun berupa persentase, jadi tidak ada median."
    middle = known.median()
    return (
        f"{badges} Median **{percent(float(str(middle)))}** dari {number(len(known))} indikator yang capaiannya berupa "
        f"persentase; terendah {percent(float(str(known.min())))}, tertinggi {percent(float(str(known.max())))}."
    )


def missed_rows(counted: pl.DataFrame) -> pl.DataFrame:
    """The misses in the order of their sentences: lowest first, grades last."""
    return counted.filter(pl.col("hasil") == TIDAK).sort("capaian_hitung", "satker", "indikator", nulls_last=True)


def gagal(counted: pl.DataFrame) -> list[str]:
    """The misses by name, lowest first, one Markdown line each; grades after percentages."""
    missed = missed_rows(counted)
    several = counted["satker"].n_unique() > 1 or counted["tahun"].n_unique() > 1
    lines = [_miss(row, several) for row in missed.iter_rows(named=True)]
    hidden = len(lines) - MANY
    return [*lines[:MANY], f"- … dan {number(hidden)} lagi; saring tabel menurut hasil."] if hidden > 0 else lines


def tak_terhitung(counted: pl.DataFrame) -> list[str]:
    """Why rows count as neither, one Markdown line a reason."""
    rows = counted.filter(pl.col("hasil") == "tak terhitung").with_columns(pl.col("alasan").fill_null(""))
    lines = []
    for (alasan,), part in rows.group_by("alasan", maintain_order=True):
        why = "predikatnya tidak ada pada skala yang dikenal" if alasan == "ordinal" else ALASAN.get(str(alasan), "")
        names = [plain(name) for name in part["indikator"].head(MANY)]
        lines.append(f"- {number(len(part))} indikator, {why}: {join_words(names)}")
    return lines


def berbeda(pairs: pl.DataFrame) -> list[str]:
    """One line an indikator whose realisasi differs between tables. Input: comparisons.hasil.disagreements."""
    return [
        f"- **{plain(row['indikator'])}** ({plain(row['satker'])} {row['tahun']}): realisasi {_value(row, '')} pada "
        f"{plain(row['tabel'])} baris {row['baris']} ({row['hasil']}), tetapi {_value(row, '_lain')} pada "
        f"{plain(row['tabel_lain'])} baris {row['baris_lain']} ({row['hasil_lain']}). Yang dihitung: yang pertama."
        for row in pairs.iter_rows(named=True)
    ]


def tanpa_realisasi(held: pl.DataFrame, asked: list[str]) -> str:
    """Which of the satker asked for have no realisasi; empty when all have. Input: queries.capaian.baris, names."""
    without = sorted(set(asked) - set(held["satker"]))
    if not without:
        return ""
    return f"Tidak ada realisasi dalam dokumen yang terbaca dari {join_words([plain(name) for name in without])}."


def orang(counted: pl.DataFrame) -> str:
    """How many of the counted rows rest on a person's correction; empty when none."""
    count = int((counted["keadaan"] == "dikoreksi").sum())
    if not count:
        return ""
    return f"{number(count)} dari {number(len(counted))} baris itu memuat nilai atau kata yang ditetapkan orang."


def selisih(rows: pl.DataFrame) -> str:
    """How often printed and computed capaian agree, and the causes where not. Input: queries.capaian.baris."""
    causes = rows.group_by("sebab_selisih").len().sort("len", "sebab_selisih", descending=[True, False])
    said = [f"{number(count)} {cause}" for cause, count in causes.iter_rows() if cause != "sama"]
    same = len(rows) - sum(count for cause, count in causes.iter_rows() if cause != "sama")
    first = f"Capaian tercetak sama dengan hitungan kita pada {number(same)} dari {number(len(rows))} baris."
    return f"{first} Selebihnya: {join_words(said)}." if said else first


def alasan_kata() -> pl.Expr:
    """The column alasan in words."""
    return pl.col("alasan").replace(ALASAN)


def rumus_kata() -> pl.Expr:
    """The column aturan_capaian in words, as `rumus`; for a grade, that it has none."""
    word = pl.col("aturan_capaian").replace(RUMUS)
    return pl.when(pl.col("alasan") == "ordinal").then(pl.lit("predikat: terpenuhi atau tidak")).otherwise(word)


def _miss(row: dict, several: bool) -> str:
    where = f" ({plain(row['satker'])} {row['tahun']})" if several else ""
    name = f"- **{plain(row['indikator'])}**{where}"
    if row["capaian_hitung"] is None:
        return f"{name}: target {plain(str(row['target_ordinal']))}, realisasi {plain(str(row['realisasi_ordinal']))}"
    satuan = row["satuan"] or ""
    unit = satuan if satuan == "%" else f" {plain(satuan)}".rstrip()
    return (
        f"{name}: {percent(row['capaian_hitung'])} (target {number(row['target'])}{unit}, "
        f"realisasi {number(row['realisasi'])}{unit})"
    )


def _value(row: dict, end: str) -> str:
    grade, value = row[f"realisasi_ordinal{end}"], row[f"realisasi{end}"]
    satuan = row["satuan"] or ""
    return (
        plain(grade) if grade else f"{number(value)}{'' if satuan == '%' else ' '}{plain(satuan)}".strip() or "kosong"
    )
