"""Read any PDF: its text as text, and the pages that are pictures of pages as scans, in the order of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from loaders.errors import BerkasTidakTerbaca
from loaders.readers import scan
from loaders.readers.lembar import Baris, Lembar
from loaders.readers.pdf import text
from loaders.readers.scan import HalamanPindai


def read(path: Path) -> Lembar:
    """The lines of all pages; those of pictures are marked `ocr`.

    Without a letter recogniser the text is read and the pictures are named in `catatan`. Raises BerkasTidakTerbaca,
    also when there is nothing but pictures and nothing to recognise them with.
    """
    lembar, pictures = text.read_with_pictures(path)
    if not pictures:
        return lembar
    try:
        pages = scan.read_pages(path, pictures)
    except BerkasTidakTerbaca as error:
        if all(line.kosong for line in lembar.baris):
            raise
        note = f"Halaman gambar tidak dibaca: {error.sebab}"
        return replace(lembar, catatan=(*lembar.catatan, note), utuh=False)
    lines = tuple(_numbered(_by_page(lembar), pages))
    return replace(lembar, baris=lines, catatan=(*lembar.catatan, *(note for page in pages for note in page.catatan)))


def _by_page(lembar: Lembar) -> dict[int, list[Baris]]:
    """The lines of the text, page by page, without the blank ones that part pages."""
    groups = groupby(lembar.baris, key=lambda line: line.halaman or 0)
    found: dict[int, list[Baris]] = {}
    for page, lines in groups:
        kept = list(lines)
        while kept and kept[0].kosong:
            kept.pop(0)
        found.setdefault(page, []).extend(kept)
    return found


def _is_layer(lines: list[Baris]) -> bool:
    """True for the hidden text of a searchable scan: our own reading of the picture takes its place."""
    return all(line.ocr or line.kosong for line in lines)


def _numbered(texts: dict[int, list[Baris]], pictures: list[HalamanPindai]) -> Iterator[Baris]:
    """All lines in the order of the pages, a blank one between two pages, numbered through the document."""
    scanned = {page.halaman: page for page in pictures}
    nomor = 0
    for page in sorted({*texts, *scanned}):
        drafts = scanned[page].baris if page in scanned else ()
        lines = [] if drafts and _is_layer(texts.get(page, [])) else texts.get(page, [])
        if nomor and (lines or drafts):
            nomor += 1
            yield Baris(nomor, "", page, f"halaman {page}")
        for line in lines:
            nomor += 1
            yield replace(line, nomor=nomor)
        for draft in drafts:
            nomor += 1
            yield draft.numbered(nomor)
