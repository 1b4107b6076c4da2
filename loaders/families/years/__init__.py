"""Tables of cells under a heading of several years: targets and funding of a Renstra.

    tables = renstra_target.read(lembar, konteks)

All begin with the blocks of `headings.years`, and take rows apart from the right with `rows`.
"""

from __future__ import annotations

from loaders.families.years import matriks_kinerja, renstra_pendanaan, renstra_target

__all__ = ["matriks_kinerja", "renstra_pendanaan", "renstra_target"]
