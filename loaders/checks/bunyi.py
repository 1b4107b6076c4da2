"""Rules on what an indikator's words ask of its target: a decline that declines, a grade that is one, one office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import polars as pl

from loaders.checks.base import Data, Hasil, Row, Temuan, aturan
from loaders.checks.satuan import MENURUN, PERSENTASE, by_indikator, of_years
from loaders.checks.words import place, short, shown, years

_DECLINE = rf"(?i)^(?:{PERSENTASE}\s+)?{MENURUN}\b"
_GRADE = (
    rf"(?i)^(?:{PERSENTASE}\s+)?(?:predikat\b|opini\s+(?:bpk|badan pemeriksa|atas laporan keuangan)\b"
    r"|nilai\b.*\b(?:akuntabilitas kinerja|akuntansi kinerja|laporan kinerja|reformasi birokrasi|rb|sakip|akip|lakip"
    r"|maturitas|iacm|kapabilitas)\b)|^(?:mendapat|memperoleh|meraih)\w*\s+(?:nilai|predikat|opini)\b"
)
"""A result on a scale of its own: letters, opinions, levels or points, of which a percentage says nothing."""
_OFFICES = rf"(?i)^{PERSENTASE}\s+(?:satker|satuan kerja|kpu|kip|komisi)\b"
_SATKER = re.compile(r"^(?:satker|satuan kerja) (?:di lingkungan )?")


def _worded(data: Data, words: str) -> Iterator[list[Row]]:
    """The target rows of each indikator with such words, in order of years."""
    return by_indikator(data.target.filter(pl.col("indikator").str.contains(words)))


@aturan(
    kode="A03",
    nama="Indikator penurunan tanpa penurunan",
    keparahan="peringatan",
    kalimat="Target indikator «Penurunan …», «Menurunnya …» atau «Berkurangnya …» tidak 0 dan tidak naik.",
    penting="Penurunan 0 tidak menjanjikan apa pun; bila yang dihitung sisanya, bunyinya harus tanpa «penurunan».",
    sumber="Konvensi: indikator SMART (evaluasi SAKIP)",
    tanda="D",
    toleransi="Persentase penurunan boleh naik. Bilangan yang turun sampai 0 terbaca sebagai sisa perkara: catatan.",
)
def penurunan(data: Data) -> Hasil:
    """Rows worded as a decline whose target is 0, or rises where what declines is counted."""
    hasil = Hasil()
    for group in _worded(data, _DECLINE):
        numbers = [row for row in group if row["nilai"] is not None]
        hasil.diperiksa += bool(numbers)
        counted = bool(numbers) and _is_counted(numbers[0])
        steps = [(a, b) for a, b in pairwise(numbers) if counted and b["nilai"] > a["nilai"]]
        zero = [row for row in numbers if row["nilai"] == 0]
        if steps:
            hasil.temuan.append(_rising(steps))
        elif zero:
            hasil.temuan.append(_no_decline(zero, falls=counted and numbers[0]["nilai"] > 0))
    return hasil


def _is_counted(row: Row) -> bool:
    """True where a number of things is targeted, not how far it declines."""
    share = re.match(PERSENTASE, row["indikator"], re.IGNORECASE)
    return not share and row["satuan"] != "%" and row["polaritas"] != "maksimal"


def _no_decline(zero: list[Row], *, falls: bool) -> Temuan:
    row, tahun = zero[0], tuple(row["tahun"] for row in zero)
    target = f"ditargetkan {shown(row)} untuk {years(tahun)}"
    text = f"{short(row['indikator'])} di {place(row)}: berbunyi penurunan, {target}."
    return Temuan(row["dokumen_id"], text, row["baris"], tahun, shown(row), keparahan="catatan" if falls else None)


def _rising(steps: list[tuple[Row, Row]]) -> Temuan:
    (row, _), (_, last) = steps[0], steps[-1]
    text = (
        f"{short(row['indikator'])} di {place(row)}: berbunyi penurunan, tetapi targetnya naik dari {shown(row)} "
        f"pada {row['tahun']} ke {shown(last)} pada {last['tahun']}."
    )
    return Temuan(row["dokumen_id"], text, row["baris"], tuple(b["tahun"] for _, b in steps), shown(row), shown(last))


@aturan(
    kode="S05",
    nama="Predikat ditargetkan dalam persen",
    keparahan="peringatan",
    kalimat="Nilai SAKIP, nilai reformasi birokrasi, predikat dan opini ditargetkan menurut skalanya, bukan persen.",
    penting="Opini atau predikat 95% tidak ada dalam skalanya, jadi tidak dapat dikatakan tercapai atau tidak.",
    sumber="Skala predikat AKIP dan opini BPK",
    tanda="D",
    toleransi="Hanya hasil yang punya skala sendiri; «Persentase satker yang mendapat nilai …» diperiksa S06.",
)
def predikat_berpersen(data: Data) -> Hasil:
    """Rows whose words name a grade or a score on its own scale, targeted in percent."""
    hasil = Hasil()
    for group in _worded(data, _GRADE):
        hasil.diperiksa += 1
        if wrong := [row for row in group if row["nilai"] is not None and row["satuan"] == "%"]:
            hasil.temuan.append(of_years(wrong, "ditargetkan"))
    return hasil


@aturan(
    kode="S06",
    nama="Persentase atas satu satker",
    keparahan="peringatan",
    kalimat="Persentase satker yang dihitung atas satu satker saja hanya dapat 0% atau 100%.",
    penting="Target 85% atas satu satker tidak pernah dapat tepat tercapai; bunyinya disalin dari indikator KPU RI.",
    sumber="Konvensi: indikator terukur (evaluasi SAKIP)",
    tanda="D",
    toleransi="Hanya bila yang dihitung satker itu sendiri menurut namanya, atau «satker» di KPU kabupaten/kota.",
)
def satu_satker(data: Data) -> Hasil:
    """Shares of the one office itself with a target between none and all."""
    hasil = Hasil()
    for group in _worded(data, _OFFICES):
        if not _counts_itself(group[0]):
            continue
        hasil.diperiksa += 1
        if wrong := [row for row in group if row["nilai"] not in (None, 0, 100) and row["satuan"] in ("%", None)]:
            hasil.temuan.append(of_years(wrong, "ditargetkan"))
    return hasil


def _counts_itself(row: Row) -> bool:
    """True for "Persentase KPU Kota Balikpapan yang …" of that office; "satker" of a KPU kabupaten/kota is itself."""
    counted = " ".join(row["indikator"].lower().split()[1:])
    counted = counted.replace("komisi pemilihan umum", "kpu").replace("kab. ", "kabupaten ")
    own = f"{row['satker'].lower()} yang "
    if row["tingkat_satker"] == "kabkota" and (of := _SATKER.match(counted)):
        return counted[of.end() :].startswith(("yang ", own))
    return counted.startswith(own)
