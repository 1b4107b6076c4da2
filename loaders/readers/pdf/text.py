"""Read a PDF that holds text: its tables by their ruling lines, what stands outside them as lines of prose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.lembar import Baris, Lembar
from loaders.readers.pdf.file import MAKS_HALAMAN, Berkas
from loaders.readers.pdf.page import Catatan, page_of, settle
from loaders.readers.pdf.parts import Bagan, Isi
from loaders.readers.pdf.seams import Lembaran, stitched

__all__ = ["MAKS_HALAMAN", "halaman_gambar", "read", "read_with_pictures"]

_RENGGANG = 1.0
"""A gap of this many type sizes above a line begins a new paragraph, marked by a blank line."""


def read(path: Path) -> Lembar:
    """Read `path`: rows of tables as cells, the rest as prose, a blank line between pages, paragraphs and tables.

    Pages that are pictures give no lines; the text layer of a scan gives lines marked `ocr`. Both are in `catatan`.
    Raises BerkasTidakTerbaca with a sentence that says what to do.
    """
    return read_with_pictures(path)[0]


def halaman_gambar(path: Path) -> list[int]:
    """The 1-based pages that are pictures of pages: to be read as scans. Raises BerkasTidakTerbaca."""
    return read_with_pictures(path)[1]


def read_with_pictures(path: Path) -> tuple[Lembar, list[int]]:
    """What `read` and `halaman_gambar` say, in one pass over the file. Raises BerkasTidakTerbaca."""
    berkas, notes = Berkas(path), Catatan()
    pages = [page_of(nomor, kanvas, notes) for nomor, kanvas in enumerate(berkas.pages(), start=1)]
    notes.dipulihkan = berkas.dipulihkan
    if notes.sebagian_besar_tak_terpeta:
        raise BerkasTidakTerbaca(
            path.name,
            "huruf-hurufnya tersimpan tanpa arti (jenis huruf tanpa peta Unicode). "
            "Simpan ulang PDF dari dokumen aslinya, atau unggah dokumen aslinya.",
        )
    settle(pages, notes)
    notes.berulang = stitched(pages)
    lines = tuple(_numbered(pages, notes))
    return Lembar(path.name, lines, notes.sentences()), notes.gambar


def _numbered(pages: list[Lembaran], notes: Catatan) -> Iterator[Baris]:
    """All lines of the document; a blank one parts the pages that hold something."""
    nomor, row = 0, 0
    for page in pages:
        row_above = row
        if nomor and page.isi:
            nomor += 1
            yield Baris(nomor, "", page.nomor, f"halaman {page.nomor}")
        for line in _lines(page):
            nomor += 1
            if line.ragu:
                notes.mungkin_sambungan.append((nomor, row_above))
            row = nomor if "\t" in line.teks else row
            yield Baris(nomor, line.teks, page.nomor, line.tempat, page.ocr, line.ragu)


class _Tercetak(NamedTuple):
    """A line before it has its number. `ragu`: it may be the tail of the table's row before it."""

    teks: str
    tempat: str
    ragu: bool = False


def _lines(page: Lembaran) -> Iterator[_Tercetak]:
    """The lines of a page, each with the place where it stands."""
    here, tables = f"halaman {page.nomor}", 0
    above: Isi | None = None
    for part in page.isi:
        if above is not None and _parted(above, part):
            yield _Tercetak("", here)
        above = part
        if isinstance(part, Bagan):
            tables += 1
            yield from _rows(part, f"{here}, tabel {tables}")
        else:
            yield _Tercetak(part.teks, here)


def _rows(table: Bagan, tempat: str) -> Iterator[_Tercetak]:
    width = len(table.tepi) - 1
    for row in table.baris:
        cells = "\t".join(row.sel.get(column, "") for column in range(width))
        yield _Tercetak(cells, f"{tempat}, baris {row.nomor}", row.nomor == table.ragu)


def _parted(above: Isi, below: Isi) -> bool:
    if isinstance(above, Bagan) or isinstance(below, Bagan):
        return True
    return below.atas - above.bawah > _RENGGANG * below.ukuran
