"""Printed unit pelaksana → the five divisi of a KPU kabupaten/kota, whatever the word order; all of a row stay."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from loaders import acuan
from loaders.berkas import read_rows
from loaders.matching import subbagian
from loaders.referensi_kolom import REFERENSI

DIVISI = {
    "Keuangan, Umum, Logistik dan Rumah Tangga": ("keuangan", "logistik", "rumah tangga"),
    "Teknis Penyelenggaraan": ("teknis",),
    "Perencanaan, Data dan Informasi": ("perencanaan",),
    "Sosialisasi, Pendidikan Pemilih, Partisipasi Masyarakat dan SDM": ("sosialisasi", "partisipasi masyarakat"),
    "Hukum dan Pengawasan": ("hukum",),
}
"""Divisi → words of its name, one of which is enough; of another divisi of the list, its whole name."""
_KIND = re.compile(r"\b(divisi|(?:ka)?sub[\s-]?bag(?:ian\b|\b\.?))", re.IGNORECASE)


def named(unit_pelaksana: str | None, tahun: Collection[int] = ()) -> tuple[str, ...]:
    """The divisi a printed unit names, in the order of divisi.csv; empty when it names none.

    `tahun`: the years of its row, since names of subbagian belong to years. A subbagian names the divisi it served
    according to data/referensi/subbagian.csv ("Teknis dan Hupmas" served two); one that is not listed names none.
    """
    first, *units = _KIND.split(unit_pelaksana or "")
    found = set(subbagian.served(first, tahun) or _by_words(first))
    for kind, name in zip(units[::2], units[1::2], strict=True):
        found |= set(_by_words(name) if kind.lower() == "divisi" else subbagian.served(name, tahun))
    return tuple(divisi for divisi in _words() if divisi in found)


def _words() -> Mapping[str, tuple[str, ...]]:
    return acuan.of("divisi.csv", _read)


def _read(path: Path) -> Mapping[str, tuple[str, ...]]:
    names = [row["divisi"] for row in read_rows(path, REFERENSI["divisi"])]
    return {name: DIVISI.get(name, (name.lower(),)) for name in names}


def _by_words(name: str) -> list[str]:
    return [divisi for divisi, words in _words().items() if any(word in name.lower() for word in words)]
