"""What is known of a document and how: each thing with its value, what else it may be, and a sentence of evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from loaders.readers import Lembar
from loaders.records import JenisDokumen

T = TypeVar("T")


@dataclass(frozen=True)
class Terkaan(Generic[T]):
    """One thing known of a document: the value, or None where the document leaves it open.

    `lain`: other values it may be. `bukti`: an Indonesian sentence that says where it stands. `pasti`: False where a
    person has to confirm or to choose.
    """

    nilai: T | None
    lain: tuple[T, ...]
    bukti: str
    pasti: bool


@dataclass(frozen=True)
class Dugaan:
    """What a document says of itself. `tahun`: first and last year. `nomor`, `tanggal`: of its decree or signature."""

    satker: Terkaan[str]
    jenis: Terkaan[JenisDokumen]
    tahun: Terkaan[tuple[int, int]]
    nomor: Terkaan[str]
    tanggal: Terkaan[date]

    @property
    def pasti(self) -> bool:
        """True when satker, type and years need no confirmation."""
        return self.satker.pasti and self.jenis.pasti and self.tahun.pasti


def where(lembar: Lembar, first: int, last: int | None = None) -> str:
    """The place of lines in words: "halaman 2, baris 3", "baris 1–3"."""
    place = lembar.di(first).tempat or f"baris {first}"
    return f"{place}–{last}" if last and last != first and not lembar.di(first).tempat else place


def of_headings(found: Terkaan[T], baris: tuple[int, ...], lembar: Lembar, what: str) -> Terkaan[T]:
    """What headings say, with the lines quoted.

    One heading alone is not certain where its letters were recognised in a picture.
    """
    quoted = "; ".join(f"{where(lembar, n)} «{lembar.di(n).tercetak[0][:60]}»" for n in baris)
    if found.nilai is not None:
        picture = len(baris) == 1 and lembar.di(baris[0]).ocr
        doubt = ", dibaca dari gambar" if picture else ""
        return Terkaan(found.nilai, found.lain, f"menurut {quoted}{doubt}", found.pasti and not picture)
    lead = f"{what} belum pasti, pilih sendiri: {quoted}" if quoted else f"{what} tidak tertulis di judul"
    return Terkaan(None, found.lain, lead + found.bukti, False)


def of_several(found: list[tuple[T, int]], lembar: Lembar, what: str, none: str) -> Terkaan[T]:
    """The first of the values printed in the lines beside them; several different ones are all given."""
    values = tuple(dict.fromkeys(value for value, _ in found))
    if not values:
        return Terkaan(None, (), none, False)
    return Terkaan(values[0], values[1:], f"{what} {where(lembar, found[0][1])}", len(values) == 1)
