"""Read a text file of a published document: one printed line a line, cells parted by tabs."""

from __future__ import annotations

from pathlib import Path

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.lembar import Baris, Lembar


def read(path: Path) -> Lembar:
    """Read `path` as UTF-8 text. Raises BerkasTidakTerbaca with a sentence that says what to do."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        if "\0" in text:
            raise BerkasTidakTerbaca(path.name, "bukan teks (berisi bita nol). Simpan dokumennya sebagai teks UTF-8.")
    except UnicodeDecodeError as error:
        raise BerkasTidakTerbaca(
            path.name, f"bukan teks UTF-8 (bita ke-{error.start}). Simpan ulang sebagai UTF-8."
        ) from error
    except OSError as error:
        raise BerkasTidakTerbaca(
            path.name, f"tidak dapat dibuka: {error.strerror}. Periksa letak dan izin berkas."
        ) from error
    lines = text.replace("\r\n", "\n").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    return Lembar(path.name, tuple(Baris(n, line) for n, line in enumerate(lines, start=1)))
