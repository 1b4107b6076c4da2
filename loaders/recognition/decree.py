"""The decree that a document is, or is enclosed in: its number, the satker code inside it, and its date."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from loaders.recognition.satker import PUSAT, DaftarSatker, tingkat
from loaders.recognition.script import Naskah

LONGEST = 500
"""Letters of a line that may be the number of a decree; a long title before the number included."""
_BULAN = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
    "desember",
)  # fmt: skip
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
_DATE = re.compile(rf"\b(\d{{1,2}})\s{{1,9}}({'|'.join(_BULAN)})\s{{1,9}}(20\d\d)", re.IGNORECASE)
_MADE = re.compile(r"ditetapkan\s{1,20}di\b[^\n]{0,200}\s{1,20}pada\s{1,20}tanggal\s*+:?\s*+$", re.IGNORECASE)
_END = re.compile(r"[^\w\n]*+$", re.MULTILINE)
BEFORE = 300
"""Letters before a date that can say what it is the date of."""


class Nomor(NamedTuple):
    """A printed number of a decree, as printed with single spaces, on its 1-based line."""

    teks: str
    baris: int


class Tanggal(NamedTuple):
    """A printed date. `ditetapkan`: it says when the decree was made, not only when a page was signed."""

    tanggal: date
    baris: int
    ditetapkan: bool


def numbers(naskah: Naskah) -> list[Nomor]:
    """The numbers that stand on a line of their own under the heading of a decree or of its annex, in order."""
    lines = [(nomor, line) for nomor, line in enumerate(naskah.baris, start=1) if line.strip()]
    return [
        Nomor(" ".join(match["nomor"].split()), nomor)
        for i, (nomor, line) in enumerate(lines)
        if len(line) <= LONGEST
        and (match := _LINE.match(line))
        and any(_DECREE.match(near) for _, near in lines[max(0, i - 4) : i + 1])
    ]


def code(nomor: str, daftar: DaftarSatker) -> str | None:
    """The satker whose code a number carries ("87/PR.01.3-Kpt/3572/KPU-Kot/VII/2020" → 3572).

    None when it carries none, one that is not in the list, or one of another level than the unit beside it says.
    """
    parts = [part.strip() for part in nomor.split("/")]
    for before, here, after in zip(["", *parts], parts, [*parts[1:], ""], strict=False):
        unit = _UNIT.match(here)
        if unit and (unit["kpu"] or unit["level"]):
            digits = unit["kode"] or (before if _CODE.match(before) else "")
            if not unit["level"] and len(digits) == 2:
                return PUSAT if PUSAT in daftar.nama else None
            found = daftar.code(digits)
            return (
                found
                if found and tingkat(found) == _LEVEL.get((unit["level"] or "")[:3].lower(), tingkat(found))
                else None
            )
        if _CODE.match(here) and re.fullmatch(r"20\d\d", after):
            return daftar.code(here) if len(here) == 4 else None
    return None


def dates(naskah: Naskah) -> list[Tanggal]:
    """When the decree was made, in printed order; else the dates beside a place under which someone signed."""
    found: list[Tanggal] = []
    line, end = 1, 0
    for match in _DATE.finditer(naskah.teks):
        line, end = line + naskah.teks.count("\n", end, match.start()), match.start()
        if (how := _how(naskah.teks, match)) is not None:
            with suppress(ValueError):
                when = date(int(match[3]), _BULAN.index(match[2].lower()) + 1, int(match[1]))
                found.append(Tanggal(when, line, how))
    return [one for one in found if one.ditetapkan] or found


def _how(teks: str, match: re.Match[str]) -> bool | None:
    """True for the date of a decree, False for one beside a place, None for any other."""
    if _MADE.search(teks, max(0, match.start() - BEFORE), match.start()):
        return True
    place, comma, rest = teks[max(0, match.start() - BEFORE) : match.start()].rpartition("\n")[2].partition(",")
    signed = comma and not rest.strip() and 3 <= len(place.strip(" *_-")) <= 40 and not re.search(r"[\d\t]", place)
    return False if signed and _END.match(teks, match.end()) else None
