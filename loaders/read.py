"""One document, from its file to its tables: read → parse → prove → correct; and what a file nobody named is."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from loaders import reference
from loaders.errors import BerkasTidakTerbaca
from loaders.families import kalimat, read_tables
from loaders.faults import as_ours
from loaders.files import data_folder
from loaders.koreksi import ledger
from loaders.proof import Dikenal, hold_unproven, known
from loaders.publish import Hasil
from loaders.readers import Lembar, place
from loaders.recognition import Dugaan
from loaders.records import Indikator, Kalimat, Konteks, Tabel
from loaders.register import Dokumen, Lists, manifest
from loaders.sandbox import examine_limited, read_cached, read_limited
from loaders.stopped import each
from loaders.transkrip import transcribed


@reference.of_data
def read_document(dokumen: Dokumen, data: Path, terbit: Path, lists: Lists) -> Hasil:
    """Read one document with its transcript and corrections; what reading its file gave is kept in `terbit` for the
    next build."""
    lembar = read_cached(dokumen.path, terbit)
    found = ledger.load(data / "koreksi" / f"{dokumen.path.stem}.csv")
    tables = parse_document(dokumen, lembar, data, lists)
    ledger.apply(tables, lembar, found)
    said, notes = sentences(lembar)
    return Hasil(dokumen, lembar, tables, found, said, notes)


def parse_document(dokumen: Dokumen, lembar: Lembar, data: Path, lists: Lists) -> list[Tabel]:
    """The tables of a document before corrections: what a person transcribed, and what is read on all other lines.

    Raises TranskripSalah.
    """
    folder = data / "transkrip" / dokumen.path.stem
    return transcribed(folder, lembar, dokumen.konteks, lambda rest: parse(rest, dokumen.konteks, lists))


def parse(lembar: Lembar, konteks: Konteks, lists: Lists) -> list[Tabel]:
    """The tables of a document, before corrections; what was read from a picture is doubted unless something proves it.

    A table that a fault of ours stops is there too, and waits whole; so do tables that claim one line.
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
    return table


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


def guess(path: Path) -> tuple[Dokumen, str, Lembar]:
    """The document a file of any format is, in words how that is known, and what was read of it. Writes nothing.

    Raises BerkasTidakTerbaca when it is no file or neither the register nor its text tells type and year.
    """
    check_file(path)
    content = manifest.sha256(path)
    if known := manifest.registered(data_folder() / "dokumen", content):
        return known, "menurut manifest.csv", read_limited(path)
    lembar, found = examine_limited(path, data_folder() / "referensi")
    return *_from_text(path, content, lembar, found), lembar


def check_file(path: Path) -> None:
    """Raise BerkasTidakTerbaca for a folder and for a name that is no file."""
    if path.is_dir():
        raise BerkasTidakTerbaca(path.name, "itu folder. Sebutkan berkasnya, misalnya FOLDER/*.pdf.")
    if not path.is_file():
        raise BerkasTidakTerbaca(path.name, "tidak ada berkas dengan nama itu. Periksa ejaan dan foldernya.")


def _from_text(path: Path, content: str, lembar: Lembar, found: Dugaan) -> tuple[Dokumen, str]:
    if all(line.kosong for line in lembar.baris):
        raise BerkasTidakTerbaca(path.name, "kosong, tidak ada teks di dalamnya. Periksa berkas asalnya.")
    if found.jenis.nilai is None or found.tahun.nilai is None:
        raise BerkasTidakTerbaca(
            path.name,
            "jenis dan tahunnya tidak dikenali dari isinya. Bila ini memang dokumen SAKIP, masukkan dengan menyebut "
            "keduanya: python -m loaders add BERKAS --satker KODE --jenis JENIS --tahun TAHUN.",
        )
    satker = found.satker.bukti if found.satker.nilai else f"satker belum ditentukan: {found.satker.bukti}"
    dokumen = Dokumen(
        path, found.satker.nilai or "", found.jenis.nilai, *found.tahun.nilai, found.nomor.nilai,
        found.tanggal.nilai if found.tanggal.pasti else None, str(path.name), content,
    )  # fmt: skip
    return dokumen, f"{found.jenis.bukti}; {satker}"
