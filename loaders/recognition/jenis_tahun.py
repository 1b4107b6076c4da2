"""What a document is and of which years, from its headings; what they leave open is asked, never guessed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Generic, TypeVar

from loaders.recognition.judul import Gelar, Judul
from loaders.recognition.tahun import Tahun
from loaders.records import JenisDokumen

T = TypeVar("T")
PERIOD = range(1, 7)
"""Years between the first and last year of a Renstra that are believed."""


@dataclass(frozen=True)
class Pilihan(Generic[T]):
    """One value or None, whether the headings agree on it, the other values they offer, and the lines that say it."""

    nilai: T | None
    pasti: bool
    lain: tuple[T, ...]
    baris: tuple[int, ...]


def jenis(judul: Judul) -> Pilihan[JenisDokumen]:
    """The type in the first title of the title page; without one, the type that the headings of the body leave.

    A laporan kinerja repeats the perjanjian kinerja and names the Renstra, never the other way round.
    """
    front = [title for title in judul.gelar if title.di_muka]
    report = [title for title in judul.gelar if title.jenis == "LK" and title.lengkap]
    if front and front[0].jenis == "PK" and len(report) > 1:
        return Pilihan("LK", False, ("PK",), (report[0].baris, front[0].baris))
    if front:
        return _of_front(front)
    titles = report or [title for title in judul.gelar if title.lengkap] or list(judul.gelar)
    kinds = list(dict.fromkeys(title.jenis for title in titles))
    if len(kinds) != 1:
        return Pilihan(None, False, tuple(kinds), tuple(title.baris for title in titles[:2]))
    sure = len(titles) > 1 and all(title.lengkap for title in titles)
    return Pilihan(kinds[0], sure, (), tuple(title.baris for title in titles[:2]))


def _of_front(front: list[Gelar]) -> Pilihan[JenisDokumen]:
    kinds = list(dict.fromkeys(title.jenis for title in front))
    lines = tuple(next(title.baris for title in front if title.jenis == kind) for kind in kinds)
    first, others = kinds[0], tuple(kinds[1:])
    return Pilihan(first, not others or (first == "LK" and others == ("PK",)), others, lines)


def tahun(judul: Judul, kind: JenisDokumen | None) -> Pilihan[tuple[int, int]]:
    """First and last year: the period of a Renstra, the one year of the others."""
    front = judul.tahun(range(1, judul.akhir_muka + 1))
    found = [year for year in front if _fits(year, kind)]
    if found:
        return _years(found, once=True)
    near = [line for title in judul.gelar if title.jenis == kind for line in range(title.baris, title.baris + 4)]
    return _years([year for year in judul.tahun(dict.fromkeys(near)) if _fits(year, kind)], once=False)


def _fits(year: Tahun, kind: JenisDokumen | None) -> bool:
    if kind is None:
        return year.kuat
    return year.akhir - year.awal in PERIOD if kind == "Renstra" else year.awal == year.akhir


def _years(found: list[Tahun], *, once: bool) -> Pilihan[tuple[int, int]]:
    """The years of the strongest headings, if they agree; a year read through a letter ("2O20") is never certain."""
    strong = [year for year in found if year.kuat] or found
    counted = Counter((year.awal, year.akhir) for year in strong)
    lines = tuple(dict.fromkeys(year.baris for year in strong))[:2]
    if len(counted) != 1:
        return Pilihan(None, False, tuple(counted), lines)
    sure = all(year.terbaca and year.kuat for year in strong) and (once or len(strong) > 1)
    return Pilihan(*counted, sure, (), lines)
