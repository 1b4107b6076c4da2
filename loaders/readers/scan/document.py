"""Read a scan: pictures of pages whose letters must be recognised. Nothing of it is certain (Baris.ocr).

What is read here is a proposal: loaders/proof/hold.py lets a value through only where the document's own arithmetic
proves it, all others wait for a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.errors import BerkasTidakTerbaca
from loaders.readers import progress
from loaders.readers.lembar import Lembar
from loaders.readers.scan.page import BarisPindai, HalamanPindai, read_page
from loaders.readers.scan.picture import pdf_pictures, pictures
from loaders.readers.scan.tesseract import Tesseract


def read(path: Path) -> Lembar:
    """Read a PNG, JPG or (many-paged) TIFF. Raises BerkasTidakTerbaca: no picture, too large, no tesseract."""
    tesseract = Tesseract(path.name)
    tesseract.check()
    pages = []
    for nomor, picture in enumerate(pictures(path), start=1):
        progress.tell(nomor, nomor)
        pages.append(read_page(tesseract, picture, nomor))
    lines = tuple(line.numbered(nomor) for nomor, line in enumerate(_joined(pages), start=1))
    if not any(line.teks for line in lines):
        raise BerkasTidakTerbaca(
            path.name, "tidak ada teks yang dapat dikenali. Pindai ulang pada 300 dpi, lurus dan tajam."
        )
    return Lembar(path.name, lines, tuple(note for page in pages for note in page.catatan))


def read_pages(path: Path, pages: list[int]) -> list[HalamanPindai]:
    """The named 1-based pages of a PDF as scans, in the order given, their lines without numbers.

    Raises BerkasTidakTerbaca: a page too large, no tesseract.
    """
    tesseract = Tesseract(path.name)
    tesseract.check()
    read, drawn = [], pdf_pictures(path, pages)
    for nomor in range(1, len(pages) + 1):
        progress.tell(nomor, len(pages))
        page, picture = next(drawn)
        read.append(read_page(tesseract, picture, page))
    return read


def _joined(pages: list[HalamanPindai]) -> Iterator[BarisPindai]:
    """The lines of all pages with a blank one between two pages."""
    for i, page in enumerate(pages):
        if i:
            yield BarisPindai("", page.halaman, f"halaman {page.halaman}")
        yield from page.baris
