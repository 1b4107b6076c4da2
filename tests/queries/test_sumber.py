"""A number's source: its document, its table, the printed lines around it, the corrections on them."""

import polars as pl

from queries import sumber
from tests.pages import gudang_contoh


def test_the_row_and_its_neighbours_are_found(terbit):
    lines = sumber.lines("lk-prabumulih.txt", 35, 36, neighbours=2)
    assert lines["baris"].to_list() == [33, 34, 35, 36, 37, 38]
    assert lines.filter(disorot=True)["baris"].to_list() == [35, 36]


def test_a_row_without_end_is_one_line(terbit):
    assert sumber.lines("lk-prabumulih.txt", 35).filter(disorot=True)["baris"].to_list() == [35]


def test_document_and_table_are_named(terbit):
    assert sumber.document("lk-prabumulih.txt").row(0, named=True)["satker"] == "KPU Kota Prabumulih"
    assert sumber.table("renstra-blitar.txt", "Tabel IV.2")["skala"].to_list() == [1000]
    assert sumber.document("tidak-ada.txt").is_empty()


def test_no_correction_is_no_row(terbit):
    assert sumber.corrections("lk-prabumulih.txt", 31, 36).is_empty()


def test_a_row_is_matched_once_and_a_budget_line_stands_for_itself(terbit_lke):
    known = (gudang_contoh.KEUANGAN, "turunan", gudang_contoh.TEPAT, "pasti", None, None)
    assert sumber.matched("lk-prabumulih.txt", 12).rows() == [known]
    assert sumber.matched("lk-prabumulih.txt", 31).rows() == [(None,) * 6]
    assert sumber.matched("lk-1674.txt", 31)["indikator_baku"].to_list() == ["Persentase pendidikan pemilih"]
    assert sumber.matched("lk-prabumulih.txt", 50).is_empty()


def test_each_row_gets_the_lines_printed_in_its_own_document(terbit):
    places = {"berkas": ["renstra-blitar.txt", "lk-prabumulih.txt"], "baris": [31, 35], "baris_akhir": [31, 36]}
    sourced = sumber.with_source(pl.DataFrame(places).cast({"baris": pl.Int32, "baris_akhir": pl.Int32}))
    assert sourced.select("nomor", "teks_tercetak", "versi_data").rows() == [
        ("3/PR.01/2020", "Tabel IV.2 baris 31", gudang_contoh.VERSI),
        ("1/PR.01/2020", "Efisiensi RO baris 35 / Efisiensi RO baris 36", gudang_contoh.VERSI),
    ]
