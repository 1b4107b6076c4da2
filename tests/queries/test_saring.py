"""The filter: empty means everything, dimensions narrow each other, the search takes words in any order and case."""

from dataclasses import fields, replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries import kelengkapan, saring
from queries.saring import Saring
from tests.pages import gudang_contoh


def count(**narrowed) -> int:
    return int(kelengkapan.values(Saring(**narrowed))["jumlah"].sum())


def test_empty_is_everything(terbit):
    assert Saring().is_empty()
    assert count() == 15 + 20


def test_dimensions_narrow_each_other(terbit):
    assert count(satker=("3572",)) == 5 + 9
    assert count(satker=("3572",), tahun=(2020,)) == 2 + 3
    assert count(satker=("3572",), tahun=(2020,), tingkat=("total",)) == 1
    assert count(jenis=("PK",)) == 2 + 3
    assert count(unit=("sekretariat",)) == 2
    assert count(satker=("3572",), jenis=("LK",)) == 0


def test_the_year_filter_leaves_out_the_printed_jumlah(terbit):
    assert None in kelengkapan.values(Saring(satker=("3572",)))["tahun"].to_list()
    years = tuple(range(2000, 2101))
    assert None not in kelengkapan.values(Saring(satker=("3572",), tahun=years))["tahun"].to_list()


def test_the_search_takes_words_in_any_order_and_case_over_sasaran_and_indikator(terbit):
    assert count(sasaran="opini bpk") == count(sasaran="BPK  opini") == 4
    assert count(sasaran="CONTOH opini") == 4
    assert count(sasaran="opini tidakada") == 0


def test_a_search_with_signs_of_sql_finds_nothing_and_breaks_nothing(terbit):
    assert count(sasaran="%") == 0
    assert count(sasaran="'; drop table target; --") == 0


def test_every_offered_value_finds_something(terbit):
    for dimensi, nilai, *_ in saring.options().iter_rows():
        value = (int(nilai),) if dimensi == "tahun" else (nilai,)
        assert count(**{dimensi: value}) > 0


@pytest.mark.parametrize("chosen", [Saring(), Saring(satker=("3572",), tahun=(2020,)), Saring(sasaran="opini")])
def test_a_count_beside_an_option_is_what_is_left_when_it_is_chosen(chosen, terbit):
    counted = saring.counts(chosen)
    for dimensi, nilai, *_ in saring.options().iter_rows():
        value = (int(nilai),) if dimensi == "tahun" else (nilai,)
        left = int(kelengkapan.values(replace(chosen, **{dimensi: value}))["jumlah"].sum())
        assert counted[dimensi].get(nilai, 0) == left, (dimensi, nilai)


def test_a_satker_is_offered_with_its_provinsi(terbit):
    offered = saring.options().filter(dimensi="satker")
    assert dict(offered.select("nilai", "induk").iter_rows())["3572"] == "Jawa Timur"


@given(st.text())
def test_words_are_lower_case_without_blanks_or_doubles(text):
    words = saring.words(text)
    assert len(set(words)) == len(words)
    assert all(word == word.lower() and word.split() == [word] for word in words)


def test_the_macros_get_every_dimension_as_a_list_and_nothing_of_what_is_unheard():
    chosen = Saring(satker=("1971",), tahun=(2024,), sasaran="Pemilu Damai").struct(unheard=("tahun",))
    assert {name: chosen.pop(name) for name in ("satker", "sasaran")} == {
        "satker": ["1971"],
        "sasaran": ["pemilu", "damai"],
    }
    assert chosen == {field.name: [] for field in fields(Saring) if field.name not in ("satker", "sasaran")}


def test_options_are_sorted_as_they_are_offered(terbit):
    options = saring.options()
    assert options.filter(dimensi="jenis")["nilai"].to_list() == ["Renstra", "RKT", "PK", "LK"]
    assert options.filter(pl.col("dimensi") == "tahun")["nilai"].to_list() == ["2020", "2021", "2022", "2023", "2024"]


def test_divisi_are_offered_after_komisioner_and_sekretariat_and_each_of_several_on_a_row_finds_it(terbit):
    offered = saring.options().filter(dimensi="unit")["nilai"].to_list()
    assert offered == ["komisioner", "sekretariat", gudang_contoh.KEUANGAN, gudang_contoh.HUKUM, "tanpa divisi"]
    assert count(unit=(gudang_contoh.HUKUM,)) == 1
    assert count(unit=(gudang_contoh.KEUANGAN,)) == 15
    assert count(unit=("sekretariat", gudang_contoh.HUKUM)) == 3


def test_program_is_chosen_whatever_its_capitals_and_polaritas_and_baku_belong_to_indikator(terbit):
    program = "dukunganmanajemen"
    assert gudang_contoh.WA[1] in saring.options().filter(dimensi="program", nilai=program)["label"].to_list()
    assert count(program=(program,)) == 8
    assert count(polaritas=("ordinal",)) == count(baku=("OPINI-BPK",)) == 4
    assert count(baku=("OPINI-BPK",), program=(program,)) == 0
    assert count(baku=("OPINI-BPK",), satker=("3673",)) == 1
