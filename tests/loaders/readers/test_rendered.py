"""PDF, DOCX and XLSX made from the excerpts by an office program give the very rows of the excerpts, or refuse them."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from loaders.readers import text
from loaders.readers.dispatch import read
from tests.conftest import made_once
from tests.rendering import office
from tests.rendering.compare import Banding, compare, differences
from tests.rendering.facts import Bacaan, konteks, parsed, printed_words
from tests.rendering.make import Terbitan, everyday, has_tables, render, renderings

SECONDS_TO_RENDER = 300

SAMA = {
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
def rendered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The renderings that the chosen tests read. What was rendered before is kept in pytest's cache."""
    if office.program() is None:
        sentence = "LibreOffice tidak ditemukan; pasang libreoffice-writer-nogui dan libreoffice-calc-nogui."
        if os.environ.get("CI") == "true":
            pytest.fail(sentence)
        pytest.skip(sentence)
    chosen = {item.name.partition("[")[2].rstrip("]") for item in request.session.items}
    wanted = [one for one in renderings() if one.nama in chosen]
    kept = request.config.cache.mkdir("terbitan") if request.config.pluginmanager.hasplugin("cacheprovider") else None
    return made_once(tmp_path_factory, "terbitan", lambda folder: render(folder, wanted, kept))


@cache
def printed(source: Path) -> Bacaan:
    """The facts of the text that a rendering was made from."""
    return parsed(text.read(source), konteks(source.stem))


EVERY = [pytest.param(one, id=one.nama, marks=[] if everyday(one) else pytest.mark.lengkap) for one in renderings()]
"""`make test` reads a part of the renderings, `make test-acak` the others too."""


@pytest.mark.timeout(SECONDS_TO_RENDER)
@pytest.mark.parametrize("one", EVERY)
def test_no_row_of_a_rendering_is_wrong_and_no_fewer_are_read_than_before(one: Terbitan, rendered: Path) -> None:
    about = konteks(one.sumber.stem)
    lembar = read(rendered / one.nama)
    found = parsed(lembar, about)
    banding = compare(printed(one.sumber), found)
    assert differences(Banding(0, (), (), banding.salah)) == []
    assert banding.sama >= SAMA.get(one.nama, banding.jumlah), differences(banding)
    begun = [lembar.di(nomor) for nomor in found.baris]
    if not has_tables(one.sumber):  # as in the text of a scan, no table is read: every word stands there to be copied
        assert printed_words(lembar) == printed_words(text.read(one.sumber))
    assert [line for line in begun if not line.tempat] == []
    assert [line for line in begun if (line.halaman is None) is (one.format == "pdf")] == []


def test_the_lists_name_renderings_that_exist() -> None:
    assert {*SAMA} <= {one.nama for one in renderings()}


def test_every_way_format_and_document_is_rendered_by_make_test() -> None:
    chosen = [one for one in renderings() if everyday(one)]
    assert {(one.ragam, one.format) for one in chosen} == {(one.ragam, one.format) for one in renderings()}
    assert {one.sumber for one in chosen if one.format == "pdf"} == {one.sumber for one in renderings()}
    assert 3 * len(chosen) <= len(renderings())
