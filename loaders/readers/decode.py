"""Bytes → text, for files that do not say how their letters are stored."""

from __future__ import annotations

import codecs

from loaders.errors import BerkasTidakTerbaca

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_ADVICE = "Buka di aplikasi asalnya, lalu simpan ulang sebagai UTF-8."


def decode(content: bytes, berkas: str, declared: str | None = None) -> tuple[str, str]:
    """The text of a file and the name of its encoding: by its mark, as `declared`, else UTF-8, else Windows-1252.

    Raises BerkasTidakTerbaca for bytes of no such text, and for text with NUL characters.
    """
    for coding, name in _candidates(content, declared):
        try:
            text = content.decode(coding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" in text:
            raise BerkasTidakTerbaca(berkas, f"bukan teks (berisi bita nol). {_ADVICE}")
        return text, name
    raise BerkasTidakTerbaca(
        berkas, f"hurufnya tidak dapat dikenali (bukan UTF-8, UTF-16 atau Windows-1252). {_ADVICE}"
    )


def _candidates(content: bytes, declared: str | None) -> list[tuple[str, str]]:
    for mark, coding, name in _MARKS:
        if content.startswith(mark):
            return [(coding, name)]
    if wide := _unmarked_utf16(content[:4096]):
        return [(wide, "UTF-16")]
    stated = [(declared, declared.upper())] if declared else []
    return [*stated, ("utf-8", "UTF-8"), ("cp1252", "Windows-1252")]


def _unmarked_utf16(head: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in every second byte."""
    half = len(head) // 2
    for first, coding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = head[first::2].count(0), head[1 - first :: 2].count(0)
        if half >= 4 and zeros > 0.9 * half and not others:
            return coding
    return None
