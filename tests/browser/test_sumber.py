"""From a figure to its printed cell and back: by click, by keyboard, by address, and in the download."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from pages.components import location
from queries import jelajah, saring
from queries.jelajah import Request
from queries.saring import Saring
from tests.browser.conftest import Server, fits, rerun, settle

Open = Callable[..., Page]
FIRST, MORE = ("", "capaian"), ("target", "serapan", "konsistensi", "jelajah", "dokumen", "panduan")
SENT = [*FIRST, *(pytest.param(name, marks=pytest.mark.lengkap) for name in MORE)]
"""app.py opens the source in front of any page: `make test` looks at two."""


def first_target() -> tuple[dict, str]:
    """The first row Jelajah shows for the first satker with targets, and the label of that satker."""
    row = jelajah.page(Request("target", Saring()), 1, 1).frame.row(0, named=True)
    labels = dict(saring.options().filter(dimensi="satker").select("nilai", "label").iter_rows())
    return row, labels[row["kode_satker"]]


def source_in(page: Page) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get("sumber", [])


def click_first_row(page: Page, right: int) -> None:
    """Click the first row of the first grid, `right` pixels from its left edge: it draws on a canvas."""
    canvas = page.locator("[data-testid=stDataFrame] canvas").first
    canvas.wait_for()
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + right, box["y"] + 52)


def test_a_click_writes_the_address_and_escape_takes_it_away_with_the_filter_kept(server: Server, open_page: Open):
    row, _ = first_target()
    page = open_page(f"{server.url}/jelajah?satker={row['kode_satker']}")
    click_first_row(page, 22)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(row["berkas"])
    expect(dialog.locator("mark")).to_have_text(row["nilai_teks"])
    assert source_in(page) == [str(location.of_row(row))]
    with rerun(page):
        page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page).not_to_have_url(re.compile("sumber="))
    assert source_in(page) == []
    assert parse_qs(urlsplit(page.url).query)["satker"] == [row["kode_satker"]]


def test_a_row_opens_by_keyboard_alone_and_after_escape_focus_is_where_it_was(server: Server, open_page: Open):
    row, _ = first_target()
    page = open_page(f"{server.url}/jelajah?satker={row['kode_satker']}")
    dialog = page.get_by_role("dialog")
    box = page.get_by_role("combobox", name="Buka sumber baris")
    # A table is one stop: whichever cell is reached with the arrow keys, Tab leaves it.
    grid = page.locator("[data-testid=stDataFrame] canvas").first
    grid.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-testid=data-grid-canvas] [role=gridcell]:focus")).to_have_count(1)
    page.keyboard.press("Tab")
    for _ in range(2):
        expect(box).to_be_focused()
        page.keyboard.type(f"baris {row['baris']} · {row['tahun']}")
        page.keyboard.press("Enter")
        expect(dialog).to_contain_text(f"baris {row['baris']}")
        with rerun(page):
            page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
    expect(box).to_be_focused()
    in_grid = page.locator("[data-testid=data-grid-canvas]:focus, [data-testid=data-grid-canvas] :focus")
    toolbar = page.locator("[data-testid=stElementToolbar] button:focus")
    steps = (("Shift+Tab", in_grid), ("Shift+Tab", toolbar), ("Tab", in_grid))
    assert any(goes(page, box, steps) for _ in range(3))


def goes(page: Page, start: Locator, steps: tuple[tuple[str, Locator], ...]) -> bool:
    """Whether each of these keys, from this element on, leads to its place; a table that is drawn anew in that very
    moment takes no focus, so who asks may try again.
    """
    settle(page)
    start.focus()
    for key, place in steps:
        page.keyboard.press(key)
        try:
            expect(place).to_have_count(1, timeout=5_000)
        except AssertionError:
            return False
    return True


@pytest.mark.parametrize("name", SENT)
def test_the_address_sent_to_a_colleague_opens_on_every_page(name, server: Server, open_page: Open):
    row, _ = first_target()
    page = open_page(location.of_row(row).link(f"{server.url}/{name}"), width=390, height=844)
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark")).to_have_text(row["nilai_teks"])
    expect(dialog.locator("[data-testid=stCode]")).to_contain_text(f"sumber={row['berkas']}:{row['baris']}")
    for width in (390, 1280):
        fits(page, width)
        box = dialog.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_a_cell_of_the_target_matrix_opens_its_source(server: Server, open_page: Open):
    page = open_page(f"{server.url}/target")
    # The rows of the yardsticks stand first: the last cell is one of a satker.
    cell = page.locator("[class*='st-key-satker_target'] g.textpoint text").last
    cell.wait_for()
    cell.scroll_into_view_if_needed()
    figure = (cell.text_content() or "").split(" ")[0].rstrip("*†‡")
    box = cell.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Seperti tercetak")
    expect(dialog.locator("mark").first).to_contain_text(figure)
    assert source_in(page)[0].endswith(":target")
