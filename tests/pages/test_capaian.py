"""Capaian: the headline counts what the rows below show, satker stand worst first, every figure leads to its source."""

from __future__ import annotations

import random
import re
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from pages.components.format import number
from pages.parts.capaian import figures, kalimat, matriks
from pages.parts.capaian import rows as rows_below
from queries import capaian
from queries.saring import Saring
from tests.pages import gudang_contoh, layar
from tests.pages.layar import words

open_page = partial(layar.open_page, "capaian")
contoh_kecil = pytest.mark.usefixtures("buka_contoh_capaian")
HEADLINE = re.compile(r"## \*\*([\d.]+) dari ([\d.]+) indikator tercapai\*\*")
BARIS, SATKER, INDIKATOR = "Seluruh baris", "Satu satker", "Satu indikator"


def headline(app: AppTest) -> tuple[str, str]:
    found = HEADLINE.search(words(app))
    assert found is not None
    return found[1], found[2]


def bodies(app: AppTest) -> str:
    """The tables of our own HTML on the page."""
    drawn = (str(item.proto.body) for item in app.get("html"))
    return "\n".join(body for body in drawn if not body.startswith("<style>"))


@contoh_kecil
def test_the_verdict_counts_each_indikator_once_and_names_the_worst():
    said = words(open_page())
    assert "## **5 dari 7 indikator tercapai** oleh 2 kab/kota pada 2024 (71,4%); 2023 tidak dilaporkan." in said
    assert "Terendah: **Kota Prabumulih** (3 dari 5)." in said
    assert "Tahun 2024, dilaporkan 2 dari 5 satker" in said


@contoh_kecil
def test_who_has_no_realisasi_is_said_by_name():
    said = words(open_page())
    assert "Tanpa realisasi 2024 dalam dokumen yang terbaca: Kota Balikpapan, Kota Pangkalpinang, dan" in said


@contoh_kecil
def test_the_matrix_says_the_status_in_colour_sign_and_word_and_leads_to_the_source():
    drawn = bodies(open_page())
    assert drawn.index("Kota Prabumulih") < drawn.index("Kota Blitar")
    assert 'href="capaian?sumber=lk-1674.txt%3A11%3A2024%3Arealisasi"' in drawn
    assert re.search(r'class="meleset"><a [^>]*>✕ 94,4</a><span class="terdengar">tidak tercapai</span>', drawn)
    assert "realisasi WDP dari target WTP – tidak tercapai" in drawn
    assert 'href="capaian?kantor=KPU%20Kota%20Prabumulih&amp;rinci=Satu%20satker#rincian"' in drawn


@contoh_kecil
def test_the_switch_shows_what_is_missed_most():
    app = open_page(tampil="Indikator yang paling banyak meleset")
    assert "### Paling banyak meleset: Persentase pendidikan pemilih, pada 1 dari 2 kab/kota" in words(app)
    assert "1 dari 2</span>" in bodies(app)


@contoh_kecil
def test_one_indikator_stands_against_median_and_target():
    app = open_page(rinci=INDIKATOR, indikator="Persentase pendidikan pemilih")
    assert "**1 dari 2 kab/kota meleset; terendah Kota Prabumulih 94,4%, median 97,2%**" in words(app)
    (table,) = (frame.value for frame in app.dataframe if "capaian_lalu" in frame.value)
    assert table["satker"].to_list() == ["KPU Kota Prabumulih", "KPU Kota Blitar"]


@contoh_kecil
def test_grades_are_said_by_name():
    said = words(open_page(rinci=INDIKATOR, indikator="Opini BPK"))
    assert "- **tidak tercapai**, WDP (target WTP): Kota Prabumulih" in said


@contoh_kecil
def test_one_satker_has_its_misses_by_name_and_what_disagrees():
    app = open_page(rinci=SATKER, kantor="KPU Kota Prabumulih")
    said = words(app)
    assert "**Kota Prabumulih meleset pada 2 dari 5 indikator: Persentase pendidikan pemilih (94,4), Opini BPK" in said
    assert "realisasi 85% pada Bab III baris 11 (tidak tercapai), tetapi 90% pada Kinerja dan Anggaran baris 31" in said
    assert "**1 dari 2 indikator** tercapai tanpa melampaui pagunya." in said
    assert "Realisasi melebihi pagu pada “Persentase koordinasi”." in said
    app.button(key="gagal_lk-1674.txt:15:2024:realisasi").click().run()
    assert not app.exception
    assert app.query_params["sumber"] == "lk-1674.txt:15:2024:realisasi"


@contoh_kecil
def test_printed_stands_beside_computed_with_the_likely_cause():
    app = open_page(rinci=BARIS)
    rows = app.dataframe[0].value
    assert len(rows) == 7
    causes = ["dibatasi 100%", "dibulatkan ke 1 angka di belakang koma"]
    causes += ["dibulatkan ke bilangan bulat", "persentase dicetak untuk predikat", "sama", "sama", "tidak diketahui"]
    assert sorted(rows["sebab_selisih"]) == sorted(causes)
    assert "Capaian tercetak sama dengan hitungan kita pada 2 dari 7 baris." in words(app)


@contoh_kecil
def test_the_category_follows_the_scale_of_the_address_and_its_name_is_said():
    app = open_page(rinci=BARIS, skala="Skala LAN")
    assert set(app.dataframe[0].value["kategori"].dropna()) == {"Berhasil"}
    assert "kategori menurut **Skala LAN**" in words(app)
    assert "skala kategori yang tidak dikenal: aneh" in words(open_page(rinci=BARIS, skala="aneh"))


@contoh_kecil
def test_only_one_hasil_can_be_kept():
    app = open_page(rinci=BARIS, hasil="tidak tercapai")
    assert len(app.dataframe[0].value) == 2
    assert "**2 baris**" in words(app)


@contoh_kecil
def test_one_satker_alone_has_bars_instead_of_a_matrix():
    app = open_page(satker="3572")
    said = words(app)
    assert "## **2 dari 2 indikator tercapai** oleh **KPU Kota Blitar** pada 2024" in said
    assert "Kota Blitar tidak meleset pada satu pun dari 2 indikator" in said
    assert "matriks-capaian" not in bodies(app)
    assert len(app.dataframe[0].value) == 2


@contoh_kecil
def test_nothing_left_says_what_to_change_and_where_there_is_realisasi():
    app = open_page(satker="1971")
    said = words(app)
    assert "Tidak ada realisasi yang cocok. Longgarkan satker" in said
    assert "Realisasi ada untuk tahun 2024 (2 satker)." in said
    assert not app.dataframe


def test_without_any_realisasi_the_page_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(gudang_contoh.build(tmp_path / "kosong")))
    assert "Tidak ada realisasi yang cocok. Belum ada dokumen yang memuatnya" in words(open_page())


@pytest.mark.usefixtures("buka_proyek")
def test_the_project_s_own_answer():
    app = open_page()
    said = words(app)
    assert "## **9 dari 12 indikator tercapai** oleh **KPU Kota Prabumulih** pada 2024" in said
    assert "Persentase kegiatan pendidikan pemilih yang terlaksana (94,4)" in said
    assert "Nilai Akuntabilitas Kinerja CC dari target B (tidak tercapai)" in said
    assert len(app.dataframe[0].value) == 12


@pytest.mark.usefixtures("buka_provinsi")
@pytest.mark.parametrize("seed", range(4))
def test_the_headline_equals_the_rows_below_whatever_the_filter(seed: int, monkeypatch: pytest.MonkeyPatch):
    """One page a seed: random satker, year and words; the rows below add up to the headline."""
    monkeypatch.setattr(rows_below, "SIZE", 10_000)
    chance = random.Random(seed)
    held = capaian.kantor(Saring())
    params: dict[str, str | list[str]] = {"tahun": str(chance.choice(held["tahun"].unique().sort().to_list()))}
    if seed:
        params["satker"] = chance.sample(held["satker"].unique().sort().to_list(), 2)
    if seed == 2:
        params["sasaran"] = "persentase"
    app = open_page(rinci=BARIS, **params)
    rows = app.dataframe[0].value
    assert headline(app) == (
        number(int(rows["hasil"].str.endswith(" tercapai").sum() - rows["hasil"].str.endswith("tidak tercapai").sum())),
        number(len(rows)),
    )


@pytest.mark.usefixtures("buka_provinsi")
def test_every_count_of_the_matrix_is_that_of_its_rows():
    dilihat = figures.load(Saring(), 2024)
    rows = capaian.banding(dilihat.of_year, tingkat=dilihat.tingkat)
    assert dilihat.jumlah("n_indikator") == len(rows) == dilihat.indikator["jumlah_satker"].sum()
    assert dilihat.jumlah("n_tercapai") == rows.filter(status="tercapai").height
    assert dilihat.indikator["n_meleset"].sum() == rows.filter(status="tidak tercapai").height
    assert dilihat.kantor["persen"].is_sorted()
    paged = [capaian.banding(dilihat.of_year, tingkat=dilihat.tingkat, lewati=at, batas=40) for at in (0, 40, 80)]
    assert pl.concat(paged).equals(rows.head(120))
    by_provinsi = capaian.provinsi(dilihat.of_year, (), dilihat.tingkat)
    assert by_provinsi["n_tercapai"].sum() == dilihat.jumlah("n_tercapai")


@pytest.mark.usefixtures("buka_provinsi")
def test_the_change_compares_the_satker_that_report_in_both_years():
    dilihat = figures.load(Saring(), 2024)
    both = set(capaian.kantor(Saring(tahun=(2023,)))["kode_satker"]) & set(dilihat.kantor["kode_satker"])
    shares = [
        100 * rows.filter(status="tercapai").height / len(rows)
        for rows in (capaian.banding(Saring(tahun=(year,), satker=tuple(both))) for year in (2024, 2023))
    ]
    found = figures.change(dilihat.kantor)
    assert found is not None
    assert found == (pytest.approx(shares[0] - shares[1]), len(both))


@pytest.mark.usefixtures("buka_provinsi")
def test_many_satker_stand_behind_their_provinsi(monkeypatch: pytest.MonkeyPatch):
    """Above MOST satker of several provinsi the rows are provinsi, one opened by the address."""
    monkeypatch.setattr(matriks, "MOST", 1)
    load = figures.load

    def two(saring: Saring, tahun: int) -> figures.Dilihat:
        dilihat = load(saring, tahun)
        names = ["Satu" if place else "Dua" for place in range(len(dilihat.kantor))]
        return figures.Dilihat(
            dilihat.saring, tahun, dilihat.tingkat, dilihat.kantor.with_columns(pl.Series("provinsi", names)),
            dilihat.lain, dilihat.indikator,
        )  # fmt: skip

    monkeypatch.setattr(figures, "load", two)
    closed = bodies(open_page(tahun="2024"))
    opened = bodies(open_page(tahun="2024", buka="Dua"))
    assert closed.count('class="induk"') == opened.count('class="induk"') == 2
    assert 'class="anak"' not in closed
    assert opened.count('class="anak"') == 1


def test_what_is_not_counted_says_why():
    row: dict[str, Any] = {
        "satker": "KPU Kota Blitar",
        "indikator": "Persentase pemilih",
        "status": "tak terhitung",
        "satuan": "%",
    }
    row |= {"alasan": "target_nol", "target": 0.0, "realisasi": 2.0, "capaian": None, "berkas": "lk.txt", "baris": 3}
    row |= {"tahun": 2024, "realisasi_ordinal": None}
    drawn = matriks.cell(row, None)
    assert 'class="takterhitung"' in drawn
    assert "tak terhitung: target nol" in drawn
    before = row | {"tahun": 2023, "status": "tercapai", "capaian": 100.0}
    missed = matriks.cell(row | {"status": "tidak tercapai", "capaian": 90.0}, before)
    assert ">✕ 90,0 ▾</a>" in missed
    assert "2023: 100,0 (tercapai)" in missed
    assert matriks.cell(None, before) == "<td></td>"


@pytest.mark.usefixtures("buka_provinsi")
def test_rows_come_a_page_at_a_time_and_the_download_holds_all():
    app = open_page(rinci=BARIS, tahun="2024")
    assert len(app.dataframe[0].value) == rows_below.SIZE
    dilihat = figures.load(Saring(), 2024)
    assert len(rows_below.rows(dilihat, None, "lima_tingkat")) == dilihat.jumlah("n_indikator") > rows_below.SIZE


def test_names_stay_short_and_known():
    assert kalimat.pendek("KPU Kabupaten Blitar") == "Kab. Blitar"
    assert kalimat.pendek("KPU RI") == "KPU RI"
    assert kalimat.ringkas_indikator("Persentase pemilih") == "% pemilih"
    assert len(kalimat.ringkas_indikator("x" * 200)) == kalimat.NAMA_PANJANG
