"""Files of letters: HTML, CSV or plain text, told apart by their first lines."""

from __future__ import annotations

import codecs
import csv
import re
from pathlib import Path

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.format_jenis import AKHIRAN, ULANG, Format

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body|table|meta|style|title|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_OFFICE_XML = re.compile(r"\s*<\?xml[^>]*>.{0,2000}?(?:schemas-microsoft-com:office|<office:document)", re.DOTALL)
_PIECE = 65_536
_PROGRAM = "isinya program, bukan dokumen. Jangan dijalankan; periksa asalnya."
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def recognise(path: Path, head: bytes) -> Format:
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
