"""The address and the page say the same: after Back, after a link, and with text that was meant to do harm."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from pages.components import shell
from tests.browser.conftest import Server, fits, rerun, settle

Open = Callable[..., Page]
HARM = (
    "![a](http://luar.example/x.png) [k](http://luar.example) **tebal** $x$ :red[m] www.luar.example a@luar.example "
    "<img src=http://luar.example/y.png> "
) + "z" * 3000
PARAMETERS = (
    *("satker", "tahun", "jenis", "unit", "sasaran", "indikator", "tabel", "kelompok", "tanda", "cari", "isi", "urut"),
    *("keadaan", "halaman", "keparahan", "aturan", "cari_temuan", "temuan", "sumber", "dokumen"),
)
DIFFERENT = ("ringkasan", "konsistensi", "jelajah")
"""Pages that show what an address says each in a way of its own: tables of ours, cards, a grid."""
PAGES = [
    pytest.param(name if place else "", marks=[] if name in DIFFERENT else pytest.mark.lengkap)
    for place, name in enumerate(file.removesuffix(".py") for file in shell.PAGES)
]


@pytest.mark.parametrize("name", PAGES)
def test_text_of_an_address_is_shown_and_never_acts(name, server: Server, open_page: Open):
    address = "&".join(f"{parameter}={quote(HARM)}" for parameter in PARAMETERS)
    page = open_page(f"{server.url}/{name}?{address}")
    main = page.get_by_test_id("stMain")
    expect(page.get_by_test_id("stAlert").first).to_contain_text("![a]")
    assert main.locator("img, .katex, strong:text-is('tebal')").count() == 0
    assert set(main.locator("a").evaluate_all("links => links.map(link => link.hostname)")) <= {"127.0.0.1", ""}
    assert all(len(text) < 800 for text in page.get_by_test_id("stAlert").all_inner_texts())


def test_back_to_an_address_without_filter_shows_everything_and_a_link_wins_against_what_was_chosen(
    server: Server, open_page: Open
):
    page = open_page(f"{server.url}/jelajah?isi=Pagu&cari=pemilu&urut=Uraian")
    page.get_by_role("link", name="Dokumen", exact=True).click()
    arrived(page, "Dokumen")
    everything, head = page.locator("h2").first.inner_text(), page.locator(".st-key-saring_terpilih")
    follow(page, page.locator("[data-testid=stPageLink] a[href='jelajah?isi=Target']").first)
    assert not {"cari", "urut"} & set(parse_qs(urlsplit(page.url).query))
    back_to(page, "/dokumen")

    page.get_by_text("Baris di balik jumlah tiap keadaan").click()
    follow(page, page.locator("[data-testid=stExpander] [data-testid=stPageLink] a").first)
    back_to(page, "/dokumen")

    waiting = page.locator("[data-testid=stPageLink] a[href*='satker=']").first
    what = re.search(r"^(.+): [\d.]+ (target|realisasi|angka pagu)", waiting.inner_text())
    assert what is not None
    follow(page, waiting)
    expect(head).to_contain_text(what[1])
    query = parse_qs(urlsplit(page.url).query)
    assert query["satker"] == [what[1]]
    assert "keadaan" in query
    back_to(page, "/dokumen")
    expect(head).to_have_count(0)
    expect(page.locator("h2").first).to_have_text(everything)


def test_what_was_let_go_does_not_come_back_with_the_next_choice(server: Server, open_page: Open):
    """A closed place of the bar never hears in the browser that it was emptied."""
    page = open_page(f"{server.url}/capaian")
    place, body = page.locator(".st-key-saring"), page.get_by_test_id("stPopoverBody")
    place.get_by_role("button", name="Divisi").click()
    with rerun(page):
        body.get_by_role("button").first.click()
    page.keyboard.press("Escape")
    with rerun(page):
        page.get_by_role("button", name="Bersihkan").click()
    place.get_by_role("button", name="Lainnya").click()
    with rerun(page):
        body.get_by_role("button", name="LK").first.click()
    assert parse_qs(urlsplit(page.url).query) == {"jenis": ["LK"]}


def arrived(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    settle(page)


def follow(page: Page, link: Locator) -> None:
    """A link of Dokumen with a count: Jelajah shows so many rows."""
    expect(link).to_be_visible()
    count = re.search(r"[\d.]+(?= )", link.inner_text())
    assert count is not None
    link.click()
    arrived(page, "Jelajah")
    expect(page.get_by_text(f"{count[0]} baris").first).to_be_visible()


def back_to(page: Page, path: str) -> None:
    """Go back until the page is at this path without a filter."""
    while urlsplit(page.url).path != path or urlsplit(page.url).query:
        with rerun(page):
            page.go_back()
    arrived(page, "Dokumen")


def test_what_an_address_asks_for_and_is_not_there_is_said(server: Server, open_page: Open):
    page = open_page(f"{server.url}/jelajah?satker=9999&tahun=1066&halaman=99&sumber=tidak-ada.txt:12:2020")
    expect(page.get_by_text("satker yang tidak dikenal: 9999")).to_be_visible()
    expect(page.get_by_text("tahun yang tidak dikenal: 1066")).to_be_visible()
    last = page.get_by_test_id("stPagination").locator("[aria-current]").inner_text()
    expect(page.get_by_text(f"Halaman 99 tidak ada; yang tampil halaman terakhir, {last}.")).to_be_visible()
    expect(page.get_by_text("Dokumen tidak-ada.txt tidak ada dalam versi data ini")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_bar_stays_small_whatever_is_chosen(server: Server, open_page: Open):
    years = "&".join(f"tahun={year}" for year in (2020, 2021, 2024))
    words = f"&unit=sekretariat&jenis=Renstra&jenis=RKT&jenis=LK&sasaran={'kata ' * 30}"
    page = open_page(f"{server.url}/jelajah?satker=3572&satker=3673&satker=1971&{years}{words}", width=1440)
    for width, rows in ((1440, 1), (390, 3)):
        fits(page, width)
        bar = page.locator(".st-key-saring").bounding_box()
        button = page.get_by_role("button", name="Provinsi").bounding_box()
        assert bar is not None
        assert button is not None
        assert bar["height"] <= rows * (button["height"] + 8), width
