"""Panduan: every rule, scale, state, word and column is there, and none contradicts the code that uses it."""

from functools import partial

import polars as pl
import pytest

from loaders.checks.capaian import PREDIKAT_BAWAH
from pages.components.format import KEADAAN
from pages.components.nasib import NASIB
from pages.parts.capaian import kalimat
from pages.parts.panduan import rumus as panduan_rumus
from pages.parts.satker import kalimat as satker_kalimat
from queries import panduan
from queries.comparisons.capaian import ALASAN, category, rules
from queries.comparisons.ordinal import SKALA
from tests.pages import capaian_contoh, layar
from tests.pages.layar import words

pytestmark = pytest.mark.usefixtures("buka_contoh_capaian")
open_page = partial(layar.open_page, "panduan")


def test_it_begins_with_how_a_source_is_read_and_explains_every_state_and_fate():
    said = words(open_page())
    assert "Dari angka ke baris tercetak" in said
    assert all(word in said for word, _, _ in KEADAAN.values())
    assert all(means in said for _, _, _, means in NASIB.values())


def test_every_formula_stands_with_example_source_and_certainty():
    app = open_page(panduan="Rumus dan skala")
    said = words(app)
    formulas = rules()["himpunan"][0]["rumus"]
    assert [element.value for element in app.code] == [rumus["rumus"] for rumus in formulas]
    for rumus in formulas:
        assert f"Sumber: {rumus['sumber']}" in said
        assert all(panduan_rumus.example(contoh) in said for contoh in rumus["contoh"])
    assert "Contoh: target 12, realisasi 13: 91,67" in said
    assert "target 7–8 (makin rendah makin baik), realisasi 6,5: 107,14" in said
    assert "Keyakinan C: Didukung satu sumber sekunder" in said
    assert "- **Tinggi**: 76% sampai di bawah 91%" in said
    assert "- **BB**: di atas 70 sampai 80" in said
    assert "- **D**: 0 sampai 30" in said


def test_the_formula_that_can_be_chosen_instead_is_shown_and_is_not_said_to_be_in_use():
    said = words(open_page(panduan="Rumus dan skala"))
    assert said.count("dipakai]") == len(rules()["himpunan"][0]["rumus"])
    assert said.count("pilihan lain, tidak dipakai]") == 1
    assert "**Makin rendah makin baik** :gray[(minimal)] :gray-badge[:material/swap_horiz: pilihan lain" in said
    assert "target 12, realisasi 13: 92,31" in said


def test_what_no_catalogue_names_waits_there_with_the_nearest_names():
    said = words(open_page(panduan="Sasaran baku"))
    assert "sasaran baku**; " in said
    assert "bunyi sasaran menunggu orang" in said
    rows = panduan.menunggu().filter(pl.col("isi") == "sasaran")
    assert [(u["nama"], u["beda"]) for u in rows["usulan"][0]] == [("Terwujudnya sasaran contoh", "terwujud")]
    assert panduan.katalog_sasaran()["jumlah_satker"].to_list() == [0]


def test_every_reason_of_the_engine_has_words():
    assert list(panduan_rumus.SEBAB) == list(ALASAN)
    assert list(kalimat.ALASAN) == list(ALASAN)
    assert ["ordinal", *satker_kalimat.ALASAN] == list(ALASAN)
    assert {rumus["kode"] for rumus in rules()["himpunan"][0]["rumus"]} - {"ordinal"} == set(kalimat.RUMUS)


def test_grades_are_those_the_engine_ranks_and_the_checks_use():
    akip, opini = panduan.predikat()
    assert [grade for grade, _ in akip["kelas"]] == list(SKALA["Predikat AKIP"])
    assert [grade for (grade,) in opini["kelas"]] == list(SKALA["Opini BPK"])
    assert {grade: edge for grade, edge in akip["kelas"] if edge} == dict(PREDIKAT_BAWAH[:-1])


@pytest.mark.parametrize("skala", rules()["skala"], ids=lambda skala: skala["kode"])
def test_the_range_in_words_is_the_class_the_engine_gives(skala):
    said = dict(panduan_rumus.classes(skala["kelas"]))
    for edge, word in skala["kelas"]:
        assert category(float(edge), skala["kode"]) == word
        assert str(edge) in said[word] or edge == 0


def test_the_rules_of_temuan_are_all_there():
    app = open_page(panduan="Aturan temuan")
    assert sum(len(frame.value) for frame in app.dataframe) == 8


def test_the_catalogue_says_how_many_share_a_measure():
    app = open_page(panduan="Indikator baku")
    rows = app.dataframe[0].value
    shared = int((rows["jumlah_satker"] > 1).sum())
    assert f"**{len(rows)} indikator baku**; {shared} dipakai dua satker atau lebih" in words(app)
    counts = dict(zip(rows["indikator_baku"], rows["jumlah_satker"], strict=True))
    assert (counts[capaian_contoh.DIDIK], counts[capaian_contoh.HILANG]) == (2, 1)


def test_the_dictionary_is_the_schema_s_own():
    app = open_page(panduan="Kamus data")
    rows = app.dataframe[0].value
    assert rows[["makna", "satuan", "sumber"]].notna().all().all()
    assert {"target", "realisasi", "baris"} <= set(rows["nama_tabel"])
    app.selectbox(key="kamus").select("satker").run()
    assert app.dataframe[0].value["kolom"].to_list() == [
        "kode_satker",
        "satker",
        "provinsi",
        "sumber",
        "tingkat_satker",
    ]


def test_an_unknown_part_is_said():
    assert "bagian panduan yang tidak dikenal: aneh" in words(open_page(panduan="aneh"))


def test_the_glossary_explains_each_word():
    assert "- **serapan**: Realisasi anggaran dibagi pagu" in words(open_page(panduan="Glosarium"))
