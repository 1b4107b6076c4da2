"""Rules on single money figures: cut off, mixed marks, the same twice, spent above the ceiling, wrong percentages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import polars as pl

from loaders.checks.base import Data, Hasil, Row, Temuan, aturan, groups, rows
from loaders.checks.words import number, place, rupiah, short

_LAST_DIGIT = 0.01
_ROUND = 5_000
"""Amounts that are a multiple of this are written by rule of thumb and coincide without meaning anything."""


@aturan(
    kode="N01",
    nama="Angka terpotong",
    keparahan="peringatan",
    kalimat="Angka uang yang kehilangan angka terakhirnya tidak dipakai sampai dikoreksi.",
    penting="Menambahkan nol yang hilang adalah menebak; tanpa itu angkanya sepuluh kali lebih kecil.",
    sumber="Format angka dokumen resmi",
    tanda="B",
)
def terpotong(data: Data) -> Hasil:
    """Damaged money cells, one finding a row."""
    hasil = Hasil(diperiksa=len(data.pagu))
    for group in groups(data.pagu.filter(pl.col("keadaan") == "rusak"), "mata_anggaran_id"):
        each = ", ".join(f"{row['tahun'] or 'jumlah'}: {row['pagu_teks']}" for row in group)
        text = f"{short(group[0]['uraian'])} di {place(group[0])}: {each}."
        tahun = tuple(row["tahun"] for row in group if row["tahun"])
        hasil.temuan.append(Temuan(group[0]["dokumen_id"], text, group[0]["baris"], tahun, group[0]["pagu_teks"]))
    return hasil


@aturan(
    kode="N02",
    nama="Dua pemisah ribuan dalam satu kolom",
    keparahan="catatan",
    kalimat="Satu kolom uang memakai satu pemisah ribuan.",
    penting="Titik dan koma yang bercampur mengundang salah baca saat disalin ke lembar kerja.",
    sumber="Format angka dokumen resmi",
    tanda="B",
)
def pemisah(data: Data) -> Hasil:
    """Tables whose pagu column holds dots in some cells and commas in others: one finding a table."""
    hasil = Hasil()
    for group in groups(data.pagu.filter(pl.col("pagu").is_not_null()), "dokumen_id", "tabel"):
        hasil.diperiksa += len(group)
        comma = [row for row in group if re.search(r"\d,\d{3}(?:,|$)", row["pagu_teks"])]
        dot = [row for row in group if re.search(r"\d\.\d{3}", row["pagu_teks"])]
        if comma and dot:
            fewer, other = (comma, dot[0]) if len(comma) <= len(dot) else (dot, comma[0])
            lines = ", ".join(str(row["baris"]) for row in fewer)
            odd = f"{', '.join(dict.fromkeys(row['pagu_teks'] for row in fewer))} (baris {lines})"
            text = f"{group[0]['tabel']}: {odd} di antara {other['pagu_teks']} dan lainnya."
            hasil.temuan.append(
                Temuan(
                    fewer[0]["dokumen_id"], text, fewer[0]["baris"], (), fewer[0]["pagu_teks"], other["pagu_teks"],
                    other["dokumen_id"], other["baris"],
                )
            )  # fmt: skip
    return hasil


@aturan(
    kode="N03",
    nama="Angka yang sama untuk dua baris berbeda",
    keparahan="catatan",
    kalimat="Dua baris berbeda jarang menerima pagu yang persis sama sampai ribuan.",
    penting="Angka kembar sering berasal dari salin-tempel.",
    sumber="Pemeriksaan dokumen terhadap dirinya sendiri",
    tanda="C",
    toleransi="Kelipatan Rp 5.000 dilewati karena angka bulat kebetulan sama; peringatan bila realisasinya pun sama.",
)
def kembar(data: Data) -> Hasil:
    """Two lines of one document, level and year with the same uneven amount and different words."""
    hasil = Hasil()
    amounts = data.pagu.filter((pl.col("pagu") > 0) & pl.col("tahun").is_not_null() & (pl.col("pagu") % _ROUND != 0))
    for group in groups(amounts.filter(pl.col("tingkat") != "total"), "dokumen_id", "tingkat", "tahun"):
        for a, b in combinations(group, 2):
            if a["tabel"] != b["tabel"] and a["tingkat"] != "indikator":
                continue  # the same program or kegiatan printed in two tables
            hasil.diperiksa += 1
            if a["pagu"] == b["pagu"] and a["uraian"] != b["uraian"]:
                hasil.temuan.append(_twin(a, b))
    return hasil


def _twin(a: Row, b: Row) -> Temuan:
    spent = a["realisasi"] is not None and a["realisasi"] == b["realisasi"] and a["realisasi"] != a["pagu"]
    also = f" dengan realisasi {rupiah(a['realisasi'])}" if spent else ""
    text = (
        f"{rupiah(a['pagu'])}{also} untuk {short(a['uraian'])} di {place(a)} "
        f"dan untuk {short(b['uraian'])} di {place(b)}."
    )
    return Temuan(
        a["dokumen_id"], text, a["baris"], (a["tahun"],), rupiah(a["pagu"]), rupiah(b["pagu"]), b["dokumen_id"],
        b["baris"], "peringatan" if spent else None,
    )  # fmt: skip


@aturan(
    kode="N04",
    nama="Realisasi di atas pagu",
    keparahan="kritis",
    kalimat="Realisasi anggaran tidak seharusnya melebihi pagunya.",
    penting="Serapan di atas 100 persen harus dijelaskan: revisi pagu yang tidak dicatat, atau angka yang salah.",
    sumber="Pelaksanaan anggaran: belanja dibatasi pagu",
    tanda="B",
)
def melampaui(data: Data) -> Hasil:
    """Lines that spent more than their ceiling."""
    hasil = Hasil()
    for row in _spent(data):
        hasil.diperiksa += 1
        if row["realisasi"] > row["pagu"]:
            text = (
                f"{short(row['uraian'])} di {place(row)}: realisasi {rupiah(row['realisasi'])} melebihi pagu "
                f"{rupiah(row['pagu'])} ({number(row['realisasi'] / row['pagu'] * 100)}%)."
                if row["pagu"]
                else f"{short(row['uraian'])} di {place(row)}: realisasi {rupiah(row['realisasi'])} dengan pagu nol."
            )
            hasil.temuan.append(_of(row, text, rupiah(row["realisasi"]), rupiah(row["pagu"])))
    return hasil


def _spent(data: Data) -> Iterator[Row]:
    both = pl.col("realisasi").is_not_null() & pl.col("pagu").is_not_null()
    return rows(data.pagu.filter(both).sort("dokumen_id", "baris"))


def _of(row: Row, text: str, a: str | None, b: str | None) -> Temuan:
    return Temuan(row["dokumen_id"], text, row["baris"], (row["tahun"],) if row["tahun"] else (), a, b)


@aturan(
    kode="N05",
    nama="Realisasi nol di samping persentase tercetak",
    keparahan="kritis",
    kalimat="Realisasi nol berarti nol persen.",
    penting="Persentase yang tercetak bukan dari angka di sampingnya.",
    sumber="serapan = realisasi / pagu × 100",
    tanda="B",
)
def nol_berpersen(data: Data) -> Hasil:
    """Lines with nothing spent and a printed percentage above zero."""
    hasil = Hasil()
    for row in _spent(data):
        hasil.diperiksa += 1
        if row["realisasi"] == 0 and (row["persen_tercetak"] or 0) > 0:
            text = f"{short(row['uraian'])} di {place(row)}: realisasi nol, tercetak {number(row['persen_tercetak'])}%."
            hasil.temuan.append(_of(row, text, "0%", f"{number(row['persen_tercetak'])}%"))
    return hasil


def rounding(printed: float) -> float:
    """Half of the last printed digit, and never less than half a hundredth: what rounding alone may differ."""
    decimals = min(2, len(number(printed, 4).partition(",")[2]))
    return 0.5 * 10**-decimals if decimals else 0.005


@aturan(
    kode="N06",
    nama="Persentase tercetak tidak sama dengan realisasi dibagi pagu",
    keparahan="peringatan",
    kalimat="Persentase realisasi harus sama dengan realisasi dibagi pagu.",
    penting="Persentase adalah angka yang dibacakan; pembaca jarang membaginya sendiri.",
    sumber="serapan = realisasi / pagu × 100",
    tanda="B",
    toleransi="Setengah angka terakhir yang tercetak, sedikitnya 0,005. Total: kritis; beda 0,01: catatan.",
)
def persen(data: Data) -> Hasil:
    """Printed percentages that their own figures do not give; lines with nothing spent belong to N05."""
    hasil = Hasil()
    for row in _spent(data):
        if row["persen_tercetak"] is None or not row["pagu"] or row["realisasi"] == 0:
            continue
        hasil.diperiksa += 1
        true = row["realisasi"] / row["pagu"] * 100
        if abs(true - row["persen_tercetak"]) > rounding(row["persen_tercetak"]) + 1e-9:
            text = (
                f"{short(row['uraian'])} di {place(row)}: tercetak {number(row['persen_tercetak'])}%, "
                f"{rupiah(row['realisasi'])} dari {rupiah(row['pagu'])} adalah {number(true)}%."
            )
            finding = _of(row, text, f"{number(row['persen_tercetak'])}%", f"{number(true)}%")
            hasil.temuan.append(_weighed(finding, row, abs(true - row["persen_tercetak"])))
    return hasil


def _weighed(finding: Temuan, row: Row, difference: float) -> Temuan:
    """A wrong total is critical; one unit of the last printed digit is worth a note only."""
    if row["tingkat"] == "total":
        return replace(finding, keparahan="kritis")
    return replace(finding, keparahan="catatan") if difference <= _LAST_DIGIT else finding


@aturan(
    kode="N07",
    nama="Efisiensi tercetak bukan 100 dikurangi persentase",
    keparahan="catatan",
    kalimat="Efisiensi adalah 100 dikurangi persentase realisasi yang tercetak.",
    penting="Efisiensi dipakai sebagai klaim keberhasilan.",
    sumber="Tabel efisiensi LK: efisiensi = 100 − persentase",
    tanda="B",
    toleransi="Selisih pembulatan 0,005.",
)
def efisiensi(data: Data) -> Hasil:
    """Printed efficiencies that do not follow from the printed percentage."""
    hasil = Hasil()
    for row in rows(data.pagu.filter(pl.col("efisiensi_tercetak").is_not_null()).sort("dokumen_id", "baris")):
        hasil.diperiksa += 1
        true = 100 - row["persen_tercetak"]
        if abs(true - row["efisiensi_tercetak"]) > 0.005 + 1e-9:
            text = (
                f"{short(row['uraian'])} di {place(row)}: efisiensi tercetak {number(row['efisiensi_tercetak'])}, "
                f"100 − {number(row['persen_tercetak'])} = {number(true)}."
            )
            hasil.temuan.append(_of(row, text, number(row["efisiensi_tercetak"]), number(true)))
    return hasil


@aturan(
    kode="N08",
    nama="Klaim dalam kalimat tidak sama dengan tabelnya",
    keparahan="peringatan",
    kalimat="Persentase realisasi yang diklaim kalimat harus dapat dihitung dari tabel di atasnya.",
    penting="Kesimpulan laporan dibaca lebih dahulu daripada tabelnya.",
    sumber="serapan = realisasi / pagu × 100",
    tanda="B",
    toleransi="Selisih pembulatan 0,005. Tabel yang dimaksud: tabel beranggaran terdekat di atas kalimat.",
)
def klaim(data: Data) -> Hasil:
    """Claims of absorption in prose against the nearest table above: its printed total, else the sum of its rows."""
    hasil = Hasil()
    spent = data.pagu.filter(pl.col("realisasi").is_not_null() & pl.col("pagu").is_not_null())
    of_document = spent.partition_by("dokumen_id", as_dict=True)
    for said in rows(data.kalimat.filter(pl.col("jenis") == "klaim_serapan").sort("dokumen_id", "baris")):
        own = of_document.get((said["dokumen_id"],), spent.clear())
        above = own.filter(pl.col("baris") < said["baris"]).sort("baris")
        if above.is_empty():
            continue
        table = above.filter(pl.col("tabel") == above["tabel"].last())
        table = table.filter(pl.col("tingkat") == "total") if "total" in table["tingkat"] else table
        hasil.diperiksa += 1
        true = sum(table["realisasi"].to_list()) / max(sum(table["pagu"].to_list()), 1) * 100
        if abs(true - said["nilai"]) > 0.005 + 1e-9:
            row = table.row(0, named=True)
            claim = f"Kalimat (baris {said['baris']}) menyebut realisasi {number(said['nilai'])}%"
            text = f"{claim}, {row['tabel']} memberi {number(true)}%."
            hasil.temuan.append(
                Temuan(
                    said["dokumen_id"], text, said["baris"], (row["tahun"],), f"{number(said['nilai'])}%",
                    f"{number(true)}%", row["dokumen_id"], row["baris"],
                )
            )  # fmt: skip
    return hasil
