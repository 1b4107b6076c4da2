"""documents + corrections → one published database.
Reads as one sentence: read → recognise → parse → correct → write → publish.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from pathlib import Path

import polars as pl

from loaders import publish, reference, sandbox
from loaders.errors import DaftarSalah, KoreksiSalah, LoaderError, TranskripSalah
from loaders.faults import as_ours, boundary
from loaders.files import ROOT, data_folder, terbit_folder
from loaders.koreksi import ledger
from loaders.masuk import inbox, journal
from loaders.matching import annotate, judged, tingkat
from loaders.publish import Hasil, collect, versions
from loaders.read import document
from loaders.records import Tabel
from loaders.register import (
    TANDA_SIMULASI,
    Daftar,
    Dokumen,
    Lists,
    check_unmixed,
    manifest,
    references,
    simulation,
)

_MENDED = "Berkas basis data yang terbit tidak lagi seperti waktu ditulis; versi ini dibangun ulang."
Progress = Callable[[str], None]
"""Is told a sentence about what is being done."""

_TRIES = 5
"""How often the folder is read while somebody changes it by hand at the same time."""


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
@reference.of_data
def build(
    data: Path | None = None,
    *,
    terbit: Path | None = None,
    force: bool = False,
    progress: Progress = silent,
    announce: Progress = silent,
) -> Laporan:
    """Publish the database of all registered documents, unless the current version already is it.

    Documents are read while others may write; then, alone, it is made sure that what was read is what is there now, and
    that is published. `progress` is told, in a sentence, what is being done, and what it raises ends the build before
    anything is published; `announce` is told the version once only kini.json is left to write.
    Raises LoaderError (an Indonesian sentence) for anything that stops a build, GalatSelaras for a fault of ours; the
    published version then stays. A document that cannot be read at all is named and stops it: no published document
    is lost in silence. A fault that stops one table only is in the document's `galat`.
    """
    start = time.perf_counter()
    data = data or data_folder()
    folder = terbit or terbit_folder(data)
    read = partial(_read, data, folder, force=force, progress=progress)
    seen = _at_first(read)
    if seen is None or seen.isi is not None or seen.galat or journal.is_open(data):
        with journal.writing(data, folder, "menerbitkan basis data", progress=progress):
            seen = _settled(data, read, seen)
            if seen.isi is not None:
                seen = _publish(data, folder, seen, force, announce)
    seconds, built = time.perf_counter() - start, seen.isi is not None
    return Laporan(seen.versi, seen.berkas, built, seen.hasil, seen.daftar.terdaftar, seen.catatan, seconds)


@dataclass(frozen=True)
class _Bacaan:
    """The folder as it was at one moment, and what was read of it. `isi` is None where it is published already, as
    `berkas`, or where `galat` says what stops it.
    """

    versi: str
    daftar: Daftar
    catatan: tuple[str, ...]
    hasil: tuple[Hasil, ...] = ()
    isi: dict[str, pl.DataFrame] | None = None
    galat: LoaderError | OSError | None = None
    berkas: Path = Path()


def _read(data: Path, folder: Path, *, force: bool, progress: Progress) -> _Bacaan:
    daftar = manifest.load(data / "dokumen")
    name = publish.version_name(_inputs(data, daftar))
    if not force and (path := publish.published(folder, name)):
        return _Bacaan(name, daftar, daftar.catatan, berkas=path)
    try:
        _no_stray_corrections(data / "koreksi", daftar)
        _no_stray_transcripts(data / "transkrip", daftar)
        lists = references(data / "referensi")
        by_content = _read_all(daftar, data, folder, lists, progress)
        results = tuple(by_content[dokumen.sha256] for dokumen in daftar.dokumen)
        match(results, lists)
        progress("Menyusun dan memeriksa basis data.")
        frames = collect(results, lists) | versions.frames(daftar.rantai, by_content) | lists | _mark(data)
        return _Bacaan(name, daftar, daftar.catatan, results, frames)
    except (LoaderError, OSError) as error:
        return _Bacaan(name, daftar, daftar.catatan, galat=error)


def _mark(data: Path) -> dict[str, pl.DataFrame]:
    """The table that says that the data are simulated; nothing for real ones."""
    said = simulation(data)
    return {"simulasi": pl.DataFrame({"keterangan": [said]})} if said is not None else {}


def _publish(data: Path, folder: Path, seen: _Bacaan, force: bool, announce: Progress) -> _Bacaan:
    prune(data, folder)
    notes = seen.catatan if force or not publish.is_current(folder, seen.versi) else (*seen.catatan, _MENDED)
    documents = len(seen.daftar.semua)
    path = publish.publish(folder, seen.versi, seen.isi or {}, documents, seen.daftar.terdaftar, announce)
    return replace(seen, catatan=notes, berkas=path)


def _at_first(read: Callable[[], _Bacaan]) -> _Bacaan | None:
    """What is read while others may write; None where a folder that changes this very moment makes no sense."""
    try:
        return read()
    except (LoaderError, OSError):
        return None


def _settled(data: Path, read: Callable[[], _Bacaan], seen: _Bacaan | None) -> _Bacaan:
    """What was read, if the folder is still as it was then, else what is read now: nobody but a person's editor can
    change it any more. Raises LoaderError, OSError for what stops the build.
    """
    for _ in range(_TRIES):
        if seen is not None and seen.versi == version(data):
            if seen.galat:
                raise seen.galat
            return seen
        seen = read()
    raise LoaderError("Isi folder data terus berubah selama dibaca. Tutup penyunting yang menyimpannya, lalu ulangi.")


def prune(data: Path, terbit: Path) -> None:
    """Let go of what was kept of files that are neither registered nor waiting in the inbox.

    While the register cannot be read nobody knows what is registered, so nothing is let go.
    """
    with suppress(LoaderError, OSError):  # what is kept too long costs only room
        sandbox.prune(terbit, manifest.contents(data / "dokumen") | inbox.contents(data))


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
            check_unmixed(data, found[dokumen.sha256].bacaan.lembar)
    return found


def read_document(dokumen: Dokumen, data: Path, terbit: Path, lists: Lists, *, keep: bool = True) -> Hasil:
    """One registered document with its transcript and corrections. Raises TranskripSalah, and KoreksiSalah for the
    first correction that cannot be used.
    """
    hasil = read_registered(dokumen, data, terbit, lists, keep=keep)
    if hasil.bacaan.salah:
        raise hasil.bacaan.salah[0]
    return hasil


@reference.of_data
def read_registered(dokumen: Dokumen, data: Path, terbit: Path, lists: Lists, *, keep: bool = True) -> Hasil:
    """The same, whatever its corrections are. `keep`: what reading its file gave stays in `terbit` for next time."""
    lembar = sandbox.read_cached(dokumen.path, terbit, keep=keep)
    koreksi = ledger.read(data / "koreksi" / f"{dokumen.path.stem}.csv")
    transkrip = data / "transkrip" / dokumen.path.stem
    return Hasil(dokumen, document(lembar, dokumen.konteks, koreksi, lists, transkrip))


def match(results: Sequence[Hasil], lists: Lists) -> None:
    """Give every indicator of every document its indikator baku and divisi. Raises DaftarSalah for a bad padanan.

    A table whose matching fails stays without, and the document has a note.
    """
    divisi_of = dict(lists["indikator_baku"].select("kode_baku", "divisi").rows())
    pemadan = judged(lists)
    for hasil in results:
        for table in hasil.bacaan.tabel:
            try:
                annotate(table.indikator, pemadan, divisi_of, tingkat(hasil.dokumen.kode_satker))
            except Exception as error:
                _left_unmatched(hasil, table, error)


def _left_unmatched(hasil: Hasil, table: Tabel, error: Exception) -> None:
    """Take back what was matched of a table whose matching a fault of ours stopped, and say so."""
    for record in table.indikator:
        record.kode_baku = record.keyakinan = record.cara_padan = None
        record.divisi = {}
    galat = as_ours(error, "memadankan indikator", hasil.dokumen.path.name, table.nama)
    hasil.bacaan.catatan.append(f"Indikator tabel ini tidak dipadankan. {galat}")


def _no_stray_corrections(folder: Path, daftar: Daftar) -> None:
    stems = {dokumen.path.stem for dokumen in daftar.semua}
    for path in sorted(folder.glob("[!.]*.csv")):
        if path.stem not in stems:
            raise KoreksiSalah(
                path.name, 1, "-", "tidak ada dokumen terdaftar dengan nama itu; ubah nama atau hapus berkasnya"
            )


def _no_stray_transcripts(folder: Path, daftar: Daftar) -> None:
    stems = {dokumen.path.stem for dokumen in daftar.semua}
    for path in sorted(folder.glob("[!.]*")):
        if path.name not in stems:
            sebab = "tidak ada dokumen terdaftar dengan nama itu; ubah nama atau hapus foldernya"
            raise TranskripSalah(path.name, 1, sebab)


def _inputs(data: Path, daftar: Daftar) -> list[tuple[str, bytes]]:
    """Everything the database depends on:
    registered contents with what the register says, references, corrections, transcripts, code.
    """
    return [
        *((f"dokumen/{dokumen.sha256}", repr(_REGISTERED(dokumen)).encode()) for dokumen in daftar.semua),
        *((name, path.read_bytes()) for name, path in (*_kept(data), *_code())),
    ]


_REGISTERED = attrgetter(
    "path.name", "kode_satker", "jenis", "tahun_awal", "tahun_akhir", "nomor", "tanggal", "sumber", "menggantikan",
    "dipilih", "periode",
)  # fmt: skip
"""What the register says of a document beside its content."""


def _kept(data: Path) -> list[tuple[str, Path]]:
    """The lists, what persons wrote and the mark of a simulation, each under its name. Raises DaftarSalah for none."""
    shown = [path for path in (data / "referensi").glob("[!.]*") if path.is_file()]
    files = [*shown, *(data / "koreksi").glob("[!.]*.csv")]
    if not files:
        raise DaftarSalah("referensi", None, "folder data/referensi kosong. Kembalikan dari git.")
    transkrip = (data / "transkrip").glob("*/[!.]*.csv")
    return [
        *((f"{path.parent.name}/{path.name}", path) for path in files),
        *((TANDA_SIMULASI, path) for path in (data / TANDA_SIMULASI,) if path.is_file()),
        *((f"transkrip/{path.parent.name}/{path.name}", path) for path in transkrip),
    ]


MESIN = ("capaian", "kelengkapan", "konsistensi", "ordinal", "pagu", "serapan")
"""The modules of queries/comparisons that publishing computes with."""


def _code() -> list[tuple[str, Path]]:
    """The code that reads and publishes, and what it computes with, each file under its name."""
    here, engine = Path(__file__).parent, ROOT / "queries"
    computed = [*(engine / "rules").glob("*.toml"), *(engine / "comparisons" / f"{name}.py" for name in MESIN)]
    code = [path for path in here.rglob("*") if path.suffix in (".py", ".sql")]
    return [
        *((f"aturan/{path.name}", path) for path in computed),
        *((f"kode/{path.relative_to(here)}", path) for path in code),
    ]
