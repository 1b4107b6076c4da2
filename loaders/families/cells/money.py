"""Money of a row of cells: pagu, realisasi and what is printed beside them, each year, or a doubt of the column; and
the codes of the state budget, in a column of their own or in front of a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from loaders import reference
from loaders.families.cells.block import printed
from loaders.families.cells.values import Kelompok, column_name
from loaders.families.headings import UANG
from loaders.files import REFERENSI, read_rows
from loaders.readers import Baris
from loaders.records import MataAnggaran, RealisasiAnggaran, Tabel
from loaders.values import (
    DASHES,
    Ambigu,
    Kapan,
    Uang,
    full_program_code,
    parse_number,
    parse_persen,
    parse_rupiah,
    wording_key,
)

_PERCENT = re.compile(r"^\d{1,4}(?:[.,]\d+)?\s*%?$", re.ASCII)
_NEGATIVE = re.compile(r"^(?:-\s*(?P<minus>[\d.,]+)|\((?P<kurung>[\d.,]+)\))\s*%?$", re.ASCII)
_THREE_DECIMALS = re.compile(r"^\d{1,3}[.,]\d{3}$", re.ASCII)
_COLUMNS = {"persen": "persen_tercetak", "efisiensi": "efisiensi_tercetak"}


@dataclass(frozen=True)
class BarisUang:
    """A row with the columns of its years: reads the money into a budget line."""

    tabel: Tabel
    line: Baris
    kelompok: Kelompok

    def fill(self, budget: MataAnggaran) -> None:
        """Read every figure of the row."""
        for tahun, group in self.kelompok.items():
            texts = {nama: printed(self.line, kolom) for nama, kolom in group.items() if nama in UANG}
            if not any(texts.values()):
                continue
            if "pagu" in group and (pagu := self._money("pagu", texts["pagu"], tahun)) is not None:
                budget.pagu[tahun] = pagu
            if "realisasi_anggaran" in group:
                self._spent(budget, texts, tahun)

    def _spent(self, budget: MataAnggaran, texts: dict[str, str], tahun: Kapan) -> None:
        text = texts["realisasi_anggaran"]
        money = self._money("realisasi_anggaran", text, tahun)
        spent = budget.realisasi[tahun] = RealisasiAnggaran(money or Uang(text, keadaan="rusak"))
        for nama, read in _FIGURES.items():
            if texts.get(nama) and texts[nama] not in DASHES:
                self._figure(spent, nama, texts[nama], tahun, read)

    def _money(self, nama: str, text: str, tahun: Kapan) -> Uang | None:
        """The money of a cell. One that is blank beside filled ones may be part of a merged cell."""
        try:
            if not text:
                raise Ambigu("selnya kosong, mungkin bagian dari sel gabungan")
            money = parse_rupiah(text, scale=self.tabel.skala)
            if money.keadaan == "rusak":
                raise Ambigu(f"«{text}» kehilangan angka di belakangnya, atau bukan rupiah")
            return money
        except Ambigu as error:
            self._doubt(nama, tahun, "nilai_ambigu" if text else "nilai_hilang", str(error))
            return None

    def _figure(
        self, spent: RealisasiAnggaran, nama: str, text: str, tahun: Kapan, read: Callable[[str], float]
    ) -> None:
        try:
            setattr(spent, nama, read(text))
        except Ambigu as error:
            self._doubt(_COLUMNS.get(nama, nama), tahun, "nilai_ambigu", str(error))

    def _doubt(self, nama: str, tahun: Kapan, kode: str, sebab: str) -> None:
        kolom = column_name(self.tabel, nama, tahun)
        self.tabel.doubt(self.line.nomor, kolom, kode, f"Kolom {nama} tidak dapat dibaca: {sebab}.")


def _percent(text: str) -> float:
    """A share of up to four digits before the comma: more is a sum of money in the wrong column. Raises Ambigu."""
    if not _PERCENT.match(text):
        raise Ambigu(f"«{text}» bukan persentase")
    return parse_persen(text)


def _efficiency(text: str) -> float:
    """An efficiency, which is below zero where more was spent than planned ("-1,25" or "(1,25)"). Raises Ambigu."""
    match = _NEGATIVE.match(text)
    return -parse_persen(match["minus"] or match["kurung"]) if match else _percent(text)


def _volume(text: str) -> float:
    """A volume. Three decimals may be thousands, or four whose comma moved. Raises Ambigu."""
    if _THREE_DECIMALS.match(text):
        raise Ambigu(f"«{text}» dapat berarti ribuan atau desimal")
    return parse_number(text, count=False)


_FIGURES: dict[str, Callable[[str], float]] = {
    "persen": _percent, "efisiensi": _efficiency, "tvro": _volume, "rvro": _volume,
}  # fmt: skip

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
    return bool(re.match(r"program\b", text, re.IGNORECASE)) or wording_key(text) in reference.of(
        "program.csv", _programs
    )
