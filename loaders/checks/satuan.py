"""Rules on direction and unit: does a target go the way its indicator means, in the unit its words ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import polars as pl

from loaders.checks.base import Data, Hasil, Row, Temuan, aturan, groups
from loaders.checks.words import place, short, shown, years
from loaders.values import meaning

PERSENTASE = "p(?:er|ro|re)sentase"
"""What an indikator begins with that is a share of something, as offices write it."""
MENURUN = "(?:penurunan|menurunnya|turunnya|berkurangnya|pengurangan)"
"""What an indikator of a decline begins with."""
_SHARE = re.compile(rf"^{PERSENTASE}\b", re.IGNORECASE)
_COUNT = re.compile(r"^(?:jumlah|banyaknya|penurunan jumlah)\b", re.IGNORECASE)
_BAD = re.compile(
    r"^(?:persentase|jumlah|banyaknya|tingkat)\s+(?:gangguan|temuan|sengketa|perkara|pengaduan|pelanggaran|revisi|kasus"
    r"|permasalahan|pemilih yang berhak memilih tetapi tidak masuk)\b",
    re.IGNORECASE,
)
"""Something unwanted is what is counted: the words right behind the opening, not anywhere in the text."""
_EITHER_WAY = re.compile(rf"^{MENURUN}\b", re.IGNORECASE)
"""A decline may be counted as cases that remain or as cases fewer: no direction can be read from it."""
_GOOD_ABOUT_BAD = re.compile(
    r"ditindaklanjuti|ditanggulangi|diselesaikan|dimenangkan|penyelesaian|terselesaikan|penurunan|tanpa",
    re.IGNORECASE,
)
_HIGH_SHARE = 50.0


def lower_is_better(indikator: str) -> bool:
    """True when the words name something unwanted and nothing that is done about it."""
    return bool(_BAD.search(indikator)) and not _GOOD_ABOUT_BAD.search(indikator)


def more_is_better(indikator: str) -> bool:
    """True when the words name nothing unwanted and no decline, of which no direction can be read."""
    return not lower_is_better(indikator) and not _EITHER_WAY.match(indikator)


def by_indikator(targets: pl.DataFrame) -> Iterator[list[Row]]:
    """The target rows of each indicator, in order of years."""
    return (sorted(group, key=lambda row: row["tahun"]) for group in groups(targets, "indikator_id"))


@aturan(
    kode="A01",
    nama="Target bergerak melawan arah indikator",
    keparahan="peringatan",
    kalimat="Target indikator yang makin tinggi makin baik tidak turun; yang makin rendah makin baik tidak naik.",
    penting="Target yang mundur berarti satker berjanji menjadi lebih buruk, atau angkanya salah ketik.",
    sumber="Konvensi: target menantang dan realistis (evaluasi SAKIP)",
    tanda="D",
    toleransi="Hanya angka bersatuan sama yang dibandingkan; arah dibaca dari kata indikator.",
)
def arah(data: Data) -> Hasil:
    """Rows whose numbers step against the direction their words give, all steps in one finding."""
    hasil = Hasil()
    for group in by_indikator(data.target):
        numbers = [row for row in group if row["nilai"] is not None]
        if len(numbers) < 2 or _EITHER_WAY.match(group[0]["indikator"]):
            continue
        hasil.diperiksa += 1
        down_is_good = lower_is_better(group[0]["indikator"])
        wrong = [(a, b) for a, b in pairwise(numbers) if _against(a, b, down_is_good)]
        if wrong:
            hasil.temuan.append(_step(group[0], wrong, down_is_good))
    return hasil


def _against(a: Row, b: Row, down_is_good: bool) -> bool:
    if a["satuan"] and b["satuan"] and meaning(a["satuan"]) != meaning(b["satuan"]):
        return False
    return b["nilai"] > a["nilai"] if down_is_good else b["nilai"] < a["nilai"]


def _step(row: Row, wrong: list[tuple[Row, Row]], down_is_good: bool) -> Temuan:
    steps = ", ".join(f"{a['tahun']} {shown(a)} ke {b['tahun']} {shown(b)}" for a, b in wrong)
    sense = "makin rendah makin baik, tetapi naik" if down_is_good else "makin tinggi makin baik, tetapi turun"
    first, last = wrong[0]
    return Temuan(
        row["dokumen_id"],
        f"{short(row['indikator'])} di {place(row)}: {sense} {steps}.",
        row["baris"],
        tuple(b["tahun"] for _, b in wrong),
        shown(first),
        shown(last),
    )


@aturan(
    kode="A02",
    nama="Target tinggi untuk hal yang tidak diinginkan",
    keparahan="peringatan",
    kalimat="Persentase hal yang tidak diinginkan (gangguan, temuan, kasus) tidak seharusnya ditargetkan tinggi.",
    penting="Target 100% gangguan, bila dibaca apa adanya, menjanjikan gangguan; biasanya kata penanganannya hilang.",
    sumber="Konvensi: indikator SMART (evaluasi SAKIP)",
    tanda="D",
    toleransi="Diperiksa hanya persentase 50% ke atas.",
)
def makna(data: Data) -> Hasil:
    """Shares of unwanted things with a target of half or more."""
    hasil = Hasil()
    for group in by_indikator(data.target):
        text = group[0]["indikator"]
        if not (_SHARE.match(text) and _BAD.search(text)):
            continue
        hasil.diperiksa += 1
        high = [row for row in group if row["satuan"] == "%" and (row["nilai"] or 0) >= _HIGH_SHARE]
        if high and lower_is_better(text):
            hasil.temuan.append(of_years(high, "ditargetkan"))
    return hasil


@aturan(
    kode="S01",
    nama="Satuan bertentangan dengan bunyi indikator",
    keparahan="peringatan",
    kalimat="Indikator «Jumlah …» dihitung dengan bilangan, indikator «Persentase …» dengan persen.",
    penting="Satuan yang salah membuat capaian tidak dapat dihitung dan satker tidak dapat dibandingkan.",
    sumber="Konvensi: indikator terukur (evaluasi SAKIP)",
    tanda="D",
)
def satuan_bertentangan(data: Data) -> Hasil:
    """ "Jumlah …" with %, "Persentase …" with a grade or a counted unit."""
    hasil = Hasil()
    for group in by_indikator(data.target):
        text = group[0]["indikator"]
        if not (_SHARE.match(text) or _COUNT.match(text)):
            continue
        hasil.diperiksa += 1
        wrong = [row for row in group if _contradicts(text, row)]
        if wrong:
            hasil.temuan.append(of_years(wrong, "tercetak"))
    return hasil


def of_years(rows: list[Row], verb: str) -> Temuan:
    """One finding for a row and the years that are wrong in it, each value with its years."""
    row, tahun = rows[0], tuple(row["tahun"] for row in rows)
    printed: dict[str, list[int]] = {}
    for one in rows:
        printed.setdefault(shown(one), []).append(one["tahun"])
    each = ", ".join(f"{value} untuk {years(of)}" for value, of in printed.items())
    sentence = f"{short(row['indikator'])} di {place(row)}: {verb} {each}."
    return Temuan(row["dokumen_id"], sentence, row["baris"], tahun, shown(row))


def _contradicts(text: str, row: Row) -> bool:
    if row["nilai"] is None and row["nilai_ordinal"] is None:
        return False
    if _COUNT.match(text):
        return row["satuan"] == "%" or row["nilai_ordinal"] is not None
    return row["nilai_ordinal"] is not None or (row["satuan"] is not None and row["satuan"] != "%")


@aturan(
    kode="S02",
    nama="Satuan berganti di dalam satu baris",
    keparahan="peringatan",
    kalimat="Satu indikator memakai satu satuan untuk semua tahunnya.",
    penting="Deret yang berganti satuan tidak dapat digambar sebagai satu garis.",
    sumber="Pemeriksaan dokumen terhadap dirinya sendiri",
    tanda="B",
    toleransi="Beda huruf besar (Kali, kali) dan singkatan (lap, laporan) diabaikan.",
)
def satuan_berganti(data: Data) -> Hasil:
    """Rows with two printed units."""
    hasil = Hasil()
    for group in by_indikator(data.target):
        printed = {meaning(row["satuan"]): row for row in group if row["satuan"]}
        if len(group) > 1 and printed:
            hasil.diperiksa += 1
            if len(printed) > 1:
                a, b, *_ = printed.values()
                both = f"{shown(a)} pada {a['tahun']}, {shown(b)} pada {b['tahun']}"
                sentence = f"{short(a['indikator'])} di {place(a)}: {both}."
                hasil.temuan.append(
                    Temuan(a["dokumen_id"], sentence, a["baris"], (a["tahun"], b["tahun"]), shown(a), shown(b))
                )
    return hasil


@aturan(
    kode="S03",
    nama="Nilai tanpa satuannya",
    keparahan="catatan",
    kalimat="Bila tahun lain pada baris itu bersatuan, setiap nilainya seharusnya bersatuan.",
    penting="Angka tanpa satuan hanya dapat dibaca dengan menebak.",
    sumber="Pemeriksaan dokumen terhadap dirinya sendiri",
    tanda="B",
)
def tanpa_satuan(data: Data) -> Hasil:
    """Bare numbers in rows whose other years print a unit."""
    hasil = Hasil()
    for group in by_indikator(data.target):
        numbers = [row for row in group if row["nilai"] is not None]
        if len(numbers) < 2:
            continue
        hasil.diperiksa += 1
        bare = [row for row in numbers if not row["satuan"]]
        if bare and len(bare) < len(numbers):
            other = next(row for row in numbers if row["satuan"])
            sentence = (
                f"{short(other['indikator'])} di {place(other)}: {shown(bare[0])} tanpa satuan untuk "
                f"{years(r['tahun'] for r in bare)}, padahal {shown(other)} pada {other['tahun']}."
            )
            hasil.temuan.append(
                Temuan(
                    other["dokumen_id"],
                    sentence,
                    other["baris"],
                    tuple(r["tahun"] for r in bare),
                    shown(bare[0]),
                    shown(other),
                )
            )
    return hasil


@aturan(
    kode="S04",
    nama="Satuan berbeda antar satker",
    keparahan="catatan",
    kalimat="Indikator berbunyi sama di beberapa satker seharusnya memakai satuan yang sama.",
    penting="Satker tidak dapat dibandingkan bila satu menghitung kecamatan dan yang lain persen.",
    sumber="Konvensi: keterbandingan antar satker",
    tanda="D",
    toleransi="Beda huruf besar dan singkatan diabaikan; nilai tanpa satuan tidak ikut dibandingkan.",
)
def satuan_antar_satker(data: Data) -> Hasil:
    """Wordings that two satker measure in different units: one finding a wording, naming each satker's unit."""
    hasil = Hasil()
    measured = data.target.filter(pl.col("satuan").is_not_null() | pl.col("nilai_ordinal").is_not_null())
    printed = measured.sort("dokumen_id", "baris", maintain_order=True)
    for group in groups(printed.unique(["kunci_bunyi", "kode_satker"], keep="first"), "kunci_bunyi"):
        if len(group) < 2:
            continue
        hasil.diperiksa += 1
        kinds = {meaning(row["satuan"] or "predikat") for row in group}
        if len(kinds) > 1:
            hasil.temuan.append(_units_of(group))
    return hasil


def _units_of(rows: list[Row]) -> Temuan:
    a, b = rows[0], next(row for row in rows if meaning(row["satuan"] or "") != meaning(rows[0]["satuan"] or ""))
    each = ", ".join(f"{row['satker']} memakai {row['satuan'] or 'predikat'} (baris {row['baris']})" for row in rows)
    return Temuan(
        a["dokumen_id"],
        f"{short(a['indikator'])}: {each}.",
        a["baris"],
        (),
        a["satuan"] or "predikat",
        b["satuan"] or "predikat",
        b["dokumen_id"],
        b["baris"],
    )
