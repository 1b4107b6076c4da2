"""Rules on sums of money: parts against their printed parent, totals against other totals, years against "jumlah"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from loaders.checks.base import Data, Hasil, Row, Temuan, aturan, groups
from loaders.checks.words import place, rupiah, short

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
        levels = {row["tingkat"] for row in heads.values()}
        for number, head in heads.items():
            parts = [other for other in heads if _is_part(heads[other], head, levels)]
            if parts:
                by_year: dict[int | None, list[Row]] = defaultdict(list)
                for other in parts:
                    for tahun, row in lines[other].items():
                        by_year[tahun].append(row)
                yield head, lines[number], by_year


def _names_a_program(head: Row) -> bool:
    """True for a kegiatan that prints a program's name and so its figure: its parts are all kegiatan of it.

    "Program …" and "Sasaran Program …" do, "Perencanaan Program …" does not.
    """
    return head["tingkat"] == "kegiatan" and bool(re.match(r"[\W\d]*(?:Sasaran\s+)?Program\b", head["uraian"]))


def _is_part(row: Row, head: Row, levels: set[str]) -> bool:
    """True when `row` is a direct part of `head`: one level below it of those in their table, under the same program or
    kegiatan.
    """
    if _names_a_program(head) and row is not head and row["tingkat"] == "kegiatan":
        return row["program"] == head["program"]
    if row["tingkat"] != next((level for level in _CHILD.get(head["tingkat"], ()) if level in levels), None):
        return False
    if head["tingkat"] == "total":
        return True
    if _names_a_program(head):
        return row["program"] == head["program"] and (
            row["tingkat"] == "kegiatan" or row["kegiatan"] == head["kegiatan"]
        )
    column = "program" if head["tingkat"] == "program" else "kegiatan"
    return bool(head[column]) and row[column] == head[column]


def _sums(data: Data, level: str) -> Hasil:
    """Compare each line of a level with the sum of its parts; all years that differ in one finding a line."""
    hasil = Hasil()
    for head, own, parts in _families(data):
        if head["tingkat"] != level:
            continue
        wrong: list[tuple[int | None, int, int, str]] = []
        for tahun, row in own.items():
            below = parts.get(tahun, [])
            if row["pagu"] is None or any(part["keadaan"] == "rusak" for part in below) or not below:
                continue
            hasil.diperiksa += 1
            total = sum(part["pagu"] or 0 for part in below)
            if total != row["pagu"]:
                wrong.append((tahun, row["pagu"], total, _would_fit(below, total - row["pagu"])))
        if wrong:
            hasil.temuan.append(_sum_finding(head, wrong))
    return hasil


def _would_fit(parts: list[Row], surplus: int) -> str:
    """A hint when leaving out one part would make the sum right: that line may belong elsewhere."""
    fitting = [part for part in parts if part["pagu"] == surplus > 0]
    return f" (tepat bila baris {fitting[0]['baris']} bukan bagiannya)" if len(fitting) == 1 else ""


def _sum_finding(head: Row, wrong: list[tuple[int | None, int, int, str]]) -> Temuan:
    each = "; ".join(
        f"{tahun or 'jumlah'}: tercetak {rupiah(a)}, bagiannya {rupiah(b)}{hint}" for tahun, a, b, hint in wrong
    )
    tahun = tuple(year for year, *_ in wrong if year)
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
