"""ZIP files: Word and Excel files by the content types they declare, every other archive refused with advice."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from pathlib import Path

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.format_jenis import ULANG, Format

MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
MAKS_DAFTAR = 1024 * 1024
"""Bytes of an archive's directory and of its content types: an office file has some kilobytes of each."""

_CUT_OFF = "terpotong atau rusak (arsip tanpa daftar isi yang utuh). Unduh atau salin ulang dari asalnya."
_END = b"PK\x05\x06"
_TAIL = 22 + 65_535
"""The end record, and the longest comment that may follow it."""
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError, RuntimeError, struct.error,
)  # fmt: skip
_KINDS: tuple[tuple[str, Format], ...] = (
    (r"wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled", "docx"),
    (r"spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroEnabled", "xlsx"),
)
_REFUSED = (
    (r"ms-excel\.sheet\.binary", f"buku kerja Excel biner (.xlsb). {ULANG} sebagai .xlsx."),
    (r"presentationml|ms-powerpoint", "presentasi PowerPoint. Ambil dokumen asalnya, atau simpan sebagai PDF."),
    (r"opendocument\.text", f"dokumen OpenDocument (.odt). {ULANG} sebagai .docx."),
    (r"opendocument\.spreadsheet", f"lembar kerja OpenDocument (.ods). {ULANG} sebagai .xlsx."),
    (r"opendocument", f"berkas OpenDocument. {ULANG} sebagai .docx, .xlsx atau PDF."),
)


def recognise(path: Path) -> Format:
    """docx or xlsx. Raises BerkasTidakTerbaca for any other archive, and for one that is cut off."""
    _check_directory(path)
    try:
        declared = _declared(path)
    except _DAMAGE as error:
        raise BerkasTidakTerbaca(path.name, _CUT_OFF) from error
    for pattern, sebab in _REFUSED:
        if re.search(pattern, declared):
            raise BerkasTidakTerbaca(path.name, sebab)
    for pattern, found in _KINDS:
        if re.search(pattern, declared):
            return found
    raise BerkasTidakTerbaca(
        path.name, "arsip zip, bukan dokumen. Keluarkan dahulu dokumen di dalamnya, lalu unggah satu per satu."
    )


def _check_directory(path: Path) -> None:
    """Look at the end record before anything is unpacked: a directory of millions of entries fills the memory."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - _TAIL, 0))
        tail = file.read()
    place = tail.rfind(_END)
    if place < 0 or len(tail) < place + 22:
        raise BerkasTidakTerbaca(path.name, _CUT_OFF)
    size = struct.unpack_from("<I", tail, place + 12)[0]
    if size > MAKS_DAFTAR or tail[max(place - 20, 0) : place].startswith(b"PK\x06\x07"):
        raise BerkasTidakTerbaca(path.name, f"arsip dengan daftar isi yang tidak wajar besarnya. {ULANG}.")


def _declared(path: Path) -> str:
    """What the archive says it holds: OOXML content types or the OpenDocument mimetype, "" when neither."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        for member in ("[Content_Types].xml", "mimetype"):
            if member in names:
                with archive.open(member) as file:
                    return file.read(MAKS_DAFTAR).decode("utf-8", errors="replace")
    return ""
