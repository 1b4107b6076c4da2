"""The rehearsal of a file in the reading process: what the program does with its lines later is done here first.

Whatever takes too long or too much there ends with that process; what came through is known to be little work.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path

from loaders.errors import BerkasTidakTerbaca
from loaders.read import document
from loaders.readers import Lembar
from loaders.recognition import Dugaan, daftar_satker, recognise
from loaders.records import Konteks

_log = logging.getLogger(__name__)
DETIK = 15.0
"""Processor seconds the tables of one document may take: the longest published document takes less than two."""
MAKS_BARIS_TABEL = 20_000
"""Rows of all tables of one document; the longest published document has some hundreds."""


def examine(lembar: Lembar, lists: Path) -> Dugaan:
    """Whose document it is, by the lists in this folder; and its tables are taken apart once, for trial.

    Raises BerkasTidakTerbaca when they need longer or are more than those of any document.
    """
    dugaan = recognise(lembar, daftar_satker(lists))
    _rehearse(lembar, Konteks(dugaan.jenis.nilai or "LK", *(dugaan.tahun.nilai or (2024, 2024))))
    return dugaan


def _rehearse(lembar: Lembar, konteks: Konteks) -> None:
    start, tables = time.process_time(), []
    try:
        tables = document(lembar, konteks).tabel
    except MemoryError:
        raise
    except Exception:  # a fault of our own is met again, and said, where the tables are wanted
        _log.debug("the tables of %s could not be rehearsed", lembar.nama, exc_info=True)
    if time.process_time() - start > DETIK:
        sebab = f"menguraikan tabelnya memerlukan lebih dari {DETIK:.0f} detik. Pecah menjadi beberapa berkas."
        raise BerkasTidakTerbaca(lembar.nama, sebab)
    if sum(len(table.nasib) for table in tables) > MAKS_BARIS_TABEL:
        most = f"{MAKS_BARIS_TABEL // 1000}.000"
        raise BerkasTidakTerbaca(
            lembar.nama, f"tabelnya lebih dari {most} baris. Satu dokumen tidak sepanjang itu; pecah berkasnya."
        )
