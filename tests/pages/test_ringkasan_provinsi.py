"""Ringkasan of the project's own documents: five satker of five provinsi, one of which reports."""

from urllib.parse import parse_qs, urlsplit

import pytest

from pages.parts.ringkasan import rapor as parts
from queries import rapor
from queries.saring import Saring
from tests.pages.conftest import HARI
from tests.pages.layar import links, open_page, rows, words
from tests.pages.test_ringkasan_rapor import shown

pytestmark = pytest.mark.usefixtures("hari_tetap", "buka_proyek")


def test_many_satker_of_several_provinsi_stand_behind_their_provinsi():
    app = open_page()
    every = rapor.baris(Saring(), 2024, HARI)
    assert every["provinsi"].n_unique() > 1
    assert len(every) > parts.MOST
    assert "Di 5 provinsi 2024: 0 dari 1 kab/kota mencapai" in words(app)
    assert len(shown(app)) == 1 + every["provinsi"].n_unique()
    ways = [parse_qs(urlsplit(href).query) for href in links(app) if href.startswith("./")]
    assert {way["buka"][0] for way in ways} == set(every["provinsi"])
    opened = open_page(buka="Sumatera Selatan")
    inside = every.filter(provinsi="Sumatera Selatan")
    assert len(shown(opened)) == 1 + every["provinsi"].n_unique() + len(inside)
    assert shown(opened)["Kota Prabumulih"][0] == "9/12"
    closing = [href for href in links(opened) if href.startswith("./") and "buka=" not in href]
    assert len(closing) == 1


def test_one_satker_is_answered_by_its_own_figures():
    app = open_page(satker="1674")
    assert "Kota Prabumulih 2024: 9 dari 12 indikator tercapai, serapan 98,2%." in words(app)
    assert len(shown(app)) == 2


def test_a_year_nobody_reports_is_said_and_nobody_is_last():
    app = open_page(satker="3572")
    said = words(app)
    assert "Kota Blitar 2024: belum ada laporan capaian" in said
    assert "1 kab/kota tidak melaporkan capaian" in [row[0] for row in rows(app) if row]
