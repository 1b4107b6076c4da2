"""OLE files (Office 97–2003, and what a password turns a new Office file into): told apart by their directory."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.format_jenis import ULANG, Format

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MAKS_SEKTOR = 1024
"""Sectors of the directory that are followed; an office file needs a handful."""
_NAMES_IN_HEADER = 109
_LAST = 0xFFFFFFF0
"""Sector and entry numbers from here on mean "no more"."""
_REFUSED = {
    "EncryptedPackage": "dilindungi kata sandi. Buka dengan kata sandinya, simpan tanpa kata sandi, lalu unggah lagi.",
    "WordDocument": f"dokumen Word 97–2003 (.doc). {ULANG} sebagai .docx.",
    "PowerPoint Document": "presentasi PowerPoint. Ambil dokumen asalnya, atau simpan sebagai PDF.",
}


def recognise(path: Path) -> Format:
    """xls, when the file is an Excel 97–2003 workbook. Raises BerkasTidakTerbaca with advice for any other."""
    try:
        with path.open("rb") as file:
            names = set(_top_names(file))
    except (struct.error, ValueError) as error:
        raise BerkasTidakTerbaca(
            path.name, "berkas Office lama yang terpotong atau rusak. Unduh atau salin ulang dari asalnya."
        ) from error
    for name, sebab in _REFUSED.items():
        if name in names:
            raise BerkasTidakTerbaca(path.name, sebab)
    if names & {"Workbook", "Book"}:
        return "xls"
    raise BerkasTidakTerbaca(path.name, f"berkas Office lama yang tidak dikenal. {ULANG} sebagai .docx atau .xlsx.")


def _top_names(file: BinaryIO) -> Iterator[str]:
    """The names directly under the root: an object embedded in another document does not count."""
    entries = _directory(file)
    waiting, seen = [struct.unpack_from("<I", entries[0], 76)[0]], set()
    while waiting:
        number = waiting.pop()
        if number >= _LAST or number in seen:
            continue
        if number >= len(entries):
            raise ValueError("entry outside the directory")
        seen.add(number)
        entry = entries[number]
        yield _name(entry)
        waiting += struct.unpack_from("<2I", entry, 68)


def _name(entry: bytes) -> str:
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", errors="replace")


def _directory(file: BinaryIO) -> list[bytes]:
    """The 128-byte entries of the directory, in their order. Raises ValueError or struct.error when damaged."""
    header = file.read(512)
    shift = struct.unpack_from("<H", header, 30)[0]
    if shift not in (9, 12):
        raise ValueError("no such sector size")
    tables = _tables(file, header, shift)
    content = b""
    for sector in _chain(file, tables, shift, struct.unpack_from("<I", header, 48)[0]):
        content += _sector(file, shift, sector)
    if len(content) < 128:
        raise ValueError("no directory")
    return [content[start : start + 128] for start in range(0, len(content) - 127, 128)]


def _tables(file: BinaryIO, header: bytes, shift: int) -> list[int]:
    """The sectors that hold the allocation table: 109 in the header, the others in sectors of their own."""
    found = list(struct.unpack_from(f"<{_NAMES_IN_HEADER}I", header, 76))
    following = struct.unpack_from("<I", header, 68)[0]
    for _ in range(_MAKS_SEKTOR):
        if following >= _LAST:
            break
        *more, following = struct.unpack(f"<{1 << (shift - 2)}I", _sector(file, shift, following))
        found += more
    return [sector for sector in found if sector < _LAST]


def _chain(file: BinaryIO, tables: list[int], shift: int, sector: int) -> Iterator[int]:
    """The sectors of one stream, at most _MAKS_SEKTOR of them."""
    per = 1 << (shift - 2)
    for _ in range(_MAKS_SEKTOR):
        if sector >= _LAST:
            return
        yield sector
        table, place = divmod(sector, per)
        if table >= len(tables):
            raise ValueError("sector outside the allocation table")
        sector = struct.unpack_from("<I", _sector(file, shift, tables[table]), place * 4)[0]


def _sector(file: BinaryIO, shift: int, number: int) -> bytes:
    file.seek((number + 1) << shift)
    return file.read(1 << shift)
