"""Collects what a reader finds into the lines of a Lembar, and keeps a document within its limits."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.lembar import Baris, Lembar
from loaders.readers.sel import MAKS_PANJANG_SEL, MAKS_SEL, fold


class Penyusun:
    """The lines of one document, in order. Every method takes text as found and makes one printed line of it."""

    def __init__(self, berkas: str) -> None:
        self.berkas = berkas
        self.catatan: list[str] = []
        self._baris: list[Baris] = []
        self._cells = 0

    def prose(self, teks: str, tempat: str) -> None:
        """Add a line of prose; a line without text becomes a gap."""
        if text := fold(self.checked(teks, tempat)):
            self._add(text, tempat)
        else:
            self.gap()

    def row(self, sel: Sequence[str], tempat: str) -> None:
        """Add a row of two cells or more."""
        self._add("\t".join(fold(self.checked(cell, tempat)) for cell in sel), tempat)

    def gap(self) -> None:
        """Add a blank line, which parts what stands before and after; never two in a row, none at the beginning."""
        if self._baris and not self._baris[-1].kosong:
            self._add("", None)

    def reserve(self, cells: int, tempat: str) -> None:
        """Count cells of the document before they are made. Raises BerkasTidakTerbaca, naming the place, beyond
        MAKS_SEL."""
        self._cells += cells
        if self._cells > MAKS_SEL:
            raise BerkasTidakTerbaca(
                self.berkas,
                f"lebih dari {_shown(MAKS_SEL)} sel sampai {tempat}. "
                "Hapus baris dan kolom yang tidak terpakai, atau pecah berkasnya.",
            )

    def checked(self, teks: str, tempat: str) -> str:
        """The text itself. Raises BerkasTidakTerbaca, naming the place, when it is longer than a cell can be."""
        if len(teks) > MAKS_PANJANG_SEL:
            raise BerkasTidakTerbaca(
                self.berkas,
                f"{tempat} memuat teks lebih dari {_shown(MAKS_PANJANG_SEL)} huruf. "
                "Periksa isinya; satu sel tidak dapat sepanjang itu.",
            )
        return teks

    def finish(self) -> Lembar:
        """The document: all lines numbered from 1, without a blank line at the end."""
        if self._baris and self._baris[-1].kosong:
            self._baris.pop()
        return Lembar(self.berkas, tuple(self._baris), tuple(self.catatan))

    def _add(self, teks: str, tempat: str | None) -> None:
        self._baris.append(Baris(len(self._baris) + 1, teks, tempat=tempat))


def _shown(number: int) -> str:
    return f"{number:,}".replace(",", ".")
