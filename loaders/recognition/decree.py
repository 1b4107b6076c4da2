"""The decree that a document is, or is enclosed in: its number, the satker code inside it, and its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loaders.recognition.satker import BULAN, PUSAT, DaftarSatker, tingkat
from loaders.recognition.script import Naskah

LONGEST = 500
"""Letters of a line that may be the number of a decree; a long title before the number included."""
_LEVEL = {"kot": "kota", "kab": "kabupaten", "pro": "provinsi"}
_PART = r"[\w.\-]+"
_NUMBER = rf"\d[\w.]*(?: ?/ ?{_PART}(?: {_PART})??)* ?/ ?(?:TAHUN )?{_PART}|\d+ TAHUN 20\d\d"
_LINE = re.compile(
    rf"^(?:\W*|\W*(?:LAMPIRAN )?KEPUTUSAN .*)\bNO(?:MOR)?\b\s*[:.]*\s*(?P<nomor>{_NUMBER})\s*(?:TENTANG)?\W*$",
    re.IGNORECASE,
)
_DECREE = re.compile(r"^\W*(?:LAMPIRAN|(?:SURAT )?KEPUTUSAN)\b", re.IGNORECASE)
_UNIT = re.compile(
    r"^(?P<kpu>kpu|kip)?[-. ]*+(?P<level>kota|kot|kabupaten|kab|provinsi|prov)?[-. ]*+(?P<kode>\d{4}|\d{2})?$",
    re.IGNORECASE,
)
_CODE = re.compile(r"^(?!20\d\d)\d{4}$|^\d{2}$")
_YEAR = re.compile(r"^20\d\d$")
_DATE = rf"(?P<hari>\d{{1,2}})\s+(?P<bulan>{'|'.join(BULAN)})\s+(?P<tahun>20\d\d)"
_SET = re.compile(
    rf"ditetapkan\s{{1,20}}di\b[^\n]{{0,200}}\s{{1,20}}pada\s{{1,20}}tanggal\s*+(?::\s*+)?{_DATE}", re.IGNORECASE
)
"""The place is no longer than some words: a line of many "ditetapkan di" is not looked through from each of them."""
_SIGNED = re.compile(rf"^[^\w\n]*[^\n\t,\d]{{3,40}},\s*{_DATE}[^\w\n]*$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Nomor:
    """A printed number of a decree, as printed with single spaces, on its 1-based line."""

    teks: str
    baris: int


@dataclass(frozen=True)
class Tanggal:
    """A printed date. `ditetapkan`: it says when the decree was made, not only when a page was signed."""

    tanggal: date
    baris: int
    ditetapkan: bool


def numbers(naskah: Naskah) -> list[Nomor]:
    """The numbers that stand on a line of their own under the heading of a decree or of its annex, in order."""
    found: list[Nomor] = []
    before: list[str] = []
    for nomor in range(1, len(naskah.mulai) + 1):
        line = naskah.isi(nomor)
        match = _LINE.match(line) if len(line) <= LONGEST else None
        if match and any(_DECREE.match(earlier) for earlier in [*before[-4:], line]):
            found.append(Nomor(" ".join(match["nomor"].split()), nomor))
        if line.strip():
            before.append(line)
    return found


def code(nomor: str, daftar: DaftarSatker) -> str | None:
    """The satker whose code a number carries ("87/PR.01.3-Kpt/3572/KPU-Kot/VII/2020" → 3572).

    None when it carries none, one that is not in the list, or one of another level than the unit beside it says.
    """
    parts = [part.strip() for part in nomor.split("/")]
    for before, here, after in zip(["", *parts], parts, [*parts[1:], ""], strict=False):
        unit = _UNIT.match(here)
        if unit and (unit["kpu"] or unit["level"]):
            return _of_unit(unit, before, daftar)
        if _CODE.match(here) and _YEAR.match(after):
            return daftar.code(here) if len(here) == 4 else None
    return None


def _of_unit(unit: re.Match[str], before: str, daftar: DaftarSatker) -> str | None:
    digits = unit["kode"] or (before if _CODE.match(before) else "")
    if not unit["level"]:
        return PUSAT if len(digits) == 2 and PUSAT in daftar.nama else daftar.code(digits)
    found = daftar.code(digits)
    return found if found and tingkat(found) == _LEVEL[unit["level"][:3].lower()] else None


def dates(naskah: Naskah) -> list[Tanggal]:
    """When the decree was made, in printed order; else the dates beside a place under which someone signed."""
    made = [Tanggal(day, line, True) for day, line in _dated(_SET, naskah)]
    return made or [Tanggal(day, line, False) for day, line in _dated(_SIGNED, naskah)]


def _dated(pattern: re.Pattern[str], naskah: Naskah) -> Iterator[tuple[date, int]]:
    for match in pattern.finditer(naskah.teks):
        month = BULAN.index(match["bulan"].lower()) + 1
        day = int(match["hari"])
        if 1 <= day <= _days(month, int(match["tahun"])):
            yield date(int(match["tahun"]), month, day), naskah.baris(match.start("hari"))


def _days(month: int, year: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days
