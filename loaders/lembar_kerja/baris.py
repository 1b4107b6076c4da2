"""The sheets of our workbook as lines: where each begins, which column is which, and one filled row at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.lembar_kerja.bentuk import AWALAN_TAHUN, CONTOH, JUDUL, JUDUL_LAIN, LEMBAR, LembarIsian
from loaders.readers.lembar import Baris, Lembar
from loaders.values.names import letters

_ROW = re.compile(r", baris \d+$")
_YEAR_COLUMN = re.compile(rf"^{AWALAN_TAHUN.strip()} ?(20\d\d)$", re.IGNORECASE)


def cells(line: Baris) -> tuple[str, ...]:
    """The cells of a line exactly as typed, only spaces folded: a typed sheet has no markup and no broken words."""
    return tuple(" ".join(cell.split()) for cell in line.teks.split("\t"))


@dataclass(frozen=True)
class Kepala:
    """A heading: which sheet it belongs to, role → its columns (more than one when somebody doubled a column)."""

    lembar: LembarIsian
    kolom: dict[str, tuple[int, ...]]

    @property
    def tahun(self) -> tuple[int, ...]:
        """The years of its target columns, in order."""
        return tuple(sorted(int(role.partition(":")[2]) for role in self.kolom if role.startswith("target:")))

    @property
    def petunjuk(self) -> frozenset[str]:
        """The hints that may stand under it."""
        return frozenset(kolom.petunjuk for kolom in self.lembar.susunan(self.tahun))


@dataclass(frozen=True)
class Isian:
    """A filled row: role → text. `tahun`: the years its sheet has target columns for. `ganda`: headings of which two
    columns are filled. `lain`: filled cells under no known heading."""

    baris: int
    sel: dict[str, str]
    tahun: tuple[int, ...]
    ganda: tuple[str, ...]
    lain: tuple[str, ...]

    def __getitem__(self, role: str) -> str:
        return self.sel.get(role, "")


@dataclass
class Bagian:
    """One sheet of data: its heading, the lines that are title, heading or hint, and its rows in order."""

    kepala: Kepala
    judul: str
    baris_judul: list[int]
    isian: list[Isian] = field(default_factory=list)
    tanpa_sel: list[int] = field(default_factory=list)

    @property
    def semua(self) -> list[int]:
        """All its lines."""
        return [*self.baris_judul, *(isian.baris for isian in self.isian), *self.tanpa_sel]


def heading(line: Baris) -> Kepala | None:
    """The heading a line is, None when it is none. It must have all columns by which a sheet of ours is recognised."""
    texts = cells(line)
    if not line.ada_sel or CONTOH in texts:
        return None
    found = [(sheet, _roles(texts, sheet)) for sheet in LEMBAR]
    fitting = [Kepala(sheet, roles) for sheet, roles in found if sheet.tanda <= roles.keys()]
    return max(fitting, key=lambda kepala: len(kepala.kolom), default=None)


def _roles(texts: tuple[str, ...], sheet: LembarIsian) -> dict[str, tuple[int, ...]]:
    known = {letters(kolom.judul): kolom.peran for kolom in sheet.susunan(())}
    found: dict[str, tuple[int, ...]] = {}
    for i, text in enumerate(texts):
        year = _YEAR_COLUMN.match(text) if sheet.nama == "Target" else None
        role = f"target:{year[1]}" if year else known.get(letters(text))
        if role:
            found[role] = (*found.get(role, ()), i)
    return found


def sections(lembar: Lembar) -> Iterator[Bagian]:
    """Every sheet of data, in order. It ends at the next heading or title of ours, or where another sheet begins."""
    section: Bagian | None = None
    for line in lembar.baris:
        found = heading(line)
        if found:
            if section:
                yield section
            section = _begin(lembar, line, found)
        elif section and _ends(lembar, section, line):
            yield section
            section = None
        elif section and not line.kosong:
            _add(section, line)
    if section:
        yield section


def _begin(lembar: Lembar, line: Baris, kepala: Kepala) -> Bagian:
    above = lembar.baris[max(0, line.nomor - 9) : line.nomor - 1]
    titles = [other for other in above if letters(other.teks) in kepala.lembar.judul_huruf]
    return Bagian(
        kepala, " ".join(titles[0].teks.split()) if titles else kepala.lembar.judul,
        [*(other.nomor for other in titles), line.nomor],
    )  # fmt: skip


def _ends(lembar: Lembar, section: Bagian, line: Baris) -> bool:
    return letters(line.teks) in JUDUL | JUDUL_LAIN or leaves(lembar.di(section.baris_judul[-1]), line)


def leaves(first: Baris, line: Baris) -> bool:
    """True when a line stands on another sheet than `first`; False where a format has no places, or on a blank."""
    here, there = (_ROW.sub("", one.tempat or "") for one in (first, line))
    return bool(here and there) and here != there


def _add(section: Bagian, line: Baris) -> None:
    texts = cells(line)
    if not line.ada_sel:
        section.tanpa_sel.append(line.nomor)
    elif {text for text in texts if text} <= section.kepala.petunjuk:
        section.baris_judul.append(line.nomor)
    else:
        row = _row(section.kepala, line.nomor, texts)
        if row.sel.keys() <= {"keterangan"} and not row.lain:
            section.baris_judul.append(line.nomor)
        else:
            section.isian.append(row)


def _row(kepala: Kepala, nomor: int, texts: tuple[str, ...]) -> Isian:
    filled = {i: text for i, text in enumerate(texts) if text}
    known = {i for columns in kepala.kolom.values() for i in columns}
    headings = {kolom.peran: kolom.judul for kolom in kepala.lembar.susunan(kepala.tahun)}
    held = {role: [filled[i] for i in columns if i in filled] for role, columns in kepala.kolom.items()}
    return Isian(
        nomor,
        {role: found[0] for role, found in held.items() if found},
        kepala.tahun,
        tuple(headings[role] for role, found in held.items() if len(found) > 1),
        tuple(text for i, text in filled.items() if i not in known),
    )
