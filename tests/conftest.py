"""What all tests share: the project's own data, built once into a folder of the test run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest
from hypothesis import settings

from loaders.build import Laporan, build

settings.register_profile("tanpa_tenggat", deadline=None)
settings.load_profile("tanpa_tenggat")  # a busy machine is no reason to fail; `make test` chooses its own profile

ROOT = Path(__file__).parents[1]
FULL_TEXTS = ROOT.parent / "shared" / "dokumen"
"""The full texts the excerpts in data/dokumen were cut from, where they lie beside the project."""

Ask = Callable[[str], pl.DataFrame]


def asker(path: Path) -> Ask:
    """Open a database read-only: a function SQL → frame that keeps its connection."""
    connection = duckdb.connect(str(path), read_only=True)
    return lambda query: connection.sql(query).pl()


@pytest.fixture(scope="session")
def laporan(tmp_path_factory: pytest.TempPathFactory) -> Laporan:
    """One build of the project's data."""
    return build(ROOT / "data", terbit=tmp_path_factory.mktemp("terbit"))


@pytest.fixture(scope="session")
def ask(laporan: Laporan) -> Ask:
    """SQL on that build."""
    return asker(laporan.berkas)
