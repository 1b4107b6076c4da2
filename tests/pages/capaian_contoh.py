"""Realisasi for the small warehouse: two satker, one indikator in two tables that disagree, a grade, a nil target."""

import json
from pathlib import Path
from typing import Any

import duckdb

from loaders.values.names import wording_key
from tests.pages import gudang_contoh

TABEL = [
    (20, 6, "Bab III", "LK", 10, 29),
    (21, 6, "Kinerja dan Anggaran", "LK", 30, 39),
    (22, 7, "Bab III", "LK", 10, 29),
]
DIDIK, TAHAPAN, HILANG = (
    "Persentase pendidikan pemilih",
    "Persentase tahapan tepat jadwal",
    "Persentase pemilih tidak terdaftar",
)
BAKU = [
    ("DIDIK", DIDIK, "maksimal"),
    ("TAHAPAN", TAHAPAN, "maksimal"),
    ("HILANG", HILANG, "minimal"),
    ("OPINI", "Opini BPK", "ordinal"),
]
# indikator_id, tabel_id, baris, kode baku, indikator, target, realisasi, tercetak, hitung, (alasan, aturan, terpenuhi)
TINGGI, RENDAH = (None, "makin_tinggi", None), (None, "makin_rendah", None)
BARIS = [
    (20, 20, 11, "DIDIK", DIDIK, 90.0, 85.0, 94.4, 85 / 90 * 100, TINGGI),
    (21, 20, 12, "TAHAPAN", TAHAPAN, 95.0, 100.0, 105.0, 100 / 95 * 100, TINGGI),
    (22, 20, 13, "HILANG", HILANG, 1.0, 1.0, 100.0, 100.0, RENDAH),
    (23, 20, 14, "HILANG", HILANG + " pemula", 0.0, 2.0, None, None, ("target_nol", None, None)),
    (24, 20, 15, "OPINI", "Opini BPK", "WTP", "WDP", 80.0, None, ("ordinal", None, False)),
    (25, 21, 31, "DIDIK", DIDIK, 90.0, 90.0, 100.0, 100.0, TINGGI),
    (26, 21, 32, None, "Persentase koordinasi", 50.0, 60.0, 100.0, 120.0, TINGGI),
    (27, 22, 11, "DIDIK", DIDIK, 80.0, 80.0, 100.0, 100.0, TINGGI),
    (28, 22, 12, "TAHAPAN", TAHAPAN, 95.0, 95.0, 95.0, 100.0, TINGGI),
]
# mata_anggaran_id, indikator, pagu, realisasi, persen
UANG = [(40, 25, 31, DIDIK, 1_000, 990, 99.0), (41, 26, 32, "Persentase koordinasi", 1_000, 1_200, 120.0)]
DIVISI = "Teknis Penyelenggaraan"


@gudang_contoh.once
def build(folder: Path) -> None:
    """The small warehouse with these rows added."""
    gudang_contoh.build(folder)
    berkas = json.loads((folder / "kini.json").read_text(encoding="utf-8"))["berkas"]
    with duckdb.connect(folder / berkas) as connection:
        _documents(connection)
        for row in BARIS:
            _indikator(connection, row)
        for number, indikator, baris, uraian, pagu, spent, persen in UANG:
            columns = "mata_anggaran (mata_anggaran_id, tabel_id, baris, baris_akhir, tingkat, uraian, indikator_id)"
            _insert(connection, columns, number, 21, baris, baris, "indikator", uraian, indikator)
            _insert(connection, "pagu", number, 2024, str(pagu), pagu, "ada", None)
            _insert(
                connection, "realisasi_anggaran", number, 2024, str(spent), spent, persen, None, None, None, "ada", None
            )
    gudang_contoh.publish_again(folder)


def _documents(connection: duckdb.DuckDBPyConnection) -> None:
    for number, kode in ((6, "1674"), (7, "3572")):
        facts = (
            f"lk-{kode}.txt",
            kode,
            "LK",
            2024,
            2024,
            f"{number}/2024",
            "2025-02-01",
            "contoh",
            f"{number:064x}",
            60,
        )
        _insert(connection, "dokumen", number, *facts, 0, None)
        _insert(connection, "versi_dokumen", *facts[:5], 1, 1, True, None, *facts[5:9])
        _insert(connection, "pemuatan", number, 0, 0, 0, 0, 0, 0, 0)
    for tabel_id, dokumen, tabel, jenis, awal, akhir in TABEL:
        _insert(connection, "tabel", tabel_id, dokumen, tabel, tabel, "contoh", jenis, None, 1, awal, akhir)
        for line in range(awal, akhir + 1):
            _insert(connection, "baris", dokumen, line, tabel_id, None, None, False, f"{tabel} baris {line}", "dimuat")
    _insert(connection, "divisi", "TEKNIS", DIVISI, "contoh")
    _insert(connection, "sasaran_baku", "CONTOH", "Terwujudnya sasaran contoh", "contoh")
    _insert(connection, "usulan_padanan", "sasaran", "Sasaran contoh", 1, "CONTOH", 0.67, "terwujud")
    for kode, nama, polaritas in BAKU:
        _insert(connection, "indikator_baku", kode, nama, "%", polaritas, "contoh", DIVISI, None, None, "contoh")


def _indikator(connection: duckdb.DuckDBPyConnection, row: tuple[Any, ...]) -> None:
    number, tabel, baris, kode, indikator, target, real, printed, computed, (alasan, aturan, terpenuhi) = row
    gudang_contoh.insert_indikator(
        connection, indikator_id=number, tabel_id=tabel, baris=baris, baris_akhir=baris, tingkat="program",
        sasaran="Sasaran contoh", indikator=indikator, divisi=DIVISI, asal="turunan", kode_baku=kode,
        keyakinan="pasti" if kode else None, kunci_bunyi=wording_key(indikator),
    )  # fmt: skip
    grade = isinstance(target, str)
    for table, value, more in (
        ("target", target, ()),
        ("realisasi", real, (None if printed is None else str(printed), printed, computed, alasan, aturan, terpenuhi)),
    ):
        values = (None, value, None) if grade else (value, None, "%")
        _insert(connection, table, number, 2024, str(value), *values, *more, "ada", None)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, *row: object) -> None:
    gudang_contoh.insert(connection, table, row)
