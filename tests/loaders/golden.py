"""Expected rows, typed by people who read the documents, in tests/documents/*.expected.csv: read into comparable rows.

A year's cell holds a number with its unit ("77.5 %"), a grade ("B"), "-" for a printed dash, nothing for a blank
cell; " ~" behind it says the value had to be mended. Money is in full rupiah, "rusak" for a figure that lost its end.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

DOCUMENTS = Path(__file__).parents[1] / "documents"
ORDINALS = {"AA", "A", "BB", "B", "CC", "C", "D", "WTP", "WDP"}
KEYS = ("tabel", "baris", "tingkat", "tujuan", "program", "kegiatan", "sasaran", "indikator", "unit_pelaksana")
Row = dict[str, Any]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one file of expectations."""
    with (DOCUMENTS / f"{name}.expected.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names(kind: str) -> list[str]:
    """The files of one kind ("target" or "pagu")."""
    return sorted(path.name.removesuffix(".expected.csv") for path in DOCUMENTS.glob(f"*.{kind}.expected.csv"))


def value(cell: str) -> Row:
    """One target cell → nilai, nilai_ordinal, satuan and the set of keadaan it may have."""
    text = cell.removesuffix(" ~")
    mended = {"diperbaiki", "dikoreksi"} if cell.endswith(" ~") else {"ada", "dikoreksi"}
    if text == "":
        return {"nilai": None, "nilai_ordinal": None, "satuan": None, "keadaan": {"kosong"}}
    if text == "-":
        return {"nilai": None, "nilai_ordinal": None, "satuan": None, "keadaan": {"tidak_ditargetkan"}}
    if text in ORDINALS:
        return {"nilai": None, "nilai_ordinal": text, "satuan": None, "keadaan": mended}
    number, _, unit = text.partition(" ")
    return {"nilai": float(number), "nilai_ordinal": None, "satuan": unit or None, "keadaan": mended}


def targets(name: str) -> list[Row]:
    """Expected v_target rows of one document: keys (where the file gives them), tahun, value."""
    found = []
    for row in rows(name):
        keys = {key: row[key] or None for key in KEYS if key in row} | {"baris": int(row["baris"])}
        found += [keys | {"tahun": int(year)} | value(row[year]) for year in row if year.isdigit()]
    return found


PAGU_KEYS = (
    "tabel",
    "tingkat",
    "kode_program",
    "kode_kegiatan",
    "kode_kro",
    "kode_ro",
    "program",
    "kegiatan",
    "kro",
    "uraian",
)


def money(cell: str) -> Row:
    """One money cell → pagu in rupiah, and whether it is unreadable or a dash."""
    if cell in ("-", "rusak"):
        return {"pagu": None, "keadaan": "tidak_ditargetkan" if cell == "-" else "rusak"}
    return {"pagu": int(cell), "keadaan": "terbaca"}


def pagu(name: str) -> list[Row]:
    """Expected v_pagu rows of one document; only printed figures. The column jumlah has no year."""
    found = []
    for row in rows(name):
        keys = {key: row[key] or None for key in PAGU_KEYS if key in row} | {"baris": int(row["baris"])}
        if "tahun" in row:
            found.append(keys | {"tahun": int(row["tahun"])} | money(row["pagu"]))
        elif "realisasi" in row:
            found.append(keys | {"tahun": 2024} | money(row["pagu"]) | _spent(row))
        else:
            years = [name for name in row if name.isdigit() or name == "jumlah"]
            found += [keys | {"tahun": int(y) if y.isdigit() else None} | money(row[y]) for y in years if row[y]]
    return found


def _spent(row: dict[str, str]) -> Row:
    figures = {
        key: float(row[key]) if row[key] else None for key in ("persen_tercetak", "tvro", "rvro", "efisiensi_tercetak")
    }
    return figures | {"realisasi": int(row["realisasi"]) if row["realisasi"] else None}
