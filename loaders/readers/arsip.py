"""Open an Office file (a ZIP archive) only when what it unpacks to is of a sensible size."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from loaders.errors import BerkasTidakTerbaca
from loaders.readers import format_ole
from loaders.readers.format_jenis import ULANG

MAKS_TERURAI = 500 * 1024 * 1024
"""Bytes an archive may unpack to, by its own directory: no member is unpacked beyond the size stated there."""
MAKS_RASIO = 200
"""Most bytes that one packed byte of a large member may become; a real document reaches about fifty."""
BESAR = 10 * 1024 * 1024
"""Bytes from which a member's ratio matters."""

_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, LookupError, ValueError,
    ParseError, ExpatError,
)  # fmt: skip
"""What damaged bytes make zipfile, zlib, the XML parser and the reading of numbers and indexes raise."""


@contextmanager
def open_archive(path: Path) -> Generator[zipfile.ZipFile]:
    """The opened archive; whatever damage is met while it is read becomes one sentence.

    Raises BerkasTidakTerbaca for damage, for an archive bomb, and for an old or locked Office file in its place.
    """
    try:
        _refuse_ole(path)
        with zipfile.ZipFile(path) as archive:
            _check_sizes(archive, path.name)
            yield archive
    except (FileNotFoundError, PermissionError, IsADirectoryError) as error:
        raise BerkasTidakTerbaca(
            path.name, f"tidak dapat dibuka: {error.strerror}. Periksa letak dan izin berkas."
        ) from error
    except _DAMAGE as error:
        raise BerkasTidakTerbaca(
            path.name, f"isinya terpotong atau rusak. Unduh atau salin ulang dari asalnya. ({type(error).__name__})"
        ) from error


def _refuse_ole(path: Path) -> None:
    """Say what an old or locked Office file is: `recognise` raises for all but an old workbook."""
    with path.open("rb") as file:
        if file.read(len(format_ole.MAGIC)) != format_ole.MAGIC:
            return
    if format_ole.recognise(path) == "xls":
        raise BerkasTidakTerbaca(path.name, f"buku kerja Excel 97–2003. {ULANG} sebagai .xlsx.")


def _check_sizes(archive: zipfile.ZipFile, berkas: str) -> None:
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise BerkasTidakTerbaca(berkas, f"dilindungi kata sandi. {ULANG} tanpa kata sandi.")
    bombs = [m for m in members if m.file_size > BESAR and m.file_size > MAKS_RASIO * max(m.compress_size, 1)]
    if bombs or sum(member.file_size for member in members) > MAKS_TERURAI:
        raise BerkasTidakTerbaca(
            berkas, f"isinya memuai tidak wajar besarnya saat dibuka. {ULANG}; bila tetap begitu, jangan dipakai."
        )
