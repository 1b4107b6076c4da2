"""What proves a value that was read from a picture: the document's own arithmetic, or words a person judged before.

    hold_unproven(tables, lembar, known(lists, konteks))      # all others wait in karantina

A calculation proves a figure only when no plausible misreading of it would hold as well (`arithmetic`).
"""

from __future__ import annotations

from loaders.proof.hold import KODE, hold_unproven
from loaders.proof.wordings import Dikenal, known

__all__ = ["KODE", "Dikenal", "hold_unproven", "known"]
