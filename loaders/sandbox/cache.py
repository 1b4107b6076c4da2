"""Keep what was read from a document, so that a build reads only what is new: PDF and scans take seconds a page."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from loaders import reference
from loaders.errors import BerkasTidakTerbaca
from loaders.files import read_text
from loaders.readers import Golongan, Lembar, extension_note, from_json, kind, to_json
from loaders.recognition import Dugaan, dugaan_json
from loaders.sandbox.limited import TEKS_DI_TEMPAT, examine_limited, read_limited
from loaders.values import names, satuan

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
_DECIDES = (
    "loaders/readers/**/*.py",
    "loaders/values/*.py",
    "loaders/sandbox/*.py",
    "loaders/sandbox_child.py",
    "loaders/rehearsal.py",
    "loaders/errors.py",
    "loaders/reference.py",
    "loaders/files.py",
    "loaders/disk/*.py",
)
"""The files that decide what is read: readers ask the value grammar what looks like a value."""
_LISTS = (satuan.DAFTAR, names.KOSAKATA)
"""And so do the lists that the value grammar asks, those of the data folder in force."""
_RECOGNISES = (
    "loaders/recognition/*.py",
    "loaders/families/**/*.py",
    "loaders/lembar_kerja/*.py",
    "loaders/proof/*.py",
    "loaders/columns.py",
    "loaders/koreksi/*.py",
    "loaders/read.py",
    "loaders/records.py",
    "loaders/stopped.py",
    "loaders/transkrip/*.py",
    "loaders/unread.py",
)
"""Beside _DECIDES, the files that decide whose document a file is, and whether its tables pass the rehearsal."""
_LIBRARIES = ("pdfminer.six", "pypdfium2", "xlrd", "lxml", "pillow", "numpy")
_WITH_PICTURES: tuple[Golongan, ...] = ("pdf", "gambar")
_STALE_DRAFT = 3600
"""Seconds after which an unfinished entry is surely left by a process that is gone."""


def read_cached(
    path: Path,
    folder: Path,
    *,
    seconds: float | None = None,
    megabytes: int | None = None,
    cancel: Callable[[], bool] | None = None,
    progress: Callable[[str], None] | None = None,
    keep: bool = True,
) -> Lembar:
    """The Lembar of a file, from the entry in `folder`/lembar or read with the limits of read_limited.

    Short plain text is read again each time. Without `keep` nothing is written. Raises BerkasTidakTerbaca, Dibatalkan.
    """
    entry = _entry(path, folder)
    if kept := _load(entry, from_json):
        return _renamed(kept, path)
    lembar = read_limited(path, seconds=seconds, megabytes=megabytes, cancel=cancel, progress=progress)
    if keep and not (lembar.format == "text" and path.stat().st_size <= TEKS_DI_TEMPAT):
        _keep(entry, lembar, path)
    return lembar


def examine_cached(
    path: Path,
    folder: Path,
    lists: Path,
    *,
    cancel: Callable[[], bool] | None = None,
    progress: Callable[[str], None] | None = None,
    keep: bool = True,
) -> tuple[Lembar, Dugaan]:
    """The Lembar of a file and whose it is by the lists in that folder: both as kept, or from examine_limited.

    Without `keep` nothing is written.
    """
    entry = _entry(path, folder)
    beside = entry.with_name(f"{entry.name.split('-')[0]}-dugaan-{_recognition_version(lists)}.json.gz")
    kept, known = _load(entry, from_json), _load(beside, dugaan_json.from_json)
    if kept and known:
        return _renamed(kept, path), known
    lembar, dugaan = examine_limited(path, lists, cancel=cancel, progress=progress)
    if keep:
        _keep(entry, lembar, path)
    if keep and lembar.utuh:
        _store(beside, dugaan_json.to_json(dugaan), path.name)
    return lembar, dugaan


def _entry(path: Path, folder: Path) -> Path:
    """Where the reading of a file is kept. Only its first bytes and its fingerprint are looked at."""
    found = kind(path)
    return folder / "lembar" / f"{_fingerprint(path)}-{found}-{_version(found)}.json.gz"


def _renamed(kept: Lembar, path: Path) -> Lembar:
    """What was kept, for the name the same content has now: a misleading extension is noted."""
    note = extension_note(path, kept.format) if kept.format else None
    return replace(kept, nama=path.name, catatan=(note, *kept.catatan) if note else kept.catatan)


def _keep(entry: Path, lembar: Lembar, path: Path) -> None:
    """Keep what was read without what only its name says; nothing, where it may be read better another time."""
    if lembar.utuh:
        note = extension_note(path, lembar.format) if lembar.format else None
        _store(entry, to_json(replace(lembar, catatan=lembar.catatan[1:] if note else lembar.catatan)), lembar.nama)


def prune(folder: Path, keep: set[str]) -> int:
    """Drop the entries of documents whose sha256 is not in `keep`, of older readers, and drafts nobody finishes.

    Returns how many files were removed.
    """
    removed = 0
    for path in sorted((folder / "lembar").glob("*")):
        if not _wanted(path, keep):
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def _recognition_version(lists: Path) -> str:
    """12 hex digits over what decides whose document a file is: the readers, recognition, and the lists."""
    digest = hashlib.sha256(readers_version("pdf").encode())
    code = [path for pattern in _RECOGNISES for path in sorted(ROOT.glob(pattern))]
    for path in [*code, *(lists / f"{nama}.csv" for nama in ("satker", "satker_sebutan", "program"))]:
        digest.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _version(found: Golongan) -> str:
    """The version of the readers, worked out once for a piece of work: our code is more than a hundred files."""
    return reference.once(f"pembaca {found}", lambda: readers_version(found))


def readers_version(found: Golongan) -> str:
    """12 hex digits over all that decides what is read: our code, the libraries, and what recognises letters."""
    digest = hashlib.sha256(_libraries().encode())
    if found in _WITH_PICTURES:
        digest.update(_tesseract().encode())
    for path in sorted(path for pattern in _DECIDES for path in ROOT.glob(pattern)):
        digest.update(f"\0{path.relative_to(ROOT).as_posix()}\0".encode() + path.read_bytes())
    for nama in _LISTS:
        digest.update(f"\0{nama}\0".encode() + read_text(reference.path(nama)).encode())
    return digest.hexdigest()[:12]


@cache
def _libraries() -> str:
    return " ".join(f"{name}={version(name)}" for name in _LIBRARIES)


@cache
def _tesseract() -> str:
    """Version and languages of the letter recogniser, "" where there is none."""
    program = shutil.which("tesseract")
    if not program:
        return ""
    answers = [
        subprocess.run(
            [program, option], capture_output=True, text=True, check=False, timeout=20, stdin=subprocess.DEVNULL
        )
        for option in ("--version", "--list-langs")
    ]
    return "\n".join(answer.stdout + answer.stderr for answer in answers)


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _load(entry: Path, parse: Callable[[bytes], T]) -> T | None:
    """What an entry holds; None where there is none or it is damaged, so that the document is read again."""
    try:
        return parse(gzip.decompress(entry.read_bytes()))
    except (OSError, EOFError, zlib.error, ValueError):
        return None


def _store(entry: Path, content: bytes, berkas: str) -> None:
    """Write beside, then rename: a reader sees a whole entry or none."""
    draft = entry.with_name(f"{entry.name}.{os.getpid()}-{time.monotonic_ns()}.tmp")
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(gzip.compress(content, compresslevel=6, mtime=0))
            os.replace(draft, entry)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        sebab = (
            f"hasil bacanya tidak dapat disimpan di {entry.parent} ({error.strerror}). Periksa ruang dan izin folder."
        )
        raise BerkasTidakTerbaca(berkas, sebab) from error


def _wanted(path: Path, keep: set[str]) -> bool:
    if path.suffix == ".tmp":
        try:
            return time.time() - path.stat().st_mtime < _STALE_DRAFT
        except FileNotFoundError:  # its writer has just put it in its place
            return True
    match path.name.removesuffix(".json.gz").split("-"):
        case [sha256, ("pdf" | "gambar" | "arsip" | "teks") as found, made]:
            return sha256 in keep and made == _version(found)
        case [sha256, "dugaan", _]:  # of which lists is not known here; a few bytes that go with their document
            return sha256 in keep
    return False
