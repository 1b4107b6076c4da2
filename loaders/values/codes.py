"""Codes of the state budget: program codes in full."""

from __future__ import annotations

import re

BAGIAN_ANGGARAN_KPU = "076.01"
"""Bagian anggaran 076, unit organisasi 01. Source: aturan bidang §1 (certainty A)."""

_SUFFIX = re.compile(r"^[A-Z]{2}$")


def full_program_code(text: str) -> str:
    """The full code of a KPU program from its two letters ("CQ" → "076.01.CQ"); anything longer stays as it is."""
    return f"{BAGIAN_ANGGARAN_KPU}.{text}" if _SUFFIX.match(text) else text
