"""The address and the page say the same: after Back, after a link, and with text that was meant to do harm."""

from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from pages.components import shell
from tests.browser.conftest import Server, rerun, settle

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


def test_back_to_an_address_without_filter_shows_everything(server: Server, open_page: Open):
    page = open_page(f"{server.url}/dokumen")
    head = page.locator(".st-key-saring_terpilih")
    everything = page.locator("h2").first.inner_text()
    page.locator("[data-testid=stPageLink] a[href*='satker=']").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jelajah")
    settle(page)
    expect(head).to_be_visible()
    while urlsplit(page.url).path != "/dokumen" or urlsplit(page.url).query:
        with rerun(page):
            page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dokumen")
    expect(head).to_have_count(0)
    expect(page.locator("h2").first).to_have_text(everything)


def test_back_within_a_page_renames_the_filter(server: Server, open_page: Open):
    page = open_page(f"{server.url}/jelajah?satker=3572")
    head = page.locator(".st-key-saring_terpilih")
    expect(head).to_contain_text("KPU Kota Blitar")
    with rerun(page):
        page.get_by_role("button", name="Bersihkan").click()
    expect(head).to_have_count(0)
    page.go_back()
    expect(head).to_contain_text("KPU Kota Blitar")


def test_a_link_wins_against_what_was_chosen_before(server: Server, open_page: Open):
    page = open_page(f"{server.url}/jelajah?isi=Pagu&cari=pemilu&urut=Uraian")
    page.get_by_role("link", name="Dokumen", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dokumen")
    settle(page)
    link = page.locator("[data-testid=stPageLink] a[href='jelajah?isi=Target']").first
    count = link.inner_text().split(" ")[0]
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jelajah")
    expect(page.get_by_text(f"{count} baris cocok")).to_be_visible()
    settle(page)
    assert not {"cari", "urut"} & set(parse_qs(urlsplit(page.url).query))


def test_the_pager_names_the_page_shown(server: Server, open_page: Open):
    page = open_page(f"{server.url}/jelajah?halaman=99")
    last = page.get_by_test_id("stPagination").locator("[aria-current]").inner_text()
    expect(page.get_by_text(f"Halaman 99 tidak ada; yang tampil halaman terakhir, {last}.")).to_be_visible()


@pytest.mark.parametrize(("width", "rows"), [(1440, 1), (390, 3)])
def test_the_bar_stays_small_whatever_is_chosen(width, rows, server: Server, open_page: Open):
    years = "&".join(f"tahun={year}" for year in (2020, 2021, 2024))
    words = f"&unit=sekretariat&jenis=Renstra&jenis=RKT&jenis=LK&sasaran={'kata ' * 30}"
    page = open_page(f"{server.url}/jelajah?satker=3572&satker=3673&satker=1971&{years}{words}", width=width)
    bar = page.locator(".st-key-saring").bounding_box()
    button = page.get_by_role("button", name="Provinsi").bounding_box()
    assert bar is not None
    assert button is not None
    assert bar["height"] <= rows * (button["height"] + 8)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
