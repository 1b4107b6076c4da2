"""Headings of tables of cells, over one to three lines with merged cells, with or without a row of column numbers.

A merged cell stands in its first place and the others are blank, so a heading over several columns is known by the
headings that stand below it and below the blanks at its right.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from loaders.families.headings.columns import KATA, KINERJA, LAIN, RAGU, UANG, Kolom, column, in_context, of_parts, role
from loaders.readers import Baris, Lembar
from loaders.values import letters, parse_periode, parse_year, without_periode

Jenis = Literal["janji", "capaian", "pagu", "anggaran", "berkala"]
"""Promises with one target a row · target, realisasi, capaian (with or without budget) · pagu alone · pagu and
realisasi of a budget · any of these for parts of a year (quarters, halves, months)."""
_MOST_LINES = 3
_COLUMN_NUMBER = re.compile(r"^\(?(\d{1,2})\)?(?:\s*[=:(].*)?$", re.ASCII)
_BELOW = re.compile(
    r"(?:target|realisasi|(?:pen)?capaian|kinerja|anggaran|pagu|persen(?:tase)?|prosentase|tahun|utama|strategis|program|"
    r"kegiatan|sasaran|indikator|satuan|output|outcome|fisik|keuangan|volume|rp|rupiah|dalam|ribuan|jutaan|sisa|"
    r"(?:pe)?(?:nye)?rapan|serapan|akhir|awal|renstra|rpjmn?|tvro|rvro|kro|ro|kode|uraian|no|nomor|dan|efisiensi|"
    r"tingkat|nilai|ini|lalu|sd|sampai|dengan|triwulan|semester|tw|alokasi|dana|belanja|x)*"
)
"""What stands in the second and third line of a heading, letters only."""
_THREE_WORDS, _POINT = re.compile(r"\w \w+ \w"), re.compile(r"^\d+\.\d")
_PARTS = re.compile(r"\b(?:triwulan|tw|semester)\b", re.IGNORECASE)
_LONGEST = 80


@dataclass(frozen=True)
class KepalaSel:
    """A heading: its columns from left to right, the lines it takes, and how many cells a row of its table has.
    `sendiri`: its columns as each says it of itself, before what stands beside it is looked at.
    """

    kolom: tuple[Kolom, ...]
    baris: tuple[int, ...]
    lebar: int
    sendiri: tuple[Kolom, ...] = ()

    def of(self, peran: str) -> Kolom | None:
        """The first column with a role."""
        return next((kolom for kolom in self.kolom if kolom.peran == peran), None)

    @property
    def peran(self) -> set[str]:
        """The roles it has."""
        return {kolom.peran for kolom in self.kolom}

    @property
    def teks(self) -> str:
        """All its words on one line."""
        return " · ".join(kolom.teks for kolom in self.kolom if kolom.teks)

    @property
    def bentuk(self) -> tuple[tuple[object, ...], ...]:
        """What two headings of one table have in common."""
        return tuple((k.peran, k.tahun, k.periode, k.awal, k.akhir) for k in self.kolom)

    @property
    def berkala(self) -> KepalaSel:
        """The same where columns of parts of a year have the role they have of such a part: for families of those."""
        return replace(self, kolom=of_parts(self.sendiri))

    @property
    def jenis(self) -> Jenis | None:
        """The kind of table, None where the columns do not say one thing only."""
        counted = Counter((kolom.peran, kolom.tahun, kolom.periode) for kolom in self.kolom)
        words = Counter(kolom.peran for kolom in self.kolom if kolom.peran in (*KATA, "kode", "satuan"))
        if RAGU in self.peran or any(n > 1 for n in words.values()):
            return None
        if any(n > 1 for (peran, *_), n in counted.items() if peran in (*KINERJA, *UANG)):
            return None
        if any(kolom.periode and kolom.peran != LAIN for kolom in self.kolom):
            return "berkala" if words.keys() - {"satuan", "unit", "tujuan"} else None
        return self._with_indikator() if "indikator" in words else self._budget(words)

    def _with_indikator(self) -> Jenis | None:
        peran = self.peran
        targets = sum(kolom.peran == "target" for kolom in self.kolom)
        if "realisasi" in peran:
            return "capaian"
        if "capaian" in peran:
            return None
        if "realisasi_anggaran" in peran:
            return "anggaran" if "pagu" in peran and not targets else None
        return "janji" if targets == 1 and not self._with_results else None

    @property
    def _with_results(self) -> bool:
        """True where a column that is not read speaks of results: what stands beside it is not a plan alone."""
        return any(kolom.hasil for kolom in self.kolom)

    def _budget(self, words: Counter[str]) -> Jenis | None:
        peran = self.peran
        if not words.keys() - {"unit", "tujuan", "satuan"} or "pagu" not in peran or peran & set(KINERJA):
            return None
        if "realisasi_anggaran" in peran:
            return "anggaran"
        return None if self._with_results else "pagu"


def heading(lembar: Lembar, nomor: int) -> KepalaSel | None:
    """The heading that begins on line `nomor`; None for any other line."""
    line = lembar.di(nomor)
    if not line.ada_sel or len(line.isi) < 2 or not _may_open(line):
        return None
    lines = [line]
    for below in lembar.baris[nomor : nomor + _MOST_LINES - 1]:
        if not _goes_on(below, lines) or is_column_numbers(below):
            break
        lines.append(below)
    columns = _columns(lines)
    kepala = KepalaSel(in_context(columns), tuple(one.nomor for one in lines), len(line.sel), columns)
    fitting = [one for one in (kepala, kepala.berkala) if one.jenis and _is_mostly_known(one)]
    if not fitting:
        return None
    kepala = fitting[0]
    below = lembar.baris[lines[-1].nomor : lines[-1].nomor + 1]
    numbers = tuple(one.nomor for one in below if is_column_numbers(one))
    return replace(kepala, baris=(*kepala.baris, *numbers))


def _is_mostly_known(kepala: KepalaSel) -> bool:
    """False for a row of a table about columns ("Target, Indikator, an example, a sentence"), which is no heading."""
    headed = [kolom for kolom in kepala.kolom if kolom.teks]
    unknown = [kolom.teks for kolom in headed if kolom.peran == LAIN]
    return 2 * len(unknown) <= len(headed) and not any(_is_sentence(text) for text in unknown)


def _is_sentence(text: str) -> bool:
    """True for three words or more that end in a full stop, and for a point "1.2" of a list."""
    return bool(_POINT.match(text) or (text.endswith(".") and _THREE_WORDS.search(text)))


def is_column_numbers(line: Baris) -> bool:
    """True for the row "(1) (2) (3)" or "1 2 3 4=3/2" under a heading."""
    if not line.ada_sel or len(line.isi) < 2:
        return False
    found = [_COLUMN_NUMBER.match(cell) for _, cell in line.isi]
    numbers = [int(match[1]) for match in found if match]
    return len(numbers) == len(found) and numbers[0] == 1 and numbers == sorted(set(numbers))


def _may_open(line: Baris) -> bool:
    """True when all cells can be headings: short, and one of them names what a row is about."""
    texts = [cell for _, cell in line.isi]
    named = any(role(text) in (*KATA, "kode") for text in texts)
    return named and all(len(text) <= _LONGEST and (letters(text) or parse_year(text) or "%" in text) for text in texts)


def _goes_on(line: Baris, above: list[Baris]) -> bool:
    """True for the second or third line of a heading: words of headings only, years or parts of one, under two columns
    or more."""
    if not line.ada_sel or line.kosong or len(line.sel) != len(above[0].sel):
        return False
    texts = [cell for _, cell in line.isi]
    numbers = _numbers_of_parts(texts, above)
    return all(_BELOW.fullmatch(letters(text)) or _is_part(text) or text in numbers for text in texts) and (
        len(texts) > 1 or bool(parse_year(texts[0])) or not letters(texts[0])
    )


def _is_part(text: str) -> bool:
    """True for a part of a year alone: "TW I", "Semester 2", "Mei"."""
    return parse_periode(text) is not None and not letters(without_periode(text))


def _numbers_of_parts(texts: list[str], above: list[Baris]) -> set[str]:
    """The numbers I, II … of a line below a heading "Triwulan"; one alone may be that of a row."""
    named = any(_PARTS.search(cell) for line in above for _, cell in line.isi)
    found = {text for text in texts if _is_part(f"TW {text}")} if named else set()
    return found if len(found) > 1 else set()


def _columns(lines: list[Baris]) -> tuple[Kolom, ...]:
    grid = [line.sel for line in lines]
    shared = [_shared(grid, i) for i in range(len(grid))]
    found: list[Kolom] = []
    for c in range(len(grid[0])):
        own = " ".join(row[c] for i, row in enumerate(grid) if row[c] and c not in shared[i])
        above = " ".join(shared[i][c] for i in range(len(grid)) if c in shared[i])
        if own:
            found.append(column(own, above, c, c))
        elif found:
            found[-1] = replace(found[-1], akhir=c)
        else:
            found.append(column("", "", c, c))
    return tuple(found)


def _shared(grid: list[tuple[str, ...]], i: int) -> dict[int, str]:
    """The columns of line `i` that stand under a heading they share, with its words."""
    found: dict[int, str] = {}
    head: int | None = None
    for c, text in enumerate(grid[i]):
        below = any(row[c] for row in grid[i + 1 :])
        if text:
            head = c if below else None
        elif not below:
            head = None
        elif head is not None:
            found |= {head: grid[i][head], c: grid[i][head]}
    return found
