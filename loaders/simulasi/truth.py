"""What was planted: every figure that was printed, every fault, and their counts by office and year.

Tests compute answers from here, apart from all that reads documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
KOLOM = {
    "dokumen": (
        "berkas", "kode_satker", "jenis_dokumen", "unit", "tahun_awal", "tahun_akhir", "tanggal", "digantikan",
    ),
    "target": (
        "kode_satker", "tahun", "jenis_dokumen", "unit", "kode_baku", "tingkat", "indikator", "teks", "nilai", "satuan",
        "diubah", "berkas", "baris",
    ),
    "capaian": (
        "kode_satker", "tahun", "kode_baku", "tingkat", "indikator", "target", "realisasi", "capaian_tercetak",
        "capaian_hitung", "tercapai", "berkas", "baris",
    ),
    "anggaran": (
        "kode_satker", "tahun", "jenis_dokumen", "unit", "tingkat", "kode_program", "kode_kegiatan", "kode_kro",
        "kode_ro", "uraian", "pagu", "realisasi", "persen_tercetak", "berkas", "baris",
    ),
    "hambatan": ("kode_satker", "tahun", "aspek", "hambatan", "upaya", "berkas", "baris"),
    "cacat": ("kode_satker", "tahun", "jenis_cacat", "tercetak", "seharusnya", "berkas", "baris"),
}  # fmt: skip
"""List → its columns. `diubah`: turun, naik, satuan or rusak, blank where the promise was handed on as it was.
`tercapai`: ya, tidak, or blank where nobody can say. `jenis_cacat`: jumlah_salah, persen_salah, capaian_salah, rusak
(waits in karantina) or satuan. Documents that another version replaced have no figures here."""
HITUNGAN = (
    "kode_satker", "satker", "tahun", "dokumen_wajib", "dokumen_ada", "target_rkt", "target_pk", "indikator_lk",
    "tercapai", "tidak_tercapai", "tak_terhitung", "pagu", "realisasi", "janji_turun", "janji_naik", "hambatan",
    "cacat", "dikarantina",
)  # fmt: skip
"""The columns of the counts, one row for each office and year. `dokumen_wajib`: a Renstra that covers the year, RKT,
PK of both signers, LK. `indikator_lk`: rows of the LK that are read: tercapai, tidak_tercapai or tak_terhitung.
`pagu`, `realisasi`: the sum of the RO of the LK, blank without an LK. `dikarantina`: rows of documents of this year
alone that wait."""


@dataclass
class Kebenaran:
    """The lists, in the order in which documents were written."""

    isi: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in KOLOM})

    def add(self, name: str, *values: object) -> None:
        """Add a row of a list, its values in the order of KOLOM."""
        self.isi[name].append(dict(zip(KOLOM[name], values, strict=True)))

    def counts(self, satker: Iterable[tuple[str, str]], tahun: Iterable[int]) -> list[Row]:
        """The counts of these offices (code, name) in these years."""
        years = tuple(tahun)
        found = Counter[tuple[object, ...]]()
        for name, rows in self.isi.items():
            for row in rows:
                for key, amount in _counted(name, row, years):
                    found[key] += amount
        return [_row(kode, nama, year, found) for kode, nama in satker for year in years]


def _row(kode: str, nama: str, year: int, found: Counter[tuple[object, ...]]) -> Row:
    row = {"kode_satker": kode, "satker": nama, "tahun": year, "dokumen_wajib": 5}
    for column in HITUNGAN[4:]:
        row[column] = found[column, kode, year]
    if not found["lk", kode, year]:
        row["pagu"] = row["realisasi"] = ""
    return row


def _counted(name: str, row: Row, years: tuple[int, ...]) -> list[tuple[tuple[object, ...], int]]:
    kode = row["kode_satker"]
    if name == "dokumen":
        covered = [] if row["digantikan"] else [y for y in years if row["tahun_awal"] <= y <= row["tahun_akhir"]]
        lk = [("lk", kode, year) for year in covered if row["jenis_dokumen"] == "LK"]
        return [*((("dokumen_ada", kode, year), 1) for year in covered), *((key, 1) for key in lk)]
    year = row["tahun"]
    if name == "target":
        kind = {"RKT": "target_rkt", "PK": "target_pk"}.get(row["jenis_dokumen"])
        moved = {"turun": "janji_turun", "naik": "janji_naik"}.get(row["diubah"])
        return [((column, kode, year), 1) for column in (kind, moved) if column]
    if name == "capaian":
        verdict = {"ya": "tercapai", "tidak": "tidak_tercapai"}.get(row["tercapai"], "tak_terhitung")
        return [(("indikator_lk", kode, year), 1), ((verdict, kode, year), 1)]
    if name == "anggaran":
        both = ("pagu", "realisasi") if (row["jenis_dokumen"], row["tingkat"]) == ("LK", "ro") else ()
        return [((column, kode, year), row[column]) for column in both]
    if name == "hambatan":
        return [(("hambatan", kode, year), 1)]
    waits = [(("dikarantina", kode, year), 1)] if row["jenis_cacat"] == "rusak" else []
    return [(("cacat", kode, year), 1), *waits]
