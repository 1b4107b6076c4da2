"""The project's own data as the pages read it."""

import shutil
from pathlib import Path

import pytest

from loaders.build import Laporan


@pytest.fixture(scope="session")
def proyek(laporan: Laporan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published folder with the project's data, apart from the one other tests open with their own settings."""
    return Path(shutil.copytree(laporan.berkas.parent, tmp_path_factory.mktemp("proyek") / "terbit"))
