"""Read a file in a separate process with limits of time, memory and output: no file can stop or fill the program."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

from loaders import disk, reference
from loaders.errors import BerkasTidakTerbaca, LoaderError
from loaders.readers import Lembar, kind, read, recognise
from loaders.recognition import Dugaan
from loaders.sandbox.outcome import Batas, guessed, outcome, pictures, too_slow
from loaders.sandbox_child import AWALAN

ROOT = Path(__file__).parents[2]
TEKS_DI_TEMPAT = 256 * 1024
"""Bytes of a plain text file that is read at once, without a process of its own: its lines are only parted."""
BIASA = Batas(60, 2048)
"""What any file may use: seconds and megabytes."""
PINDAIAN = Batas(60, 2048, per_halaman=30, paling_lama=1800)
"""PDF and pictures: recognising letters takes about 5 seconds a page that is a picture, so each gives more time."""


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
    """Read a file of any format. Limits not given are BIASA, or PINDAIAN where pages turn out to be pictures.

    `cancel` is asked often and stops the reading; `progress` is told about once a second how it stands, in Indonesian.
    Raises BerkasTidakTerbaca for whatever goes wrong with the file, GalatSelaras for what goes wrong with its reader,
    Dibatalkan when cancelled. Nothing stays behind.
    """
    if kind(path) == "teks" and path.stat().st_size <= TEKS_DI_TEMPAT and recognise(path) == "text":
        return read(path)
    batas = _limits(path, seconds, megabytes)
    with _reading(path, None, batas, cancel, progress) as (folder, code, used):
        return outcome(path, folder, code, used)


def examine_limited(
    path: Path,
    lists: Path,
    *,
    cancel: Callable[[], bool] | None = None,
    progress: Callable[[str], None] | None = None,
) -> tuple[Lembar, Dugaan]:
    """Read a file, find out whose it is by the lists in this folder, and take its tables apart for trial.

    All of it in the separate process, also for the shortest text. Raises as read_limited does.
    """
    with _reading(path, lists, _limits(path, None, None), cancel, progress) as (folder, code, used):
        return outcome(path, folder, code, used), guessed(path, folder)


def _limits(path: Path, seconds: float | None, megabytes: int | None) -> Batas:
    """The limits given, else those of what the first bytes say. Who names seconds gets no more for pictures."""
    usual = PINDAIAN if kind(path) in ("pdf", "gambar") else BIASA
    return (
        Batas(seconds, megabytes or usual.megabita) if seconds else replace(usual, megabita=megabytes or usual.megabita)
    )


@contextlib.contextmanager
def _reading(
    path: Path,
    lists: Path | None,
    batas: Batas,
    cancel: Callable[[], bool] | None,
    progress: Callable[[str], None] | None,
) -> Generator[tuple[Path, int, Batas]]:
    """Run the process on a file: its folder, its exit code, and the limits it ended with."""
    with tempfile.TemporaryDirectory(prefix=f"{AWALAN}{disk.mark()}-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        command = _command(path, folder, batas, lists)
        code, used = _run(command, path, folder, batas, cancel or (lambda: False), progress or (lambda _: None))
        yield folder, code, used


def _command(path: Path, folder: Path, batas: Batas, lists: Path | None) -> list[str]:
    """The reading process: this Python, the file, where to write, the limits it sets on itself, and the lists."""
    limits = [str(batas.detik), str(batas.megabita), str(batas.paling_lama or batas.detik)]
    whose = [str(lists.resolve())] if lists else []
    return [sys.executable, "-P", "-m", "loaders.sandbox_child", str(path.resolve()), str(folder), *limits, *whose]


def _run(
    command: list[str],
    path: Path,
    folder: Path,
    batas: Batas,
    cancel: Callable[[], bool],
    progress: Callable[[str], None],
) -> tuple[int, Batas]:
    """Start the process and wait; its exit code and its limits. It and all it started end within this call."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,  # never written: when this end closes, the process knows that nobody waits for it
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,
    )
    try:
        used = _wait(process, path, folder, batas, cancel, progress)
    finally:
        _end(process)
    return process.returncode, used


def _environment(folder: Path) -> dict[str, str]:
    """Its temporary files lie where all is removed afterwards; its libraries take no core for themselves; our lists
    are those in force here."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    own = {"PYTHONPATH": os.pathsep.join(paths), "OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}
    own["SELARAS_DATA"] = str(reference.folder().resolve())
    return {**os.environ, **own, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))}


def _wait(
    process: subprocess.Popen[bytes],
    path: Path,
    folder: Path,
    batas: Batas,
    cancel: Callable[[], bool],
    progress: Callable[[str], None],
) -> Batas:
    """Wait for the process within its limits, which grow with the pages that are pictures; returns them."""
    start, told, used = time.monotonic(), 0, batas
    while not _ended(process):
        passed = time.monotonic() - start
        page = pictures(folder) if batas.per_halaman else None
        used = batas.for_pictures(page[1]) if page else batas
        if cancel():
            raise Dibatalkan(path.name)
        if passed > used.detik:
            raise BerkasTidakTerbaca(path.name, too_slow(used))
        if int(passed) > told:
            told = int(passed)
            at = f" halaman pindaian {page[0]} dari {page[1]}," if page else ""
            progress(f"Membaca {path.name}:{at} {told} detik, paling lama {used.detik:.0f} detik.")
        time.sleep(0.05)
    return used


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
