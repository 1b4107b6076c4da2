"""Read a text file of a published document: one printed line a line, cells parted by tabs."""

from __future__ import annotations

from pathlib import Path

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.lembar import MAKS_PANJANG_SEL, Baris, Lembar

MAKS_BARIS = MAKS_PANJANG_SEL
"""Most characters of a line; the longest of the published texts has 2,191."""


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
    for nomor, line in enumerate(lines, start=1):
        if len(line) > MAKS_BARIS:
            most = f"{MAKS_BARIS:,}".replace(",", ".")
            raise BerkasTidakTerbaca(
                path.name, f"baris {nomor} lebih dari {most} huruf. Periksa isinya; satu baris tidak sepanjang itu."
            )
    return Lembar(path.name, tuple(Baris(n, line) for n, line in enumerate(lines, start=1)))
