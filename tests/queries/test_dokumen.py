"""Dokumen: every line is in its table, the tables add up to the document, a waiting line says how to settle it."""

import csv
import io
from datetime import date

import pytest

from queries import dokumen, kelengkapan
from queries.saring import Saring


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


@pytest.mark.parametrize(
    ("kolom", "guard"),
    [("target:2021", ""), ("pagu", ""), ("sasaran", 'Sasaran "1", lama'), ("uraian", 'Sasaran "1", lama')],
)
def test_a_correction_line_can_be_read_back_and_leaves_open_what_a_person_must_say(kolom, guard):
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
