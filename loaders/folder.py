"""Where things lie: documents and lists, and the published versions."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[1]


def data_folder() -> Path:
    """Where documents, references and corrections lie: SELARAS_DATA, else data/ of this project."""
    return Path(os.environ.get("SELARAS_DATA") or ROOT / "data")


def terbit_folder(data: Path) -> Path:
    """Where versions are published: SELARAS_TERBIT, else data/terbit."""
    return Path(os.environ.get("SELARAS_TERBIT") or data / "terbit")
