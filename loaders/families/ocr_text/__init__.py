"""Tables in the text that letter recognition left without cells: each module knows one printed table.

    tables = pk.read(lembar, konteks)

What they share stands in `ocr`.
"""

from __future__ import annotations

from loaders.families.ocr_text import lk_anggaran, lk_capaian, lk_efisiensi_ro, lk_hambatan, pk

__all__ = ["lk_anggaran", "lk_capaian", "lk_efisiensi_ro", "lk_hambatan", "pk"]
