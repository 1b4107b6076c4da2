"""The cells of an LK's obstacle tables: which headings are theirs, and which lines make one numbered row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.readers import Baris, Lembar
from loaders.values import join, letters

_ROLES = (
    ("no", re.compile(r"^(no|nomor|nourut)$")),
    ("upaya", re.compile(r"^(upaya|tindaklanjut|solusi|pemecahanmasalah|rencanaaksi|rencanatindaklanjut)")),
    ("hambatan", re.compile(r"hambatan|kendala|masalah")),
    ("aspek", re.compile(r"^(kegiatan|aspek|uraian|bidang|indikator|program)")),
    ("keterangan", re.compile(r"^(keterangan|ket)$")),
)
"""Role → how its heading reads, letters only; the first that fits."""
_OTHER_TABLE = re.compile(r"^(target|realisasi|capaian|pagu|anggaran)")
_NUMBER = re.compile(r"^(\d{1,3})[.)]?$", re.ASCII)
_COLUMN_NUMBER = re.compile(r"^\(?\d{1,2}\)?$", re.ASCII)
_PAGE_NUMBER = re.compile(r"^\W*\d{1,3}\W*$", re.ASCII)


@dataclass(frozen=True)
class Kepala:
    """A heading: role → column; column → heading, of the columns without a role; how many cells its rows have."""

    kolom: dict[str, int]
    lain: dict[int, str]
    lebar: int
    teks: str


@dataclass
class Bagian:
    """A heading (lines `judul`) with its rows, each a list of lines of which the first carries the row's number."""

    kepala: Kepala
    judul: list[int]
    baris: list[list[Baris]] = field(default_factory=list)

    def semua(self) -> list[int]:
        """All its lines."""
        return [*self.judul, *(line.nomor for row in self.baris for line in row)]

    def sign(self, line: Baris) -> str:
        """What the number column of a line holds."""
        return line.sel[self.kepala.kolom["no"]]

    def number(self, row: list[Baris]) -> int | None:
        """The number printed before a row; None where something else or nothing is."""
        match = _NUMBER.match(self.sign(row[0]))
        return int(match[1]) if match else None

    def text(self, row: list[Baris], kolom: int) -> str:
        """The words of one column of a row, put together over its lines."""
        return join([line.sel[kolom] for line in row])

    @property
    def nomor_terakhir(self) -> int:
        """The last number printed before a row, 0 when none is."""
        return next((number for row in reversed(self.baris) if (number := self.number(row))), 0)

    @property
    def akhir(self) -> int:
        """The last line that was taken."""
        return max([*self.judul, *(line.nomor for row in self.baris for line in row)])


def parts(lembar: Lembar) -> Iterator[Bagian]:
    """Every heading that has rows; one printed again at the top of a page goes on with the rows before it."""
    before: Bagian | None = None
    nomor = 1
    while nomor <= len(lembar.baris):
        kepala = _heading(lembar.di(nomor))
        part = _part(lembar, nomor, kepala) if kepala else None
        nomor = part.akhir + 1 if part else nomor + 1
        if part is None or not part.baris:
            continue
        if before and _goes_on(lembar, before, part):
            _append(before, part)
            continue
        if before:
            yield before
        before = part
    if before:
        yield before


def _heading(line: Baris) -> Kepala | None:
    """The heading on a line: a column of numbers, one of obstacles and at least one more; None for any other line."""
    roles: dict[str, int] = {}
    others: dict[int, str] = {}
    for column, cell in line.isi if line.ada_sel else ():
        text = letters(cell)
        name = next((name for name, pattern in _ROLES if pattern.search(text)), None)
        if _OTHER_TABLE.match(text):
            return None
        if name is None or name in roles:
            others[column] = cell
        else:
            roles[name] = column
    if not {"no", "hambatan"} <= roles.keys() or len(roles) < 3:
        return None
    return Kepala(roles, others, len(line.sel), " · ".join(cell for _, cell in line.isi))


def _part(lembar: Lembar, heading: int, kepala: Kepala) -> Bagian:
    part = Bagian(kepala, [heading])
    gap = False
    for line in lembar.baris[heading:]:
        if _is_gap(line):
            gap = True
        elif not line.ada_sel or len(line.sel) != kepala.lebar or _heading(line):
            break
        elif len(line.isi) > 1 and all(_COLUMN_NUMBER.match(cell) for _, cell in line.isi):
            part.judul.append(line.nomor)
        elif _take(part, line, after_gap=gap):
            gap = False
        else:
            break
    return part


def _is_gap(line: Baris) -> bool:
    """A blank line or a lone page number: the table may go on behind it."""
    return line.kosong or (not line.ada_sel and bool(_PAGE_NUMBER.match(line.teks)))


def _take(part: Bagian, line: Baris, *, after_gap: bool) -> bool:
    """Put a line into its row; False for one that does not go on behind a gap, and so is another table's."""
    if not part.sign(line) and part.baris:
        part.baris[-1].append(line)
        return True
    if after_gap and part.baris and (part.number([line]) or 0) <= part.nomor_terakhir:
        return False
    part.baris.append([line])
    return True


def _goes_on(lembar: Lembar, before: Bagian, part: Bagian) -> bool:
    """Whether a heading is that of the part before, printed again: its numbers go on, or its last row does."""
    if (before.kepala.kolom, before.kepala.lain) != (part.kepala.kolom, part.kepala.lain):
        return False
    if part.sign(part.baris[0][0]):
        return (part.number(part.baris[0]) or 0) > before.nomor_terakhir
    return all(_is_gap(line) for line in lembar.baris[before.akhir : part.judul[0] - 1])


def _append(before: Bagian, part: Bagian) -> None:
    before.judul += part.judul
    if not part.sign(part.baris[0][0]):
        before.baris[-1] += part.baris.pop(0)
    before.baris += part.baris
