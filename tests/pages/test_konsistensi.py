"""Konsistensi: the worst first, notes folded but counted, both places opened, every rule shown, the chain drawn."""

import csv
import io
from functools import partial

import pytest

from pages.components import downloads, kalimat_temuan
from pages.components.format import KEPARAHAN
from pages.parts.konsistensi import listing, rantai_words
from queries import konsistensi
from queries.comparisons.rantai import TANDA
from queries.konsistensi import Request
from queries.saring import Saring
from tests.pages import layar
from tests.pages.layar import words

pytestmark = pytest.mark.usefixtures("buka_contoh")
open_page = partial(layar.open_page, "konsistensi")


def test_the_answer_counts_names_the_worst_and_says_where_to_begin():
    said = words(open_page())
    assert "9 temuan di 4 satker: 6 kritis, 1 peringatan, dan 2 catatan." in said
    assert "Periksa lebih dulu **KPU Kota Prabumulih** (Dijanjikan di PK, tidak dilaporkan di LK)." in said
    assert "KPU Kota Prabumulih memuat 5 dari 6 temuan kritis." in said


def test_notes_are_folded_away_but_counted_until_asked_for():
    app = open_page()
    assert "**7 temuan** di bawah" in words(app)
    assert any(box.label == "2 catatan, kebanyakan cara mencetak" for box in app.expander)
    app.multiselect(key="keparahan").set_value(["catatan"]).run()
    assert "**2 temuan** di bawah" in words(app)
    assert not any("kebanyakan cara mencetak" in box.label for box in app.expander)


def test_rule_and_severity_come_from_the_address_and_unknown_ones_are_said():
    app = open_page(aturan=["N05", "X99"], keparahan="parah")
    assert app.multiselect(key="aturan").value == ["N05"]
    said = words(app)
    assert "**3 temuan** di bawah" in said
    assert "aturan yang tidak dikenal: X99" in said
    assert "keparahan yang tidak dikenal: parah" in said


def test_the_filter_bar_narrows_and_nothing_left_says_what_to_change():
    assert "1 temuan di KPU Kota Pangkalpinang: 1 peringatan." in words(open_page(satker="1971"))
    said = words(open_page(cari_temuan="katayangtidakada"))
    assert "Tidak ada temuan yang cocok. Longgarkan pencarian temuan." in said


def test_a_temuan_of_the_address_opens_both_places_and_its_rule():
    app = open_page(temuan="U05-contoh")
    said = words(app)
    assert "LK KPU Kota Prabumulih, Efisiensi RO, baris 36  \n**Rp 3.908.783.001**" in said
    assert "LK KPU Kota Prabumulih, PK, baris 23  \n**Rp 20.518.557.000**" in said
    assert "- **Aturan U05.** Kalimat aturan U05." in said
    assert f"Keyakinan C: {kalimat_temuan.TANDA['C']}" in said
    assert "- **Toleransi.** Toleransi U05." in said
    printed = "\n".join(element.proto.body for element in app.get("html"))
    assert "Efisiensi RO baris 36" in printed
    assert "PK baris 23" in printed
    assert app.code[0].value.endswith("?temuan=U05-contoh")


def test_a_button_opens_a_temuan():
    app = open_page()
    app.button(key="temuan_berat_T01-contoh").click().run()
    assert not app.exception
    assert app.query_params["temuan"] == "T01-contoh"
    assert any(box.label == "Baris lain yang disebut: 32" for box in app.expander)


def test_a_narrower_choice_on_a_later_page_shows_what_is_left(monkeypatch):
    monkeypatch.setattr(listing, "PAGE_SIZE", 2)
    app = open_page()
    app.session_state["halaman_temuan_berat"] = 4
    app.run()
    assert [button.key for button in app.button if "temuan_berat" in str(button.key)] == ["temuan_berat_T01-contoh"]
    app.multiselect(key="aturan").set_value(["N05"]).run()
    assert not app.exception
    assert [button.key for button in app.button if "temuan_berat" in str(button.key)] == ["temuan_berat_N05-tiga"]


def test_a_place_in_prose_shows_its_sentence():
    app = open_page(temuan="U06-contoh")
    assert "Renstra KPU Kota Blitar, kalimat di luar tabel, baris 5" in words(app)
    assert any("Pemilu sebesar Rp 22.000.000.000,-" in element.proto.body for element in app.get("html"))


def test_a_temuan_about_what_is_not_printed_says_so():
    assert "tidak menunjuk baris" in words(open_page(temuan="K01-contoh"))


def test_an_unknown_temuan_is_said():
    assert "Temuan T99-basi tidak ada dalam versi data ini" in words(open_page(temuan="T99-basi"))


def test_every_rule_is_shown_with_what_it_examined():
    app = open_page(bagian="Aturan")
    said = words(app)
    assert "**8 aturan** dijalankan pada versi data ini: 7 menemukan sesuatu, 1 tidak." in said
    assert "C03 belum punya bahan untuk diperiksa." in said
    shown = [frame.value for frame in app.dataframe]
    assert [len(frame) for frame in shown] == [5, 1, 2]
    assert sum(frame["temuan"].sum() for frame in shown) == 9


def test_the_chain_marks_the_row_that_differs_and_opens_its_source():
    app = open_page(bagian="Rantai dokumen", satker="1971", tahun="2021")
    said = words(app)
    assert "**KPU Kota Pangkalpinang 2021**, 2 indikator: 1 target berbeda dan 1 hanya satu baris." in said
    labels = [button.label for button in app.button if str(button.key).startswith("sel_")]
    assert labels == [
        ":small[Renstra] **85%** :small[Tabel 3, baris 11]",
        ":small[Renstra] :red[:material/difference: **90% :material/build:**] :small[Lampiran 1, baris 31]",
        ":small[Renstra] **WTP** :small[baris 32]",
    ]
    app.button(key="sel_4_2021").click().run()
    assert app.query_params["sumber"] == "renstra-pangkalpinang.txt:31:2021"


@pytest.mark.parametrize(
    ("uraian", "expected"),
    [
        ("85% (baris 11), 90% (baris 31)", []),
        ("85% (baris 11–13), 80% (baris 40–42), 90% (baris 31)", [(40, 42)]),
        ("dua angka (baris 11, 50 dan 60–61)", [(50, 50), (60, 61)]),
        ("5 dari 75 baris bergeser, pertama baris 11", []),
    ],
)
def test_further_places_are_those_the_sentence_names(uraian, expected):
    row = {"uraian": uraian, "baris": 11, "baris_lain": 31, "berkas": "a.txt", "berkas_lain": "a.txt"}
    assert kalimat_temuan.baris_lain(row) == expected
    assert kalimat_temuan.baris_lain(row | {"berkas_lain": "b.txt"}) == []


def test_only_one_mark_can_be_shown():
    app = open_page(bagian="Rantai dokumen", satker="1971", tahun="2021")
    app.selectbox(key="tanda").set_value("target berbeda").run()
    assert len([button for button in app.button if str(button.key).startswith("sel_")]) == 2


def test_the_download_holds_every_temuan_with_its_years():
    rows = listing.export(konsistensi.temuan(Request(Saring())))
    text = downloads.csv_baku(rows).decode()
    read = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(read) == 9
    assert {row["kode_temuan"]: row["tahun_semua"] for row in read}["K01-contoh"] == "2021, 2022"


def test_ringkasan_names_the_few_worst_one_a_rule_first():
    app = layar.open_page()
    said = words(app)
    shown = [line for line in said.splitlines() if line.startswith(":red-badge[:material/error: kritis]")]
    assert len(shown) == 5
    assert "Dijanjikan di PK" in shown[0]
    links = [link.proto for link in app.get("page_link")]
    asked = [link.query_string for link in links if "temuan=" in link.query_string]
    assert asked[:2] == ["temuan=T04-contoh", "temuan=N05-satu"]


def test_ringkasan_says_so_when_nothing_weighs():
    assert "Tidak ada temuan kritis atau peringatan" in words(layar.open_page(satker=["3673"]))


def test_every_mark_and_severity_has_its_words():
    assert set(rantai_words.TANDA) == set(TANDA)
    assert list(KEPARAHAN) == ["kritis", "peringatan", "catatan"]
    assert set(kalimat_temuan.TANDA) == set("ABCD")
