"""Konsistensi: groups before temuan, cells that hold what they say, both places opened, every rule, the chain."""

import csv
import io
import re
from functools import partial
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from pages.components import downloads, kalimat_temuan
from pages.components.format import KEPARAHAN
from pages.parts.konsistensi import kelompok, listing, rantai_words
from queries.comparisons.rantai import TANDA
from queries.konsistensi import Request
from queries.saring import Saring
from tests.pages import layar
from tests.pages.layar import words

pytestmark = pytest.mark.usefixtures("buka_contoh")
open_page = partial(layar.open_page, "konsistensi")


def printed(app: AppTest) -> str:
    """Our own tables of a page."""
    return "\n".join(element.proto.body for element in app.get("html"))


def rows(app: AppTest) -> list[str]:
    """What the rows of our own tables open: the addresses of the first cells."""
    return re.findall(r'<th scope="row"><a class="sel" href="([^"]+)"', printed(app))


def cards(app: AppTest) -> list[str]:
    """The temuan that are shown one by one."""
    return [str(button.key) for button in app.button if str(button.key).startswith("temuan_")]


def follow(address: str) -> AppTest:
    """The page at an address that one of its links has."""
    return open_page(**parse_qs(urlsplit(unescape(address)).query))


def test_the_answer_counts_promises_and_temuan_of_the_year_and_names_other_years():
    said = words(open_page())
    assert "2 provinsi 2024: belum ada dua dokumen berurutan untuk dibandingkan; 7 temuan, 6 kritis." in said
    assert "Tahun 2024, janji dapat dibandingkan di 0 dari 5 satker" in said
    assert "Temuan tahun lain: 2023 (2), 2022 (3), 2021 (4), dan 2020 (2)" in said


def test_groups_come_first_worst_first_and_one_opens_its_temuan():
    app = open_page()
    assert "**7 temuan** dalam 5 kelompok" in words(app)
    assert not cards(app)
    groups = [address for address in rows(app) if "aturan=" in address]
    assert [parse_qs(urlsplit(unescape(address)).query)["aturan"][0] for address in groups] == [
        "N05", "T04", "U05", "U06", "B05",
    ]  # fmt: skip
    opened = follow(groups[0])
    assert cards(opened) == ["temuan_N05-satu", "temuan_N05-dua", "temuan_N05-tiga"]
    assert "**3 temuan** Realisasi nol di samping persentase · KPU Kota Prabumulih" in words(opened)
    assert "Hanya <b>Kota Prabumulih</b>" in printed(opened)


def test_a_cell_of_the_matrix_narrows_to_as_many_temuan_as_it_says():
    cells = re.findall(
        r'<td class="[a-z]+"><a class="sel" tabindex="-1" href="([^"]+)" title="[^"]*">(?:! )?(\d+)',
        printed(open_page()),
    )
    assert len(cells) == 12
    for address, count in cells:
        said = words(follow(address))
        found = re.search(r"\*\*(\d+) temuan\*\*", said)
        assert found and found[1] == count, (address, said)


def test_rule_and_severity_come_from_the_address_and_unknown_ones_are_said():
    app = open_page(aturan=["N05", "X99"], keparahan="parah")
    assert app.multiselect(key="aturan").value == ["N05"]
    said = words(app)
    assert "**3 temuan**" in said
    assert "aturan yang tidak dikenal: X99" in said
    assert "keparahan yang tidak dikenal: parah" in said
    app.multiselect(key="keparahan").set_value(["catatan"]).run()
    assert "Tidak ada temuan yang cocok." in words(app)


def test_the_filter_bar_narrows_and_nothing_left_says_what_to_change():
    assert "Kota Pangkalpinang 2021: belum ada dua dokumen berurutan untuk dibandingkan; 1 temuan, 0 kritis." in words(
        open_page(satker="1971", tahun="2021")
    )
    nothing = words(open_page(satker="1971", tahun="2024"))
    assert "Tidak ada janji dan temuan yang cocok. Longgarkan satker atau tahun" in nothing
    assert "Temuan tahun lain: 2021 (1)" in nothing
    said = words(open_page(cari_temuan="katayangtidakada"))
    assert "Tidak ada temuan yang cocok. Longgarkan pencarian temuan." in said


def test_a_satker_that_is_not_here_is_said_and_one_that_is_can_be_let_go_of():
    assert "Satker “KPU Mars” tidak ada dalam saringan ini" in words(open_page(kantor="KPU Mars"))
    app = open_page(kantor="KPU Kota Blitar", urut_matriks="Nama")
    assert "**2 temuan** dalam 2 kelompok" in words(app)
    assert app.button_group(key="urut_matriks").value == "nama"
    app.button(key="kosongkan_saringan").click().run()
    assert "**7 temuan** dalam 5 kelompok" in words(app)
    assert app.button_group(key="urut_matriks").value == "tetap"


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
    app = open_page(tahun="2021", aturan="T01")
    app.button(key="temuan_T01-contoh").click().run()
    assert not app.exception
    assert app.query_params["temuan"] == "T01-contoh"
    assert any(box.label == "Baris lain yang disebut: 32" for box in app.expander)


def test_a_narrower_choice_on_a_later_page_shows_what_is_left(monkeypatch):
    monkeypatch.setattr(listing, "PAGE_SIZE", 2)
    monkeypatch.setattr(kelompok, "PAGE_SIZE", 2)
    app = open_page(aturan="N05", lembar_temuan="9")
    assert cards(app) == ["temuan_N05-tiga"]
    app = open_page(lembar_kelompok="3")
    assert [address.split("aturan=")[1][:3] for address in rows(app) if "aturan=" in address] == ["B05"]
    app.multiselect(key="aturan").set_value(["U05", "U06"]).run()
    assert not app.exception
    assert "**2 temuan** dalam 2 kelompok" in words(app)


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
    exported = listing.export(Request(Saring()))
    text = downloads.csv_baku(exported).decode()
    read = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(read) == 9
    assert {row["kode_temuan"]: row["tahun_semua"] for row in read}["K01-contoh"] == "2021, 2022"


def test_ringkasan_names_the_few_worst_one_a_rule_first():
    app = layar.open_page()
    said = words(app)
    shown = [line for line in said.splitlines() if line.startswith(":red-badge[:material/error: kritis]")]
    assert len(shown) == 3
    assert "Dijanjikan di PK" in shown[0]
    links = [link.proto for link in app.get("page_link")]
    asked = [link.query_string for link in links if "temuan=" in link.query_string]
    assert asked[:2] == ["tahun=2024&temuan=T04-contoh", "tahun=2024&temuan=N05-satu"]


def test_ringkasan_says_so_when_nothing_weighs():
    assert "Tidak ada temuan kritis atau peringatan" in words(layar.open_page(satker=["3673"]))


def test_every_mark_and_severity_has_its_words():
    assert set(rantai_words.TANDA) == set(TANDA)
    assert list(KEPARAHAN) == ["kritis", "peringatan", "catatan"]
    assert set(kalimat_temuan.TANDA) == set("ABCD")
