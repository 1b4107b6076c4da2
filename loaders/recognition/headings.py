"""The headings of a document, lines that hold nothing but titles, offices and years, and what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, cast

from loaders.recognition.script import KINDS, Naskah, Potong, Sebutan
from loaders.records import JenisDokumen

FRONT_LINES, LONGEST, NAMES, NEAR = 80, 240, 4, 8
"""Printed lines of a title page, letters of a heading, words of an unknown region, lines between title and year."""
_NOT_BEFORE = (
    "teknis", "penyusunan", "pedoman", "evaluasi", "reviu", "atas", "hasil", "aksi", "monitoring", "pengukuran",
    "pelaporan",
)  # fmt: skip
"""After these words the next line does not begin a title: "Petunjuk Teknis / Perjanjian Kinerja"."""
_OCR_DIGITS = str.maketrans("OoIl", "0011")


class Gelar(NamedTuple):
    """A title of a type of document. `lengkap`: an office or a year on its line; `utuh`: or on the lines around it."""

    jenis: JenisDokumen
    baris: int
    di_muka: bool
    lengkap: bool
    utuh: bool


class Tahun(NamedTuple):
    """First and last year of a heading. `kuat`: it says "tahun" or stands in a title; `terbaca`: all are digits."""

    awal: int
    akhir: int
    baris: int
    kuat: bool
    terbaca: bool


@dataclass(frozen=True)
class Judul:
    """The headings of a Naskah."""

    naskah: Naskah

    @cached_property
    def _known(self) -> set[int]:
        """The words that are part of something known, and the names of unknown regions behind an office."""
        parts = [part for part in self.naskah.potong.values() if part.arti != "isi"]
        known = {i for part in (*parts, *self.naskah.sebutan) for i in range(part.awal, part.akhir)}
        for office in (part for part in parts if part.arti in ("KPU", "KIP")):
            known.update(self._unknown_name(office, known))
        return known

    def _unknown_name(self, office: Potong, known: set[int]) -> Iterator[int]:
        after = self.naskah.potong.get(office.akhir)
        begin = after.akhir if after and after.arti == "tingkat" else len(self.naskah.kata)
        for i in range(begin, min(begin + NAMES, len(self.naskah.kata))):
            if i in known or not self.naskah.kata[i].lepas or not self.naskah.kata[i].teks[0].isupper():
                return
            yield i

    @cached_property
    def baris(self) -> set[int]:
        """The 1-based lines that are headings."""
        found, before = set(), ""
        for nomor, printed in enumerate(self.naskah.baris, start=1):
            if not printed.strip():
                continue
            if before not in _NOT_BEFORE and self._only_title(nomor, printed):
                found.add(nomor)
            before = printed.split()[-1].lower().strip(":.,*")
        return found

    def _only_title(self, nomor: int, printed: str) -> bool:
        words = self.naskah.di_baris.get(nomor, [])
        unknown = [i for i in words if i not in self._known and not self.naskah.kata[i].tahun]
        page = unknown == words[-1:] and len(words) > 1 and "\t" not in printed
        number = page and self.naskah.kata[unknown[0]].teks
        return len(printed) <= LONGEST and (not unknown or bool(number and number.isdigit() and len(number) <= 3))

    @cached_property
    def akhir_muka(self) -> int:
        """The last line of the title page or of the head of the decree; 0 when the text begins with its body."""
        parts = [(nomor, self.naskah.potong.get(words[0])) for nomor, words in self.naskah.di_baris.items()]
        begins = [nomor for nomor, part in parts if part and part.arti == "isi"]
        lines = list(self.naskah.di_baris)
        return min([*begins[:1], *lines[FRONT_LINES : FRONT_LINES + 1], len(self.naskah.baris) + 1]) - 1

    def _in_headings(self, first: int, last: int) -> bool:
        return all(n in self.baris or not self.naskah.baris[n - 1].strip() for n in range(first, last + 1))

    @cached_property
    def satker(self) -> list[Sebutan]:
        """The mentions of an office that stand in headings."""
        return [m for m in self.naskah.sebutan if m.lembaga and self._in_headings(m.baris, m.baris_akhir)]

    @cached_property
    def gelar(self) -> list[Gelar]:
        """The titles of types of documents that stand in headings, in printed order."""
        named = {n for m in self.satker for n in range(m.baris, m.baris_akhir + 1)}
        named |= {word.baris for word in self.naskah.kata if word.tahun} & self.baris
        found = []
        for part in self.naskah.potong.values():
            first, last = self.naskah.kata[part.awal].baris, self.naskah.kata[part.akhir - 1].baris
            if part.arti in KINDS and self._in_headings(first, last):
                jenis, full = cast("JenisDokumen", part.arti), bool({first, last} & named)
                found.append(
                    Gelar(
                        jenis,
                        first,
                        last <= self.akhir_muka,
                        full,
                        any(n in named for n in range(first - NEAR, last + NEAR + 1)),
                    )
                )
        return found

    def tahun(self, baris: Iterable[int]) -> list[Tahun]:
        """The periods printed in these lines, where they are headings; on a line without any, its years."""
        titles = {title.baris for title in self.gelar}
        return [year for n in baris if n in self.baris for year in self._years(n, in_title=n in titles)]

    def _years(self, nomor: int, *, in_title: bool) -> list[Tahun]:
        kata = self.naskah.kata
        places = [i for i in self.naskah.di_baris.get(nomor, ()) if kata[i].tahun]
        year = {i: int(kata[i].teks.translate(_OCR_DIGITS)) for i in places}
        spans = [(a, b) for a, b in pairwise(places) if year[a] < year[b] and self._span(a, b)]
        return [
            Tahun(
                year[a],
                year[b],
                nomor,
                a != b or in_title or kata[a - 1].menyebut_tahun,
                (kata[a].teks + kata[b].teks).isdigit(),
            )
            for a, b in spans or [(i, i) for i in places]
        ]

    def _span(self, a: int, b: int) -> bool:
        between = "".join(word.lipat for word in self.naskah.kata[a + 1 : b])
        return between in ("sd", "sampaidengan") or (not between and any(s in self.naskah.kata[b].sela for s in "-–—"))
