"""One document, from its file to its tables: read → parse → prove → correct."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from loaders import corrections
from loaders.bukti import KODE, hold_unproven
from loaders.dokumen import Dokumen
from loaders.families import kalimat, read_tables
from loaders.frames import Hasil
from loaders.lembar_cache import read_cached
from loaders.perubahan import place
from loaders.readers.lembar import Lembar
from loaders.records import Indikator, Konteks, Tabel
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
    _doubt_seams(tables, lembar)
    if any(line.ocr for line in lembar.baris):
        hold_unproven(tables, lembar, known(lists, konteks))
        _hold_obstacles(tables, lembar)
    return tables


def _hold_obstacles(tables: list[Tabel], lembar: Lembar) -> None:
    """Obstacles and efforts are words, which nothing proves: those read from a picture wait for a person."""
    for table in tables:
        for record in table.hambatan:
            if any(lembar.di(n).ocr for n in range(record.baris, record.baris_akhir + 1)):
                alasan = "Hasil pindai hambatan dan upaya tidak dapat dipastikan; ketik di lembar kerja Selaras."
                table.doubt(record.baris, "hambatan", KODE, alasan)
                table.nasib[record.baris] = "dikarantina"
        table.hambatan = [record for record in table.hambatan if table.nasib[record.baris] != "dikarantina"]


def _doubt_seams(tables: list[Tabel], lembar: Lembar) -> None:
    """Where a page break may have cut a row in two, both halves wait for a person."""
    for table in tables:
        lines = sorted(table.nasib)
        for above, here in pairwise(lines):
            if lembar.di(here).ragu:
                _doubt_row(table, above, f"Mungkin bersambung ke {place(lembar.di(here))}, sesudah pergantian halaman.")
                _doubt_row(table, here, f"Mungkin sambungan {place(lembar.di(above))}, sebelum pergantian halaman.")


def _doubt_row(table: Tabel, baris: int, alasan: str) -> None:
    for record in (*table.indikator, *table.anggaran):
        if record.baris <= baris <= record.baris_akhir:
            kolom = "indikator" if isinstance(record, Indikator) else "uraian"
            table.doubt(record.baris, kolom, "sambungan_ragu", alasan)
