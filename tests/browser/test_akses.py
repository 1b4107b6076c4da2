"""Every page for those who cannot see it well or use no mouse: axe-core finds nothing serious or moderate.

Theme and width change on the open page, as a browser does that follows the system: a page is loaded once.
"""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from pages.components import language, shell
from tests.browser.conftest import Server, fits, settle
from tests.pages.test_components_tema import contrast

pytestmark = pytest.mark.browser
TITLES = {file.removesuffix(".py") if place else "": title for place, (file, title) in enumerate(shell.PAGES.items())}
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


def violations(page: Page) -> list[list[str]]:
    return [found for found in page.evaluate(FOUND) if found[0] in COUNTED]


def hexadecimal(colour: str) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


@pytest.mark.parametrize("name", TITLES)
def test_a_page_fits_its_width_axe_finds_nothing_labels_are_read_and_no_word_is_english(
    name, server: Server, open_page: Callable[..., Page]
):
    page = open_page(f"{server.url}/{name}", width=WIDTHS[0])
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[name])
    page.evaluate(AXE_SCRIPT)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", theme)
        for width in WIDTHS:
            fits(page, width)
            settle(page)
            assert violations(page) == [], (theme, width)
        ground, *labels = map(hexadecimal, page.evaluate(FILLS))
        assert all(contrast(label, ground) >= 4.5 for label in labels), (theme, set(labels))
    lang, *named = page.evaluate(NAMED)
    assert lang == "id"
    assert ENGLISH.isdisjoint(named), ENGLISH & set(named)
    expect(page.locator("[data-testid=stException]")).to_have_count(0)
    expect(page.get_by_text("Galat Selaras nomor")).to_have_count(0)
