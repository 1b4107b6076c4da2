"""Units as printed behind a number. The list is data/referensi/satuan.csv; unknown words are not units."""

from __future__ import annotations

from pathlib import Path

from loaders import reference
from loaders.errors import DaftarSalah
from loaders.files import read_numbered

PERSEN = "persen"
"""The unit % in letters."""
DAFTAR = "satuan.csv"
KOLOM = ("satuan", "jenis", "sumber")
JENIS = ("cacah", "rasio")


def units() -> dict[str, str]:
    """Known unit (lower case) → kind: "cacah" for things counted in whole numbers, "rasio" for shares.

    Raises DaftarSalah for a blank unit or a kind that is none.
    """
    return reference.of(DAFTAR, _read)


def _read(path: Path) -> dict[str, str]:
    rows = read_numbered(path, KOLOM)
    for number, row in rows:
        if not row["satuan"].strip() or row["jenis"] not in JENIS:
            raise DaftarSalah(path.name, number, f"satuan harus terisi dan jenisnya {' atau '.join(JENIS)}")
    return {row["satuan"].lower(): row["jenis"] for _, row in rows}


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
