"""One document, from its file to its tables: read → parse → prove → correct."""

from __future__ import annotations

from pathlib import Path

from loaders import corrections
from loaders.bukti import hold_unproven
from loaders.dokumen import Dokumen
from loaders.families import kalimat, read_tables
from loaders.frames import Hasil
from loaders.lembar_cache import read_cached
from loaders.readers.lembar import Lembar
from loaders.records import Konteks, Tabel
from loaders.referensi import Lists, known


def read_document(dokumen: Dokumen, data: Path, terbit: Path, lists: Lists) -> Hasil:
    """Read one document with its corrections; what reading its file gave is kept in `terbit` for the next build."""
    lembar = read_cached(dokumen.path, terbit)
    found = corrections.load(data / "koreksi" / f"{dokumen.path.stem}.csv")
    tables = parse(lembar, dokumen.konteks, lists)
    corrections.apply(tables, lembar, found)
    return Hasil(dokumen, lembar, tables, found, kalimat.read(lembar))


def parse(lembar: Lembar, konteks: Konteks, lists: Lists) -> list[Tabel]:
    """The tables of a document, before corrections; what was read from a picture is doubted unless something proves it.

    Raises TabelBentrok when two families claim one line.
    """
    tables = read_tables(lembar, konteks)
    if any(line.ocr for line in lembar.baris):
        hold_unproven(tables, lembar, known(lists, konteks))
    return tables
