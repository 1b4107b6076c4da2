"""Every page for those who cannot see it well or use no mouse: axe-core finds nothing serious or moderate.

One context a theme; the width changes on the open page, so that a page is loaded once a theme.
"""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from pages.components import language, shell
from tests.browser.conftest import PATIENCE_MS, RUNS, Runs, Server, settle
from tests.pages.test_components_tema import contrast

pytestmark = pytest.mark.browser
PAGES = [file.removesuffix(".py") if place else "" for place, file in enumerate(shell.PAGES)]
WIDTHS = (1440, 390)
ENGLISH = {word for words in language.WORDS.values() for word, ours in words.items() if word != ours}
COUNTED = ("serious", "moderate", "critical")
LABELS = ".js-plotly-plot :is(.xtick text, .ytick text, .legendtext, .gtitle, .bartext-outside)"
FOUND = """axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.flatMap(
    rule => rule.nodes.map(node => [rule.impact, rule.id, String(node.target), node.failureSummary])))"""
FILLS = f"""[getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor,
    ...[...document.querySelectorAll("{LABELS}")].map(label => getComputedStyle(label).fill)]"""

NAMED = """[document.documentElement.lang, ...[...document.querySelectorAll("*")].flatMap(element => [
    element.getAttribute("aria-label"), element.title, element.placeholder,
    element.childElementCount ? null : element.textContent]).filter(Boolean).map(name => name.trim())]"""


@pytest.fixture(params=["light", "dark"])
def opened(request: pytest.FixtureRequest, browser: Browser, server: Server):
    """Opens a page of the app in one theme, all pages in one context."""
    context = browser.new_context(color_scheme=request.param)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    RUNS[page] = Runs(page)

    def open_at(name: str) -> Page:
        RUNS[page].waiting = True
        page.goto(f"{server.url}/{name}")
        settle(page)
        page.evaluate(AXE_SCRIPT)
        return page

    yield open_at
    context.close()


def violations(page: Page) -> list[list[str]]:
    return [found for found in page.evaluate(FOUND) if found[0] in COUNTED]


def hexadecimal(colour: str) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


def test_axe_finds_nothing_labels_of_figures_are_read_and_no_word_is_english(opened: Callable[[str], Page]):
    found = {}
    for name in PAGES:
        page = opened(name)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            settle(page)
            found[name, width] = violations(page)
        lang, *named = page.evaluate(NAMED)
        assert lang == "id"
        assert ENGLISH.isdisjoint(named), (name, ENGLISH & set(named))
        ground, *labels = map(hexadecimal, page.evaluate(FILLS))
        assert all(contrast(label, ground) >= 4.5 for label in labels), (name, set(labels))
    assert {place: faults for place, faults in found.items() if faults} == {}
