"""Matching: printed indicator → indikator baku, unit pelaksana → divisi. No match is better than a wrong one."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.matching import divisi
from loaders.matching.indikator import Pemadan
from loaders.records import Indikator
from loaders.values import Masa


def annotate(
    records: Iterable[Indikator], pemadan: Pemadan, divisi_of: dict[str, str], tingkat: str = divisi.KABKOTA
) -> None:
    """Give each indicator its indikator baku and its divisi; what has no match stays without.

    `divisi_of`: kode_baku → divisi; `tingkat`: the level of their satker. What the document names (`tertulis`,
    `lewat_subbagian`) goes before the catalogue (`turunan`).
    """
    for record in records:
        found = pemadan.match(record.indikator)
        record.kode_baku, record.keyakinan = (found.kode, found.keyakinan) if found else (None, None)
        record.cara_padan = found.cara if found else None
        derived = divisi_of.get(record.kode_baku or "")
        years = {Masa.of(kapan).tahun for kapan in (*record.target, *record.capaian)}
        record.divisi = divisi.named(record.unit_pelaksana, years, tingkat)
        if derived and not record.divisi:
            record.divisi = {derived: "turunan"}
