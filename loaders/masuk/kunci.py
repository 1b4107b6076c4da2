"""One at a time: a lock held by whoever changes the inbox or takes a file in. A crashed holder lets go by itself."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from loaders.errors import LoaderError


class SedangDipakai(LoaderError):
    """Somebody else is taking a file in."""


@contextmanager
def locked(data: Path, nama: str, *, seconds: float = 30) -> Generator[None]:
    """Hold the lock `nama` of a data folder. Raises SedangDipakai when another keeps it longer than `seconds`."""
    folder = data / "masuk"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / f".{nama}.kunci", timeout=seconds):
            yield
    except Timeout as error:
        raise SedangDipakai("Ada berkas lain yang sedang dimasukkan. Tunggu sampai selesai, lalu ulangi.") from error
