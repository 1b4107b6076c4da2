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

SAMA = {
    "lk-kpu-kota-prabumulih-2024.sedang.pdf": 24,
    "renstra-kpu-kota-pangkalpinang-2020-2024.sempit.pdf": 74,
    "renstra-kpu-kota-blitar-2020-2024.sempit.pdf": 107,
    "renstra-kpu-kota-blitar-2020-2024.besar.pdf": 131,
    "rkt-kpu-kota-serang-2020.sempit.pdf": 32,
    "renstra-kpu-kota-balikpapan-2020-2024.polos.pdf": 99,
    "renstra-kpu-kota-blitar-2020-2024.polos.pdf": 133,
    "renstra-kpu-kota-balikpapan-2020-2024.sempit.pdf": 86,
}
"""Renderings of which fewer rows than all are loaded: figures broken, rows cut by a page break, no rules.

Which rows a page break cuts depends on the office program: measured with LibreOffice 7.4.
"""


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
def test_no_row_of_a_rendering_is_wrong_and_no_fewer_are_read_than_before(one: Terbitan, rendered: Path) -> None:
    about = konteks(one.sumber.stem)
    lembar = read(rendered / one.nama)
    found = parsed(lembar, about)
    banding = compare(parsed(text.read(one.sumber), about), found)
    assert differences(Banding(0, (), (), banding.salah)) == []
    assert banding.sama >= SAMA.get(one.nama, banding.jumlah), differences(banding)
    begun = [lembar.di(nomor) for nomor in found.baris]
    assert [line for line in begun if not line.tempat] == []
    assert [line for line in begun if (line.halaman is None) is (one.format == "pdf")] == []


def test_the_lists_name_renderings_that_exist() -> None:
    assert {*SAMA} <= {one.nama for one in renderings()}
