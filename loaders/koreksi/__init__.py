"""What a person set: the rows of data/koreksi, guarded by the text that must still stand on their line.

    koreksi, wrong = ledger.read(folder / "renstra.csv")
    wrong += ledger.attempt(tables, lembar, koreksi)

`columns` says which fields can be corrected and how they are typed; `current` what stands in them now.
"""

from __future__ import annotations

from loaders.koreksi import current, ledger
from loaders.koreksi.columns import Koreksi
from loaders.koreksi.ledger import KOLOM_KOREKSI

__all__ = ["KOLOM_KOREKSI", "Koreksi", "current", "ledger"]
