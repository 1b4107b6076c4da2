"""Pages, and the lines that are printed on every one of them: running headers, footers and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.readers.pdf_bagan import JUDUL_TABEL, Bagan, Isi, Prosa

_SETEMPAT = 3.0
"""Points: lines this close stand at the same height of their pages."""

_SISA = 40.0
"""Points: a page with less left above the lowest line of the document is full; two lines may be kept together."""

_NOMOR_HALAMAN = re.compile(r"^\W*+(?:(?:halaman|hal|page)\W*+)?(?:\d{1,4}|[ivxlc]{1,7})\W*$", re.IGNORECASE)
_BILANGAN = re.compile(r"\d{1,9}")


@dataclass
class Lembaran:
    """A page: its number, its height in points, and what stands on it in reading order.

    `ocr`: its text is the text layer of a scan.
    """

    nomor: int
    tinggi: float
    isi: list[Isi]
    ocr: bool = False


@dataclass
class Jejak:
    """Where lines of the same wording stand in the document: what is printed on every page repeats in its place."""

    tempat: defaultdict[str, list[tuple[int, Prosa]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, page: Lembaran) -> None:
        """Take note of the lines of a page."""
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
    if abs(line.atas - other.atas) > _SETEMPAT:
        return False
    if line.teks == other.teks:
        return True
    numbers = zip(_BILANGAN.findall(line.teks), _BILANGAN.findall(other.teks), strict=True)
    return not JUDUL_TABEL.match(line.teks) and all(int(b) - int(a) in (0, later) for a, b in numbers)


def full_pages(pages: Iterable[Lembaran], trail: Jejak) -> set[int]:
    """The numbers of pages whose text reaches as far down as that of any page of their size."""
    lowest: dict[int, float] = {}
    size: defaultdict[int, float] = defaultdict(float)
    for page in pages:
        ends = [part.bawah for part in page.isi if isinstance(part, Bagan) or not trail.is_running(page.nomor, part)]
        lowest[page.nomor] = max(ends, default=0.0)
        size[round(page.tinggi)] = max(size[round(page.tinggi)], lowest[page.nomor])
    return {page.nomor for page in pages if size[round(page.tinggi)] - lowest[page.nomor] <= _SISA}
