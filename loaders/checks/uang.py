"""Rules on sums of money: parts against their printed parent, totals against other totals, years against "jumlah"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from loaders.checks.base import Data, Hasil, Row, Temuan, aturan, groups
from loaders.checks.words import key, place, rupiah, short, years

KONVENSI = "Anggaran bertingkat: bagian menjumlah menjadi induknya"
_CHILD = {"total": ("program", "ro"), "program": ("kegiatan", "sasaran"), "kegiatan": ("sasaran",)}


@aturan(
    kode="U01",
    nama="Kolom jumlah tidak sama dengan jumlah tahunnya",
    keparahan="peringatan",
    kalimat="Angka di kolom jumlah harus sama dengan penjumlahan tahun-tahun pada baris itu.",
    penting="Jumlah lima tahun sering dikutip tanpa dihitung ulang.",
    sumber=KONVENSI,
    tanda="B",
)
def jumlah_tahun(data: Data) -> Hasil:
    """Budget lines whose printed column "jumlah" is not the sum of their readable years."""
    hasil = Hasil()
    for group in groups(data.pagu, "mata_anggaran_id"):
        printed = next((row for row in group if row["tahun"] is None and row["pagu"] is not None), None)
        parts = [row for row in group if row["tahun"] is not None]
        if printed is None or not parts or any(row["keadaan"] == "rusak" for row in parts):
            continue
        hasil.diperiksa += 1
        total = sum(row["pagu"] or 0 for row in parts)
        if total != printed["pagu"]:
            both = f"tercetak {rupiah(printed['pagu'])}, tahunnya berjumlah {rupiah(total)}"
            text = f"{short(printed['uraian'])} di {place(printed)}: {both}."
            hasil.temuan.append(_money(printed, text, printed["pagu"], total))
    return hasil


def _money(
    row: Row, text: str, a: float | None, b: float | None, tahun: tuple[int, ...] = (), other: Row | None = None
) -> Temuan:
    return Temuan(
        row["dokumen_id"],
        text,
        row["baris"],
        tahun,
        rupiah(a),
        rupiah(b),
        other["dokumen_id"] if other else None,
        other["baris"] if other else None,
    )


def _families(data: Data) -> Iterator[tuple[Row, dict[int | None, Row], dict[int | None, list[Row]]]]:
    """Each budget line with parts in its own table: (a row of it, its figures by year, its parts' figures by year)."""
    for table in groups(data.pagu, "dokumen_id", "tabel"):
        lines: dict[int, dict[int | None, Row]] = defaultdict(dict)
        for row in table:
            lines[row["mata_anggaran_id"]][row["tahun"]] = row
        heads = {number: next(iter(figures.values())) for number, figures in lines.items()}
        for number, head in heads.items():
            parts = [other for other in heads if _is_part(heads[other], head, heads)]
            if parts:
                by_year: dict[int | None, list[Row]] = defaultdict(list)
                for other in parts:
                    for tahun, row in lines[other].items():
                        by_year[tahun].append(row)
                yield head, lines[number], by_year


def _is_part(row: Row, head: Row, heads: dict[int, Row]) -> bool:
    """True when `row` is a direct part of `head`: one level below it, under the same program or kegiatan."""
    below = [level for level in _CHILD.get(head["tingkat"], ()) if any(r["tingkat"] == level for r in heads.values())]
    if not below or row["tingkat"] != below[0]:
        return False
    if head["tingkat"] == "total":
        return True
    column = "program" if head["tingkat"] == "program" else "kegiatan"
    return bool(head[column]) and row[column] == head[column]


def _sums(data: Data, level: str) -> Hasil:
    """Compare each line of a level with the sum of its parts; all years that differ in one finding a line."""
    hasil = Hasil()
    for head, own, parts in _families(data):
        if head["tingkat"] != level:
            continue
        wrong: list[tuple[int | None, int, int]] = []
        for tahun, row in own.items():
            below = parts.get(tahun, [])
            if row["pagu"] is None or any(part["keadaan"] == "rusak" for part in below) or not below:
                continue
            hasil.diperiksa += 1
            total = sum(part["pagu"] or 0 for part in below)
            if total != row["pagu"]:
                wrong.append((tahun, row["pagu"], total))
        if wrong:
            hasil.temuan.append(_sum_finding(head, wrong))
    return hasil


def _sum_finding(head: Row, wrong: list[tuple[int | None, int, int]]) -> Temuan:
    each = "; ".join(f"{tahun or 'jumlah'}: tercetak {rupiah(a)}, bagiannya {rupiah(b)}" for tahun, a, b in wrong)
    tahun = tuple(year for year, _, _ in wrong if year)
    return _money(head, f"{short(head['uraian'])} di {place(head)}: {each}.", wrong[0][1], wrong[0][2], tahun)


@aturan(
    kode="U02",
    nama="Bagian tidak menjumlah menjadi kegiatannya",
    keparahan="peringatan",
    kalimat="Output atau sasaran di bawah satu kegiatan harus menjumlah menjadi pagu kegiatan itu.",
    penting="Selisihnya adalah uang yang tidak ketahuan gunanya, atau baris yang hilang.",
    sumber=KONVENSI,
    tanda="B",
)
def kegiatan(data: Data) -> Hasil:
    """Kegiatan against the sum of their outputs or sasaran, year by year."""
    return _sums(data, "kegiatan")


@aturan(
    kode="U03",
    nama="Bagian tidak menjumlah menjadi programnya",
    keparahan="peringatan",
    kalimat="Kegiatan atau sasaran di bawah satu program harus menjumlah menjadi pagu program itu.",
    penting="Pagu program adalah batas; bagian yang lebih besar melampaui, yang lebih kecil tidak terjelaskan.",
    sumber=KONVENSI,
    tanda="B",
)
def program(data: Data) -> Hasil:
    """Programs against the sum of their kegiatan or sasaran in the same table, year by year."""
    return _sums(data, "program")


@aturan(
    kode="U04",
    nama="Baris tidak menjumlah menjadi total tercetak",
    keparahan="kritis",
    kalimat="Baris sebuah tabel harus menjumlah menjadi total yang tercetak di bawahnya.",
    penting="Total dibacakan dalam rapat; bila barisnya berkata lain, salah satu keliru.",
    sumber=KONVENSI,
    tanda="B",
)
def total(data: Data) -> Hasil:
    """Printed totals against the sum of the rows above them: pagu, and realisasi where printed."""
    hasil = _sums(data, "total")
    for head, own, parts in _families(data):
        for tahun, row in own.items() if head["tingkat"] == "total" else ():
            spent = [part["realisasi"] for part in parts.get(tahun, []) if part["realisasi"] is not None]
            if row["realisasi"] is None or not spent:
                continue
            hasil.diperiksa += 1
            if sum(spent) != row["realisasi"]:
                text = (
                    f"Realisasi {short(head['uraian'])} di {place(head)}: tercetak {rupiah(row['realisasi'])}, "
                    f"barisnya berjumlah {rupiah(sum(spent))}."
                )
                hasil.temuan.append(_money(head, text, row["realisasi"], sum(spent), (tahun,) if tahun else ()))
    return hasil


@aturan(
    kode="U05",
    nama="Total satker bertentangan antar tabel atau dokumen",
    keparahan="kritis",
    kalimat="Total anggaran satu satker dan tahun harus sama di semua dokumennya.",
    penting="Dua total untuk satu tahun membuat serapan tidak bermakna sampai versinya dijelaskan.",
    sumber=KONVENSI,
    tanda="C",
    toleransi="Revisi pagu antara PK dan akhir tahun dapat menjelaskan selisih; temuan ini meminta penjelasan itu.",
)
def total_bertentangan(data: Data) -> Hasil:
    """Printed totals of one satker and year in two tables."""
    hasil = Hasil()
    totals = data.pagu.filter(
        (pl.col("tingkat") == "total") & pl.col("pagu").is_not_null() & pl.col("tahun").is_not_null()
    )
    for group in groups(totals, "kode_satker", "tahun"):
        first, *others = group
        for other in others:
            hasil.diperiksa += 1
            if other["pagu"] != first["pagu"]:
                text = (
                    f"Total {first['tahun']} {first['satker']}: {rupiah(first['pagu'])} di {first['jenis_dokumen']} "
                    f"{place(first)}, {rupiah(other['pagu'])} di {other['jenis_dokumen']} {place(other)}."
                )
                hasil.temuan.append(_money(first, text, first["pagu"], other["pagu"], (first["tahun"],), other))
    return hasil


@aturan(
    kode="U06",
    nama="Kalimat pendanaan bertentangan dengan tabelnya",
    keparahan="kritis",
    kalimat="Jumlah yang disebut kalimat harus sama dengan jumlah program itu di tabel.",
    penting="Kalimat di depan tabel biasanya yang dikutip.",
    sumber="Pemeriksaan dokumen terhadap dirinya sendiri",
    tanda="B",
    toleransi="Program dipasangkan menurut urutan kalimat dan baris program di tabel berjumlah pertama sesudahnya.",
)
def kalimat_pendanaan(data: Data) -> Hasil:
    """Sentences that name a program's amount against the column "jumlah" of the next table."""
    hasil = Hasil()
    sums = data.pagu.filter((pl.col("tingkat") == "program") & pl.col("tahun").is_null() & pl.col("pagu").is_not_null())
    for group in groups(data.kalimat.filter(pl.col("jenis") == "pagu"), "dokumen_id"):
        after = sums.filter((pl.col("dokumen_id") == group[0]["dokumen_id"]) & (pl.col("baris") > group[0]["baris"]))
        table = after.filter(pl.col("tabel") == after["tabel"].first()).sort("baris").to_dicts() if len(after) else []
        for said, printed in zip(group, table, strict=False):
            hasil.diperiksa += 1
            if said["nilai"] != printed["pagu"]:
                text = (
                    f"{short(printed['uraian'])}: kalimat (baris {said['baris']}) menyebut {rupiah(said['nilai'])}, "
                    f"{place(printed)} mencetak {rupiah(printed['pagu'])}."
                )
                hasil.temuan.append(_money(said, text, said["nilai"], printed["pagu"], (), printed))
    return hasil


@aturan(
    kode="U07",
    nama="Uang dan target tidak berpasangan",
    keparahan="catatan",
    kalimat="Sasaran yang diberi uang pada suatu tahun seharusnya punya target tahun itu, dan sebaliknya.",
    penting="Uang tanpa target tidak dapat dinilai; target tanpa uang tidak dapat dikerjakan.",
    sumber="Keselarasan kinerja dan anggaran (evaluasi SAKIP)",
    tanda="C",
    toleransi="Sasaran dipasangkan menurut bunyinya dalam satu dokumen; target 0 atau «-» dianggap tidak ada.",
)
def uang_tanpa_target(data: Data) -> Hasil:
    """Sasaran of one document with money in years without any target above zero, and the reverse."""
    hasil = Hasil()
    money = _by_sasaran(data.pagu.filter((pl.col("tingkat") == "sasaran") & pl.col("tahun").is_not_null()), "uraian")
    goals = _by_sasaran(data.target.filter(pl.col("sasaran").is_not_null()), "sasaran")
    funded = {dokumen for dokumen, _ in money}
    for name, targets in goals.items():
        if name[0] not in funded or name not in money:
            continue
        hasil.diperiksa += 1
        planned = {row["tahun"] for row in targets if row["nilai_ordinal"] or (row["nilai"] or 0) > 0}
        paid = {row["tahun"] for row in money[name] if (row["pagu"] or 0) > 0}
        asked = {row["tahun"] for row in targets}
        without_goal, without_money = sorted((paid & asked) - planned), sorted(planned - paid)
        parts = [f"uang tanpa target pada {years(without_goal)}"] if without_goal else []
        parts += [f"target tanpa uang pada {years(without_money)}"] if without_money and paid else []
        if parts:
            first, pay = targets[0], money[name][0]
            text = f"{short(first['sasaran'])}: {', '.join(parts)} ({place(first)} dan {place(pay)})."
            tahun = tuple(sorted({*without_goal, *(without_money if paid else [])}))
            hasil.temuan.append(
                Temuan(first["dokumen_id"], text, first["baris"], tahun, None, None, pay["dokumen_id"], pay["baris"])
            )
    return hasil


def _by_sasaran(frame: pl.DataFrame, column: str) -> dict[tuple[int, str], list[Row]]:
    found: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for row in frame.sort("dokumen_id", "baris", "tahun").to_dicts():
        found[(row["dokumen_id"], key(row[column]))].append(row)
    return found
