"""From the inbox into the data: what taking a file in would do, and doing it, whole or not at all.

    shown = preview(data, titipan, lembar, identitas, koreksi, lama)
    laporan = accept(data, titipan, keputusan)

`jobs` runs long work beside the page that waits for it.
"""

from __future__ import annotations

from loaders.intake.jobs import Meja, Pekerjaan
from loaders.intake.previews import (
    BelumPadan,
    Pratinjau,
    Serupa,
    changes,
    doubts,
    notes,
    passed_over,
    preview,
    similar,
    tables,
    unmatched,
)
from loaders.intake.taking import Identitas, Keputusan, accept, check_periode, plan, recover

__all__ = [
    "BelumPadan",
    "Identitas",
    "Keputusan",
    "Meja",
    "Pekerjaan",
    "Pratinjau",
    "Serupa",
    "accept",
    "changes",
    "check_periode",
    "doubts",
    "notes",
    "passed_over",
    "plan",
    "preview",
    "recover",
    "similar",
    "tables",
    "unmatched",
]
