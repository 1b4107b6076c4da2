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

CUT_HEADING = "the end of a heading cut by a page break is lost: the rows below stand under half a name, or none"
LOST_FIGURES = "a kegiatan whose figures are refused on the line of its name is loaded without any"
SALAH = {
    "renstra-kpu-kota-pangkalpinang-2020-2024.besar.pdf": CUT_HEADING,
    "renstra-kpu-kota-balikpapan-2020-2024.sempit.pdf": LOST_FIGURES,
}
"""Renderings in which rows are read wrongly, and why. Mended, a rendering fails here until it is taken off the list.

Which rows a page break cuts depends on the office program: measured with LibreOffice 7.4, so are the numbers below.
"""

SAMA = {
    "lk-kpu-kota-prabumulih-2024.sedang.pdf": 24,
    "renstra-kpu-kota-pangkalpinang-2020-2024.sempit.pdf": 74,
    "renstra-kpu-kota-blitar-2020-2024.sempit.pdf": 108,
    "renstra-kpu-kota-blitar-2020-2024.besar.pdf": 131,
    "rkt-kpu-kota-serang-2020.sempit.pdf": 32,
    "renstra-kpu-kota-balikpapan-2020-2024.polos.pdf": 99,
}
"""Renderings of which fewer rows than all are loaded: figures broken, rows cut by a page break, no rules."""


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


def cases() -> list[object]:
    """Every rendering; those known to be read wrongly are expected to fail."""
    return [
        pytest.param(one, id=one.nama, marks=[pytest.mark.xfail(raises=AssertionError, strict=True, reason=why)])
        if (why := SALAH.get(one.nama))
        else pytest.param(one, id=one.nama)
        for one in renderings()
    ]


@pytest.mark.timeout(SECONDS_TO_RENDER)
@pytest.mark.parametrize("one", cases())
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
    assert {*SALAH, *SAMA} <= {one.nama for one in renderings()}
