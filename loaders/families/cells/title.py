"""What stands above a table of cells: which document its title names, its year, its scale, and who signs it."""

from __future__ import annotations

import re
from typing import Literal

from loaders.families.cells.block import BlokSel
from loaders.readers import Baris
from loaders.records import JenisDokumen, Konteks
from loaders.values import clean, years_in

Unit = Literal["komisioner", "sekretariat"]
_FRONT = (
    r"^\W*(?:(?:tabel|lampiran|formulir|form|bab)\b(?:[\s\d.:-]|[IVX]++(?![A-Z]{2}))*+)?"
    r"(?:(?:[A-Z]|[IVX]+|\d+(?:\.\d+)*)[.)]?\s+)?"
    r"(?:lampiran\s+)?"
)
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("PK", re.compile(rf"{_FRONT}(?:perjanjian|penetapan)\s+kinerja\b", re.IGNORECASE)),
    ("RKT", re.compile(rf"{_FRONT}(?:rencana\s+(?:kinerja|kerja)\s+tahunan|RKT)\b", re.IGNORECASE)),
    ("IKU", re.compile(rf"{_FRONT}indikator.?\s*(?:indikator\s+)?kinerja\s+utama\b", re.IGNORECASE)),
    ("BAB", re.compile(r"^\W*bab\s+[IVX]+\b|^(?:[A-Z]|[IVX]+|\d+(?:\.\d+)+)[.)]?\s+[A-Z]\w+(?:\s+\S+){0,8}$")),
)
"""What a title line begins with; "BAB": another section begins, so that no title above it counts."""
_LONGEST = 160
_YEAR = re.compile(
    r"(?<!pemilu )(?<!pemilihan )(?<!serentak )\b(?:tahun|ta)\s+(?:anggaran\s+)?(20\d\d)\b", re.IGNORECASE
)
_OFFICER = re.compile(
    r"\bjabatan\b[\s:]*+(?:plt\.?|plh\.?|pj\.?)?\s*(ketua|sekretaris|kepala sekretariat)\b", re.IGNORECASE
)
_UNIT = re.compile(
    r"^\W*unit\s+(?:organisasi|kerja)\b\W*+(?=.*\b(?:sekretari|komisi pemilihan|kpu|kip)\w*)", re.IGNORECASE
)
_KOMISIONER = re.compile(r"\b(?:komisioner|ketua)\b", re.IGNORECASE)
"""A line that says whose table it is; words of a title that do; the office of a signature."""
_SIGNED = re.compile(
    r"^\W*(?:pihak\s+(?:pertama|kedua)\W+)?(?:(?:plt|plh|pj)\.?\s*)?(ketua|sekretaris)\b(?!\s+(?:jenderal|divisi))",
    re.IGNORECASE,
)


def title_kind(blok: BlokSel) -> str | None:
    """What the nearest title line above a table names: "PK", "RKT", "IKU"; None where none does."""
    return _title(blok)[0]


def _title(blok: BlokSel) -> tuple[str | None, str, str]:
    """What the nearest title line names, its words, and those of the two lines below it."""
    prose = [line for line in blok.asal.di_atas if not line.ada_sel and not line.kosong]
    texts = [clean(line.teks) for line in prose]
    for i in range(len(texts) - 1, -1, -1):
        kind = next((kind for kind, pattern in _TITLES if pattern.match(texts[i])), None)
        if kind and len(texts[i]) <= _LONGEST:
            near = [text for text in texts[i : i + 3] if len(text) <= _LONGEST]
            return (None, "", "") if kind == "BAB" else (kind, near[0], " ".join(near[1:]))
    return None, "", ""


def title(blok: BlokSel) -> str:
    """The title as printed above a table; where it stands farther off, the nearest title line; else its heading."""
    first = blok.asal
    return first.nama_tercetak if first.judul else _title(first)[1] or first.nama_tercetak


def table_year(blok: BlokSel, konteks: Konteks) -> int | None:
    """The one year a table is about: named in its title, else that of its document; None for a plan of several years
    whose title names none."""
    single = konteks.tahun_akhir if konteks.tahun_awal == konteks.tahun_akhir else None
    for judul in (blok.asal.nama_tercetak, *_title(blok)[1:]):
        if single in years_in(judul):
            return single
        named = {int(year) for year in _YEAR.findall(judul)}
        if len(named) == 1:
            return next(iter(named))
    return single


def signer(blok: BlokSel) -> Unit | None:
    """Who signs: what the title or the line "Unit Organisasi" says, else the first party named above the table, else
    the signatures below it; None where no text says it. A list of IKU is the komisioner's unless it names
    the sekretariat."""
    above = blok.asal.di_atas
    near = [_words(line) for line in above if _UNIT.match(_words(line))][-1:]
    said = " ".join([blok.asal.nama_tercetak, *_title(blok)[1:], *near])
    if re.search("sekretari", said, re.IGNORECASE):
        return "sekretariat"
    if near or _KOMISIONER.search(said) or title_kind(blok) == "IKU":
        return "komisioner"
    parties = [_office(match[1]) for line in above if (match := _OFFICER.search(_words(line)))]
    return parties[0] if parties else _signature(blok)


def _signature(blok: BlokSel) -> Unit | None:
    """Who signs by the offices below a table, up to the next title; None where they differ or there are none."""
    offices: set[Unit] = set()
    for line in blok.di_bawah:
        cells = [clean(cell) for cell in line.sel]
        if any(pattern.match(cell) for _, pattern in _TITLES for cell in cells):
            break
        offices |= {_office(match[1]) for cell in cells if (match := _SIGNED.match(cell))}
    return next(iter(offices)) if len(offices) == 1 else None


def _office(title: str) -> Unit:
    return "komisioner" if title.lower().startswith("ketua") else "sekretariat"


def _words(line: Baris) -> str:
    return clean(" ".join(line.sel))


def own_kind(blok: BlokSel, konteks: Konteks) -> JenisDokumen:
    """The kind of document a table is of: what its title names, else that of the document that holds it."""
    kind = title_kind(blok)
    return "PK" if kind == "PK" else "RKT" if kind == "RKT" else konteks.jenis


class Nama:
    """Names that are unique within a document: the second of a name gets a number."""

    def __init__(self) -> None:
        self.dipakai: dict[str, int] = {}

    def next(self, nama: str) -> str:
        """The name, with its number when it was given before."""
        self.dipakai[nama] = self.dipakai.get(nama, 0) + 1
        return nama if self.dipakai[nama] == 1 else f"{nama} {self.dipakai[nama]}"
