"""Mode rapat in a browser: read from the back of a room, without controls, one figure a screen."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, rerun, settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
HEIGHT = 900
SMALLEST = """Math.min(...[...document.querySelectorAll("[data-testid=stMain] *")]
    .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
    .filter(element => element.checkVisibility() && element.getBoundingClientRect().width > 1)
    .map(element => parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom))"""
CONTROLS = "[data-testid=stMain] :is(input, [role=combobox], [role=switch], [role=radio], summary, button):visible"
FIGURES = "[data-testid=stPlotlyChart], [data-testid=stDataFrame]"


def large_without_controls_and_one_figure_a_screen(page: Page) -> None:
    assert page.evaluate(SMALLEST) >= 20
    assert page.locator(CONTROLS).all_inner_texts() == ["Keluar dari mode rapat"]
    figures = page.locator(FIGURES).all()
    assert figures
    assert all(box["height"] >= HEIGHT - 1 for box in [figure.bounding_box() for figure in figures] if box)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1920


def test_mode_rapat_is_a_switch_shows_one_figure_a_screen_and_goes_along_to_the_next_page(
    server: Server, open_page: Open
):
    page = open_page(f"{server.url}/?satker=1674", width=1920, height=HEIGHT)
    with rerun(page):
        page.get_by_role("button", name="Mode rapat").click()
    expect(page.locator(".st-key-rapat_kepala")).to_contain_text("KPU Kota Prabumulih")
    assert parse_qs(urlsplit(page.url).query)["rapat"] == ["1"]
    large_without_controls_and_one_figure_a_screen(page)
    for title in ("Target", "Capaian"):
        page.get_by_role("link", name=f"Berikutnya: {title}").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        settle(page)
        assert parse_qs(urlsplit(page.url).query) == {"satker": ["1674"], "rapat": ["1"]}
    large_without_controls_and_one_figure_a_screen(page)
    with rerun(page):
        page.get_by_role("button", name="Keluar dari mode rapat").click()
    expect(page.locator(".st-key-saring_terpilih")).to_contain_text("KPU Kota Prabumulih")
    assert "rapat" not in parse_qs(urlsplit(page.url).query)
