"""Printed words → satker: every mention of an office or of its region, in any of the ways documents write it.

The region that words after an office name: by its exact name, a name of another level, or a misread one.

The list of all satker of KPU by code and by every name their regions are known by.

How documents write an office and the level of its region: patterns that forgive what OCR mixes up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from loaders.recognition.script import Naskah, alike, distance, fold, runs, susun


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


PUSAT = "00"
ACEH = "11"
SEMUA = frozenset({"provinsi", "kabupaten", "kota"})

_LEMBAGA = re.compile(r"^(?:KPU|KIP) (?:(?:Provinsi|Kabupaten|Kota) )?(?:Administrasi )?")
_SHORT = (("Kepulauan", "Kep"), ("Tanjung", "Tj"), (" dan ", " "))


def tingkat(kode: str) -> str:
    """pusat, provinsi, kabupaten or kota: digits 3 and 4 of a kota are 71 to 99."""
    if len(kode) == 2:
        return "pusat" if kode == PUSAT else "provinsi"
    return "kota" if kode[2:] > "70" else "kabupaten"


def induk(kode: str) -> frozenset[str]:
    """The satker above one: its provinsi and KPU RI."""
    return frozenset({PUSAT, kode[:2]} - {kode})


def most_specific(kode: Iterable[str]) -> set[str]:
    """What is left of several satker when those above another of them are left out."""
    found = set(kode)
    return found - {above for one in found for above in induk(one)}


def wilayah(satker: str) -> str:
    """The region in the name of a satker: "KPU Kota Blitar" → "Blitar"."""
    return _LEMBAGA.sub("", satker)


@dataclass(frozen=True)
class DaftarSatker:
    """`nama`: code → name of the satker. `sebutan`: (other name of its region, code). `kode_lama`: old code → code."""

    nama: Mapping[str, str]
    sebutan: tuple[tuple[str, str], ...] = ()
    kode_lama: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def dari(cls, satker: Iterable[Mapping[str, str]], sebutan: Iterable[Mapping[str, str]] = ()) -> DaftarSatker:
        """From the rows of satker.csv (kode_satker, satker) and satker_sebutan.csv (sebutan, kode_satker)."""
        others = [(row["sebutan"], row["kode_satker"]) for row in sebutan]
        return cls(
            {row["kode_satker"]: row["satker"] for row in satker},
            tuple((name, kode) for name, kode in others if not name.isdigit()),
            {name: kode for name, kode in others if name.isdigit()},
        )

    @cached_property
    def _by_name(self) -> dict[str, dict[str, frozenset[str]]]:
        names = [(wilayah(name), kode) for kode, name in self.nama.items() if kode != PUSAT]
        found: dict[str, dict[str, frozenset[str]]] = {level: {} for level in SEMUA}
        for name, kode in [*names, *self.sebutan]:
            level = found[tingkat(kode)]
            for spelled in {name, *(name.replace(*short) for short in _SHORT)}:
                level[fold(spelled)] = level.get(fold(spelled), frozenset()) | {kode}
        return found

    def named(self, levels: frozenset[str], key: str) -> frozenset[str]:
        """The codes of the regions of these levels with exactly this folded name."""
        return frozenset().union(*(self._by_name[level].get(key, frozenset()) for level in levels))

    def nearest(self, levels: frozenset[str], key: str, most: int) -> frozenset[str]:
        """The codes whose names differ by at most `most` letters, and those that differ by only one letter more.

        One code where one name is far nearer than all others, several where they are too alike, none where all are far.
        """
        if (levels, key, most) not in self._seen:
            self._seen[levels, key, most] = self._nearest(levels, key, most)
        return self._seen[levels, key, most]

    def _nearest(self, levels: frozenset[str], key: str, most: int) -> frozenset[str]:
        best: dict[str, int] = {}
        for level in levels:
            for name, codes in self._by_name[level].items():
                far = distance(name, key, most + 1)
                best |= {kode: min(far, best.get(kode, far)) for kode in codes}
        least = min(best.values(), default=most + 1)
        return frozenset(kode for kode, far in best.items() if far <= least + 1) if least <= most else frozenset()

    @cached_property
    def _seen(self) -> dict[tuple[frozenset[str], str, int], frozenset[str]]:
        """What `nearest` found before: documents repeat the same words hundreds of times."""
        return {}

    def longer(self, levels: frozenset[str], name: str, key: str) -> frozenset[str]:
        """The codes of names that go on after `name` much as `key` does: "bandung barai" for Bandung Barat."""
        found: frozenset[str] = frozenset()
        for level, rest, codes in self._extensions.get(name, ()):
            most = max(1, len(rest) // 7)
            if level in levels and distance(rest, key.removeprefix(name), most) <= most:
                found |= codes
        return found

    @cached_property
    def _extensions(self) -> dict[str, list[tuple[str, str, frozenset[str]]]]:
        """Name → (level, rest, codes) of the names that begin with it: solok → (kabupaten, selatan, 1311)."""
        found: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
        names = {name for level in self._by_name.values() for name in level}
        for level, known in self._by_name.items():
            for name, codes in known.items():
                for short in (name[:end] for end in range(1, len(name)) if name[:end] in names):
                    found.setdefault(short, []).append((level, name.removeprefix(short), codes))
        return found

    def code(self, digits: str) -> str | None:
        """The code a decree number carries: one of the list, or an old one; None for any other."""
        return digits if digits in self.nama else self.kode_lama.get(digits)


BULAN = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip

_END = "(?![a-z])"
_SPACE = r"[ \n*.:]*"
LEMBAGA = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?P<kip>{alike('komisi independen pemilihan')}|(?i:kip))"
    rf"|(?:{alike('komisi pemilihan umum')}|(?i:kpu))"
    rf"(?:(?i:d)(?![A-Za-z])|[ \n]*(?i:daerah)(?!\s+(?i:istimewa|khusus)))?){_END}"
    rf"[ \n*.):]*(?:\(\s*(?i:kpud?|kip)\s*\)[ \n*]*)?"
)
"""An office with what stands between it and its region."""
RI = re.compile(rf"(?:{alike('republik indonesia')}|(?i:r\.?[i1l]))(?![A-Za-z])[ \n*.,]*")
_WORD = {
    "provinsi": rf"(?:{alike('provinsi')}|{alike('propinsi')}|(?i:pro[vp]\.?)){_END}",
    "kabupaten": rf"(?:{alike('kabupaten')}|(?i:kab\.?)){_END}",
    "kota": rf"(?:{alike('kota')}|(?i:kotamadya|kodya)){_END}",
}
_ADM = rf"(?:[ \n*.]*(?i:administratif|administrasi|adm\.?){_END})?"
LEVEL = {level: re.compile(rf"{word}{_ADM}{_SPACE}") for level, word in _WORD.items()}
"""The word for each level of region."""
BOTH = re.compile(
    rf"(?:{_WORD['kabupaten']}[ \n]*+(?:[/-][ \n]*+)?{_WORD['kota']}"
    rf"|{_WORD['kota']}[ \n]*+/[ \n]*+{_WORD['kabupaten']}){_ADM}{_SPACE}"
)
"""Kabupaten/Kota, which leaves the level open."""
REGION = re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(_WORD.values())})")
SLASH_BEFORE = re.compile(rf"{_WORD['provinsi']}\s*/\s*$")
PLACE = re.compile(
    rf"(?im:^[^\w\n]*(?:(?:ditetapkan|ditandatangani|dibuat)\s+di[ :]*(?P<di>[^\n\t,]+)"
    rf"|(?P<kini>[^\n\t,\d]{{3,40}}),\s*\d{{1,2}}\s+(?:{'|'.join(BULAN)})\b|(?P<saja>[^\n\t,\d]{{3,40}})\s*$))"
)
"""A line that names the place of a signature, or nothing but a place."""
