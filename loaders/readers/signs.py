"""The formats that are read: what each is called in a sentence, its extensions, and the signs it is known by.

Files of letters (HTML, CSV, plain text) are told apart by their first lines; ZIP files by the content types that Word
and Excel declare, every other archive refused with advice; OLE files (Office 97–2003, and what a password turns a new
Office file into) by their directory.
"""

from __future__ import annotations

import codecs
import csv
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal

from loaders.errors import BerkasTidakTerbaca

Format = Literal["text", "pdf", "docx", "xlsx", "xls", "html", "csv", "gambar"]

SEBUTAN: dict[Format, str] = {
    "text": "teks biasa",
    "pdf": "dokumen PDF",
    "docx": "dokumen Word",
    "xlsx": "buku kerja Excel",
    "xls": "buku kerja Excel 97–2003",
    "html": "halaman HTML",
    "csv": "tabel CSV",
    "gambar": "gambar",
}
"""What each format is called in a sentence."""
AKHIRAN: dict[Format, frozenset[str]] = {
    "text": frozenset({".txt", ".text", ".md"}),
    "pdf": frozenset({".pdf"}),
    "docx": frozenset({".docx", ".docm", ".dotx", ".dotm"}),
    "xlsx": frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"}),
    "xls": frozenset({".xls", ".xlt"}),
    "html": frozenset({".html", ".htm", ".xhtml"}),
    "csv": frozenset({".csv", ".tsv"}),
    "gambar": frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"}),
}
"""The extensions under which a format is expected, so that any other is worth a note."""

ULANG = "Buka di aplikasi asalnya, lalu simpan ulang"
"""How most advice begins."""

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body|table|meta|style|title|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_OFFICE_XML = re.compile(r"\s*<\?xml[^>]*>.{0,2000}?(?:schemas-microsoft-com:office|<office:document)", re.DOTALL)
_PIECE = 65_536
_PROGRAM = "isinya program, bukan dokumen. Jangan dijalankan; periksa asalnya."
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def recognise_text(path: Path, head: bytes) -> Format:
    """html, csv or text, from the first bytes and, for plain text, a look through the whole file.

    Raises BerkasTidakTerbaca for what is no text, or text in a form or encoding that is not read.
    """
    wide = head.startswith(_UTF16)
    if b"\0" in head and not wide:
        program = head.startswith(b"MZ")
        raise BerkasTidakTerbaca(path.name, _PROGRAM if program else f"isinya bukan dokumen yang dikenal. {ULANG}.")
    shown = head.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    if _HTML.match(shown):
        return "html"
    if _OFFICE_XML.match(shown):
        raise BerkasTidakTerbaca(path.name, f"berformat XML Office. {ULANG} sebagai .xlsx atau .docx.")
    if path.suffix.lower() in AKHIRAN["csv"] and _has_columns(shown):
        return "csv"
    if wide:
        raise BerkasTidakTerbaca(path.name, "berisi teks UTF-16. Simpan ulang sebagai teks UTF-8.")
    _check_utf8(path)
    return "text"


def _has_columns(text: str) -> bool:
    """True when one mark parts at least half of the lines into two or more cells."""
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    for mark in ";,\t|":
        rows = [len(row) > 1 for row in csv.reader(lines, delimiter=mark)]
        if sum(rows) * 2 >= max(len(rows), 1):
            return True
    return False


def _check_utf8(path: Path) -> None:
    """Read the file piece by piece. Raises BerkasTidakTerbaca for what is not UTF-8 text."""
    decoder, position = codecs.getincrementaldecoder("utf-8")(), 0
    with path.open("rb") as file:
        while True:
            piece = file.read(_PIECE)
            try:
                text = decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                raise BerkasTidakTerbaca(
                    path.name, f"bukan teks UTF-8 (dekat bita ke-{position + error.start}). Simpan ulang sebagai UTF-8."
                ) from error
            if "\0" in text:
                raise BerkasTidakTerbaca(path.name, f"isinya bukan dokumen yang dikenal (berisi bita nol). {ULANG}.")
            if not piece:
                return
            position += len(piece)


ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
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
_REFUSED_ZIP = (
    (r"ms-excel\.sheet\.binary", f"buku kerja Excel biner (.xlsb). {ULANG} sebagai .xlsx."),
    (r"presentationml|ms-powerpoint", "presentasi PowerPoint. Ambil dokumen asalnya, atau simpan sebagai PDF."),
    (r"opendocument\.text", f"dokumen OpenDocument (.odt). {ULANG} sebagai .docx."),
    (r"opendocument\.spreadsheet", f"lembar kerja OpenDocument (.ods). {ULANG} sebagai .xlsx."),
    (r"opendocument", f"berkas OpenDocument. {ULANG} sebagai .docx, .xlsx atau PDF."),
)


def recognise_zip(path: Path) -> Format:
    """docx or xlsx. Raises BerkasTidakTerbaca for any other archive, and for one that is cut off."""
    _check_directory(path)
    try:
        declared = _declared(path)
    except _DAMAGE as error:
        raise BerkasTidakTerbaca(path.name, _CUT_OFF) from error
    for pattern, sebab in _REFUSED_ZIP:
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


OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MAKS_SEKTOR = 1024
"""Sectors of the directory that are followed; an office file needs a handful."""
_NAMES_IN_HEADER = 109
_LAST = 0xFFFFFFF0
"""Sector and entry numbers from here on mean "no more"."""
_REFUSED_OLE = {
    "EncryptedPackage": "dilindungi kata sandi. Buka dengan kata sandinya, simpan tanpa kata sandi, lalu unggah lagi.",
    "WordDocument": f"dokumen Word 97–2003 (.doc). {ULANG} sebagai .docx.",
    "PowerPoint Document": "presentasi PowerPoint. Ambil dokumen asalnya, atau simpan sebagai PDF.",
}


def recognise_ole(path: Path) -> Format:
    """xls, when the file is an Excel 97–2003 workbook. Raises BerkasTidakTerbaca with advice for any other."""
    try:
        with path.open("rb") as file:
            names = set(_top_names(file))
    except (struct.error, ValueError) as error:
        raise BerkasTidakTerbaca(
            path.name, "berkas Office lama yang terpotong atau rusak. Unduh atau salin ulang dari asalnya."
        ) from error
    for name, sebab in _REFUSED_OLE.items():
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
