"""Tables of cells under a heading of one year or of results: their titles, their rows, and what stands above them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from loaders.families.header import read_header, title_lines
from loaders.families.sel.baris import fits, has_values, is_summary, is_whole, stands_right, words
from loaders.families.sel.kepala import Jenis, KepalaSel, heading, is_column_numbers
from loaders.families.sel.kolom import KATA, KINERJA, UANG, Kolom
from loaders.readers.lembar import Baris, Lembar
from loaders.values.names import clean

_SEPARATOR = re.compile(r"^[\s:|-]+$")
_PAGE_NUMBER = re.compile(r"^\W*\d{1,3}\W*$", re.ASCII)
_ABOVE = 80
"""So many lines above a heading can say whose table it is."""
_BELOW = 30
"""So many lines below its last row can hold the signatures."""


@dataclass(frozen=True)
class BlokSel:
    """A table: title lines, heading, body lines, repeated headings and rulers, the body lines that come first after a
    gap, the lines above it that belong to no other table (`di_atas`, in order) and those right below it (`di_bawah`).
    `lanjutan`: the table right above it under the same heading, whose title is its own too.
    """

    judul: tuple[Baris, ...]
    kepala: KepalaSel
    isi: tuple[Baris, ...]
    ulang: tuple[int, ...]
    setelah_jeda: frozenset[int]
    di_atas: tuple[Baris, ...]
    di_bawah: tuple[Baris, ...] = ()
    lanjutan: BlokSel | None = None

    @cached_property
    def asal(self) -> BlokSel:
        """The table that has the title. Each table remembers it, so that a long chain is walked along once."""
        block = self
        while block.lanjutan is not None and "asal" not in vars(block):
            block = block.lanjutan
        return vars(block).get("asal", block)

    @property
    def nama_tercetak(self) -> str:
        """The title as printed above the table, on one line; its heading where it has none."""
        return " ".join(clean(line.teks) for line in self.judul) or self.kepala.teks

    @property
    def baris_judul(self) -> tuple[int, ...]:
        """All lines of titles, headings and rulers."""
        return (*(line.nomor for line in self.judul), *self.kepala.baris, *self.ulang)

    @property
    def semua(self) -> tuple[int, ...]:
        """All its lines."""
        return (*self.baris_judul, *(line.nomor for line in self.isi))

    @property
    def akhir(self) -> int:
        """Its last line."""
        return max(self.semua)


def blocks(lembar: Lembar, *jenis: Jenis) -> Iterator[BlokSel]:
    """The tables of these kinds that have rows, in order."""
    nomor, before = 1, 0
    above: BlokSel | None = None
    while nomor <= len(lembar.baris):
        kepala = heading(lembar, nomor)
        if kepala is None:
            nomor += 1
            continue
        blok = _block(lembar, kepala, before)
        if above and above.kepala.bentuk == kepala.bentuk and not any(map(_is_prose, blok.di_atas)):
            blok = replace(blok, lanjutan=above)
        above, before = blok, blok.akhir
        nomor = before + 1
        if blok.isi and kepala.jenis in jenis and all(is_whole(line, kepala) for line in blok.isi):
            yield blok


def lacking(blok: BlokSel) -> frozenset[int]:
    """Lines with a blank cell in a column that every other row fills: their cells may have moved.

    Looked at are the columns of money, the last one, the last one of names, and a year's only column. A sum has no name
    and no volume.
    """
    kepala = blok.kepala
    rows = [line for line in blok.isi if len(line.sel) == kepala.lebar and has_values(line, kepala)]
    sums = [line for line in rows if is_summary(line)]
    found: set[int] = set()
    for kolom in _looked_at(kepala):
        blank = [line.nomor for line in rows if line not in sums and not words(line, kolom)]
        full = len(rows) - len(sums) - len(blank)
        if len(blank) == 1 and full:
            found |= set(blank)
        if not blank and full and kolom.peran in ("pagu", "realisasi_anggaran", "persen", "efisiensi"):
            found |= {line.nomor for line in sums if not words(line, kolom)}
    return frozenset(found)


def _looked_at(kepala: KepalaSel) -> list[Kolom]:
    headed = [kolom for kolom in kepala.kolom if kolom.teks]
    names = [kolom for kolom in headed if kolom.peran in KATA and kolom.peran != "unit"]
    years = Counter(kolom.tahun for kolom in headed if kolom.peran in KINERJA)
    single = [kolom for kolom in headed if kolom.peran in KINERJA and kolom.tahun and years[kolom.tahun] == 1]
    return [*(kolom for kolom in headed if kolom.peran in UANG), *single, headed[-1], *names[-1:]]


# extent -------------------------------------------------------------------------------------------------------------
def _block(lembar: Lembar, kepala: KepalaSel, before: int) -> BlokSel:
    body: list[Baris] = []
    again: list[int] = []
    after_gap: set[int] = set()
    for part in _parts(lembar, kepala, again):
        if body and not _goes_on(body, part, kepala):
            break
        if body:
            after_gap.add(part[0].nomor)
        body += part
    last = body[-1].nomor if body else kepala.baris[-1]
    above = lembar.baris[max(before, kepala.baris[0] - 1 - _ABOVE) : kepala.baris[0] - 1]
    title = tuple(line for line in title_lines(lembar, kepala.baris[0]) if line.nomor > before and _is_prose(line))
    below = lembar.baris[last : last + _BELOW]
    ulang = tuple(n for n in again if n < last)
    return BlokSel(title, kepala, tuple(body), ulang, frozenset(after_gap), above, below)


def _parts(lembar: Lembar, kepala: KepalaSel, again: list[int]) -> Iterator[list[Baris]]:
    """The runs of rows below a heading, parted by gaps, up to prose or another heading; notes repeated headings."""
    part: list[Baris] = []
    for line in lembar.baris[kepala.baris[-1] :]:
        if line.nomor in again or (line.kosong and line.ada_sel):
            continue
        other = heading(lembar, line.nomor)
        if _is_gap(line) or (other and other.bentuk == kepala.bentuk):
            again += other.baris if other else ()
            if part:
                yield part
            part = []
        elif not line.ada_sel or other or read_header(lembar, line.nomor):
            break
        elif _SEPARATOR.match(line.teks) or is_column_numbers(line):
            again.append(line.nomor)
        else:
            part.append(line)
    if part:
        yield part


def _is_gap(line: Baris) -> bool:
    """A blank line or a lone page number: the table may go on behind it."""
    return line.kosong or (not line.ada_sel and bool(_PAGE_NUMBER.match(line.teks)))


def _is_prose(line: Baris) -> bool:
    return not line.ada_sel and not _is_gap(line)


def _goes_on(body: list[Baris], part: list[Baris], kepala: KepalaSel) -> bool:
    """True when rows behind a gap are of this table: one of them fits and has values, or all continue the last row,
    and their numbers count on."""
    fitting = [line for line in part if fits(line, kepala)]
    if not any(has_values(line, kepala) for line in fitting) and len(fitting) < len(part):
        return False
    first = part[0]
    in_first = words(first, kepala.kolom[0]) if len(first.isi) > 1 and len(first.sel) == kepala.lebar else ""
    if not stands_right(in_first, kepala.kolom[0]):
        return False
    numbers = [number for line in body if (number := _number(line, kepala))]
    return not numbers or (_number(first, kepala) or max(numbers) + 1) > numbers[-1]


def _number(line: Baris, kepala: KepalaSel) -> int | None:
    """The whole number printed in the column of numbers."""
    kolom = kepala.of("no")
    match = (
        re.match(r"^(\d{1,3})\W*$", words(line, kolom), re.ASCII) if kolom and len(line.sel) == kepala.lebar else None
    )
    return int(match[1]) if match else None
