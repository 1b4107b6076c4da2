"""The list of all satker of KPU by code and by every name their regions are known by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from loaders.recognition.naskah import distance, fold

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
