"""Codes of the state budget as tables of cells print them, in a column of their own or in front of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from loaders import acuan
from loaders.berkas import read_rows
from loaders.referensi_kolom import REFERENSI
from loaders.values.codes import full_program_code
from loaders.values.names import wording_key

Tingkat = Literal["program", "kegiatan", "kro", "ro"]
TINGKAT: tuple[Tingkat, ...] = ("program", "kegiatan", "kro", "ro")
"""From the top down."""
_PROGRAM = r"(?:(?P<unit>\d{3}\.\d{2})\.)?(?P<program>[A-Z]{2}|(?<=\.)\d{2})"
_FULL = re.compile(
    rf"^(?:{_PROGRAM}|(?:{_PROGRAM.replace('unit', 'unit2').replace('program', 'program2')}\.)?(?P<kegiatan>\d{{4}})"
    r"(?:\.(?P<kro>[A-Z]{3})(?:\.(?P<ro>[0-9A-Z]{3}))?)?)$",
    re.ASCII,
)
_ALONE: dict[str, re.Pattern[str]] = {"kro": re.compile(r"^[A-Z]{3}$"), "ro": re.compile(r"^\d{3}$", re.ASCII)}
_DEEPER = re.compile(r"^(?:\d{6}|[A-Z]|\d{4}\.[A-Z]{3}\.\d{3}[.\dA-Z]+)$", re.ASCII)
_IN_FRONT = re.compile(
    r"^[\[(]?(?P<kode>\d{3}(?:\.\d{2}\.\w{2})?|\d{4}(?:\.\w{3}){0,2}|[A-Z]{2,3})[\])]?\s*[-–:.]?\s+(?P<nama>\S.*)$"
)


_BEHIND = re.compile(
    r"^(?P<nama>\S(?:.*?\S)??)\s*+\((?P<kode>\d{3}\.\d{2}\.\w{2}|(?!(?:19|20)\d\d\))\d{4}(?:\.\w{3}){0,2})\)$"
)
"""A code in parentheses behind a name; a lone year is none."""


@dataclass(frozen=True)
class Kode:
    """A code: the level it stands for and all codes it names, level → code (a program's in full)."""

    tingkat: Tingkat
    kode: dict[str, str]


def parse_code(text: str, *, kolom: str = "kode") -> Kode | None:
    """The code a text is, None when it is none. `kolom`: role of its column; a lone KRO or RO code counts in the column
    of codes and in its own."""
    whole = re.sub(r"\s*\.\s*", ".", text.strip())
    if match := _FULL.match(whole):
        found = match.groupdict()
        unit, program = found["unit"] or found["unit2"], found["program"] or found["program2"]
        codes: dict[str, str] = {level: code for level in TINGKAT[1:] if (code := found[level])}
        if program:
            codes["program"] = f"{unit}.{program}" if unit else full_program_code(program)
        return Kode(next(level for level in reversed(TINGKAT) if level in codes), codes)
    for level in ("kro", "ro"):
        if kolom in ("kode", level) and _ALONE[level].match(whole):
            return Kode(level, {level: whole})
    return None


def is_deeper(text: str) -> bool:
    """True for codes below an RO (komponen in full, subkomponen, akun), for which there is no level here."""
    return bool(_DEEPER.match(re.sub(r"\s*\.\s*", ".", text.strip())))


def split_code(text: str, *, kolom: str) -> tuple[Kode | None, str]:
    """A code in front of a name, and the name: "3355 Pengelolaan …", "EBA - Layanan …" in a column of KRO; or behind
    it: "Program Dukungan Manajemen (076.01.WA)". Two capitals are a program's code before the word Program only."""
    match = _IN_FRONT.match(text)
    code = parse_code(match["kode"], kolom=kolom) if match else None
    if not match or code is None or (len(match["kode"]) == 2 and not re.match(r"program\b", match["nama"], re.I)):
        return _code_behind(text)
    return code, match["nama"]


def _code_behind(text: str) -> tuple[Kode | None, str]:
    match = _BEHIND.match(text)
    code = parse_code(match["kode"]) if match else None
    return (code, match["nama"]) if match and code else (None, text)


def _programs(path: Path) -> frozenset[str]:
    rows = read_rows(path, REFERENSI["program"])
    return frozenset(wording_key(row["program"].removeprefix("Program ")) for row in rows)


def is_program(text: str) -> bool:
    """True for a name that says it is a program's, or is one of the known ones without the word."""
    return bool(re.match(r"program\b", text, re.IGNORECASE)) or wording_key(text) in acuan.of("program.csv", _programs)
