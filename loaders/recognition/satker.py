"""The list of all satker of KPU, by code and by every way the name of their region is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

PUSAT, ACEH = "00", "11"
TINGKAT = {
    "provinsi": ("provinsi", "propinsi", "prov", "prop"),
    "kabupaten": ("kabupatenadministrasi", "kabupatenadm", "kabupaten", "kab"),
    "kota": ("kotaadministrasi", "kotaadm", "kotamadya", "kota", "kodya"),
}
"""The words for each level of region, folded, the longest first."""
_LEMBAGA = re.compile(r"^(?:KPU|KIP) (?:(?:Provinsi|Kabupaten|Kota) )?(?:Administrasi )?")
_SHORT = (("Kepulauan", "Kep"), ("Tanjung", "Tj"), (" dan ", " "))
ALIKE, SHORTEST = 0.8, 6
"""How much of a misread name must be as in the list, and the letters of the shortest name that is looked for."""
_ALIKE = str.maketrans("l1058", "iiosb")


def fold(text: str) -> str:
    """Letters only, lower case, with what OCR mixes up (l 1 i, 0 o, 5 s, 8 b) made one."""
    return re.sub(r"[^a-z0-9]", "", text.lower()).translate(_ALIKE)


def tingkat(kode: str) -> str:
    """pusat, provinsi, kabupaten or kota: digits 3 and 4 of a kota are 71 to 99."""
    if len(kode) == 2:
        return "pusat" if kode == PUSAT else "provinsi"
    return "kota" if kode[2:] > "70" else "kabupaten"


def most_specific(kode: Iterable[str]) -> set[str]:
    """What is left of several satker when those above another of them are left out."""
    found = set(kode)
    return found - {above for one in found for above in {PUSAT, one[:2]} - {one}}


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

    def _names(self) -> Iterator[tuple[str, str]]:
        for name, kode in [*((wilayah(n), k) for k, n in self.nama.items() if k != PUSAT), *self.sebutan]:
            yield from ((fold(spelled), kode) for spelled in {name, *(name.replace(*short) for short in _SHORT)})

    @cached_property
    def bernama(self) -> dict[str, frozenset[str]]:
        """Folded name of a region → the satker of that name."""
        found: dict[str, frozenset[str]] = {}
        for name, kode in self._names():
            found[name] = found.get(name, frozenset()) | {kode}
        return found

    @cached_property
    def bertingkat(self) -> dict[str, tuple[frozenset[str], bool]]:
        """Folded level and name → the satker, and whether one of that level has the name ("Kota Sleman": none has)."""
        found: dict[str, tuple[frozenset[str], bool]] = {}
        for name, codes in self.bernama.items():
            for level, words in TINGKAT.items():
                own = frozenset(kode for kode in codes if tingkat(kode) == level)
                found |= {word + name: (own or codes, bool(own)) for word in words}
        return found

    def mirip(self, key: str) -> frozenset[str]:
        """The satker whose level and name are spelled nearly so: one, several too much alike, or none."""
        if key not in self._seen:
            words = [(level, word) for level, words in TINGKAT.items() for word in words if key.startswith(word)]
            level, word = words[0] if words else ("", key)
            own = [name for name in self.bernama if self.bertingkat.get(level + name, ((), False))[1]]
            near = get_close_matches(key.removeprefix(word), own, 3, ALIKE) if len(key) - len(word) >= SHORTEST else []
            self._seen[key] = frozenset().union(*(self.bertingkat[level + name][0] for name in near))
        return self._seen[key]

    @cached_property
    def _seen(self) -> dict[str, frozenset[str]]:
        """What `mirip` found before: documents repeat the same words hundreds of times."""
        return {}

    def code(self, digits: str) -> str | None:
        """The code a decree number carries: one of the list, or an old one; None for any other."""
        return digits if digits in self.nama else self.kode_lama.get(digits)
