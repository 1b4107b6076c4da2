"""Flows through the running app: address, filter, download, source, links onward."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from pages.components import shell
from queries import jelajah, saring, warehouse
from queries.saring import Saring
from tests.browser.conftest import Server, rerun, settle

PAGES = {file.removesuffix(".py"): title for file, title in shell.PAGES.items()}
Open = Callable[..., Page]
FRESH = [
    pytest.param(name, marks=[] if place == len(PAGES) // 2 else pytest.mark.lengkap)
    for place, name in enumerate(PAGES)
]
"""A server each: `make test` starts one, for a page that a deep link has to find."""


def satker() -> tuple[str, str]:
    """Code and name of the first satker on offer."""
    options = saring.options().filter(dimensi="satker")
    return options["nilai"][0], options["label"][0]


def address(name: str) -> str:
    return "" if name == next(iter(PAGES)) else name


@pytest.mark.parametrize("name", FRESH)
def test_first_deep_link_on_a_fresh_server_shows_the_page_inside_the_app(name, fresh_server: Server, open_page: Open):
    code, label = satker()
    page = open_page(f"{fresh_server.url}/{address(name)}?satker={code}")
    expect(page.get_by_role("heading", level=1)).to_have_text(PAGES[name])
    expect(page.locator(".st-key-saring_terpilih")).to_contain_text(label)
    for title in PAGES.values():
        expect(page.get_by_role("link", name=title, exact=True).first).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["satker"] == [code]


def test_a_filter_goes_into_the_address_and_survives_reload_and_page_switch(server: Server, open_page: Open):
    _, label = satker()
    page = open_page(server.url)
    page.get_by_role("button", name="Satker", exact=True).click()
    with rerun(page):
        page.get_by_test_id("stPopoverBody").get_by_text(label).click()
    expect(page.locator(".st-key-saring_terpilih")).to_contain_text(label)
    page.keyboard.press("Escape")
    assert parse_qs(urlsplit(page.url).query)["satker"] == [label]
    page.reload()
    settle(page)
    expect(page.locator(".st-key-saring_terpilih")).to_contain_text(label)
    page.get_by_role("link", name="Jelajah", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jelajah")
    settle(page)
    assert parse_qs(urlsplit(page.url).query)["satker"] == [label]
    expect(page.locator(".st-key-saring_terpilih")).to_contain_text(label)


def test_an_unknown_value_in_the_address_is_said(server: Server, open_page: Open):
    page = open_page(f"{server.url}/jelajah?satker=9999&tahun=1066")
    expect(page.get_by_text("satker yang tidak dikenal: 9999")).to_be_visible()
    expect(page.get_by_text("tahun yang tidak dikenal: 1066")).to_be_visible()


@pytest.mark.parametrize("isi", ["target", "pagu"])
def test_a_download_holds_exactly_the_filtered_rows(isi, server: Server, open_page: Open, tmp_path: Path):
    code, label = _satker_with(isi)
    page = open_page(f"{server.url}/jelajah?satker={code}&isi={isi.capitalize()}")
    expected = jelajah.everything(jelajah.Request(isi, Saring(satker=(code,))))
    name, excel = _download(page, "Unduh CSV · Excel Indonesia", tmp_path)
    _, baku = _download(page, "Unduh CSV baku", tmp_path)
    slug = re.sub(r"[^a-z0-9]+", "-", label.lower())
    assert name == f"selaras_{slug}_jelajah-{isi}_{warehouse.current().versi}.csv"
    assert excel.startswith(b"\xef\xbb\xbf")
    assert excel.count(b"\r\n") >= len(expected) + 1
    for text, separator, comma in ((excel.decode("utf-8-sig"), ";", ","), (baku.decode(), ",", ".")):
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))
        figure = "nilai" if isi == "target" else "pagu"
        assert [row["baris"] for row in rows] == [str(line) for line in expected["baris"]]
        assert [_figure(row[figure], comma) for row in rows] == expected[figure].to_list()


def test_a_row_opens_its_printed_source(server: Server, open_page: Open):
    code, _ = _satker_with("target")
    page = open_page(f"{server.url}/jelajah?satker={code}")
    first = jelajah.page(jelajah.Request("target", Saring(satker=(code,))), 1, 1).frame.row(0, named=True)
    canvas = page.locator("[data-testid=stDataFrame] canvas").first
    canvas.wait_for()
    canvas.scroll_into_view_if_needed()
    # The grid draws on a canvas under a scroller: the first cell of the first row is reached by its place.
    box = canvas.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 22, box["y"] + 52)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(first["berkas"])
    expect(dialog).to_contain_text(f"baris {first['baris']}")
    expect(dialog).to_contain_text("Seperti tercetak")


def test_dokumen_links_to_exactly_the_rows_that_wait(server: Server, open_page: Open):
    page = open_page(f"{server.url}/dokumen")
    waiting = re.compile(r": [\d.]+ (target|realisasi|angka pagu)")
    link = page.locator("[data-testid=stPageLink] a").filter(has_text=waiting).first
    if link.count() == 0:
        expect(page.get_by_text("Tidak ada nilai yang rusak")).to_be_visible()
        return
    what = re.search(r"^(.+): ([\d.]+) ", link.inner_text())
    assert what is not None
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jelajah")
    settle(page)
    expect(page.get_by_text(f"{what[2]} baris").first).to_be_visible()
    expect(page.locator(".st-key-saring_terpilih")).to_contain_text(what[1])
    query = parse_qs(urlsplit(page.url).query)
    assert query["satker"] == [what[1]]
    assert "keadaan" in query


def _satker_with(isi: str) -> tuple[str, str]:
    row = jelajah.page(jelajah.Request(isi, Saring()), 1, 1).frame.row(0, named=True)
    return row["kode_satker"], row["satker"]


def _download(page: Page, label: str, folder: Path) -> tuple[str, bytes]:
    button = page.get_by_role("button", name=label).first
    button.scroll_into_view_if_needed()
    with page.expect_download() as waiting:
        button.click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target.name, target.read_bytes()


def _figure(text: str, comma: str) -> float | None:
    return float(text.replace(comma, ".")) if text else None
