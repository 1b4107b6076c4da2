"""The rules of temuan, run on every build: each says what it is, why it matters, its source and its tolerance.

    results = run(read(connection))

To add one: a function with `@aturan(…)` in the module of its kind (see loaders/README.md).
"""

from __future__ import annotations

from loaders.checks.base import DAFTAR
from loaders.checks.runner import read, run, tables

__all__ = ["DAFTAR", "read", "run", "tables"]
