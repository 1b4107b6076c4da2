"""documents + corrections → one published database.
Reads as one sentence: read → recognise → parse → correct → write → publish.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from loaders import acuan, lembar_cache, manifest, publish, versi
from loaders.baca import read_document
from loaders.errors import DaftarSalah, KoreksiSalah
from loaders.folder import ROOT, data_folder, terbit_folder
from loaders.frames import Hasil, collect
from loaders.galat import as_ours, boundary
from loaders.manifest import Daftar
from loaders.masuk import kotak
from loaders.matching import annotate
from loaders.records import Tabel
from loaders.referensi import Lists, judged, references

_MENDED = "Berkas basis data yang terbit tidak lagi seperti waktu ditulis; versi ini dibangun ulang."
Progress = Callable[[str], None]
"""Is told a sentence about what is being done."""


def silent(_sentence: str) -> None:
    """The progress nobody watches."""


@dataclass(frozen=True)
class Laporan:
    """What a build did: version, where it is, whether anything had to be done, results and notes, and seconds."""

    versi: str
    berkas: Path
    dibangun: bool
    hasil: tuple[Hasil, ...]
    terdaftar: int
    catatan: tuple[str, ...]
    detik: float


@boundary("membangun basis data")
@acuan.of_data
def build(
    data: Path | None = None, *, terbit: Path | None = None, force: bool = False, progress: Progress = silent
) -> Laporan:
    """Publish the database of all registered documents, unless the current version already is it.

    `progress` is told, in a sentence, what is being done; what it raises ends the build before anything is published.
    Raises LoaderError (an Indonesian sentence) for anything that stops a build, GalatSelaras for a fault of ours; the
    published version then stays. A document that cannot be read at all is named and stops it: no published document
    is lost in silence. A fault that stops one table only is in the document's `galat`.
    """
    start = time.perf_counter()
    data = data or data_folder()
    folder = terbit or terbit_folder(data)
    daftar = manifest.load(data / "dokumen")
    name = publish.version_name(_inputs(data, daftar))
    if not force and (path := publish.published(folder, name)):
        return Laporan(name, path, False, (), daftar.terdaftar, daftar.catatan, time.perf_counter() - start)
    _no_stray_corrections(data / "koreksi", daftar)
    lists = references(data / "referensi")
    by_content = _read_all(daftar, data, folder, lists, progress)
    results = [by_content[dokumen.sha256] for dokumen in daftar.dokumen]
    match(results, lists)
    progress("Menyusun dan memeriksa basis data.")
    frames = collect(results) | versi.frames(daftar.rantai, by_content) | lists
    prune(data, folder)
    notes = daftar.catatan if force or not publish.is_current(folder, name) else (*daftar.catatan, _MENDED)
    path = publish.publish(folder, name, frames, len(by_content), daftar.terdaftar)
    return Laporan(name, path, True, tuple(results), daftar.terdaftar, notes, time.perf_counter() - start)


def prune(data: Path, terbit: Path) -> None:
    """Let go of what was kept of files that are neither registered nor waiting in the inbox.

    While the register cannot be read nobody knows what is registered, so nothing is let go.
    """
    try:
        registered = manifest.contents(data / "dokumen")
    except DaftarSalah:
        return
    lembar_cache.prune(terbit, registered | {titipan.sha256 for titipan in kotak.waiting(data)})


def version(data: Path) -> str:
    """The name of the version that a build of this folder would publish."""
    return publish.version_name(_inputs(data, manifest.load(data / "dokumen")))


def _read_all(daftar: Daftar, data: Path, terbit: Path, lists: Lists, progress: Progress) -> dict[str, Hasil]:
    """What is read of each registered document, replaced versions too, by its sha256."""
    found: dict[str, Hasil] = {}
    for number, dokumen in enumerate(daftar.semua, start=1):
        progress(f"Membaca dokumen {number} dari {len(daftar.semua)}: {dokumen.path.name}.")
        with boundary("membaca dokumen terdaftar", dokumen.path.name):
            found[dokumen.sha256] = read_document(dokumen, data, terbit, lists)
    return found


def match(results: list[Hasil], lists: Lists) -> None:
    """Give every indicator of every document its indikator baku and divisi. Raises DaftarSalah for a bad padanan.

    A table whose matching fails stays without, and the document has a note.
    """
    divisi_of = dict(lists["indikator_baku"].select("kode_baku", "divisi").rows())
    pemadan = judged(lists)
    for hasil in results:
        for table in hasil.tabel:
            try:
                annotate(table.indikator, pemadan, divisi_of)
            except Exception as error:
                _left_unmatched(hasil, table, error)


def _left_unmatched(hasil: Hasil, table: Tabel, error: Exception) -> None:
    """Take back what was matched of a table whose matching a fault of ours stopped, and say so."""
    for record in table.indikator:
        record.kode_baku = record.keyakinan = record.divisi = record.asal_divisi = None
    galat = as_ours(error, "memadankan indikator", hasil.dokumen.path.name, table.nama)
    hasil.catatan.append(f"Indikator tabel ini tidak dipadankan. {galat}")


def _no_stray_corrections(folder: Path, daftar: Daftar) -> None:
    stems = {dokumen.path.stem for dokumen in daftar.semua}
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in stems:
            raise KoreksiSalah(
                path.name, 1, "-", "tidak ada dokumen terdaftar dengan nama itu; ubah nama atau hapus berkasnya"
            )


def _inputs(data: Path, daftar: Daftar) -> list[tuple[str, bytes]]:
    """Everything the database depends on:
    registered contents with what the register says, references, corrections, code.
    """
    inputs = [
        (
            f"dokumen/{d.sha256}",
            repr(
                (
                    d.path.name,
                    d.kode_satker,
                    d.jenis,
                    d.tahun_awal,
                    d.tahun_akhir,
                    d.nomor,
                    d.tanggal,
                    d.sumber,
                    d.menggantikan,
                    d.dipilih,
                )
            ).encode(),
        )
        for d in daftar.semua
    ]
    files = [*(data / "referensi").glob("*"), *(data / "koreksi").glob("*.csv")]
    code = [path for path in Path(__file__).parent.rglob("*") if path.suffix in (".py", ".sql")]
    if not files:
        raise DaftarSalah("referensi", None, "folder data/referensi kosong. Kembalikan dari git.")
    inputs += [(f"{path.parent.name}/{path.name}", path.read_bytes()) for path in files]
    engine = ROOT / "queries"
    used = [engine / "comparisons" / name for name in ("capaian.py", "ordinal.py")]
    rules = [*(engine / "rules").glob("*.toml"), *used]
    inputs += [(f"aturan/{path.name}", path.read_bytes()) for path in rules]
    inputs += [(f"kode/{path.relative_to(Path(__file__).parent)}", path.read_bytes()) for path in code]
    return inputs
