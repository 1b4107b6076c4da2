"""Ringkasan in the browser: a name opens its office, an order stays in the address, a phone shows cards."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, rerun, settle

Open = Callable[..., Page]
PROVINSI = "Sumatera+Selatan"


def test_a_name_opens_its_office_in_that_year(server: Server, open_page: Open):
    page = open_page(f"{server.url}/?buka={PROVINSI}")
    page.get_by_role("link", name="Kota Prabumulih").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Satker")
    settle(page)
    expect(page).to_have_url(re.compile(r"kantor=KPU(%20|\+)Kota(%20|\+)Prabumulih"))
    expect(page).to_have_url(re.compile(r"tahun=2024"))


def test_an_order_stays_in_the_address(server: Server, open_page: Open):
    page = open_page(f"{server.url}/?provinsi={PROVINSI}")
    with rerun(page):
        page.get_by_role("combobox", name="Urutkan menurut").click()
        page.get_by_role("option", name="Serapan").click()
    expect(page).to_have_url(re.compile(r"urut_rapor=Serapan"))
    expect(page.locator("th[aria-sort]")).to_contain_text("Serapan")


def test_on_a_phone_a_row_is_a_card_and_nothing_is_cut_off(server: Server, open_page: Open):
    page = open_page(f"{server.url}/?provinsi={PROVINSI}", width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    card = page.get_by_role("link", name="Kota Prabumulih").first.locator("xpath=ancestor::tr")
    assert card.evaluate("row => getComputedStyle(row).display") == "grid"
    assert card.evaluate("row => row.scrollWidth <= row.clientWidth")
