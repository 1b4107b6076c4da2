"""Tables of cells under a heading of one year or of results: their titles, their rows, what stands above them; and what
stands in a column of a row, and whether it can stand there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from loaders.families.headings import (
    KATA,
    KINERJA,
    UANG,
    Jenis,
    KepalaSel,
    Kolom,
    heading,
    is_column_numbers,
    read_header,
    title_lines,
)
from loaders.readers import Baris, Lembar
from loaders.values import clean, looks_like_value, parse_unit

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


_ORDINAL = re.compile(r"^\W*(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5}|[A-Z]{1,3}[. ]?\d{1,2})(?:\.\d{1,2})*\W*$", re.ASCII)
_A_WORD = re.compile(r"[A-Za-z]{3}")
_MONEY = re.compile(r"^Rp\b[\s.]*\d", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:grand\s+)?(?:jumlah|total)(?:\s+(?:seluruh\w*|keseluruhan|anggaran|pagu|realisasi|dan|capaian|[IVX]+))*\W*|"
    r"(?:rata\s?-?\s?rata|(?:nilai\s+)?capaian\s+sasaran)"
    r"(?:\s+(?:nilai|capaian|kinerja|realisasi|persentase|sasaran|strategis|iku|\d+))*\W*",
    re.IGNORECASE,
)
PERCENT_WORDS = frozenset({"%", "persen", "persentase", "prosentase"})
WITHOUT_UNIT = frozenset({"nilai", "predikat", "opini", "kategori", "huruf", "skor", "indeks", "angka", "poin"})
"""What a column Satuan says of shares, and of values that have no unit."""


def is_ordinal(text: str) -> bool:
    """True for what stands in a column of numbers: "1", "1.2", "a.", "IV", "SS1"."""
    return bool(_ORDINAL.match(text))


def is_amount(text: str) -> bool:
    """True for a value or a sum of money, which never is a name."""
    return looks_like_value(text) or bool(_MONEY.match(text))


def is_unit_word(text: str) -> bool:
    """True for what stands in a column Satuan: a unit, or the word for values that have none."""
    word = text.lower()
    return word in PERCENT_WORDS | WITHOUT_UNIT or parse_unit(text) is not None


def is_summary(line: Baris) -> bool:
    """True for a row of a sum or an average, which says so in its first words."""
    return bool(line.isi) and bool(_TOTAL.fullmatch(line.isi[0][1]))


def words(line: Baris, kolom: Kolom) -> str:
    """The words under a heading; one over several columns may hold a number and a text."""
    return " ".join(filter(None, line.sel[kolom.awal : kolom.akhir + 1]))


def printed(line: Baris, kolom: Kolom) -> str:
    """What is printed under a heading, unmended."""
    return " ".join(filter(None, line.tercetak[kolom.awal : kolom.akhir + 1]))


def fits(line: Baris, kepala: KepalaSel) -> bool:
    """True when a row is as wide as its heading, its numbers and words stand in columns of theirs, and no text stands
    outside the columns."""
    if len(line.sel) != kepala.lebar:
        return False
    return all(stands_right(words(line, kolom), kolom) for kolom in kepala.kolom)


def stands_right(text: str, kolom: Kolom) -> bool:
    """True for a text that can stand in a column, as far as words and numbers go; a blank can stand anywhere."""
    if not text:
        return True
    if kolom.peran == "no":
        return is_ordinal(text) or bool(_TOTAL.fullmatch(text))
    if kolom.peran in KATA:
        return bool(_A_WORD.search(text)) and not is_amount(text) and not is_unit_word(text)
    return bool(kolom.teks)


def is_whole(line: Baris, kepala: KepalaSel) -> bool:
    """False where a column without a heading holds more than the number or the unit of the column at its left: then the
    heading does not say what stands under it."""
    if len(line.sel) != kepala.lebar:
        return True
    return all(_is_one(line, kolom) for kolom in kepala.kolom if kolom.akhir > kolom.awal)


def _is_one(line: Baris, kolom: Kolom) -> bool:
    first, *rest = line.sel[kolom.awal : kolom.akhir + 1]
    filled = [text for text in rest if text]
    if not first or not filled:
        return len(filled) < 2
    if kolom.peran in (*KINERJA, *UANG):
        return len(filled) == 1 and (parse_unit(filled[0]) is not None or first.rstrip(".").lower() == "rp")
    return len(filled) == 1 and is_ordinal(first) and kolom.peran in KATA


def has_values(line: Baris, kepala: KepalaSel) -> bool:
    """True when something stands in a column of values."""
    return any(printed(line, kolom) for kolom in kepala.kolom if kolom.peran in (*KINERJA, *UANG))
