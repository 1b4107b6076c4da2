"""Printed unit pelaksana → the five divisi of a KPU kabupaten/kota, whatever the word order; all of a row stay."""

from __future__ import annotations

import re
from collections.abc import Collection

from loaders.matching import subbagian

DIVISI = {
    "Keuangan, Umum, Logistik dan Rumah Tangga": ("keuangan", "logistik", "rumah tangga"),
    "Teknis Penyelenggaraan": ("teknis",),
    "Perencanaan, Data dan Informasi": ("perencanaan",),
    "Sosialisasi, Pendidikan Pemilih, Partisipasi Masyarakat dan SDM": ("sosialisasi", "partisipasi masyarakat"),
    "Hukum dan Pengawasan": ("hukum",),
}
"""Divisi → words of its name, one of which is enough. Source: aturan bidang §5."""
_KIND = re.compile(r"\b(divisi|(?:ka)?sub[\s-]?bag(?:ian\b|\b\.?))", re.IGNORECASE)


def named(unit_pelaksana: str | None, tahun: Collection[int] = ()) -> tuple[str, ...]:
    """The divisi a printed unit names, in the order of the list above; empty when it names none.

    `tahun`: the years of its row, since names of subbagian belong to years. A subbagian names the divisi it served
    according to data/referensi/subbagian.csv ("Teknis dan Hupmas" served two); one that is not listed names none.
    """
    first, *units = _KIND.split(unit_pelaksana or "")
    found = set(subbagian.served(first, tahun) or _by_words(first))
    for kind, name in zip(units[::2], units[1::2], strict=True):
        found |= set(_by_words(name) if kind.lower() == "divisi" else subbagian.served(name, tahun))
    return tuple(divisi for divisi in DIVISI if divisi in found)


def _by_words(name: str) -> list[str]:
    return [divisi for divisi, words in DIVISI.items() if any(word in name.lower() for word in words)]
