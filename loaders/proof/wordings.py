"""Which recognised words can be believed: wordings judged before, word for word, that no slip turns into each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from loaders.records import Konteks, Tabel
from loaders.values import kosakata, wording_key

if TYPE_CHECKING:
    from loaders.register import Lists


_DIGIT = re.compile(r"\d")
_OFFICE = re.compile(r"\b(?:Kota|Kabupaten|Provinsi)\s+[A-Z]")
"""An office's own name, which the wording key leaves out: it could be misread unseen."""
_WORDS = re.compile(r"[a-z]+")
_RUPIAH = frozenset({"rp", "rupiah"})
_SCALES = ("ribu", "ribuan", "juta", "jutaan", "miliar", "miliaran", "milyar")
_SECRETARIAT = ("sekretaris", "sekretariat")
_ALIKE = 0.72


@dataclass(frozen=True)
class Dikenal:
    """What was judged before. `kata`: wording keys (loaders/values/names.py). `kode`: (code, wording key of its name).
    `tahun`: first and last year the document is registered with.
    """

    kata: frozenset[str] = frozenset()
    kode: frozenset[tuple[str, str]] = frozenset()
    tahun: tuple[int, int] | None = None

    def knows(self, teks: str) -> bool:
        """True when the very same wording was judged, and no lost line or single letter makes another judged one of it.

        A text with a digit or with an office's own name is never known: its wording key does not hold them.
        """
        return not _DIGIT.search(teks) and not _OFFICE.search(teks) and wording_key(teks) in self._distinct

    def knows_code(self, kode: str, nama: str | None) -> bool:
        """True when a code stands beside the name it is listed with."""
        return bool(nama) and (kode, wording_key(nama)) in self.kode

    @cached_property
    def _distinct(self) -> frozenset[str]:
        return frozenset(key for key in self.kata if not any(_slips(key, other) for other in self.kata if other != key))


def _slips(key: str, other: str) -> bool:
    """True when `key` may be what is left of `other`: a part of it, or one letter away."""
    return key in other or (len(key) == len(other) and sum(a != b for a, b in zip(key, other, strict=True)) == 1)


def names_rupiah(tabel: Tabel) -> bool:
    """True when a table's heading or its figures say rupiah and nothing in the heading looks like thousands."""
    heading = _WORDS.findall(tabel.judul.lower())
    figures = [money.teks.lower() for record in tabel.anggaran for money in record.pagu.values()]
    said = bool(_RUPIAH & set(heading)) or any(figure.startswith("rp") for figure in figures)
    return said and not any(_is_like(word, scale) for word in heading for scale in _SCALES)


def near_sekretariat(judul: str) -> str | None:
    """A word of a title that may be a misread "sekretaris" or "sekretariat"."""
    words = _WORDS.findall(judul.lower())
    return next((word for word in words if any(_is_like(word, known) for known in _SECRETARIAT)), None)


def _is_like(word: str, known: str) -> bool:
    """True for a word and what it may be misread from; a word of the field's own vocabulary is what it says."""
    if word == known:
        return True
    return len(word) > 2 and word not in kosakata() and SequenceMatcher(None, word, known).ratio() >= _ALIKE


def known(lists: Lists, konteks: Konteks) -> Dikenal:
    """The wordings, codes and years that are known without the document."""
    codes = [*lists["program"].select("kode_program", "program").rows()]
    codes += lists["kegiatan"].select("kode_kegiatan", "kegiatan").rows()
    names = [*lists["padanan"]["teks"], *lists["indikator_baku"]["indikator_baku"], *(name for _, name in codes)]
    return Dikenal(
        frozenset(wording_key(name) for name in names),
        frozenset((code, wording_key(name)) for code, name in codes),
        (konteks.tahun_awal, konteks.tahun_akhir),
    )
