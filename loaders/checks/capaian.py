"""Rules on capaian: printed against computed, the same indicator with two realisasi, a grade against its score."""

from __future__ import annotations

from itertools import combinations

import polars as pl

from loaders.checks.base import Data, Hasil, Row, Temuan, aturan, groups, rows
from loaders.checks.satuan import more_is_better
from loaders.checks.words import number, place, short

PREDIKAT_BAWAH = (("AA", 90.0), ("A", 80.0), ("BB", 70.0), ("B", 60.0), ("CC", 50.0), ("C", 30.0), ("D", -1.0))
"""Grade → the score it begins above. Source: aturan bidang §2, predikat AKIP (order B, edges C)."""


def formulas(target: float, realisasi: float) -> dict[str, float]:
    """All admitted capaian formulas by name, in percent. Source: aturan bidang §2. `target` is above zero."""
    higher = realisasi / target * 100
    found = {
        "realisasi/target": higher,
        "(2×target − realisasi)/target": max(0.0, (2 * target - realisasi) / target * 100),
    }
    if realisasi:
        found["target/realisasi"] = target / realisasi * 100
    capped = {
        f"{name}, dibatasi {cap}": float(cap) for name, value in found.items() for cap in (100, 120) if value > cap
    }
    return found | capped


def explains(target: float, realisasi: float, printed: float) -> str | None:
    """The formula that gives the printed capaian, with "dibulatkan" where it takes rounding to a whole number."""
    for name, value in formulas(target, realisasi).items():
        if abs(value - printed) <= 0.05 + 1e-9:
            return name
    for name, value in formulas(target, realisasi).items():
        if round(value) == printed or int(value) == printed:
            return f"{name}, dibulatkan"
    return None


@aturan(
    kode="C01",
    nama="Capaian tercetak tidak dapat dihitung",
    keparahan="peringatan",
    kalimat="Capaian yang tercetak harus dapat dihitung dari target dan realisasinya dengan rumus yang diakui.",
    penting="Capaian adalah nilai rapor satker; angkanya harus dapat diulang siapa pun.",
    sumber="Rumus capaian: realisasi/target, (2×target − realisasi)/target, target/realisasi, dibatasi 100 atau 120",
    tanda="B",
    toleransi="Satu angka di belakang koma (0,05). Pembulatan ke bilangan bulat dicatat sebagai catatan.",
)
def tidak_terhitung(data: Data) -> Hasil:
    """Printed capaian that no admitted formula gives, or only with rounding to a whole number."""
    hasil = Hasil()
    for row in rows(data.capaian.filter(pl.col("capaian_tercetak").is_not_null()).sort("dokumen_id", "baris")):
        hasil.diperiksa += 1
        if (finding := _grade(row)) or (finding := _formula(row)):
            hasil.temuan.append(finding)
    return hasil


def _grade(row: Row) -> Temuan | None:
    """A percentage printed for a grade: no formula gives one, except 100 for a grade that was met."""
    target, realisasi = row["target_ordinal"], row["realisasi_ordinal"]
    if target is None or realisasi is None or (target == realisasi and row["capaian_tercetak"] == 100):
        return None
    text = (
        f"{short(row['indikator'])} di {place(row)}: target {target}, realisasi {realisasi}, tercetak "
        f"{number(row['capaian_tercetak'])}; predikat tidak punya rumus persentase."
    )
    return _of(row, text, f"{number(row['capaian_tercetak'])}%", None)


def _formula(row: Row) -> Temuan | None:
    if row["target"] is None or row["realisasi"] is None or not row["target"]:
        return None
    printed = row["capaian_tercetak"]
    name = explains(row["target"], row["realisasi"], printed)
    true = row["realisasi"] / row["target"] * 100
    if name and not name.endswith("dibulatkan"):
        return None
    reason = f"cocok hanya bila {name}" if name else "tidak ada rumus yang memberikannya"
    text = (
        f"{short(row['indikator'])} di {place(row)}: {number(row['realisasi'])} terhadap {number(row['target'])} "
        f"adalah {number(true)}, tercetak {number(printed)}; {reason}."
    )
    return _of(row, text, f"{number(printed)}%", f"{number(true)}%", "catatan" if name else None)


def _of(row: Row, text: str, a: str | None, b: str | None, keparahan: str | None = None) -> Temuan:
    return Temuan(
        row["dokumen_id"],
        text,
        row["baris"],
        (row["tahun"],),
        a,
        b,
        keparahan=keparahan,  # ty: ignore[invalid-argument-type]
    )


@aturan(
    kode="C02",
    nama="Realisasi berbeda untuk indikator yang sama",
    keparahan="kritis",
    kalimat="Satu indikator dan tahun hanya punya satu realisasi.",
    penting="Dua realisasi memberi dua capaian; salah satunya tidak benar.",
    sumber="Pemeriksaan dokumen terhadap dirinya sendiri",
    tanda="B",
)
def dua_realisasi(data: Data) -> Hasil:
    """Pairs of rows of one satker, wording and year with different realisasi."""
    hasil = Hasil()
    for group in groups(data.capaian, "kode_satker", "kunci_bunyi", "tahun"):
        for a, b in combinations(group, 2):
            hasil.diperiksa += 1
            left, right = ((row["realisasi_ordinal"] or row["realisasi"]) for row in (a, b))
            if left != right:
                hasil.temuan.append(_two(a, b))
    return hasil


def _two(a: Row, b: Row) -> Temuan:
    left, right = (row["realisasi_ordinal"] or number(row["realisasi"]) for row in (a, b))
    text = f"{short(a['indikator'])} {a['tahun']}: realisasi {left} di {place(a)}, {right} di {place(b)}."
    return Temuan(a["dokumen_id"], text, a["baris"], (a["tahun"],), left, right, b["dokumen_id"], b["baris"])


JAUH = 1.5
"""Realisasi above this many times its target speaks of the target, not of the work."""


@aturan(
    kode="C04",
    nama="Realisasi jauh di atas target",
    keparahan="peringatan",
    kalimat="Realisasi tidak lebih dari satu setengah kali targetnya.",
    penting="Target yang terlampaui sejauh itu terlalu rendah, atau salah satu angkanya salah.",
    sumber="Konvensi: target menantang dan realistis (evaluasi SAKIP)",
    tanda="D",
    toleransi="Sampai 150% dari target. Yang makin rendah makin baik, penurunan, dan target nol tidak dibandingkan.",
)
def jauh_di_atas_target(data: Data) -> Hasil:
    """Rows of a figure where more is better, with realisasi above JAUH times the target."""
    hasil = Hasil()
    for row in rows(data.capaian):
        if not row["target"] or row["realisasi"] is None or not more_is_better(row["indikator"]):
            continue
        hasil.diperiksa += 1
        if row["realisasi"] > JAUH * row["target"]:
            hasil.temuan.append(_far(row))
    return hasil


def _far(row: Row) -> Temuan:
    left, right = number(row["target"]), number(row["realisasi"])
    share = number(round(row["realisasi"] / row["target"] * 100, 2))
    text = f"{short(row['indikator'])} {row['tahun']}: target {left}, realisasi {right} ({share}%) di {place(row)}."
    return Temuan(row["dokumen_id"], text, row["baris"], (row["tahun"],), left, right)


RINGAN = 0.05
"""A target moved by no more than this share of itself is not eased."""
_KUNCI = ("kode_satker", "kode_baku", "tahun")


@aturan(
    kode="A04",
    nama="Target diringankan setelah tercapai",
    keparahan="catatan",
    kalimat="Target PK tidak dibuat lebih ringan daripada target tahun sebelumnya yang menurut LK sudah tercapai.",
    penting="Target yang lebih ringan dari hasil tahun lalu tercapai tanpa perbaikan; sebabnya perlu dijelaskan.",
    sumber="Konvensi: target menantang dan realistis (evaluasi SAKIP)",
    tanda="D",
    toleransi="Sampai 5% dari target lama. Hanya persentase dan nilai dengan padanan pasti: banyaknya kegiatan dan "
    "perkara mengikuti tahapan Pemilu. Target yang tetap walau sudah terlampaui bukan temuan; target lama yang "
    "berbeda di PK dan LK (T03) tidak dibandingkan.",
)
def diringankan(data: Data) -> Hasil:
    """Indikator baku of which the PK of the next year asks for less than the target met in the LK."""
    hasil = Hasil()
    pk = _measured(data.target.filter((pl.col("jenis_dokumen") == "PK") & pl.col("nilai").is_not_null()))
    promised = {tuple(rows[0][key] for key in _KUNCI): rows[0] for rows in groups(pk, *_KUNCI)}
    reported = data.capaian.filter((pl.col("target") > 0) & pl.col("realisasi").is_not_null())
    for row, *_ in groups(_measured(reported), *_KUNCI):
        old, new = (promised.get((row["kode_satker"], row["kode_baku"], row["tahun"] + later)) for later in (0, 1))
        if new is None or (old and old["nilai"] != row["target"]):
            continue
        hasil.diperiksa += 1
        way = 1 if row["polaritas"] == "maksimal" else -1
        met = way * (row["realisasi"] - row["target"]) >= 0
        if met and way * (row["target"] - new["nilai"]) > RINGAN * row["target"] + 1e-9:
            hasil.temuan.append(_eased(row, new))
    return hasil


def _measured(rows: pl.DataFrame) -> pl.DataFrame:
    """Those of an indikator baku with a known direction that is a share or a score, not a number of things."""
    direction = pl.col("polaritas").is_in(["maksimal", "minimal"]) & (pl.col("keyakinan") == "pasti")
    measured = pl.col("satuan").fill_null("%").is_in(["%", "indeks"])
    return rows.filter(direction & measured & ~pl.col("indikator").str.contains(r"(?i)^(?:jumlah|banyaknya)\b"))


def _eased(row: Row, new: Row) -> Temuan:
    old, done, now = (number(value) for value in (row["target"], row["realisasi"], new["nilai"]))
    text = (
        f"{short(row['indikator'])}: target {row['tahun']} {old}, realisasi {done} di {place(row)}; "
        f"target {new['tahun']} menjadi {now} di PK {place(new)}."
    )
    return Temuan(
        new["dokumen_id"], text, new["baris"], (new["tahun"],), now, old, row["dokumen_id"], row["baris"]
    )  # fmt: skip


def grade_of(score: float) -> str:
    """The predikat AKIP of a score: open below, closed above (80,00 is BB)."""
    return next(grade for grade, above in PREDIKAT_BAWAH if score > above)


@aturan(
    kode="C03",
    nama="Predikat bertentangan dengan nilainya",
    keparahan="kritis",
    kalimat="Predikat AKIP harus sesuai dengan rentang nilainya.",
    penting="Nilai 71,2 adalah BB; menyebutnya B merugikan satker sendiri.",
    sumber="Skala predikat AKIP",
    tanda="C",
)
def predikat(data: Data) -> Hasil:
    """Sentences that name a score and a grade: the grade must be the score's."""
    hasil = Hasil()
    for said in rows(data.kalimat.filter(pl.col("jenis") == "skor").sort("dokumen_id", "baris")):
        hasil.diperiksa += 1
        true = grade_of(said["nilai"])
        if true != said["uraian"]:
            text = (
                f"Baris {said['baris']}: nilai {number(said['nilai'])} disebut {said['uraian']}, menurut skala {true}."
            )
            hasil.temuan.append(Temuan(said["dokumen_id"], text, said["baris"], (), said["uraian"], true))
    return hasil
