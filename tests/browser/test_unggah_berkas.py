"""Unggah in the browser, a kind of file each: a scan, a sheet that is only a table, a damaged one, a PDF of Word."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page, expect

from loaders.build import build
from tests.browser import berkas_unggah
from tests.browser.conftest import Server, rerun, settle
from tests.loaders import data
from tests.rendering_scan.tesseract import needs_tesseract

Open = Callable[..., Page]
READ_MS = 60_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one document, built: each publishing after it is quick."""
    target = data.copy(tmp_path_factory.mktemp("unggah") / "data", "rkt-kpu-kota-serang")
    build(target, terbit=target / "terbit")
    return target


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    running = Server(SELARAS_DATA=str(folder), SELARAS_TERBIT=str(folder / "terbit"))
    yield running
    running.stop()


def hand_in(page: Page, *paths: Path, until: str = "Terbitkan?") -> None:
    page.get_by_role("textbox", name="Nama Anda").fill("Siti")
    with rerun(page):
        page.keyboard.press("Enter")
    with rerun(page):
        page.locator("input[type=file]").set_input_files(paths)
    page.get_by_text(until).first.wait_for(timeout=READ_MS)
    settle(page)


def publish(page: Page, folder: Path) -> None:
    """Publish what is shown; the version that is used is another one then."""
    before = (folder / "terbit" / "kini.json").read_text()
    page.get_by_role("button", name="Terbitkan", exact=True).click()
    expect(page.get_by_text("sudah masuk sebagai")).to_be_visible(timeout=READ_MS)
    assert (folder / "terbit" / "kini.json").read_text() != before


def published(folder: Path, question: str, satker: str) -> list[tuple]:
    """What the version in use answers about a satker."""
    file = json.loads((folder / "terbit" / "kini.json").read_text())["berkas"]
    with duckdb.connect(str(folder / "terbit" / file), read_only=True) as base:
        return base.execute(question, [satker]).fetchall()


TARGETS = "select indikator, nilai, tahun from v_target where kode_satker = ? order by baris"


def tick(page: Page, rows: int) -> None:
    """Tick "Benar" of the first rows that wait, with the mouse."""
    grid = page.get_by_test_id("stDataFrame").last
    grid.scroll_into_view_if_needed()
    for row in range(rows):
        grid.locator("canvas").first.click(position={"x": 40, "y": 52 + 35 * row}, force=True)
        page.get_by_role("button", name=f"Terapkan {row + 1} koreksi").wait_for()


def say_what_it_is(page: Page, satker: str, jenis: str, tahun: str) -> None:
    """Answer what the file does not say of itself."""
    for name, choice in (("Satker", satker), ("Jenis dokumen", jenis)):
        page.get_by_role("combobox", name=name, exact=True).last.fill(choice)
        with rerun(page):
            page.get_by_role("option", name=choice).first.click()
    page.get_by_role("spinbutton", name="Tahun", exact=True).fill(tahun)
    with rerun(page):
        page.keyboard.press("Enter")


@needs_tesseract
def test_a_scan_is_confirmed_value_by_value_and_its_targets_are_found(
    server: Server, folder: Path, tmp_path: Path, open_page: Open
) -> None:
    page = open_page(f"{server.url}/unggah", height=1800)
    hand_in(page, berkas_unggah.pindaian(tmp_path / "pindaian.png"))
    expect(page.get_by_role("combobox", name="Satker", exact=True).last).to_have_value("KPU Kota Malang (3573)")
    expect(page.get_by_text("2 baris menunggu keputusan Anda")).to_be_visible()
    expect(page.get_by_role("button", name="Terbitkan", exact=True)).to_be_disabled()

    expect(page.get_by_text("0 bertambah")).not_to_contain_text("berubah")

    tick(page, 6)
    expect(page.get_by_text("Tulis dahulu dasar koreksinya")).to_be_visible()
    page.get_by_role("textbox", name="Dasar koreksi").fill("dibandingkan dengan kertasnya")
    with rerun(page):
        page.keyboard.press("Enter")
    with rerun(page):
        page.get_by_role("button", name="Terapkan 6 koreksi pada pratinjau").click()
    expect(page.get_by_text("tidak ada yang diragukan")).to_be_visible()
    publish(page, folder)
    assert published(folder, TARGETS, "3573") == [("Persentase pemilih", 77.5, 2025), ("Jumlah laporan", 12, 2025)]
    found = open_page(f"{server.url}/jelajah?isi=Target&satker=3573")
    expect(found.get_by_test_id("stDataFrame").first).to_contain_text("Persentase pemilih")


def test_a_damaged_file_is_dropped_and_the_sheet_that_is_only_a_table_beside_it_is_taken_in(
    server: Server, folder: Path, tmp_path: Path, open_page: Open
) -> None:
    page = open_page(f"{server.url}/unggah", height=1800)
    good, bad = berkas_unggah.lembar(tmp_path / "baik.xlsx"), berkas_unggah.rusak(tmp_path / "rusak.xlsx")
    hand_in(page, good, bad, until="Coba baca lagi")
    expect(page.get_by_text("Berkas rusak.xlsx tidak dapat dibaca: isinya terpotong atau rusak")).to_be_visible()
    page.get_by_role("button", name="Buang berkas ini").click()
    expect(page.get_by_text("Berkas yang menunggu (1)")).to_be_visible()
    expect(page.get_by_text("Lengkapi dahulu satker, jenis dan tahunnya")).to_be_visible(timeout=READ_MS)
    settle(page)

    say_what_it_is(page, "KPU Kota Blitar", "LK (laporan kinerja)", "2024")
    expect(page.get_by_text("1 tabel terbaca dengan 2 target dan 2 realisasi")).to_be_visible()
    publish(page, folder)
    asked = "select indikator, target, realisasi, capaian_tercetak from v_capaian where kode_satker = ? order by baris"
    assert published(folder, asked, "3572") == [
        ("Persentase partisipasi pemilih", 77.5, 79.9, 103.1),
        ("Persentase pemilih perempuan", 75, 76, 101.3),
    ]


def test_a_pdf_of_word_goes_on_behind_its_page_seam(
    server: Server, folder: Path, tmp_path: Path, open_page: Open
) -> None:
    page = open_page(f"{server.url}/unggah", height=1800)
    hand_in(page, berkas_unggah.word(tmp_path / "word.pdf"))
    expect(page.get_by_text("1 tabel terbaca dengan 30 target; tidak ada yang diragukan")).to_be_visible()
    publish(page, folder)
    expected = [(f"Persentase arsip nomor {n}", 50 + n, 2025) for n in range(1, 31)]
    assert published(folder, TARGETS, "3525") == expected
