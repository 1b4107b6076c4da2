"""One at a time: whoever writes data or publishes holds one lock, the others wait and are told for whom.

`writing` is that lock; it may be taken again by whoever holds it. `locked` is a short one beside it, for the moment in
which the inbox changes: pages must not wait for a publishing to show what waits. A crashed holder lets go by itself.
"""

from __future__ import annotations

import errno
import getpass
import json
import os
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from loaders.errors import LoaderError

BATAS_TUNGGU = 3600.0
"""Seconds after which a waiting writer gives up: the holder then hangs, since reading has limits of its own."""
_SEJENAK = 0.5
_TERTUTUP = (errno.EROFS, errno.EACCES, errno.EPERM)
_mine = threading.local()


class SedangDipakai(LoaderError):
    """Somebody else is writing."""


@contextmanager
def locked(data: Path, nama: str, *, seconds: float = 30) -> Generator[None]:
    """Hold the short lock `nama` of a data folder. Raises SedangDipakai when another keeps it longer than `seconds`."""
    path = data / "masuk" / f".{nama}.kunci"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(path, timeout=seconds):
            yield
    except Timeout as error:
        raise SedangDipakai("Kotak masuk sedang dipakai orang lain. Tunggu sebentar, lalu ulangi.") from error


@contextmanager
def writing(
    data: Path,
    terbit: Path,
    pekerjaan: str,
    *,
    oleh: str = "",
    progress: Callable[[str], None] = lambda _: None,
    seconds: float = BATAS_TUNGGU,
) -> Generator[bool]:
    """Hold the lock of all who write to a data folder or publish from it; gives whether this call took it.

    `pekerjaan`: what the others are told is being done, by `oleh` (where nobody is named, the user of this program).
    While it waits, `progress` is told for whom; what that raises ends the waiting. Raises SedangDipakai after
    `seconds`.
    """
    held: set[Path] = _mine.__dict__.setdefault("held", set())
    if data.resolve() in held:
        yield False
        return
    lock = _place(data, terbit)
    note = lock.with_name(f"{lock.name}.siapa")
    with _taken(lock, note, progress, seconds):
        held.add(data.resolve())
        _say(note, oleh or pengguna(), pekerjaan)
        try:
            yield True
        finally:
            held.discard(data.resolve())
            with suppress(OSError):
                note.unlink(missing_ok=True)


def pengguna() -> str:
    """Who runs this program, as the system names them; the number where it has no name for them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return f"pengguna nomor {os.getuid()}" if hasattr(os, "getuid") else "pengguna tanpa nama"


def _place(data: Path, terbit: Path) -> Path:
    """Where the lock lies: with the data; beside what is published where the data can only be read."""
    folder = data / "masuk"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if error.errno not in _TERTUTUP:
            raise
    if folder.is_dir() and os.access(folder, os.W_OK):
        return folder / ".penulis.kunci"
    terbit.mkdir(parents=True, exist_ok=True)
    return terbit / ".penulis.kunci"


@contextmanager
def _taken(path: Path, note: Path, progress: Callable[[str], None], seconds: float) -> Generator[None]:
    """Hold the file lock. Who waits asks again and again, so that the waiting can be told and ended."""
    lock, left = FileLock(path, mode=0o666), seconds
    while not _acquired(lock, min(_SEJENAK, left)):
        left -= _SEJENAK
        sentence = f"Menunggu {_holder(note)} selesai"
        if left <= 0:
            raise SedangDipakai(f"{sentence}, tetapi belum juga. Tidak ada yang ditulis; ulangi nanti.")
        progress(f"{sentence}.")
    try:
        yield
    finally:
        lock.release()


def _acquired(lock: FileLock, seconds: float) -> bool:
    try:
        lock.acquire(timeout=seconds)
    except Timeout:
        return False
    return True


def _say(note: Path, oleh: str, pekerjaan: str) -> None:
    sejak = datetime.now().astimezone().strftime("%H.%M %Z")
    with suppress(OSError):  # those who wait are told less
        note.write_text(json.dumps({"oleh": oleh, "pekerjaan": pekerjaan, "sejak": sejak}), encoding="utf-8")


def _holder(note: Path) -> str:
    """Who holds the lock, what for and since when, as far as it is known."""
    try:
        facts = json.loads(note.read_text(encoding="utf-8"))
        return f"{facts['oleh']} ({facts['pekerjaan']}, sejak {facts['sejak']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "orang lain"
