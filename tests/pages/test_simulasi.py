"""Simulated data say so on every page and in every file that leaves it; real data never do."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from loaders.register import KALIMAT_SIMULASI
from pages.components import downloads, shell, simulasi
from pages.parts.unggah import lembar
from queries import jelajah, kelengkapan, warehouse
from queries.saring import Saring
from tests.pages.layar import html, links, open_page, seen

PAGES = [file.removesuffix(".py") for file in shell.PAGES]


def banners(app: AppTest) -> list[str]:
    return [text.value for text in app.markdown if simulasi.SEBUTAN in str(text.value)]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_it_above_everything_else(page: str, buka_provinsi: None) -> None:
    app = open_page(page)
    assert len(banners(app)) == 1
    first = next(iter(app.markdown))
    assert simulasi.SEBUTAN in first.value
    assert "Jawa Timur" in first.proto.help


def test_real_data_never_say_it(buka_proyek: None) -> None:
    assert banners(open_page("ringkasan")) == []
    assert simulasi.file_name("selaras.csv") == "selaras.csv"
    rows = jelajah.page(jelajah.Request("target", Saring()), 1, 3).frame
    assert simulasi.marked(rows, warehouse.current()).columns == rows.columns


def test_downloads_say_it_in_their_name_and_in_every_row(buka_provinsi: None) -> None:
    version = warehouse.current()
    rows = jelajah.page(jelajah.Request("target", Saring()), 1, 3).frame
    for write in (downloads.excel_indonesia, downloads.csv_baku):
        lines = downloads._content(version, write, rows).decode("utf-8-sig").splitlines()
        assert "data_simulasi" in lines[0]
        assert all(simulasi.SEBUTAN in line for line in lines[1:])
    assert downloads.file_name("target").startswith("DATA-SIMULASI_selaras_")


def test_a_workbook_filled_with_them_says_it_and_is_known_by_it(buka_provinsi: None, provinsi_kecil: Path) -> None:
    document = next(path.name for path in (provinsi_kecil / "dokumen").rglob("*lk*.txt"))
    identitas = lembar.unggah.IdentitasLembar("3501", "LK", 2024, 2024, None, "KPU Kabupaten Pacitan")
    book = openpyxl.load_workbook(io.BytesIO(lembar._workbook(identitas, document)))
    assert KALIMAT_SIMULASI in [row[0] for row in book["Keterangan"].iter_rows(values_only=True)]


def test_what_waits_for_a_person_is_said_beside_it_with_the_way_there(buka_provinsi: None) -> None:
    waiting = int(kelengkapan.documents(Saring())["dikarantina"].sum())
    assert waiting
    app = open_page("capaian", provinsi=["Jawa Timur"])
    assert f"{waiting} baris dikarantina , tidak ikut dihitung" in seen(html(app))
    assert next(link for link in links(app) if link.startswith("dokumen")) == "dokumen?provinsi=Jawa%20Timur"
    assert "dikarantina" not in seen(html(open_page("panduan")))
