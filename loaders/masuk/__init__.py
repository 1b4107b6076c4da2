"""The inbox, and the journal of a file that is being taken in: what its steps write and how each is taken back.

    titipan = inbox.put(data, "renstra.pdf", content, oleh="Siti")

Nothing in the inbox is data: a build does not look at it.
"""

from __future__ import annotations

from loaders.masuk import inbox, journal, steps
from loaders.masuk.inbox import Titipan
from loaders.masuk.steps import Rencana

__all__ = ["Rencana", "Titipan", "inbox", "journal", "steps"]
