"""A number's source: its document, its table, the printed lines around it, the corrections on them."""

from queries import sumber


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
