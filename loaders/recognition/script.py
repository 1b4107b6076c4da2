"""The words of a document in one pass: which are an office, a region, a title or a year, and which satker is meant.

Words are compared folded and run together, so that a misread letter, a space or a line break inside a name is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, get_args

from loaders.recognition.satker import ACEH, PUSAT, TINGKAT, DaftarSatker, fold
from loaders.records import JenisDokumen
from loaders.values import strip_markup

ARTI = {
    "KPU": "komisi pemilihan umum, kpu, kpud",
    "KIP": "komisi independen pemilihan, kip",
    "RI": "republik indonesia, ri",
    "Renstra": "rencana strategis, rencana strategi, renstra",
    "RKT": "rencana kinerja tahunan, rencana kinerja tahun, rencana kerja tahunan, rencana kerja tahun, rkt",
    "PK": "perjanjian kinerja, penetapan kinerja",
    "LK": "laporan kinerja, laporan akuntabilitas kinerja, lakip, lkjip, lakin, lkj",
    "tahun": "tahun, anggaran, ta",
    "tingkat": ", ".join(word for words in TINGKAT.values() for word in words),
    "isi": """menimbang, kata pengantar, daftar isi, bab, pendahuluan, ikhtisar, ringkasan eksekutif, tabel, indikator,
        sasaran strategis""",
    "": """perjanjian, kinerja, kerja, tahunan, penetapan, pernyataan, pk, laporan, akuntabilitas, instansi, pemerintah,
        lk, keputusan, surat, lampiran, salinan, tentang, periode, perubahan, revisi, awal, formulir, ketua, plh, plt,
        sekretaris, sekretariat, komisioner, jabatan, nama, satuan, satker, unit, organisasi, kelembagaan, selaku,
        atasan, selanjutnya, disebut, pihak, pertama, kedua, dan, di, lingkungan, pada, daerah, s, d, sd, sampai,
        dengan, strategis""",
}
"""What words mean: an office, a type of document, a year, a level, where the body begins; "" fits a heading."""
_ARTI = {fold(words): arti for arti, listed in ARTI.items() for words in listed.split(",")}
KINDS = get_args(JenisDokumen)
_WORD = re.compile(r"(?<![0-9A-Za-z])2[0Oo][0-9Oo][0-9OoIl](?![0-9A-Za-z])|[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+")
_LOOSE = re.compile(r"[ .*&'’:()\n-]*")
_MARK = re.compile(r"^#+\s*")
LINES, PIECES, SHORT = 4, 12, 3
"""Line breaks inside a name, pieces of a name, words of a line that may be the rest of the name above it."""


class Kata(NamedTuple):
    """One word: as printed, folded, its 1-based line, its place in the text, and the signs between it and the last."""

    teks: str
    lipat: str
    baris: int
    awal: int
    sela: str

    @property
    def lepas(self) -> bool:
        """True when nothing stands between this word and the one before that would end a name."""
        return bool(_LOOSE.fullmatch(self.sela))

    @property
    def menyebut_tahun(self) -> bool:
        """True for a word before a year."""
        return _ARTI.get(self.lipat) == "tahun"

    @property
    def tahun(self) -> bool:
        """True for a year, also one with a letter for a digit ("2O20")."""
        return len(self.teks) == 4 and self.teks[0] == "2" and self.teks[1] in "0Oo"


class Potong(NamedTuple):
    """Words `awal` to `akhir` (not included) that mean a thing of ARTI, or a region: its satker, and if it is exact."""

    awal: int
    akhir: int
    arti: str
    kode: frozenset[str] = frozenset()
    persis: bool = True
    bertingkat: bool = False


class Sebutan(NamedTuple):
    """One mention. `kode`: the satker it may mean, one when the words leave no choice. `lembaga`: its office is named.

    `persis`: by its exact name and level. `awal`, `akhir`: its words; `baris`, `baris_akhir`: its 1-based lines.
    """

    kode: tuple[str, ...]
    persis: bool
    lembaga: bool
    awal: int
    akhir: int
    baris: int
    baris_akhir: int
    teks: str

    @property
    def tunggal(self) -> str | None:
        """The one satker it means by its exact office and region, else None."""
        return self.kode[0] if len(self.kode) == 1 and self.persis and self.lembaga else None


@dataclass(frozen=True)
class Naskah:
    """The lines of a document, without markup, joined by line breaks; cells stay parted by tabs."""

    baris: tuple[str, ...]
    daftar: DaftarSatker

    @classmethod
    def dari(cls, texts: Sequence[str], daftar: DaftarSatker) -> Naskah:
        """From printed lines; `texts[n - 1]` is line n."""
        return cls(
            tuple(_MARK.sub("", "\t".join(strip_markup(cell) for cell in text.split("\t"))) for text in texts), daftar
        )

    @cached_property
    def teks(self) -> str:
        """All lines as one text."""
        return "\n".join(self.baris)

    @cached_property
    def kata(self) -> list[Kata]:
        """All words in printed order."""
        found, line, end = [], 1, 0
        for match in _WORD.finditer(self.teks):
            gap = self.teks[end : match.start()]
            line, end = line + gap.count("\n"), match.end()
            found.append(Kata(match.group(), fold(match.group()), line, match.start(), gap))
        return found

    def _runs(self, awal: int) -> Iterator[tuple[str, int]]:
        """What may be a name beginning at a word: growing runs of folded words."""
        key = ""
        for i in range(awal, min(awal + PIECES, len(self.kata))):
            if i > awal and not (self.kata[i].lepas and self.kata[i].sela.count("\n") <= LINES):
                return
            key += self.kata[i].lipat
            yield key, i + 1

    def _potong(self, awal: int) -> Potong | None:
        """The longest thing that begins at a word. A region without its level begins with a capital."""
        found, word = None, self.kata[awal].teks
        for key, akhir in self._runs(awal):
            codes, own = self.daftar.bertingkat.get(key, (frozenset(), True))
            if not codes and (word[0].isupper() or word.isdigit()):
                codes = self.daftar.bernama.get(key, frozenset())
            if codes and not own:
                codes |= self.daftar.mirip(key) | (found.kode if found else frozenset())
            if codes or (key in _ARTI and not (akhir == awal + 1 and word.isdigit())):
                found = Potong(
                    awal, akhir, "wilayah" if codes else _ARTI[key], codes, own, key in self.daftar.bertingkat
                )
        return found

    @cached_property
    def potong(self) -> dict[int, Potong]:
        """First word → what the words there mean; where things overlap, the first and longest."""
        found, i = {}, 0
        while i < len(self.kata):
            if part := self._potong(i):
                found[i] = part
            i = part.akhir if part else i + 1
        return found

    def _wilayah(self, awal: int) -> Potong | None:
        """The region named from a word on; one whose name may go on, or is misread, is not exact."""
        if awal >= len(self.kata) or not self.kata[awal].lepas:
            return None
        part = self._potong(awal)
        named = part if part and part.arti == "wilayah" else Potong(awal, awal + 1, "wilayah", persis=False)
        akhir = named.akhir
        while akhir < named.akhir + PIECES and self._goes_on(akhir):
            akhir += 1
        if akhir == named.akhir and named.kode:
            return named
        near = self.daftar.mirip("".join(word.lipat for word in self.kata[awal:akhir]))
        if not named.kode:  # a misread word may hide that the known names behind it belong to it
            longer = [(self.daftar.mirip(key), end) for key, end in self._runs(awal) if end > akhir]
            near, akhir = next(((codes, end) for codes, end in reversed(longer) if codes), (near, akhir))
        codes = named.kode | near
        return Potong(awal, akhir if near else named.akhir, "wilayah", codes, persis=False) if codes else None

    def _goes_on(self, nomor: int) -> bool:
        """True where an unknown name stands behind a region or on a short line below: "KABUPATEN SOLOK / 5ELTAN"."""
        word, *after = self.kata[nomor : nomor + 2] or (None,)
        if word is None or not word.lepas or word.tahun or word.teks.islower() or self._potong(nomor):
            return False
        number = word.teks.isdigit() and not (after and not after[0].sela)
        return not number and ("\n" not in word.sela or len(self.di_baris[word.baris]) <= SHORT)

    @cached_property
    def di_baris(self) -> dict[int, list[int]]:
        """Line → its words."""
        found: dict[int, list[int]] = {}
        for i, word in enumerate(self.kata):
            found.setdefault(word.baris, []).append(i)
        return found

    @cached_property
    def sebutan(self) -> list[Sebutan]:
        """Every mention of an office with its region, and of a region with its level or alone on a line."""
        found: list[Sebutan] = []
        for part in self.potong.values():
            named = self._lembaga(part) if part.arti in ("KPU", "KIP") else part if self._tempat(part) else None
            if named and (not found or part.awal >= found[-1].akhir):
                found.append(self._sebutan(part.awal, named, lembaga=named is not part))
        return found

    def _lembaga(self, office: Potong) -> Potong | None:
        """The region of an office; none for "KPU Provinsi/KIP Aceh", a kind of office, or a KIP outside Aceh."""
        i = office.akhir
        if again := self._next(i, office.arti):
            i = again.akhir
        if state := self._next(i, "RI"):
            i = state.akhir
        words = [word.lipat for word in self.kata[i : i + 2]]
        both = len(words) == 2 and {_ARTI.get(word) for word in words} == {"tingkat"}
        again_at = i + 1 + both if both or words[:1] == ["daerah"] else i
        region = self._wilayah(i) or self._wilayah(again_at)
        if region is None and state and office.arti == "KPU":
            region = state._replace(kode=frozenset({PUSAT}))
        kinds = "/" in self.kata[office.awal].sela
        abroad = office.arti == "KIP" and region and any(kode[:2] != ACEH for kode in region.kode)
        return None if kinds or abroad else region

    def _next(self, nomor: int, arti: str) -> Potong | None:
        part = self.potong.get(nomor)
        return part if part and part.arti == arti and self.kata[nomor].lepas else None

    def _tempat(self, part: Potong) -> bool:
        """True for a region that stands with its level, or alone on its line."""
        alone = len(self.di_baris[self.kata[part.awal].baris]) == part.akhir - part.awal
        return part.arti == "wilayah" and part.persis and (alone or part.bertingkat)

    def _sebutan(self, awal: int, region: Potong, *, lembaga: bool) -> Sebutan:
        first, last = self.kata[awal], self.kata[region.akhir - 1]
        printed = " ".join(self.teks[first.awal : last.awal + len(last.teks)].split())
        kode = tuple(sorted(region.kode))
        return Sebutan(kode, region.persis, lembaga, awal, region.akhir, first.baris, last.baris, printed)
