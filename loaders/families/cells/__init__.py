"""Tables of cells of one year, or with results: RKT, PK, and the tables of an LK.

    tables = rkt.read(lembar, konteks)

All begin with `block.blocks`: heading, rows under it, and what stands above them.
"""

from __future__ import annotations

from loaders.families.cells import lk_anggaran, lk_capaian, lk_hambatan, pk, rkt

__all__ = ["lk_anggaran", "lk_capaian", "lk_hambatan", "pk", "rkt"]
