"""Satker in the browser: a branch opens, a figure opens its source, and the address keeps both."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, rerun


def test_a_branch_and_a_source_live_in_the_address(server: Server, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{server.url}/satker?kantor=KPU+Kota+Blitar&rincian=Janji", width=390, height=900)
    with rerun(page):
        page.get_by_text("Pelaksanaan Pengelolaan Logistik").first.click()
    figure = page.get_by_role("button", name="2022").last
    assert "cabang_3572_" in page.url
    figure.click()
    expect(page.get_by_role("dialog")).to_contain_text("Seperti tercetak")
    assert ":2022:target" in page.url.replace("%3A", ":")
    address = page.url.split("&sumber=")[0]
    again = open_page(address, width=390, height=900)
    again.get_by_role("button", name="2022").first.wait_for()
    assert again.evaluate("document.documentElement.scrollWidth") <= 390
