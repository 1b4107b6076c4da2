"""Unggah in the browser: a newcomer hands in another satker's Word file, decides a doubt, and sees it everywhere."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from loaders.build import build
from tests.browser import dokumen_malang
from tests.browser.conftest import Server, rerun, settle
from tests.loaders import data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one document, built: publishing another is quick."""
    target = data.copy(tmp_path_factory.mktemp("unggah") / "data", "rkt-kpu-kota-serang")
    build(target, terbit=target / "terbit")
    return target


@pytest.fixture(scope="module")
def own_server(folder: Path) -> Iterator[Server]:
    server = Server(SELARAS_DATA=str(folder), SELARAS_TERBIT=str(folder / "terbit"))
    yield server
    server.stop()


def hand_in(page: Page, path: Path) -> None:
    page.get_by_role("textbox", name="Nama Anda").fill("Siti")
    with rerun(page):
        page.keyboard.press("Enter")
    with rerun(page):
        page.locator("input[type=file]").set_input_files(path)
    page.get_by_text("Terbitkan?").wait_for()
    settle(page)


def decide_first(page: Page, value: str) -> None:
    """Type the value of the first doubt, as a person does with the mouse and the keyboard."""
    grid = page.locator("[class*=st-key-keputusan_] [data-testid=stDataFrame]")
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box
    page.mouse.click(box["x"] + 140, box["y"] + 52)
    page.wait_for_timeout(300)  # the cell is marked
    page.keyboard.press("Enter")
    expect(page.locator("#portal textarea, #portal input").first).to_be_focused()
    page.keyboard.type(value, delay=20)
    with rerun(page):
        page.keyboard.press("Enter")
    page.get_by_role("textbox", name="Dasar koreksi").fill("dibaca dari dokumen asli")
    with rerun(page):
        page.keyboard.press("Enter")


def test_a_newcomer_adds_a_satker_and_sees_it_in_the_comparison(
    own_server: Server, folder: Path, tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    path = dokumen_malang.write(tmp_path / "RKT Malang 2025.docx")
    page = open_page(f"{own_server.url}/unggah")
    hand_in(page, path)
    expect(page.get_by_role("combobox", name="Satker", exact=True).last).to_have_value("KPU Kota Malang (3573)")
    expect(page.get_by_text("1 baris menunggu keputusan Anda")).to_be_visible()

    decide_first(page, "12 Laporan")
    with rerun(page):
        page.get_by_role("button", name="Terapkan 1 koreksi pada pratinjau").click()
    expect(page.get_by_text("tidak ada yang diragukan")).to_be_visible()
    page.get_by_role("button", name="Terbitkan", exact=True).click()
    expect(page.get_by_text("sudah masuk sebagai")).to_be_visible()

    with (folder / "koreksi" / "rkt-kpu-kota-malang-2025.csv").open(encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert (row["nilai_baru"], row["oleh"], row["alasan"]) == ("12 Laporan", "Siti", "dibaca dari dokumen asli")

    again = open_page(f"{own_server.url}/target?satker=KPU+Kota+Malang")
    expect(again.get_by_text("KPU Kota Malang").filter(visible=True).first).to_be_visible()
    source = open_page(f"{own_server.url}/jelajah?sumber=rkt-kpu-kota-malang-2025.docx:12:2025")
    expect(source.get_by_role("dialog")).to_contain_text("tabel 1, baris 5")
    expect(source.get_by_role("dialog")).to_contain_text("12 atau 13 Laporan")


def test_on_a_phone_nothing_overflows_and_dropping_empties_the_inbox(
    own_server: Server, folder: Path, tmp_path: Path, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{own_server.url}/unggah", width=390)
    hand_in(page, dokumen_malang.write(tmp_path / "x.docx"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Buang berkas ini").click()
    expect(page.get_by_text("Tidak ada berkas yang menunggu")).to_be_visible()
    assert not list((folder / "masuk").glob("*/titipan.json"))
