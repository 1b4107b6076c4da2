"""Pages put together: tables that go on over a page, running headers and footers between their parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from loaders.readers.pdf_bagan import JUDUL_TABEL, Bagan, Isi, Lajur, Prosa
from loaders.readers.pdf_potong import rejoined

_SEJAJAR = 3.0
"""Points: edges of columns this close on two pages are the same edge, lines this close the same place."""

_NOMOR_HALAMAN = re.compile(r"^\W*(?:halaman|hal|page)?\W*(?:\d{1,4}|[ivxlc]{1,7})\W*$", re.IGNORECASE)
_BILANGAN = re.compile(r"\d{1,9}")


@dataclass
class Lembaran:
    """A page: its number and what stands on it in reading order. `ocr`: its text is the text layer of a scan."""

    nomor: int
    isi: list[Isi]
    ocr: bool = False


@dataclass
class _Jejak:
    """Where lines of the same wording stand in the document: what is printed on every page repeats in its place."""

    tempat: defaultdict[str, list[tuple[int, Prosa]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, page: Lembaran) -> None:
        for part in page.isi:
            if isinstance(part, Prosa):
                self.tempat[_BILANGAN.sub("#", part.teks)].append((page.nomor, part))

    def is_running(self, nomor: int, line: Prosa) -> bool:
        """True for a page number, and for a line that another page prints at the same place."""
        if _NOMOR_HALAMAN.match(line.teks):
            return True
        others = self.tempat[_BILANGAN.sub("#", line.teks)]
        return any(page != nomor and _repeats(line, other, page - nomor) for page, other in others)


def _repeats(line: Prosa, other: Prosa, later: int) -> bool:
    """The same words at the same height; only a page number may count on, and never that of a table's title."""
    if abs(line.atas - other.atas) > _SEJAJAR:
        return False
    if line.teks == other.teks:
        return True
    numbers = zip(_BILANGAN.findall(line.teks), _BILANGAN.findall(other.teks), strict=True)
    return not JUDUL_TABEL.match(line.teks) and all(int(b) - int(a) in (0, later) for a, b in numbers)


def stitched(pages: list[Lembaran]) -> int:
    """Make tables that go on over a page one grid, and join the rows a page cut where its rules say so.

    Changes `pages`; running headers and footers between two parts of a table are taken out: they would end it.
    Returns how many such lines there were.
    """
    trail = _Jejak()
    for page in pages:
        trail.add(page)
    removed = 0
    chains: list[list[Bagan]] = []
    for above, below in pairwise(pages):
        seam = _seam(above, below, trail)
        if seam is None:
            continue
        upper, lower = seam
        removed += _drop_between(above, upper, below, lower)
        if chains and chains[-1][-1] is upper:
            chains[-1].append(lower)
        else:
            chains.append([upper, lower])
    for chain in chains:
        _replace_all(pages, dict(zip(map(id, chain), _one_grid(chain), strict=True)))
    return removed


def _seam(above: Lembaran, below: Lembaran, trail: _Jejak) -> tuple[Bagan, Bagan] | None:
    """The last table of a page and the first of the next, when only running lines stand between and columns agree."""
    upper = _first_table(reversed(above.isi), above.nomor, trail)
    lower = _first_table(iter(below.isi), below.nomor, trail)
    return (upper, lower) if upper and lower and _same_columns(upper, lower) else None


def _same_columns(upper: Bagan, lower: Bagan) -> bool:
    """By their rules; without rules, by the same headings, since the edges of columns move with the text."""
    if upper.polos and lower.polos:
        return upper.polos.kepala == lower.polos.kepala and len(upper.tepi) == len(lower.tepi)
    return not upper.polos and not lower.polos and _common_edges(upper.tepi, lower.tepi) is not None


def _first_table(parts: Iterator[Isi], nomor: int, trail: _Jejak) -> Bagan | None:
    for part in parts:
        if isinstance(part, Bagan):
            return part
        if not trail.is_running(nomor, part):
            return None
    return None


def _drop_between(above: Lembaran, upper: Bagan, below: Lembaran, lower: Bagan) -> int:
    end, start = _place(above.isi, upper) + 1, _place(below.isi, lower)
    count = len(above.isi) - end + start
    del above.isi[end:], below.isi[:start]
    return count


def _place(parts: list[Isi], wanted: Bagan) -> int:
    return next(n for n, part in enumerate(parts) if part is wanted)


def _common_edges(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...] | None:
    """The edges of the wider grid, when the other has the same ends and no edge that it lacks; else None."""
    wide, narrow = (one, other) if len(one) >= len(other) else (other, one)
    same_ends = abs(wide[0] - narrow[0]) <= _SEJAJAR and abs(wide[-1] - narrow[-1]) <= _SEJAJAR
    known = all(any(abs(edge - known) <= _SEJAJAR for known in wide) for edge in narrow)
    return wide if same_ends and known else None


def _one_grid(chain: list[Bagan]) -> list[Bagan]:
    if chain[0].polos:
        return rejoined(chain)
    widest = max((part.tepi for part in chain), key=len)
    if any(_common_edges(widest, part.tepi) != widest for part in chain):
        return chain
    return rejoined([_on_grid(part, widest) for part in chain])


def _on_grid(part: Bagan, tepi: tuple[float, ...]) -> Bagan:
    moved = [min(range(len(tepi)), key=lambda n: abs(tepi[n] - edge)) for edge in part.tepi]
    rows = tuple(Lajur(row.nomor, {moved[column]: text for column, text in row.sel.items()}) for row in part.baris)
    top = frozenset(moved[column] for column in part.terbuka_atas)
    return replace(part, tepi=tepi, baris=rows, terbuka_atas=top, kaki={moved[c]: k for c, k in part.kaki.items()})


def _replace_all(pages: list[Lembaran], new: dict[int, Bagan]) -> None:
    for page in pages:
        page.isi = [new.get(id(part), part) for part in page.isi]
