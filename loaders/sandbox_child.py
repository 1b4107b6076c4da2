"""The process that reads one file: `python -m loaders.sandbox_child FILE FOLDER SECONDS MEGABYTES MOST [LISTS]`.

Limits itself before it looks at the file, writes hasil.json or galat.json into FOLDER, and ends when its parent does.
MOST: seconds where the file turns out to be a scan. LISTS: the folder of the reference lists, by which it also finds
out whose document it is (dugaan.json) and takes its tables apart for trial.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import signal
import sys
import threading
from pathlib import Path

AWALAN = "selaras-"
"""How the temporary folder of a reading begins; no other folder is ever removed."""
HASIL, GALAT, DUGAAN, PINDAIAN = "hasil.json", "galat.json", "dugaan.json", "pindaian.json"
MAKS_TULIS = 256 * 1024 * 1024
"""Bytes of any one file the process may write; the picture of a page has at most 150 MB."""


def main(
    path: Path, folder: Path, seconds: float, megabytes: int, most: float | None = None, lists: Path | None = None
) -> None:
    """Read `path` and write what came of it into `folder`: the one place where every failure is turned into words."""
    _limit(seconds, megabytes, most or seconds)
    threading.Thread(target=_end_with_parent, args=(folder,), daemon=True).start()
    try:
        from loaders.files import data_folder
        from loaders.reference import of_folder

        with of_folder(data_folder()):
            _work(path, folder, lists)
    except MemoryError:
        _tell(folder, "memori", "")
    except ImportError as error:
        _tell(folder, *_not_imported(error))
    except Exception as error:  # a reader's own fault must still reach the person as a sentence, and the log in full
        _tell(folder, *_failure(error), *_fault(error))


def _work(path: Path, folder: Path, lists: Path | None) -> None:
    from loaders.readers import progress, read, to_json

    progress.listen(lambda nomor, semua: _tell_pictures(folder, nomor, semua))
    lembar = read(path)
    (folder / HASIL).write_bytes(to_json(lembar))
    if lists is not None:
        from loaders.recognition import to_json as dugaan_to_json
        from loaders.rehearsal import examine

        (folder / DUGAAN).write_bytes(dugaan_to_json(examine(lembar, lists)))


def _tell_pictures(folder: Path, nomor: int, semua: int) -> None:
    """Say that pages are pictures: the parent's clock then gives more time, and so do our own limits."""
    _more_time()
    draft = folder / f"{PINDAIAN}.tmp"
    draft.write_text(json.dumps([nomor, semua]), encoding="ascii")
    os.replace(draft, folder / PINDAIAN)


def _failure(error: Exception) -> tuple[str, str]:
    """The kind of a failure and its reason in words."""
    from loaders.errors import BerkasTidakTerbaca, LoaderError
    from loaders.readers import TerlaluBesar

    if isinstance(error, TerlaluBesar):
        return "besar", ""
    if isinstance(error, LoaderError):
        return "berkas", error.sebab if isinstance(error, BerkasTidakTerbaca) else str(error)
    return "tidak_lazim" if isinstance(error, (OSError, RecursionError)) else "lain", type(error).__name__


def _fault(error: Exception) -> tuple[str, str]:
    """What the log is told of a reader's own fault: which one it is, and its traceback without words of the file."""
    from loaders.faults import trace, where

    return where(error), trace(error)[-4000:]


def _not_imported(error: ImportError) -> tuple[str, str]:
    """A library that is missing, or that found no room in the memory."""
    if isinstance(error, ModuleNotFoundError):
        return "berkas", f"modul Python «{error.name}» belum terpasang. Jalankan `make data`, lalu coba lagi."
    return "memori", ""


def _tell(folder: Path, kind: str, reason: str, di: str = "", jejak: str = "") -> None:
    told = {"jenis": kind, "sebab": reason, "di": di, "jejak": jejak}
    (folder / GALAT).write_text(json.dumps(told), encoding="ascii")


def _limit(seconds: float, megabytes: int, most: float) -> None:
    """Set what the system enforces. The clock is the parent's; twice its time on the processor is the last resort."""
    try:
        import resource
    except ModuleNotFoundError:  # Windows has no such limits; the parent's clock still holds
        return
    wanted = {
        resource.RLIMIT_CPU: math.ceil(most * 2) + 1,
        resource.RLIMIT_FSIZE: MAKS_TULIS,
        resource.RLIMIT_CORE: 0,
    }
    if sys.platform == "linux":  # elsewhere the address space is not what is used, or cannot be limited
        wanted[resource.RLIMIT_AS] = megabytes * 2**20
    for kind, value in wanted.items():
        most = resource.getrlimit(kind)[1]
        allowed = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(kind, (allowed, allowed))
    mine = math.ceil(seconds * 2) + 1
    most_now = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (min(mine, most_now), most_now))


def _more_time() -> None:
    """Let the processor limit be the one for scans."""
    try:
        import resource
    except ModuleNotFoundError:
        return
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))


def _end_with_parent(folder: Path) -> None:
    """Wait until the parent closes our input, which its death does too; then leave nothing behind."""
    while os.read(0, 1024):
        pass
    if folder.name.startswith(AWALAN):
        shutil.rmtree(folder, ignore_errors=True)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    main(
        Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5]),
        Path(sys.argv[6]) if len(sys.argv) > 6 else None,
    )  # fmt: skip
