"""The region that words after an office name: by its exact name, a name of another level, or a misread one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from loaders.recognition.daftar_satker import SEMUA, DaftarSatker
from loaders.recognition.naskah import fold, runs
from loaders.recognition.pola import BOTH, LEVEL

MOST_WORDS = 6
"""Words after which no misread name is looked for."""
ARAH = frozenset(map(fold, ("barat", "timur", "utara", "selatan", "tengah", "tenggara", "raya", "jaya", "kepulauan")))

Cara = Literal["nama", "tingkat_lain", "mirip", "wilayah", "tempat"]


@dataclass(frozen=True)
class Cocok:
    """The satker a name may mean, how it is known, and where the name ends in the text."""

    kode: frozenset[str]
    cara: Cara
    akhir: int


def region(teks: str, awal: int, daftar: DaftarSatker) -> Cocok | None:
    """The region named at a place, with or without the word for its level: the reading that takes most words."""
    readings = [_name(teks, awal, SEMUA, daftar, levelled=False)]
    for level, pattern in LEVEL.items():
        if word := pattern.match(teks, awal):
            readings += [_name(teks, word.end(), frozenset({level}), daftar, levelled=True)]
    if both := BOTH.match(teks, awal):
        readings += [_name(teks, both.end(), frozenset({"kabupaten", "kota"}), daftar, levelled=True)]
    found = [reading for reading in reversed(readings) if reading]
    return max(found, key=lambda match: (match.cara == "nama", match.akhir), default=None)


def _name(teks: str, awal: int, levels: frozenset[str], daftar: DaftarSatker, *, levelled: bool) -> Cocok | None:
    words = runs(teks, awal)
    if not levelled and not teks[awal : awal + 1].isupper() and not teks[awal : awal + 1].isdigit():
        return None
    exact = _longest(words, levels, daftar)
    if exact is None:
        return _otherwise(teks, awal, words, levels, daftar) if levelled else None
    if (other := _longest(words, SEMUA, daftar)) and other.akhir > exact.akhir:
        return Cocok(exact.kode | other.kode, "tingkat_lain", other.akhir)
    name = next(key for key, end in words if end == exact.akhir)
    more = [_going_on(levels, name, key, daftar) for key, end in words if end > exact.akhir]
    return Cocok(exact.kode.union(*more), "nama", exact.akhir)


def _going_on(levels: frozenset[str], name: str, key: str, daftar: DaftarSatker) -> frozenset[str]:
    """Other satker meant if a letter is misread: "Bandung Barai" is not Bandung, "Badung Barat" is not Badung."""
    tail = key.removeprefix(name)
    return daftar.longer(levels, name, key) | (daftar.nearest(levels, key, 1) if tail in ARAH else frozenset())


def _longest(words: list[tuple[str, int]], levels: frozenset[str], daftar: DaftarSatker) -> Cocok | None:
    for key, end in reversed(words):
        if codes := daftar.named(levels, key):
            return Cocok(codes, "nama", end)
    return None


def _otherwise(
    teks: str, awal: int, words: list[tuple[str, int]], levels: frozenset[str], daftar: DaftarSatker
) -> Cocok | None:
    """No region of this level has this name: one of another level, or a misread name, whichever takes more words."""
    other, near = _longest(words, SEMUA, daftar), _near(teks, awal, words, levels, daftar)
    if other is None or (near and near.akhir > other.akhir):
        return near
    same = near.kode if near and near.akhir == other.akhir else frozenset()
    return Cocok(other.kode | same, "tingkat_lain", other.akhir)


def _near(
    teks: str, awal: int, words: list[tuple[str, int]], levels: frozenset[str], daftar: DaftarSatker
) -> Cocok | None:
    """A name with a letter or two misread, written as a name: capital first, six letters or more."""
    if not teks[awal : awal + 1].isupper():
        return None
    for key, end in reversed(words[:MOST_WORDS]):
        if len(key) >= 6 and (codes := daftar.nearest(levels, key, 1 + (len(key) > 8) + (len(key) > 13))):
            return Cocok(codes, "mirip", end)
    return None
