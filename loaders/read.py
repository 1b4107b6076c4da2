"""One document, from its lines to its tables: parse → prove → correct → say what waits, what is not read, what failed.

    bacaan = document(lembar, Konteks("PK", 2024, 2024), ledger.read(path), lists)

Everything that reads a document does it here: a build, a preview, the command line, and the rehearsal of a new file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from loaders import columns
from loaders.errors import KoreksiSalah
from loaders.families import kalimat, read_tables
from loaders.faults import as_ours
from loaders.koreksi import Koreksi, current, ledger
from loaders.proof import Dikenal, hold_unproven, known
from loaders.readers import Lembar, place
from loaders.records import Indikator, Kalimat, Keraguan, Konteks, Tabel
from loaders.stopped import each
from loaders.transkrip import transcribed
from loaders.unread import Lewat, unread, unread_columns

if TYPE_CHECKING:
    from loaders.register import Lists

TANPA_KOREKSI: tuple[list[Koreksi], list[KoreksiSalah]] = ([], [])


@dataclass(frozen=True)
class Waspada:
    """One doubt with what a person needs to settle it: where it stands, what was read, and the correction's guard."""

    tabel: str
    baris: int
    tempat: str
    kolom: str
    alasan: str
    usulan: str
    teks_lama: str
    uraian: str


@dataclass
class Bacaan:
    """What was read of one document.

    `tabel`: after corrections, what is still in doubt in karantina. `koreksi`: those that were used; `salah`: why
    others cannot be. `waspada`: the doubts that wait for a person. `kalimat`: sentences with figures. `lewat`,
    `kolom_lewat`: rows and columns that look like a table and are not read. `catatan`: what a fault of ours kept from
    being done beside the tables that it stopped.
    """

    lembar: Lembar
    tabel: list[Tabel]
    koreksi: list[Koreksi] = field(default_factory=list)
    salah: list[KoreksiSalah] = field(default_factory=list)
    waspada: list[Waspada] = field(default_factory=list)
    kalimat: list[Kalimat] = field(default_factory=list)
    lewat: list[Lewat] = field(default_factory=list)
    kolom_lewat: list[str] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)

    @property
    def galat(self) -> list[str]:
        """A sentence for every fault of ours, with its number: notes, and the tables that it stopped."""
        return [*self.catatan, *(table.terhenti for table in self.tabel if table.terhenti)]

    def count(self, nasib: str) -> int:
        """Number of lines with this fate."""
        return sum(value == nasib for table in self.tabel for value in table.nasib.values())


def document(
    lembar: Lembar,
    konteks: Konteks,
    koreksi: tuple[list[Koreksi], list[KoreksiSalah]] = TANPA_KOREKSI,
    lists: Lists | None = None,
    transkrip: Path | None = None,
) -> Bacaan:
    """Read the lines of one document with these corrections (as ledger.read and ledger.parse give them).

    `lists`: what words read from a picture are proved by; without them all of those wait. `transkrip`: the folder
    of what a person copied from it. Raises TranskripSalah, and nothing for a correction that cannot be used: who must
    not go on with it asks `salah`.
    """
    tables, (found, wrong) = _tables(lembar, konteks, lists, transkrip), koreksi
    drafts = [_waspada(lembar, table, doubt) for table in tables for doubt in table.keraguan]
    unused = ledger.attempt(tables, lembar, found)
    left = {(table.nama, doubt.baris, doubt.kolom) for table in tables for doubt in table.keraguan}
    failed = {(error.baris, error.kolom) for error in unused}
    said, notes = _sentences(lembar)
    return Bacaan(
        lembar,
        tables,
        [k for k in found if (k.baris, k.kolom) not in failed],
        [*wrong, *unused],
        [draft for draft in drafts if (draft.tabel, draft.baris, draft.kolom) in left],
        said,
        unread(lembar, tables),
        unread_columns(tables),
        notes,
    )


def _tables(lembar: Lembar, konteks: Konteks, lists: Lists | None, transkrip: Path | None) -> list[Tabel]:
    """What a person transcribed, and what is read on all other lines."""
    if transkrip is None:
        return parse(lembar, konteks, lists)
    return transcribed(transkrip, lembar, konteks, lambda rest: parse(rest, konteks, lists))


def parse(lembar: Lembar, konteks: Konteks, lists: Lists | None = None) -> list[Tabel]:
    """The tables of a document as they are printed, before corrections and with nothing in karantina yet; what was
    read from a picture is doubted unless something proves it.

    A table that a fault of ours stops is there too, and waits whole; so do tables that claim one line.
    """
    pictured = any(line.ocr for line in lembar.baris)
    dikenal = known(lists, konteks) if pictured and lists is not None else Dikenal()
    done = each(
        lembar, konteks, "bukti", read_tables(lembar, konteks),
        lambda table: _doubted(table, lembar, dikenal if pictured else None), lambda table: table.nasib,
    )  # fmt: skip
    return list(done)


def _waspada(lembar: Lembar, table: Tabel, doubt: Keraguan) -> Waspada:
    line, text = lembar.di(doubt.baris), current.proposal(table, doubt)
    guard, about = current.guard(lembar, doubt, text), current.words(table, doubt)
    return Waspada(table.nama, doubt.baris, place(line), doubt.kolom, doubt.alasan, text, guard, about)


def _sentences(lembar: Lembar) -> tuple[list[Kalimat], list[str]]:
    """The sentences with figures of a document, and a note where a fault of ours kept them from being read."""
    try:
        return kalimat.read(lembar), []
    except MemoryError:  # the process has none left: that is of the whole file
        raise
    except Exception as error:
        galat = as_ours(error, "membaca kalimat", lembar.nama)
        return [], [f"Kalimat yang menyebut angka tidak disandingkan dengan tabel. {galat}"]


def _doubted(table: Tabel, lembar: Lembar, dikenal: Dikenal | None) -> Tabel:
    """The table with the doubts that its page breaks and, in a picture (`dikenal`), its letters give rise to."""
    if table.terhenti:
        return table
    _doubt_seams(table, lembar)
    _doubt_codes(table)
    if dikenal:
        hold_unproven([table], lembar, dikenal)
    return table


def _doubt_codes(table: Tabel) -> None:
    """A code that is none of KPU's budget waits for a person, with its row: the database has no room for it."""
    for record in table.anggaran:
        for column, _, value in columns.values(record, by_year=False):
            if column.misshapen(value):
                alasan = f"{column.heading} «{value}» bukan kode anggaran KPU; yang dikenal seperti {column.example}."
                table.doubt(record.baris, column.name, "kode_asing", alasan)


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
