"""One writer at a time, and what killed programs leave behind.

    with writing(data, terbit, "memasukkan berkas"):
        sweep(data, terbit)

A crashed writer lets go by itself; its drafts are named after it and are swept by the next.
"""

from __future__ import annotations

from loaders.disk import lock
from loaders.disk.leftovers import TITIPAN_SENDIRI, mark, remove, sweep
from loaders.disk.lock import SedangDipakai, locked, pengguna, writing

__all__ = ["TITIPAN_SENDIRI", "SedangDipakai", "lock", "locked", "mark", "pengguna", "remove", "sweep", "writing"]
