"""Printed words → satker: every mention of an office or of its region, in any of the ways documents write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.recognition.daftar_satker import ACEH, PUSAT, SEMUA, DaftarSatker
from loaders.recognition.nama_wilayah import Cara, Cocok, region
from loaders.recognition.naskah import Naskah, runs, susun
from loaders.recognition.pola import LEMBAGA, PLACE, REGION, RI, SLASH_BEFORE


@dataclass(frozen=True)
class Sebutan:
    """One mention. `kode`: the satker it may mean, one when the words leave no choice.

    `cara`: nama (office and region) · tingkat_lain (the region is no kota but a kabupaten, or the like) · mirip (one
    name is far nearer than all others) · wilayah (a region without its office) · tempat (the name of a place only).
    `baris`, `baris_akhir`: 1-based lines; `awal`, `akhir`: its place in the Naskah.
    """

    kode: tuple[str, ...]
    cara: Cara
    baris: int
    baris_akhir: int
    teks: str
    awal: int
    akhir: int

    @property
    def tunggal(self) -> str | None:
        """The one satker it means by its exact office and region, else None."""
        return self.kode[0] if len(self.kode) == 1 and self.cara == "nama" else None


def find(texts: Sequence[str], daftar: DaftarSatker) -> list[Sebutan]:
    """Every mention in the lines, in printed order; `texts[n - 1]` is line n."""
    return find_in(susun(texts), daftar)


def find_in(naskah: Naskah, daftar: DaftarSatker) -> list[Sebutan]:
    """Every mention in a Naskah, in printed order; where mentions overlap, the one that says more."""
    found: list[Sebutan] = []
    taken = bytearray(len(naskah.teks))
    for source in (_offices, _regions, _places):
        found += [mention for mention in source(naskah, daftar) if taken.find(1, mention.awal, mention.akhir) < 0]
        for mention in found:
            taken[mention.awal : mention.akhir] = b"\1" * (mention.akhir - mention.awal)
    return sorted(found, key=lambda mention: mention.awal)


def _offices(naskah: Naskah, daftar: DaftarSatker) -> Iterator[Sebutan]:
    for office in LEMBAGA.finditer(naskah.teks):
        state = RI.match(naskah.teks, office.end())
        match = region(naskah.teks, state.end() if state else office.end(), daftar)
        if match is None and state and not office["kip"]:
            match = Cocok(frozenset({PUSAT}), "nama", office.end() + len(state.group().rstrip(" \n*.,")))
        if match and not _generic(naskah.teks, office, match):
            yield _mention(naskah, office.start(), match)


def _generic(teks: str, office: re.Match[str], match: Cocok) -> bool:
    """True for "KPU Provinsi/KIP Aceh", a kind of office in laws, and for a KIP outside Aceh, another institution."""
    if office["kip"] and any(kode[:2] != ACEH for kode in match.kode):
        return True
    before = teks[max(0, office.start() - 20) : office.start()]
    return match.kode == {ACEH} and bool(SLASH_BEFORE.search(before))


def _regions(naskah: Naskah, daftar: DaftarSatker) -> Iterator[Sebutan]:
    for word in REGION.finditer(naskah.teks):
        match = region(naskah.teks, word.start(), daftar)
        if match and match.cara == "nama":
            yield _mention(naskah, word.start(), Cocok(match.kode, "wilayah", match.akhir))


def _places(naskah: Naskah, daftar: DaftarSatker) -> Iterator[Sebutan]:
    for line in PLACE.finditer(naskah.teks):
        name = next(name for name in ("di", "kini", "saja") if line[name])
        whole = [
            key for key, end in runs(naskah.teks, line.start(name)) if not naskah.teks[end : line.end(name)].strip()
        ]
        if whole and (codes := daftar.named(SEMUA, whole[0])):
            yield _mention(naskah, line.start(name), Cocok(codes, "tempat", line.end(name)))


def _mention(naskah: Naskah, awal: int, match: Cocok) -> Sebutan:
    printed = " ".join(naskah.teks[awal : match.akhir].split())
    lines = naskah.baris(awal), naskah.baris(match.akhir - 1)
    return Sebutan(tuple(sorted(match.kode)), match.cara, *lines, printed, awal, match.akhir)
