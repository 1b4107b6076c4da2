"""The small warehouse of tests/pages, published in a folder of its own."""

from pathlib import Path

import pytest

from tests.pages import gudang_contoh


@pytest.fixture(scope="session")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return gudang_contoh.build(tmp_path_factory.mktemp("contoh"))


@pytest.fixture
def terbit(contoh: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SELARAS_TERBIT", str(contoh))
    return contoh
