"""Flows of Konsistensi: from the short list to the printed lines, the address of a temuan, the chain to its source."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from queries import konsistensi, saring
from queries.saring import Saring
from tests.browser.conftest import Server, rerun, settle

Open = Callable[..., Page]


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_short_list_leads_to_the_printed_lines_and_closing_leaves_the_address(server: Server, open_page: Open):
    first = konsistensi.utama(Saring(), 5).row(0, named=True)
    page = open_page(server.url)
    page.get_by_role("link", name=f"(aturan {first['kode_aturan']})").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(first["nama_aturan"])
    expect(dialog.locator(".baris-tercetak").first).to_contain_text(str(first["baris"]))
    assert query(page)["temuan"] == [first["kode_temuan"]]
    with rerun(page):
        page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert "temuan" not in query(page)


def test_a_temuan_and_a_rule_live_in_the_address_and_its_place_opens_the_source_drawer_and_back(
    server: Server, open_page: Open
):
    row = next(row for row in _worst() if row["baris_lain"] is not None and row["kode_aturan"].startswith("T"))
    page = open_page(f"{server.url}/konsistensi?temuan={row['kode_temuan']}&aturan={row['kode_aturan']}")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(".baris-tercetak")).not_to_have_count(0)
    expect(dialog).to_contain_text(f"baris {row['baris']}")
    expect(dialog).to_contain_text(f"baris {row['baris_lain']}")
    expect(dialog).to_contain_text(f"Aturan {row['kode_aturan']}")
    dialog.get_by_role("button", name="Buka sumber lengkap").first.click()
    expect(page.get_by_role("dialog", name="Sumber angka")).to_contain_text(row["berkas"])
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Temuan")).to_be_visible()
    with rerun(page):
        page.keyboard.press("Escape")
    shown = query(page)["aturan"]
    assert shown[0].startswith(f"{row['kode_aturan']} ")
    page.reload()
    settle(page)
    assert query(page)["aturan"] == shown


def test_a_group_opens_its_temuan_a_cell_its_promises_and_the_chain_its_source(server: Server, open_page: Open):
    page = open_page(f"{server.url}/konsistensi")
    page.locator(".st-key-kelompok_tabel th[scope=row] a").first.click()
    expect(page.get_by_role("button", name="Lihat baris tercetaknya").first).to_be_visible()
    assert {"aturan", "kantor"} <= set(query(page))
    page.locator(".matriks-rantai td.jumlah a").last.click()
    expect(page.locator(".pilihan .dipilih").first).to_contain_text("semua rantai")
    assert query(page)["bagian"] == ["Janji"]
    settle(page)

    office = konsistensi.rantai_pilihan(Saring(satker=(_office(page),))).row(0, named=True)
    with rerun(page):
        page.get_by_role("radio", name="Rantai dokumen").click()
    expect(page.get_by_text(f"{office['satker']} {office['tahun']}").first).to_be_visible()
    cell = page.locator(".st-key-rantai_tabel button").first
    cell.scroll_into_view_if_needed()
    cell.click()
    expect(page.get_by_role("dialog")).to_contain_text("Seperti tercetak")
    assert "sumber" in query(page)


def _office(page: Page) -> str:
    """The code of the satker that the address names."""
    return next(row["nilai"] for row in saring.options().to_dicts() if row["label"] == query(page)["kantor"][0])


def _worst() -> list[dict]:
    return konsistensi.temuan(konsistensi.Request(Saring())).to_dicts()
