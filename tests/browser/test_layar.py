"""A province of 38 satker on a screen: no page is tall, the first screen says little, every row can be reached.

Marked `lengkap`: the province is made and built first. What of it a small one can show stands in tests/pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from loaders.build import build
from loaders.simulasi import Pesanan, simulate
from pages.components import shell
from tests.browser.conftest import Server, settle
from tests.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.lengkap]
PAGES = [file.removesuffix(".py") if place else "" for place, file in enumerate(shell.PAGES)]
SCREENS, WORDS = 4, 80
DESKTOP, PHONE, PROJECTOR = (1440, 900), (390, 844), (1920, 1080)
BRIEF = ("", "capaian", "serapan")
"""The pages whose first screen is to be read in five seconds."""
HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"
SAID = """(() => {
  const SIGNS = "table, svg, style, script, .ikon, .terdengar, [data-testid=stIconMaterial], [role=img]";
  const hidden = element => element && (
    getComputedStyle(element).clip !== "auto" || getComputedStyle(element).clipPath !== "none"
    || hidden(element.parentElement));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), said = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (parent.closest(SIGNS) || hidden(parent)) continue;
    if (getComputedStyle(parent).fontFamily.includes("Material")) continue;
    for (const word of node.textContent.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const place = range.getBoundingClientRect();
      const seen = place.width > 1 && place.top >= 0 && place.top < innerHeight;
      if (seen && /\\p{L}{2}/u.test(word[0])) said.push(word[0]);
    }
  }
  return said;
})()"""
"""The words of sentences, controls and navigation on the first screen: not the figures, tables and signs."""


@pytest.fixture(scope="module")
def provinsi_besar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with a simulated province of 38 satker and five years."""
    folder = tmp_path_factory.mktemp("besar") / "data"
    simulate(folder, Pesanan("Jawa Timur", None, (2020, 2024), seed=1), ROOT / "data" / "referensi")
    build(folder, terbit=folder / "terbit")
    running = Server(SELARAS_DATA=str(folder), SELARAS_TERBIT=str(folder / "terbit"))
    yield running
    running.stop()


def screens(page: Page, size: tuple[int, int]) -> float:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    settle(page)
    return page.evaluate(HEIGHT) / size[1]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_tall_or_wide_and_the_first_screen_says_little(
    name: str, provinsi_besar: Server, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{provinsi_besar.url}/{name}", width=DESKTOP[0], height=DESKTOP[1])
    words = page.evaluate(SAID)
    assert len(words) <= WORDS or name not in BRIEF, " ".join(words)
    tall = {size: screens(page, size) for size in (DESKTOP, PHONE, PROJECTOR)}
    assert all(height <= SCREENS for height in tall.values()), tall
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_the_rows_behind_the_first_open_in_place(
    provinsi_besar: Server, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{provinsi_besar.url}/", width=PHONE[0], height=PHONE[1])
    rows = page.locator(".tabel-kita").first.locator("tr:not(.bagian):visible")
    few = rows.count()
    page.get_by_text("Tampilkan semua 39").click()
    assert rows.count() == 39 > few
    page.get_by_text("Tampilkan lebih sedikit").click()
    assert rows.count() == few
    page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    assert rows.count() == 40  # with the row of titles
