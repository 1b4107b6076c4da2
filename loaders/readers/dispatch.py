"""Readers: one module a file format, all yielding the same Lembar of lines and cells."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path

from loaders.readers.format import extension_note, recognise
from loaders.readers.lembar import Baris, Lembar
from loaders.readers.signs import Format

_MODULES: dict[Format, str] = {
    "text": "text",
    "pdf": "pdf",
    "docx": "office.docx",
    "xlsx": "office.xlsx",
    "xls": "office.xls",
    "html": "html",
    "csv": "csv",
    "gambar": "scan",
}
"""The module of each format: imported only when a file needs it, as some pull in large libraries."""
_MARK = "\N{REPLACEMENT CHARACTER}"
_UNPRINTABLE = {13: " "} | dict.fromkeys(
    [*range(9), *range(14, 28), 127, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], _MARK
)
"""A stray line break becomes a space; control characters and broken halves of characters, which no file we write may
hold, become a visible mark that no value grammar accepts."""


def read(path: Path) -> Lembar:
    """The lines and cells of a file, read as what its content is; a misleading extension is noted.

    For files whose origin is not known, use loaders.sandbox.limited.read_limited. Raises BerkasTidakTerbaca.
    """
    found = recognise(path)
    lembar = importlib.import_module(f"{__package__}.{_MODULES[found]}").read(path)
    notes = [extension_note(path, found), *lembar.catatan]
    return replace(
        lembar,
        baris=tuple(_printable(baris) for baris in lembar.baris),
        catatan=tuple(note.translate(_UNPRINTABLE) for note in notes if note),
        format=found,
    )


def _printable(baris: Baris) -> Baris:
    teks, tempat = baris.teks.translate(_UNPRINTABLE), baris.tempat and baris.tempat.translate(_UNPRINTABLE)
    return baris if (teks, tempat) == (baris.teks, baris.tempat) else replace(baris, teks=teks, tempat=tempat)
