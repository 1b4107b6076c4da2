"""PDF, DOCX and XLSX made from the excerpts by an office program give the very rows of the excerpts, or refuse them."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from loaders.readers import read, text
from tests.rendering import office
from tests.rendering.compare import Banding, compare, differences
from tests.rendering.facts import konteks, parsed
from tests.rendering.make import Terbitan, render, renderings

SECONDS_TO_RENDER = 300


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All renderings, made once a test run however many processes share it."""
    if office.program() is None:
        sentence = "LibreOffice tidak ditemukan; pasang libreoffice-writer-nogui dan libreoffice-calc-nogui."
        if os.environ.get("CI") == "true":
            pytest.fail(sentence)
        pytest.skip(sentence)
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    folder, done = shared / "terbitan", shared / "terbitan.selesai"
    with (shared / "terbitan.kunci").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            render(folder)
            done.touch()
    return folder


@pytest.mark.timeout(SECONDS_TO_RENDER)
@pytest.mark.parametrize("one", renderings(), ids=lambda one: one.nama)
def test_a_rendering_gives_the_rows_of_its_text(one: Terbitan, rendered: Path) -> None:
    about = konteks(one.sumber.stem)
    lembar = read(rendered / one.nama)
    found = parsed(lembar, about)
    banding = compare(parsed(text.read(one.sumber), about), found)
    assert differences(Banding(0, (), (), banding.salah)) == []
    assert differences(banding) == []
    begun = [lembar.di(nomor) for nomor in found.baris]
    assert [line for line in begun if not line.tempat] == []
    assert [line for line in begun if (line.halaman is None) is (one.format == "pdf")] == []
