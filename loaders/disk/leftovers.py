"""What killed programs leave behind: drafts that nobody finishes, named after the process that wrote them."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_MARK = re.compile(r"[.-]([0-9a-f]{6})-(\d+)(?:-\w+)?(?:\.tmp|\.wal)*$")
_OLD = re.compile(r"\.(\d+)(?:-\d+)?(?:\.tmp|\.wal)+$")
"""Drafts of versions of Selaras that named the process only."""
TITIPAN_SENDIRI = ".perintah-"
"""How the folder of a file begins that a command takes in: it lasts as long as the command."""
SEHARI = 86400
"""Seconds after which a draft is given up whose process cannot be asked for: one of another machine, or of none."""


def mark() -> str:
    """What names this process in a draft: six letters for the machine, and its number there."""
    return f"{_machine()}-{os.getpid()}"


def sweep(data: Path, terbit: Path) -> None:
    """Remove the drafts of processes that are gone. To be called by who holds the lock of all who write.

    What cannot be removed stays for the next.
    """
    for path in _drafts(data, terbit):
        if abandoned(path):
            remove(path)


def remove(path: Path) -> None:
    """Remove a draft, file or folder, as far as that can be done."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def abandoned(path: Path) -> bool:
    """Whether the process that a draft is named after is surely gone."""
    found = _MARK.search(path.name)
    if found and found[1] != _machine():
        return _older_than_a_day(path)
    number = found[2] if found else (old[1] if (old := _OLD.search(path.name)) else None)
    if number is None or os.name != "posix":
        return _older_than_a_day(path)
    return int(number) != os.getpid() and not _alive(int(number))


def _drafts(data: Path, terbit: Path) -> Iterator[Path]:
    yield from terbit.glob("kinerja-*.tmp*")
    yield from terbit.glob("kini.*.tmp")
    yield from terbit.glob(".*.tmp")
    yield from (terbit / "lembar").glob("*.tmp")
    yield from (data / "masuk").glob(f"{TITIPAN_SENDIRI}*")
    for name in ("dokumen", "koreksi", "referensi", "masuk"):
        yield from (data / name).glob("**/.*.tmp")
    yield from Path(tempfile.gettempdir()).glob(f"selaras-{_machine()}-*")


def _machine() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:6]


def _alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _older_than_a_day(path: Path) -> bool:
    try:
        return time.time() - path.lstat().st_mtime > SEHARI
    except OSError:
        return False
