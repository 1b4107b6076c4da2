"""Units as printed behind a number. The list is data/referensi/satuan.csv; unknown words are not units."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from loaders import reference
from loaders.errors import DaftarSalah
from loaders.files import read_numbered

PERSEN = "persen"
"""The unit % in letters."""
DAFTAR = "satuan.csv"
KOLOM = ("satuan", "jenis", "sumber")
KOLOM_BARU = ("baku",)
"""Which unit it means, where that is another one ("lap": laporan); a list without this column means what it says."""
JENIS = ("cacah", "rasio")


@dataclass(frozen=True)
class _Daftar:
    """The list: known unit (lower case) → its kind, and → the unit of the same meaning."""

    jenis: dict[str, str]
    baku: dict[str, str]


def units() -> dict[str, str]:
    """Known unit (lower case) → kind: "cacah" for things counted in whole numbers, "rasio" for shares.

    Raises DaftarSalah for a blank unit, a kind that is none, or a meaning that is no unit of the list.
    """
    return reference.of(DAFTAR, _read).jenis


def meanings() -> dict[str, str]:
    """Known unit (lower case) → the unit it means, lower case: "lap" and "laporan" → "laporan"."""
    return reference.of(DAFTAR, _read).baku


def meaning(unit: str) -> str:
    """What a printed unit means, lower case, to be compared with another; one nobody knows means itself."""
    plain = " ".join(unit.lower().split())
    return meanings().get(plain, plain)


def _read(path: Path) -> _Daftar:
    rows = read_numbered(path, KOLOM, KOLOM_BARU)
    known = {row["satuan"].lower() for _, row in rows}
    for number, row in rows:
        if not row["satuan"].strip() or row["jenis"] not in JENIS:
            raise DaftarSalah(path.name, number, f"satuan harus terisi dan jenisnya {' atau '.join(JENIS)}")
        if row["baku"] and row["baku"].lower() not in known:
            raise DaftarSalah(path.name, number, f"baku «{row['baku'][:60]}» bukan satuan dalam daftar ini")
    jenis = {row["satuan"].lower(): row["jenis"] for _, row in rows}
    return _Daftar(jenis, {row["satuan"].lower(): (row["baku"] or row["satuan"]).lower() for _, row in rows})


def parse_unit(text: str) -> tuple[str, bool] | None:
    """The unit as printed and whether it had to be put together again ("perk ara"); None when it is no unit.

    "persen" is the sign % in letters.
    """
    if text.lower() == PERSEN:
        return "%", False
    if text.lower() in units():
        return text, False
    whole = text.replace(" ", "")
    if whole.lower() in units():
        return whole, True
    return None


def unknown_unit(unit: str) -> str:
    """What is said of a word that is no known unit: where to add it."""
    return f"satuan «{unit}» belum ada di {reference.called(DAFTAR)}"


def is_count(unit: str) -> bool:
    """True when the unit counts things, so that "23.617" can only be thousands."""
    return units().get(unit.lower()) == "cacah"
