"""A province of simulated documents, to look at pages with and to test them by: never real, and always marked so.

    simulate(folder, Pesanan("Jawa Timur", None, (2020, 2024), seed=1), data / "referensi")

The folder is a whole data folder: `loaders build` builds it. What was planted stands beside it in kebenaran/.
"""

from __future__ import annotations

from loaders.simulasi.writer import Pesanan, Tertulis, simulate

__all__ = ["Pesanan", "Tertulis", "simulate"]
