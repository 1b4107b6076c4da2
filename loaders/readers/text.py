"""Read a text file of a published document: one printed line a line, cells parted by tabs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from loaders.errors import BerkasTidakTerbaca
from loaders.values.names import clean, strip_markup


@dataclass(frozen=True)
class Baris:
    """One printed line: `nomor` is 1-based, `teks` as printed, `halaman` None where a format has no pages."""

    nomor: int
    teks: str
    halaman: int | None = None

    @property
    def ada_sel(self) -> bool:
        """True when the line is a row of cells, not a line of prose."""
        return "\t" in self.teks

    @property
    def kosong(self) -> bool:
        """True when nothing is printed on the line."""
        return not self.teks.strip()

    @cached_property
    def tercetak(self) -> tuple[str, ...]:
        """The cells of the line as printed: markup removed and spaces folded, nothing mended."""
        return tuple(strip_markup(cell) for cell in self.teks.split("\t"))

    @cached_property
    def sel(self) -> tuple[str, ...]:
        """The cells of the line as readable text: words broken by a narrow column are mended."""
        return tuple(clean(cell) for cell in self.teks.split("\t"))

    @property
    def isi(self) -> tuple[tuple[int, str], ...]:
        """The cells that hold something, each with its column."""
        return tuple((i, cell) for i, cell in enumerate(self.sel) if cell)


@dataclass(frozen=True)
class Lembar:
    """All lines of one file, in order. `baris[n - 1]` is line n."""

    nama: str
    baris: tuple[Baris, ...]

    def di(self, nomor: int) -> Baris:
        """The line with this 1-based number."""
        return self.baris[nomor - 1]


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
