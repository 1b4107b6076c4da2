"""Read a file in a separate process with limits of time, memory and output: no file can stop or fill the program."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from loaders.errors import BerkasTidakTerbaca, LoaderError
from loaders.readers import read
from loaders.readers.format import recognise
from loaders.readers.format_jenis import Format
from loaders.readers.lembar import Lembar
from loaders.terbatas_anak import AWALAN
from loaders.terbatas_hasil import Batas, outcome, too_slow

ROOT = Path(__file__).parents[1]
TEKS_DI_TEMPAT = 256 * 1024
"""Bytes of a plain text file that is read at once, without a process of its own."""

BATAS: dict[Format, Batas] = {
    "text": Batas(60, 1024),
    "csv": Batas(60, 1024),
    "html": Batas(120, 1024),
    "docx": Batas(120, 1024),
    "xls": Batas(120, 1024),
    "xlsx": Batas(180, 1536),
    "pdf": Batas(1800, 2048),
    "gambar": Batas(1800, 2048),
}
"""Recognising letters in pictures takes about 5 seconds a page, and a PDF can be made of pictures: some 300 pages."""


class Dibatalkan(LoaderError):
    """The person who started the reading stopped it."""

    def __init__(self, berkas: str) -> None:
        self.berkas = berkas
        super().__init__(f"Pembacaan {berkas} dibatalkan. Tidak ada yang disimpan.")


def read_limited(
    path: Path,
    *,
    seconds: float | None = None,
    megabytes: int | None = None,
    cancel: Callable[[], bool] | None = None,
    progress: Callable[[str], None] | None = None,
) -> Lembar:
    """Read a file of any format. Limits not given are those of its format in BATAS.

    `cancel` is asked often and stops the reading; `progress` is told about once a second how it stands, in Indonesian.
    Raises BerkasTidakTerbaca for whatever goes wrong with the file, GalatSelaras for what goes wrong with its reader,
    Dibatalkan when cancelled. Nothing stays behind.
    """
    found = recognise(path)
    if found == "text" and path.stat().st_size <= TEKS_DI_TEMPAT:
        return read(path)
    usual = BATAS[found]
    batas = Batas(seconds or usual.detik, megabytes or usual.megabita)
    with tempfile.TemporaryDirectory(prefix=AWALAN, ignore_cleanup_errors=True) as folder:
        code = _run(path, Path(folder), batas, cancel or (lambda: False), progress or (lambda _: None))
        return outcome(path, Path(folder), code, batas)


def _command(path: Path, folder: Path, batas: Batas) -> list[str]:
    """The reading process: this Python, the file, where to write, and the limits it sets on itself."""
    limits = [str(batas.detik), str(batas.megabita)]
    return [sys.executable, "-P", "-m", "loaders.terbatas_anak", str(path.resolve()), str(folder), *limits]


def _run(path: Path, folder: Path, batas: Batas, cancel: Callable[[], bool], progress: Callable[[str], None]) -> int:
    """Start the process and wait; returns its exit code. It and all it started end within this call."""
    process = subprocess.Popen(
        _command(path, folder, batas),
        stdin=subprocess.PIPE,  # never written: when this end closes, the process knows that nobody waits for it
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,
    )
    try:
        _wait(process, path, batas, cancel, progress)
    finally:
        _end(process)
    return process.returncode


def _environment(folder: Path) -> dict[str, str]:
    """Its temporary files lie where all is removed afterwards; its libraries take no core for themselves."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    own = {"PYTHONPATH": os.pathsep.join(paths), "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}
    return {**os.environ, **own, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))}


def _wait(
    process: subprocess.Popen[bytes],
    path: Path,
    batas: Batas,
    cancel: Callable[[], bool],
    progress: Callable[[str], None],
) -> None:
    start, told = time.monotonic(), 0
    while not _ended(process):
        passed = time.monotonic() - start
        if cancel():
            raise Dibatalkan(path.name)
        if passed > batas.detik:
            raise BerkasTidakTerbaca(path.name, too_slow(batas))
        if int(passed) > told:
            told = int(passed)
            progress(f"Membaca {path.name}: {told} detik, paling lama {batas.detik:.0f} detik.")
        time.sleep(0.05)


def _ended(process: subprocess.Popen[bytes]) -> bool:
    """True when the process has ended. It is not yet buried, so that its group's number cannot pass to another."""
    if hasattr(os, "waitid"):
        return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    return process.poll() is not None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop the process with all it started, and wait until it is gone."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):  # nothing of the group is left to stop
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    if process.stdin:
        process.stdin.close()
    process.wait()
