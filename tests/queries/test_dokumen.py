"""Dokumen: every line is in its table, the tables add up to the document, a waiting line says how to settle it."""

import csv
import io
from datetime import date

import pytest

from queries import dokumen, kelengkapan
from queries.saring import Saring
from tests.queries.conftest import KEDUA, KETIGA, LK


def test_the_tables_of_every_document_add_up_to_its_account(terbit):
    for document in kelengkapan.documents(Saring()).iter_rows(named=True):
        tables = dokumen.tabel(document["berkas"])
        assert len(tables) == document["jumlah_tabel"]
        for column in ("baris_tabel", "dimuat", "sambungan", "judul", "dikarantina"):
            assert tables[column].sum() == document[column]


def test_the_lines_of_a_table_are_its_account(terbit):
    for table in dokumen.tabel("lk-prabumulih.txt").iter_rows(named=True):
        lines = dokumen.baris("lk-prabumulih.txt", table["tabel"])
        assert len(lines) == table["baris_tabel"]
        assert len(dokumen.baris("lk-prabumulih.txt", table["tabel"], ["dimuat"])) == table["dimuat"]
    assert len(dokumen.baris("lk-prabumulih.txt")) == 50


def test_a_document_that_is_not_there_has_nothing(terbit):
    assert dokumen.tabel("tidak-ada.txt").is_empty()
    assert dokumen.karantina(["tidak-ada.txt"]).is_empty()
    assert dokumen.koreksi([]).is_empty()


@pytest.mark.parametrize("berkas", [LK, KETIGA])
def test_every_version_is_found_from_any_of_them_with_what_it_changed(berkas, terbit_tersentuh):
    told = dokumen.versi(berkas).select("berkas", "versi", "dipakai", "bertambah", "berubah", "hilang")
    assert told.rows() == [(LK, 1, True, 0, 0, 0), (KEDUA, 2, False, 1, 2, 1), (KETIGA, 3, False, 0, 1, 0)]


def test_the_changes_of_one_version_changed_ones_first(terbit_tersentuh):
    told = dokumen.perubahan(KEDUA).select("jenis_perubahan", "teks_lama", "teks_baru", "berkas_lama")
    assert told.rows() == [
        ("berubah", "1", "2", LK),
        ("berubah", "2", "3", LK),
        ("hilang", "4", None, LK),
        ("bertambah", None, "5", LK),
    ]


def test_what_was_copied_by_a_person_stands_in_printed_order(terbit_tersentuh):
    copied = dokumen.transkrip([LK]).select("berkas", "tabel", "baris", "baris_akhir", "isi", "oleh")
    assert copied.rows() == [
        (LK, "Efisiensi RO", 30, 31, "tabel", "Rani"),
        (LK, "Efisiensi RO", 32, 33, "anggaran", "Rani"),
    ]


@pytest.mark.parametrize(
    ("kolom", "guard"),
    [("target:2021", ""), ("pagu", ""), ("sasaran", 'Sasaran "1", lama'), ("uraian", 'Sasaran "1", lama')],
)
def test_a_correction_line_can_be_read_back_and_leaves_open_what_a_person_must_say(kolom, guard, terbit):
    item = {"baris": 582, "kolom": kolom, "teks": ' Sasaran "1", lama\t'}
    line = dokumen.contoh_koreksi(item, date(2026, 11, 20))
    (row,) = csv.DictReader(io.StringIO(f"{','.join(dokumen.KOLOM_KOREKSI)}\n{line}\n"))
    assert row == {
        "baris": "582",
        "kolom": kolom,
        "teks_lama": guard,
        "nilai_baru": "",
        "alasan": "",
        "oleh": "",
        "tanggal": "2026-11-20",
    }
    assert dokumen.berkas_koreksi("lk-kpu-2024.txt") == "data/koreksi/lk-kpu-2024.csv"
