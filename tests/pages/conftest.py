"""What the pages read: the project's own data, or small published folders made for them, each built once."""

import functools
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import local_script_runner

from loaders.build import Laporan
from pages.components import tahun_rapor
from tests.pages import capaian_contoh, gudang_contoh, lke_contoh

HARI = date(2026, 12, 1)
"""The day on which tests of what is due open a page."""


@pytest.fixture(autouse=True, scope="session")
def one_scan_for_components() -> Iterator[None]:
    """Streamlit looks through all installed packages for each page a test opens: let it look once."""
    once = functools.cache(manifest_scanner.scan_component_manifests)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture(autouse=True, scope="session")
def no_looking_whether_a_run_ended() -> Iterator[None]:
    """Streamlit's test runner looks a thousand times a second, through all that happened: a tenth of a page's time."""
    look = local_script_runner.require_widgets_deltas

    def wait(runner: local_script_runner.LocalScriptRunner, timeout: float = 3) -> None:
        if runner._script_thread:
            runner._script_thread.join(timeout)
        look(runner, 1.0 if runner.script_stopped() else 0.0)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local_script_runner, "require_widgets_deltas", wait)
        yield


@pytest.fixture(scope="session")
def proyek(laporan: Laporan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published folder with the project's data, apart from the one other tests open with their own settings."""
    return Path(shutil.copytree(laporan.berkas.parent, tmp_path_factory.mktemp("proyek") / "terbit"))


@pytest.fixture(scope="session")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small folder: five satker, few rows."""
    return gudang_contoh.build(tmp_path_factory.mktemp("contoh"))


@pytest.fixture(scope="session")
def contoh_capaian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small folder with realisasi."""
    return capaian_contoh.build(tmp_path_factory.mktemp("contoh-capaian"))


@pytest.fixture(scope="session")
def contoh_lke(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small folder with realisasi of several years and hambatan."""
    return lke_contoh.build(tmp_path_factory.mktemp("contoh-lke"))


@pytest.fixture
def buka_proyek(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages read the project's data."""
    monkeypatch.setenv("SELARAS_TERBIT", str(proyek))


@pytest.fixture(scope="session")
def provinsi(provinsi_kecil: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published folder of the simulated province, apart from the one other tests open with their own settings."""
    return Path(shutil.copytree(provinsi_kecil / "terbit", tmp_path_factory.mktemp("provinsi") / "terbit"))


@pytest.fixture
def buka_provinsi(provinsi: Path, provinsi_kecil: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages read the simulated province."""
    monkeypatch.setenv("SELARAS_DATA", str(provinsi_kecil))
    monkeypatch.setenv("SELARAS_TERBIT", str(provinsi))


@pytest.fixture
def buka_contoh(contoh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages read the small folder."""
    monkeypatch.setenv("SELARAS_TERBIT", str(contoh))


@pytest.fixture
def buka_contoh_capaian(contoh_capaian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages read the small folder with realisasi."""
    monkeypatch.setenv("SELARAS_TERBIT", str(contoh_capaian))


@pytest.fixture
def buka_contoh_lke(contoh_lke: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages read the small folder with realisasi of several years and hambatan."""
    monkeypatch.setenv("SELARAS_TERBIT", str(contoh_lke))


@pytest.fixture
def hari_tetap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is due is due on one day, whenever the test runs."""
    monkeypatch.setattr(tahun_rapor, "today", lambda: HARI)
