"""Lembar → whose document it is, of which kind and years, each with its evidence; what is not sure is asked.

    dugaan = recognise(lembar, daftar_satker(referensi))
    dugaan.satker.nilai, dugaan.satker.bukti

The name of the file never decides.
"""

from __future__ import annotations

from loaders.recognition import dugaan_json
from loaders.recognition.document import daftar_satker, recognise
from loaders.recognition.dugaan_json import to_json
from loaders.recognition.evidence import Dugaan, Terkaan

__all__ = ["Dugaan", "Terkaan", "daftar_satker", "dugaan_json", "recognise", "to_json"]
