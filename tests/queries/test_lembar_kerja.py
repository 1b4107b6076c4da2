"""Lembar kerja: the rows of one document, whole and in printed order, and what waits in it."""

from queries import lembar_kerja
from tests.pages import lke_contoh
from tests.queries.conftest import LK


def test_the_rows_of_one_document_are_all_there_in_printed_order(terbit_lke):
    target, capaian, pagu, hambatan = lembar_kerja.rows("lk-1674.txt")
    assert target["baris"].to_list() == capaian["baris"].to_list() == [11, 12, 13, 14, 15, 31, 32]
    assert target["nilai"].to_list() == [90, 95, 1, 0, None, 90, 50]
    assert capaian["realisasi"].to_list() == [85, 100, 1, 2, None, 90, 60]
    assert pagu.select("baris", "pagu", "realisasi").rows() == [(31, 1000, 990), (32, 1000, 1200)]
    assert hambatan["hambatan"].to_list() == [obstacle[4] for obstacle in lke_contoh.HAMBATAN]


def test_what_waits_stands_line_by_line_and_column_by_column(terbit_tersentuh):
    waiting = lembar_kerja.menunggu(LK).select("berkas", "baris", "kolom", "alasan")
    assert waiting.rows() == [
        (LK, baris, kolom, "Tidak terbaca.") for baris, kolom in [(33, "pagu"), (33, "realisasi"), (34, "pagu")]
    ]
