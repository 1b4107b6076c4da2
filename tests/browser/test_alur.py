"""Flows through the running app: address, filter, download, source, links onward."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import polars as pl
import pytest
from playwright.sync_api import Page, expect

from pages.components import location, shell
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
def test_first_deep_link_on_a_fresh_server_shows_the_page_inside_the_app_and_the_source_it_names(
    name, fresh_server: Server, open_page: Open
):
    code, label = satker()
    row = jelajah.page(jelajah.Request("target", Saring(satker=(code,))), 1, 1).frame.row(0, named=True)
    page = open_page(f"{fresh_server.url}/{address(name)}?satker={code}&sumber={quote(str(location.of_row(row)))}")
    expect(page.get_by_role("dialog")).to_contain_text(row["berkas"])
    with rerun(page):
        page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1)).to_have_text(PAGES[name])
    expect(page.locator(".st-key-saring_terpilih")).to_contain_text(label)
    for title in PAGES.values():
        expect(page.get_by_role("link", name=title, exact=True).first).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["satker"] == [code]


def test_a_filter_goes_into_the_address_and_survives_reload_page_switch_and_back(server: Server, open_page: Open):
    _, label = satker()
    page = open_page(server.url)
    head = page.locator(".st-key-saring_terpilih")
    page.get_by_role("button", name="Satker", exact=True).click()
    with rerun(page):
        page.get_by_test_id("stPopoverBody").get_by_text(label).click()
    expect(head).to_contain_text(label)
    page.keyboard.press("Escape")
    assert parse_qs(urlsplit(page.url).query)["satker"] == [label]
    page.reload()
    settle(page)
    expect(head).to_contain_text(label)
    page.get_by_role("link", name="Jelajah", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jelajah")
    settle(page)
    assert parse_qs(urlsplit(page.url).query)["satker"] == [label]
    expect(head).to_contain_text(label)
    with rerun(page):
        page.get_by_role("button", name="Bersihkan").click()
    expect(head).to_have_count(0)
    page.go_back()
    expect(head).to_contain_text(label)


def test_a_download_holds_exactly_the_filtered_rows_and_their_sources_when_asked(
    server: Server, open_page: Open, tmp_path: Path
):
    code, label = satker()
    saring = Saring(satker=(code,))
    page = open_page(f"{server.url}/jelajah?satker={code}&isi=Pagu")
    _compare(page, jelajah.everything(jelajah.Request("pagu", saring)), "pagu", label, tmp_path)

    with rerun(page):
        page.get_by_role("radio", name="Target", exact=True).click()
    expected = jelajah.everything(jelajah.Request("target", saring))
    _compare(page, expected, "target", label, tmp_path)
    with rerun(page):
        page.get_by_text("Sertakan kolom sumber").first.click()
    _, baku = _download(page, "Unduh CSV baku", tmp_path)
    rows = list(csv.DictReader(io.StringIO(baku.decode(), newline="")))
    assert [row["baris"] for row in rows] == [str(line) for line in expected["baris"]]
    assert {"nomor", "tanggal", "teks_tercetak", "versi_data", "keadaan", "aturan_baca"} <= set(rows[0])
    assert expected["nilai_teks"][0] in rows[0]["teks_tercetak"]


def _compare(page: Page, expected: pl.DataFrame, isi: str, label: str, folder: Path) -> None:
    """Both downloads of Jelajah hold exactly these rows."""
    assert len(expected)
    name, excel = _download(page, "Unduh CSV · Excel Indonesia", folder)
    _, baku = _download(page, "Unduh CSV baku", folder)
    slug = re.sub(r"[^a-z0-9]+", "-", label.lower())
    assert name == f"selaras_{slug}_jelajah-{isi}_{warehouse.current().versi}.csv"
    assert excel.startswith(b"\xef\xbb\xbf")
    assert excel.count(b"\r\n") >= len(expected) + 1
    for text, separator, comma in ((excel.decode("utf-8-sig"), ";", ","), (baku.decode(), ",", ".")):
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))
        figure = "nilai" if isi == "target" else "pagu"
        assert [row["baris"] for row in rows] == [str(line) for line in expected["baris"]]
        assert [_figure(row[figure], comma) for row in rows] == expected[figure].to_list()


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
