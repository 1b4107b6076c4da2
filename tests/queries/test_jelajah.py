"""Jelajah: pages are the whole in pieces, the export is the whole, sorting is by value."""

from dataclasses import replace

import polars as pl
import pytest

from queries import jelajah, warehouse
from queries.jelajah import Request
from queries.saring import Saring

ISI = sorted(jelajah.SORT_KEYS)


@pytest.mark.parametrize("isi", ["target", "pagu"])
@pytest.mark.parametrize("size", [1, 4, 7, 1000])
def test_the_pages_put_together_are_everything(isi, size, terbit):
    request = Request(isi, Saring())
    everything = jelajah.everything(request)
    first = jelajah.page(request, 1, size)
    assert first.total == len(everything)
    pages = [jelajah.page(request, number, size).frame for number in range(1, -(-first.total // size) + 1)]
    assert pl.concat(pages).equals(everything)


@pytest.mark.parametrize("isi", ISI)
def test_every_sort_column_sorts_by_value_with_missing_last(isi, terbit):
    for urut in jelajah.SORT_KEYS[isi]:
        for turun in (False, True):
            values = jelajah.everything(Request(isi, Saring(), urut=urut, turun=turun))[urut]
            assert values.to_list() == values.sort(descending=turun, nulls_last=True).to_list()


def test_an_unknown_sort_column_is_refused(terbit):
    with pytest.raises(ValueError, match="cannot be sorted"):
        jelajah.page(Request("target", Saring(), urut="nilai; drop table target"), 1, 10)


def test_a_page_beyond_the_last_is_the_last(terbit):
    rows = jelajah.page(Request("target", Saring()), 99, 4)
    assert (rows.page, rows.total, len(rows.frame)) == (4, 15, 3)


def test_nothing_found_is_page_one_of_nothing(terbit):
    rows = jelajah.page(Request("target", Saring(satker=("0000",))), 3, 10)
    assert (rows.page, rows.total, len(rows.frame)) == (1, 0, 0)


def test_search_and_state_narrow(terbit):
    assert jelajah.page(Request("target", Saring(), cari="wtp blitar"), 1, 10).total == 0
    assert jelajah.page(Request("target", Saring(), cari="wtp SERANG"), 1, 10).total == 1
    assert jelajah.page(Request("pagu", Saring(), keadaan=("rusak",)), 1, 10).total == 1


def test_every_row_of_the_view_is_reachable(terbit):
    with warehouse._opened(warehouse.current()).connection.cursor() as cursor:
        for isi in ISI:
            count = cursor.sql(f"select count(*) from v_{isi}").fetchall()[0][0]
            assert len(jelajah.everything(Request(isi, Saring()))) == count


@pytest.mark.parametrize(
    ("isi", "cari", "tahun", "urut", "rows"),
    [
        ("target", "tepat", 2020, "nilai", [("3673", 11, 12.0), ("1971", 11, 80.0), ("1971", 31, 80.0)]),
        ("capaian", "pendidikan", 2024, "realisasi", [("3572", 11, 80.0), ("1674", 11, 85.0), ("1674", 31, 90.0)]),
        ("pagu", "manajemen", 2024, "pagu", [("1674", 34, 2638483000), ("1674", 21, 2885908000)]),
        ("hambatan", "gudang", 2024, "upaya", [("1674", 41, "Memindahkan gudang")]),
    ],
)
def test_filter_state_and_search_leave_the_rows_that_hold_all_three(isi, cari, tahun, urut, rows, terbit_lke):
    asked = Request(isi, Saring(tahun=(tahun,)), ("ada",), cari, urut)
    assert jelajah.everything(asked).select("kode_satker", "baris", urut).rows() == rows
    assert jelajah.everything(replace(asked, keadaan=("dikoreksi",))).is_empty()
