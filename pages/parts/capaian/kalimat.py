"""What the Capaian page says in words: pure functions from frames to Indonesian sentences."""

from typing import Any

import polars as pl

from pages.components.format import join_words, number, percent
from pages.components.text import pendek, plain, sebutan
from pages.parts.capaian.figures import Dilihat, change

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
    "Tiap indikator satu satker dihitung sekali setahun: menurut tabel capaian Bab III LK bila ada, bila tidak menurut "
    "tabel lain yang mencetak realisasinya. Yang tak terhitung tetap ikut penyebut; sebabnya ada pada kolom Alasan."
)
NAMED, MANY, NAMA_PANJANG = 3, 12, 72
Row = dict[str, Any]


def putusan(dilihat: Dilihat) -> str:
    """How many were reached of how many, since last year, and who is worst by name."""
    reached, every = dilihat.jumlah("n_tercapai"), dilihat.jumlah("n_indikator")
    where = _where(dilihat)
    return (
        f"**{number(reached)} dari {number(every)} indikator tercapai** {where} "
        f"({percent(100 * reached / every, 1)}){_change(dilihat)}.{_worst(dilihat.kantor)}"
    )


def lain(dilihat: Dilihat) -> str:
    """The satker of another level, each with its own count; empty when there are none."""
    said = [f"{plain(row['satker'])} {_of(row)}" for row in dilihat.lain.head(MANY).iter_rows(named=True)]
    rest = len(dilihat.lain) - len(said)
    said += [f"{number(rest)} lainnya"] if rest else []
    return f"Tidak dibandingkan karena lain tingkat: {join_words(said)}." if said else ""


def ringkas_indikator(name: str) -> str:
    """An indikator where there is little room: what most begin with becomes a sign."""
    short = name.replace("Persentase ", "% ", 1) if name.startswith("Persentase ") else name
    return short if len(short) <= NAMA_PANJANG else f"{short[: NAMA_PANJANG - 1].rstrip()}…"


def singkat(row: Row) -> str:
    """What a row reached in as little room as a cell has: a percentage without its sign, a grade, or "?"."""
    if row["capaian"] is not None:
        return number(row["capaian"], 1)
    if row["status"] == "tak terhitung":
        return "?"
    return str(row["realisasi_ordinal"] or row["realisasi_teks"] or "")


def sel(row: Row, before: Row | None) -> str:
    """One cell in a sentence, last year's figure behind it."""
    last = f"; {before['tahun']}: {singkat(before)} ({before['status']})" if before else ""
    unknown = row["status"] == "tak terhitung" and row["alasan"]
    why = f": {ALASAN.get(row['alasan'], row['alasan'])}" if unknown else ""
    name = ringkas_indikator(row["indikator"])
    return f"{pendek(row['satker'])} · {name}: {bandingan(row)} – {row['status']}{why}{last}"


def bandingan(row: Row) -> str:
    """Realisasi of target, as read, with the unit."""
    return f"realisasi {nilai(row, 'realisasi') or 'tidak ada'} dari target {nilai(row, 'target') or 'tidak ada'}"


def nilai(row: Row, ruas: str) -> str:
    """A target or realisasi as read: number with its unit, or grade."""
    if row[ruas] is None:
        return str(row[f"{ruas}_ordinal"] or "")
    satuan = row["satuan"] or ""
    return f"{number(row[ruas])}{'' if satuan == '%' else ' '}{satuan}".strip()


def judul_meleset(dilihat: Dilihat) -> str:
    """Which indikator is missed most. Input: an indikator is there."""
    first = dilihat.indikator.row(0, named=True)
    if not first["n_meleset"]:
        return "Tidak ada indikator yang meleset"
    who = sebutan(dilihat.tingkat)
    return (
        f"Paling banyak meleset: {plain(first['indikator'])}, pada {number(first['n_meleset'])} dari "
        f"{number(first['jumlah_satker'])} {who}"
    )


def judul_indikator(rows: pl.DataFrame, who: str) -> str:
    """What the satker made of one indikator in a year. Input: rows of queries.capaian.banding of that year."""
    missed = int((rows["status"] == "tidak tercapai").sum())
    known = rows.filter(pl.col("capaian").is_not_null()).sort("capaian", "satker")
    said = f"{number(missed)} dari {number(len(rows))} {who} meleset"
    if known.is_empty():
        return f"{said}; berupa predikat, jadi tanpa persentase"
    lowest = known.row(0, named=True)
    middle = float(str(known["capaian"].median()))
    return (
        f"{said}; terendah {plain(pendek(lowest['satker']))} {percent(lowest['capaian'], 1)}, "
        f"median {percent(middle, 1)}"
    )


def judul_satker(rows: pl.DataFrame, satker: str) -> str:
    """What one satker missed in a year, lowest first by name. Input: rows of queries.capaian.banding of that year."""
    missed = rows.filter(status="tidak tercapai").sort("capaian", "indikator", nulls_last=True)
    who = plain(pendek(satker))
    if missed.is_empty():
        return f"{who} tidak meleset pada satu pun dari {number(len(rows))} indikator"
    names = [f"{plain(row['indikator'])} ({singkat(row)})" for row in missed.head(NAMED).iter_rows(named=True)]
    rest = f", dan {number(len(missed) - NAMED)} lagi" if len(missed) > NAMED else ""
    return f"{who} meleset pada {number(len(missed))} dari {number(len(rows))} indikator: {', '.join(names)}{rest}"


def tak_terhitung(rows: pl.DataFrame) -> list[str]:
    """Why rows count as neither, one Markdown line a reason. Input: rows of queries.capaian.banding."""
    unknown = rows.filter(status="tak terhitung").with_columns(pl.col("alasan").fill_null(""))
    lines = []
    for (alasan,), part in unknown.group_by("alasan", maintain_order=True):
        why = "predikatnya tidak ada pada skala yang dikenal" if alasan == "ordinal" else ALASAN.get(str(alasan), "")
        lines.append(f"- {number(len(part))} indikator, {why}: {join_words(few(part['indikator'].to_list()))}")
    return lines


def tanpa_realisasi(held: set[str], asked: list[str], tahun: int) -> str:
    """Which of the satker asked for have no realisasi in tahun; empty when all have."""
    without = sorted(set(asked) - held)
    if not without:
        return ""
    return f"Tanpa realisasi {tahun} dalam dokumen yang terbaca: {join_words(few([pendek(name) for name in without]))}."


def orang(counted: pl.DataFrame) -> str:
    """How many of the counted rows rest on a person's correction; empty when none."""
    count = int((counted["keadaan"] == "dikoreksi").sum())
    if not count:
        return ""
    return f"{number(count)} dari {number(len(counted))} baris itu memuat nilai atau kata yang ditetapkan orang."


def berbeda(pairs: pl.DataFrame) -> list[str]:
    """One line an indikator whose realisasi differs between tables. Input: comparisons.hasil.disagreements."""
    return [
        f"- **{plain(row['indikator'])}** ({plain(row['satker'])} {row['tahun']}): realisasi {_value(row, '')} pada "
        f"{plain(row['tabel'])} baris {row['baris']} ({row['hasil']}), tetapi {_value(row, '_lain')} pada "
        f"{plain(row['tabel_lain'])} baris {row['baris_lain']} ({row['hasil_lain']}). Yang dihitung: yang pertama."
        for row in pairs.iter_rows(named=True)
    ]


def selisih(rows: pl.DataFrame) -> str:
    """How often printed and computed capaian agree, and the causes where not. Input: hasil.with_difference."""
    causes = rows.group_by("sebab_selisih").len().sort("len", "sebab_selisih", descending=[True, False])
    said = [f"{number(count)} {cause}" for cause, count in causes.iter_rows() if cause != "sama"]
    same = len(rows) - sum(count for cause, count in causes.iter_rows() if cause != "sama")
    first = f"Capaian tercetak sama dengan hitungan kita pada {number(same)} dari {number(len(rows))} baris."
    return f"{first} Selebihnya: {join_words(said)}." if said else first


def alasan_kata() -> pl.Expr:
    """The column alasan in words."""
    return pl.col("alasan").replace(ALASAN)


def _where(dilihat: Dilihat) -> str:
    if dilihat.alone:
        return f"oleh **{plain(dilihat.kantor['satker'][0])}** pada {dilihat.tahun}"
    return f"oleh {number(len(dilihat.kantor))} {sebutan(dilihat.tingkat)} pada {dilihat.tahun}"


def _change(dilihat: Dilihat) -> str:
    found = change(dilihat.kantor)
    if found is None:
        return f"; {dilihat.tahun - 1} tidak dilaporkan"
    points, both = found
    held = "" if both == len(dilihat.kantor) else f" pada {number(both)} yang melapor keduanya"
    if not round(points, 1):
        return f", tetap dari {dilihat.tahun - 1}{held}"
    return f", {'naik' if points > 0 else 'turun'} {number(abs(points), 1)} poin dari {dilihat.tahun - 1}{held}"


def _worst(kantor: pl.DataFrame) -> str:
    """The satker that reached the least, by name; nothing where one is alone or all reached all."""
    missed = kantor.filter(pl.col("n_tercapai") < pl.col("n_indikator")).head(NAMED)
    if len(kantor) < 2 or missed.is_empty():
        return ""
    named = [f"**{plain(pendek(row['satker']))}** {_of(row)}" for row in missed.iter_rows(named=True)]
    return f" Terendah: {join_words(named)}."


def _of(row: Row) -> str:
    return f"({number(row['n_tercapai'])} dari {number(row['n_indikator'])})"


def few(names: list[str]) -> list[str]:
    """Names as they may stand in a sentence; those beyond MANY are counted."""
    said = [plain(name) for name in names[:MANY]]
    return [*said, f"{number(len(names) - MANY)} lagi"] if len(names) > MANY else said


def _value(row: dict, end: str) -> str:
    grade, value = row[f"realisasi_ordinal{end}"], row[f"realisasi{end}"]
    satuan = row["satuan"] or ""
    return (
        plain(grade) if grade else f"{number(value)}{'' if satuan == '%' else ' '}{plain(satuan)}".strip() or "kosong"
    )
