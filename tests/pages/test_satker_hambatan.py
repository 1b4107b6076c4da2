"""Satker: obstacles with their efforts and their source, or one sentence why there are none."""

from functools import partial

import pytest

from tests.pages import layar, lke_contoh
from tests.pages.layar import words

pytestmark = pytest.mark.usefixtures("buka_contoh_lke")
open_page = partial(layar.open_page, "satker")


def test_each_obstacle_stands_with_its_effort_and_opens_its_line():
    app = open_page(kantor="KPU Kota Prabumulih", rincian="Hambatan")
    assert "**2 hambatan** tercetak dalam LK; 1 di antaranya disertai upaya." in words(app)
    rows = next(frame.value for frame in app.dataframe if "hambatan" in frame.value)
    assert rows["hambatan"].to_list() == [obstacle[4] for obstacle in lke_contoh.HAMBATAN]
    assert rows["upaya"].to_list()[0] == "Memindahkan gudang"
    app.selectbox(key="hambatan_satker_pilih_sumber").select_index(1).run()
    assert app.query_params["sumber"] == "lk-1674.txt:43:2024"


def test_a_report_without_such_a_table_and_no_report_are_told_apart(proyek, monkeypatch):
    missing = "Belum ada LK kantor ini di bawah saringan ini"
    assert missing in words(open_page(kantor="KPU Kota Pangkalpinang", rincian="Hambatan"))
    monkeypatch.setenv("SELARAS_TERBIT", str(proyek))
    said = words(open_page(kantor="KPU Kota Prabumulih", rincian="Hambatan"))
    assert "Bagian LK yang dimuat tidak berisi tabel hambatan dan upaya" in said
    assert missing not in said
