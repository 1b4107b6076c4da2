"""One document, from its file to its tables: read → parse → prove → correct."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from loaders import acuan, corrections
from loaders.bukti import KODE, hold_unproven
from loaders.bukti_kata import Dikenal
from loaders.dokumen import Dokumen
from loaders.families import kalimat, read_tables
from loaders.families.terhenti import each
from loaders.frames import Hasil
from loaders.galat import as_ours
from loaders.lembar_cache import read_cached
from loaders.perubahan import place
from loaders.readers.lembar import Lembar
from loaders.records import Indikator, Kalimat, Konteks, Tabel
from loaders.referensi import Lists, known


@acuan.of_data
def read_document(dokumen: Dokumen, data: Path, terbit: Path, lists: Lists) -> Hasil:
    """Read one document with its corrections; what reading its file gave is kept in `terbit` for the next build."""
    lembar = read_cached(dokumen.path, terbit)
    found = corrections.load(data / "koreksi" / f"{dokumen.path.stem}.csv")
    tables = parse(lembar, dokumen.konteks, lists)
    corrections.apply(tables, lembar, found)
    said, notes = sentences(lembar)
    return Hasil(dokumen, lembar, tables, found, said, notes)


def parse(lembar: Lembar, konteks: Konteks, lists: Lists) -> list[Tabel]:
    """The tables of a document, before corrections; what was read from a picture is doubted unless something proves it.

    A table that a fault of ours stops is there too, and waits whole. Raises TabelBentrok when two families claim one
    line.
    """
    dikenal = known(lists, konteks) if any(line.ocr for line in lembar.baris) else None
    done = each(
        lembar, konteks, "bukti", read_tables(lembar, konteks),
        lambda table: _doubted(table, lembar, dikenal), lambda table: table.nasib,
    )  # fmt: skip
    return list(done)


def sentences(lembar: Lembar) -> tuple[list[Kalimat], list[str]]:
    """The sentences with figures of a document, and a note where a fault of ours kept them from being read."""
    try:
        return kalimat.read(lembar), []
    except Exception as error:
        galat = as_ours(error, "membaca kalimat", lembar.nama)
        return [], [f"Kalimat yang menyebut angka tidak disandingkan dengan tabel. {galat}"]


def _doubted(table: Tabel, lembar: Lembar, dikenal: Dikenal | None) -> Tabel:
    """The table with the doubts that its page breaks and, in a picture (`dikenal`), its letters give rise to."""
    if table.terhenti:
        return table
    _doubt_seams(table, lembar)
    if dikenal:
        hold_unproven([table], lembar, dikenal)
        _hold_obstacles(table, lembar)
    return table


def _hold_obstacles(table: Tabel, lembar: Lembar) -> None:
    """Obstacles and efforts are words, which nothing proves: those read from a picture wait for a person."""
    for record in table.hambatan:
        if any(lembar.di(n).ocr for n in range(record.baris, record.baris_akhir + 1)):
            alasan = "Hasil pindai hambatan dan upaya tidak dapat dipastikan; ketik di lembar kerja Selaras."
            table.doubt(record.baris, "hambatan", KODE, alasan)
            table.nasib[record.baris] = "dikarantina"
    table.hambatan = [record for record in table.hambatan if table.nasib[record.baris] != "dikarantina"]


def _doubt_seams(table: Tabel, lembar: Lembar) -> None:
    """Where a page break may have cut a row in two, both halves wait for a person."""
    for above, here in pairwise(sorted(table.nasib)):
        if lembar.di(here).ragu:
            _doubt_row(table, above, f"Mungkin bersambung ke {place(lembar.di(here))}, sesudah pergantian halaman.")
            _doubt_row(table, here, f"Mungkin sambungan {place(lembar.di(above))}, sebelum pergantian halaman.")


def _doubt_row(table: Tabel, baris: int, alasan: str) -> None:
    for record in (*table.indikator, *table.anggaran):
        if record.baris <= baris <= record.baris_akhir:
            kolom = "indikator" if isinstance(record, Indikator) else "uraian"
            table.doubt(record.baris, kolom, "sambungan_ragu", alasan)
