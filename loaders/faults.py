"""The one boundary for faults of our own: what is raised and is no LoaderError becomes a GalatSelaras with a number.

A number names one fault of one file at one place, and the log explains it: step, file, place and the whole traceback,
but nothing that a document says. The same fault has the same number each time, so that a database holding it is the
same each time it is built.

    with boundary("menyusun pratinjau", berkas):    # raises GalatSelaras for whatever goes wrong inside but LoaderError
        ...

    try:                                            # where the work goes on without the broken part
        tables = family(lembar, konteks)
    except Exception as error:
        galat = as_ours(error, "membaca tabel", berkas, tempat)    # never raises; a LoaderError comes back as it is
"""

from __future__ import annotations

import hashlib
import logging
import traceback
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from loaders import system
from loaders.errors import LoaderError

_ROOT = Path(__file__).parents[1]
_SAYS_NO_CONTENT = (ArithmeticError, AttributeError, ImportError, NameError, OSError, TypeError)
"""Exceptions whose own words are about code or the machine; those of all others may quote the document."""
_OURS = ("app.py", "loaders/", "pages/", "queries/")
_MOST_TOLD = 1000
_told: set[str] = set()

log = logging.getLogger("selaras")


class GalatSelaras(LoaderError):
    """A fault of ours: its number, and the step, file and place it stopped."""

    def __init__(self, nomor: str, langkah: str, berkas: str = "", tempat: str = "") -> None:
        self.nomor, self.langkah, self.berkas, self.tempat = nomor, langkah, berkas, tempat
        where = ", ".join(filter(None, (berkas, tempat)))
        super().__init__(
            f"Galat Selaras nomor {nomor} saat {langkah}{f' ({where})' if where else ''}. Ini kesalahan Selaras, bukan "
            "kesalahan berkas Anda. Sampaikan nomor itu kepada pengelola; penjelasannya ada di log."
        )


@contextmanager
def boundary(langkah: str, berkas: str = "", tempat: str = "") -> Generator[None]:
    """Do a step of the work on a file. Raises LoaderError as it comes, GalatSelaras for whatever else goes wrong."""
    try:
        yield
    except LoaderError:
        raise
    except Exception as error:
        raise as_ours(error, langkah, berkas, tempat) from error


def as_ours(error: Exception, langkah: str, berkas: str = "", tempat: str = "") -> LoaderError:
    """A failure as the error to show: a LoaderError as it is, what the machine refuses in words (system.py); all else
    is logged and gets a number.
    """
    if isinstance(error, LoaderError):
        return error
    if refused := system.refused(error, langkah):
        return refused
    return told(where(error), trace(error), langkah, berkas, tempat)


def told(kind: str, trace: str, langkah: str, berkas: str = "", tempat: str = "") -> GalatSelaras:
    """The same for a failure of another process, of which only words are left: what tells it apart, its traceback."""
    said = "\0".join((kind, langkah, berkas, tempat)).encode("utf-8", "backslashreplace")
    digest = hashlib.sha256(said)
    nomor = f"{digest.hexdigest()[:4].upper()}-{digest.digest()[2] % 100:02}"
    _tell(nomor, trace, langkah, berkas, tempat)
    return GalatSelaras(nomor, langkah, berkas, tempat)


def _tell(nomor: str, trace: str, langkah: str, berkas: str, tempat: str) -> None:
    """One entry in the log; the traceback of a fault that comes again and again is told once."""
    again = nomor in _told
    if len(_told) >= _MOST_TOLD:
        _told.clear()
    _told.add(nomor)
    line = f"galat Selaras {nomor}: {langkah}; berkas {berkas or '-'}; tempat {tempat or '-'}"
    safe = "".join(letter if letter.isprintable() else "?" for letter in line)
    log.error("%s%s", safe, " (terjadi lagi)" if again else f"\n{trace.rstrip()}")


def where(error: Exception) -> str:
    """What tells a fault from another: its kind and the line of our code that it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f"{_short(frame.filename)}:{frame.lineno}" for frame in frames if _short(frame.filename).startswith(_OURS)]
    return "\n".join([type(error).__name__, *ours[-1:]])


def trace(error: BaseException) -> str:
    """The whole traceback, causes first, without what a message may quote from a document."""
    before = error.__cause__ or error.__context__
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f'  "{_short(frame.filename)}", line {frame.lineno}, in {frame.name}: {frame.line}' for frame in frames]
    said = f": {error}" if isinstance(error, _SAYS_NO_CONTENT) else ""
    return "\n".join([*([trace(before), "and then"] if before else []), *lines, f"{type(error).__name__}{said}"])


def _short(filename: str) -> str:
    """A path as it is on every machine: from the project's folder on."""
    return Path(filename).relative_to(_ROOT).as_posix() if Path(filename).is_relative_to(_ROOT) else filename
