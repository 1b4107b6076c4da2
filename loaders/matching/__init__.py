"""Printed words → indikator baku, sasaran baku and divisi. No match is better than a wrong one.

    annotate(indikator, judged(lists), divisi_of)
    judged(lists, "padanan_sasaran").match("Terwujudnya …")

What a person judged stands in data/referensi/padanan.csv and padanan_sasaran.csv and always wins.
"""

from __future__ import annotations

from loaders.matching.divisi import tingkat
from loaders.matching.indikator import KATALOG, Pemadan, Usulan, judged, judged_all
from loaders.matching.match import annotate
from loaders.matching.spelled import mended

__all__ = ["KATALOG", "Pemadan", "Usulan", "annotate", "judged", "judged_all", "mended", "tingkat"]
