"""Open a PDF and paint its pages; whatever its bytes make the library stumble on becomes one sentence."""

from __future__ import annotations

import logging
import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect, PDFXRefFallback
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.pdf.canvas import MAKS_HURUF, Kanvas, TerlaluPadat, paint

MAKS_HALAMAN = 1000
"""Pages of one file; a longer one is no SAKIP document, or is to be cut into parts."""

logging.getLogger("pdfminer").setLevel(logging.ERROR)
"""It warns of every small departure from the standard, which no user of ours can mend."""

_EKOR = 2048
"""Bytes at the end of a file among which its end mark stands."""

_RUSAK = "Unduh atau simpan ulang dokumennya, lalu coba lagi."


class Berkas:
    """A PDF file. `dipulihkan`: its table of objects was damaged and had to be searched for, known once it is read."""

    def __init__(self, path: Path) -> None:
        self._path, self.dipulihkan = path, False

    def pages(self) -> Iterator[Kanvas]:
        """The pages one after the other; only one is held at a time. Raises BerkasTidakTerbaca."""
        try:
            with self._path.open("rb") as stream:
                yield from self._painted(stream)
        except OSError as error:
            raise BerkasTidakTerbaca(
                self._path.name, f"tidak dapat dibuka: {error.strerror}. Periksa letak dan izin berkas."
            ) from error

    def _painted(self, stream: BinaryIO) -> Iterator[Kanvas]:
        document = self._opened(stream)
        manager, nomor = PDFResourceManager(), 0
        with _readable(self._path, "daftar halamannya rusak"):
            pages = PDFPage.create_pages(document)
        while True:
            with _readable(self._path, f"halaman {nomor + 1} rusak"):
                page = next(pages, None)
                if page is None:
                    break
                nomor += 1
                _refuse_longer(self._path, nomor)
                kanvas = _paint(self._path, nomor, manager, page)
            yield kanvas
        if not nomor:
            raise BerkasTidakTerbaca(self._path.name, f"PDF ini tidak mempunyai halaman. {_RUSAK}")

    def _opened(self, stream: BinaryIO) -> PDFDocument:
        name = self._path.name
        try:
            with _readable(self._path, "susunan PDF-nya rusak atau terpotong"):
                document = PDFDocument(PDFParser(stream))
                pages = resolve1(document.catalog.get("Pages"))
                count = resolve1(pages.get("Count")) if isinstance(pages, dict) else None
                self.dipulihkan = any(isinstance(xref, PDFXRefFallback) for xref in document.xrefs)
        except PDFPasswordIncorrect as error:
            raise BerkasTidakTerbaca(
                name, "terkunci kata sandi. Buka dengan kata sandinya, simpan tanpa sandi, lalu unggah lagi."
            ) from error
        except PDFEncryptionError as error:
            raise BerkasTidakTerbaca(
                name, "disandikan dengan cara yang tidak dikenal. Simpan ulang tanpa pengaman, lalu unggah lagi."
            ) from error
        if self.dipulihkan and not _has_end(stream):
            raise BerkasTidakTerbaca(name, f"terpotong: bagian akhirnya hilang. {_RUSAK}")
        _refuse_longer(self._path, count if isinstance(count, int) else 0)
        return document


def _has_end(stream: BinaryIO) -> bool:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - _EKOR))
    return b"%%EOF" in stream.read()


def _paint(path: Path, nomor: int, manager: PDFResourceManager, page: PDFPage) -> Kanvas:
    try:
        return paint(manager, page)
    except TerlaluPadat as error:
        raise BerkasTidakTerbaca(
            path.name, f"halaman {nomor} memuat lebih dari {MAKS_HURUF} huruf. Ambil halaman tabelnya saja."
        ) from error


def _refuse_longer(path: Path, pages: int) -> None:
    if pages > MAKS_HALAMAN:
        raise BerkasTidakTerbaca(
            path.name,
            f"mempunyai lebih dari {MAKS_HALAMAN} halaman. Pecah menjadi beberapa berkas atau ambil halaman tabelnya.",
        )


@contextmanager
def _readable(path: Path, sebab: str) -> Generator[None]:
    """Turns what the library raises into our sentence: damaged bytes make it fail in any of its parts, by any name."""
    try:
        yield
    except (BerkasTidakTerbaca, PDFEncryptionError, OSError, MemoryError):
        raise
    except Exception as error:
        raise BerkasTidakTerbaca(path.name, f"{sebab}. {_RUSAK}") from error
