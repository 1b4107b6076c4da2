"""What all tests share: the project's own data, built once into a folder of the test run."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import duckdb
import polars as pl
import pytest
from filelock import FileLock
from hypothesis import settings

from loaders.build import Laporan, build
from loaders.simulasi import Pesanan, simulate

# A busy machine is no reason to fail: no profile has a deadline.
settings.register_profile("bebas", deadline=None)  # pytest by hand
settings.register_profile("tetap", deadline=None, max_examples=50, derandomize=True, database=None)  # make test
settings.register_profile("acak", deadline=None, max_examples=1000, print_blob=True)  # make test-acak
settings.load_profile("bebas")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--tulis-ulang", action="store_true", help="tulis ulang queries/frames.json dari jawabannya")


ROOT = Path(__file__).parents[1]
FULL_TEXTS = ROOT.parent / "shared" / "dokumen"
"""The full texts the excerpts in data/dokumen were cut from, where they lie beside the project."""


def examples(share: float) -> settings:
    """The settings of a slow property: this share of the examples that the profile chosen asks for."""
    return settings(max_examples=max(1, round(share * settings().max_examples)))


Ask = Callable[[str], pl.DataFrame]


def asker(path: Path) -> Ask:
    """Open a database read-only: a function SQL → frame that keeps its connection."""
    connection = duckdb.connect(str(path), read_only=True)
    return lambda query: connection.sql(query).pl()


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that `make` fills once a test run, however many processes share it; only to be read."""
    own = factory.getbasetemp()
    folder = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / name
    with FileLock(f"{folder}.kunci"):
        if not folder.exists():
            draft = folder.with_name(f"{name}.dibuat")
            make(draft)
            draft.rename(folder)
    return folder


PROVINSI_KECIL = Pesanan("Jawa Timur", 5, (2022, 2024), seed=1)
"""Five satker, three years."""


def _code() -> str:
    """What decides what a simulation writes: the loaders and the lists."""
    files = [*(ROOT / "loaders").rglob("*.py"), *(ROOT / "data" / "referensi").iterdir()]
    return sha256(b"".join(path.read_bytes() for path in sorted(files))).hexdigest()


@pytest.fixture(scope="session")
def provinsi_kecil(request: pytest.FixtureRequest) -> Path:
    """A data folder of simulated documents, built: dokumen/, kebenaran/ (what was planted), terbit/. Only to be read.

    Made once for the code and lists as they are, and kept in pytest's cache for the next run. A test of a page takes
    the fixture `buka_provinsi` and reads what should be there from kebenaran/.
    """
    folder = Path(request.config.cache.mkdir("provinsi-kecil"))
    with FileLock(folder / "kunci"):
        made, code = folder / "kode", _code()
        if not made.is_file() or made.read_text() != code:
            shutil.rmtree(folder / "data", ignore_errors=True)
            simulate(folder / "data", PROVINSI_KECIL, ROOT / "data" / "referensi")
            made.write_text(code)
        build(folder / "data", terbit=folder / "data" / "terbit")
    return folder / "data"


class Kesalahan(logging.Handler):
    """Keeps what the log is told of faults of our own."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@pytest.fixture(autouse=True)
def no_fault_of_ours(request: pytest.FixtureRequest) -> Iterator[None]:
    """A fault of ours is a sentence for a reader and costs one table; a test it comes up in fails."""
    handler, log = Kesalahan(), logging.getLogger("selaras")
    log.addHandler(handler)
    yield
    log.removeHandler(handler)
    if not request.node.get_closest_marker("galat"):
        assert handler.said == []


@pytest.fixture(scope="session")
def laporan(tmp_path_factory: pytest.TempPathFactory) -> Laporan:
    """One build of the project's data, by whichever process asks first."""
    folder = made_once(tmp_path_factory, "terbit", lambda draft: build(ROOT / "data", terbit=draft))
    return build(ROOT / "data", terbit=folder)


@pytest.fixture(scope="session")
def ask(laporan: Laporan) -> Ask:
    """SQL on that build."""
    return asker(laporan.berkas)
