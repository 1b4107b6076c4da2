"""What a person set: the rows of data/koreksi, guarded by the text that must still stand on their line.

    koreksi, wrong = ledger.read(folder / "renstra.csv")
    wrong += ledger.attempt(tables, lembar, koreksi)

Which columns can be corrected and how they are typed: loaders/columns.py; `current` says what stands in them now.
"""

from __future__ import annotations

from loaders.koreksi import current, ledger
from loaders.koreksi.ledger import KOLOM_KOREKSI, Koreksi

__all__ = ["KOLOM_KOREKSI", "Koreksi", "current", "ledger"]
