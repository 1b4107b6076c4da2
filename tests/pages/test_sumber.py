"""The source drawer on the project's own data: from the address to document, cell, reading, correction, version."""

from functools import cache

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from pages.components import highlight, location, reading_rules
from pages.components import sumber as laci
from queries import jelajah, sumber
from queries.jelajah import Request
from queries.saring import Saring
from tests.pages import layar
from tests.pages.layar import words

pytestmark = pytest.mark.usefixtures("buka_proyek")
PANGKALPINANG = "renstra-kpu-kota-pangkalpinang-2020-2024.txt"
PRABUMULIH = "lk-kpu-kota-prabumulih-2024.txt"
PRINTED = {"target": "nilai_teks", "capaian": "realisasi_teks", "pagu": "pagu_teks"}
# Of the 1,500 printed figures only a few of the OCR pages cannot be pointed at inside their line.
FEW_UNMARKED = 6


def open_source(address: str, page: str = "", **params: str) -> AppTest:
    return layar.open_page(page, sumber=address, **params)


def printed(app: AppTest) -> str:
    (shown,) = [html.proto.body for html in app.get("html") if "baris-tercetak" in html.proto.body[:60]]
    return shown


def test_an_address_opens_document_cell_reading_correction_and_version(laporan):
    app = open_source(f"{PANGKALPINANG}:582:2022:target")
    said = words(app)
    assert "Target 2022: tercetak “7 Kecamata n”, terbaca **7 Kecamatan**" in said
    assert "Nomor 04/PR.01.3-Kpt/1971/KPU-Kot/VIII/2020, tanggal 28 Agustus 2020" in said
    assert "**Lampiran 1**, baris 582 berkas" in said
    assert "dikoreksi orang" in said
    assert "ditetapkan **7 Kecamatan** oleh Tim Selaras, 20 November 2026. Alasan: Baris ini" in said
    assert f"Versi data {laporan.versi}" in said
    assert printed(app).count("<mark>7 Kecamata n</mark>") == 1
    assert app.code[-1].value.endswith(f"?sumber={PANGKALPINANG}:582:2022:target")


@pytest.mark.parametrize("page", ["target", "serapan", "jelajah", "dokumen", "konsistensi"])
def test_it_opens_on_any_page_even_one_that_has_nothing_to_show(page):
    assert "Tautan ke sumber ini" in words(open_source(f"{PANGKALPINANG}:582:2022", page))
    assert "Tautan ke sumber ini" in words(open_source(f"{PANGKALPINANG}:582", page, sasaran="tidakadasamasekali"))


def test_a_rule_is_explained_in_a_sentence():
    rows = jelajah.everything(Request("target", Saring(), keadaan=("diperbaiki",)))
    row = rows.filter(aturan_baca="satuan_terpenggal").row(0, named=True)
    said = words(open_source(str(location.of_row(row))))
    assert "Aturan **satuan terpenggal**: Satuan yang terpenggal" in said


def test_every_rule_of_the_data_has_its_sentence(ask):
    rules = ask(
        "select aturan_baca from target union select aturan_baca from realisasi union select aturan_baca from pagu "
        "union select aturan_baca from realisasi_anggaran union select catatan_baca from indikator "
        "union select catatan_baca from mata_anggaran"
    )
    assert set(rules["aturan_baca"].drop_nulls()) <= set(reading_rules.ATURAN)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("apa saja", "tidak dapat dibaca. Bentuknya berkas:baris"),
        ("tidak-ada.txt:12:2020", "Dokumen tidak-ada.txt tidak ada dalam versi data ini"),
        (f"{PANGKALPINANG}:1", "tidak termasuk tabel yang dibaca"),
        (f"{PANGKALPINANG}:582:1999", "Baris ini tidak memuat angka 1999."),
        (f"{PANGKALPINANG}:580", "Baris ini tidak memuat angka yang dibaca"),
        ("<script>alert(1)</script>:1", "tidak ada dalam versi data ini"),
    ],
)
def test_an_address_that_leads_nowhere_is_answered_with_a_sentence(address, sentence):
    app = open_source(address)
    assert sentence in words(app)
    assert app.title[0].value == "Ringkasan"


SETIAP = pytest.mark.parametrize("setiap", [40, pytest.param(1, marks=pytest.mark.lengkap)])
"""Every so many rows."""


@SETIAP
def test_every_figure_leads_to_its_own_printed_text_and_back(setiap):
    values, whole, unmarked = cache(sumber.values), cache(sumber.lines), []
    for isi, column in PRINTED.items():
        for row in jelajah.everything(Request(isi, Saring())).gather_every(setiap).iter_rows(named=True):
            place = location.of_row(row)
            figures = values(place.berkas, place.baris)
            (meant,) = laci.wanted(figures, place)
            figure = figures.row(meant, named=True)
            assert (figure["teks"], figure["tabel"]) == (row[column], row["tabel"])
            lines = whole(place.berkas, 1, 10**6).filter(pl.col("baris").is_between(row["baris"], row["baris_akhir"]))
            if not highlight.found_all(lines, figures["teks"].to_list(), [meant]):
                unmarked.append(str(place))
    assert len(unmarked) <= FEW_UNMARKED, unmarked


def test_a_transcribed_figure_says_so_with_lines_name_day_and_reason():
    said = words(open_source(f"{PRABUMULIH}:3483:2024:target"))
    assert "Target 2024: tercetak “909”, terbaca **90%**" in said
    assert (
        "**Ditranskripsi orang** dari baris 3483–3484 oleh Tim Selaras, 20 November 2026: kolom indikator, target, "
        "sasaran ditetapkan orang. Alasan: indikator\\: OCR menyelipkan garis tabel"
    ) in said
    plain = words(open_source(f"{PRABUMULIH}:3516:2024:pagu"))
    assert "**Ditranskripsi orang** dari baris 3516 oleh Tim Selaras, 1 Desember 2026: seperti tercetak." in plain
    assert "Ditranskripsi orang" not in words(open_source(f"{PANGKALPINANG}:582:2022:target"))


@SETIAP
def test_every_corrected_figure_shows_who_when_and_why(setiap):
    for isi in PRINTED:
        corrected = jelajah.everything(Request(isi, Saring(), keadaan=("dikoreksi",)))
        for row in corrected.gather_every(setiap).iter_rows(named=True):
            first = sumber.values(row["berkas"], row["baris"]).row(0, named=True)
            place = {"tabel": first["tabel"], "sasaran": first["sasaran"]}
            lines = (row["berkas"], first["baris"], first["baris_akhir"])
            why = ["alasan", "oleh", "tanggal"]
            copied = sumber.transcripts(*lines).drop_nulls("kolom")
            found = pl.concat([sumber.corrections(*lines, **place).select(why), copied.select(why)])
            assert len(found), row
            assert found.null_count().sum_horizontal().item() == 0


def test_money_and_its_printed_jumlah_are_told_apart():
    rows = jelajah.everything(Request("pagu", Saring()))
    row = rows.filter(rows["tahun"].is_null()).row(0, named=True)
    address = str(location.of_row(row))
    assert ":jumlah:pagu" in address
    assert "Pagu jumlah seluruh tahun: tercetak" in words(open_source(address))
