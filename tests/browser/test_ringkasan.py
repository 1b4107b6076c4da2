"""Ringkasan in the browser: a name opens its office, an order stays in the address, a phone shows cards."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, fits, rerun, settle

Open = Callable[..., Page]
PROVINSI = "Sumatera+Selatan"


def test_an_order_stays_in_the_address_a_phone_shows_cards_and_a_name_opens_its_office(server: Server, open_page: Open):
    page = open_page(f"{server.url}/?provinsi={PROVINSI}")
    with rerun(page):
        page.get_by_role("combobox", name="Urutkan menurut").click()
        page.get_by_role("option", name="Serapan").click()
    expect(page).to_have_url(re.compile(r"urut_rapor=Serapan"))
    expect(page.locator("th[aria-sort]")).to_contain_text("Serapan")

    fits(page, 390)
    office = page.get_by_role("link", name="Kota Prabumulih").first
    card = office.locator("xpath=ancestor::tr")
    assert card.evaluate("row => getComputedStyle(row).display") == "grid"
    assert card.evaluate("row => row.scrollWidth <= row.clientWidth")

    office.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Satker")
    settle(page)
    expect(page).to_have_url(re.compile(r"kantor=KPU(%20|\+)Kota(%20|\+)Prabumulih"))
    expect(page).to_have_url(re.compile(r"tahun=2024"))
