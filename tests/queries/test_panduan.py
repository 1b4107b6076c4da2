"""What the screen calls a column is what the one list of columns says."""

import pytest

from loaders.columns import COLUMNS
from queries import panduan

pytestmark = pytest.mark.usefixtures("terbit_tersentuh")


def test_the_columns_of_the_screen_are_those_of_the_one_list():
    listed = {column.name: (column.heading, column.unit, column.by_year) for column in COLUMNS}
    assert panduan.kolom() == listed


def test_the_catalogue_counts_satker_and_wordings_and_keeps_what_nobody_promises():
    counted = panduan.katalog().select("kode_baku", "jumlah_satker", "jumlah_bunyi")
    assert counted.rows() == [("LAPORAN-TEPAT-WAKTU", 4, 1), ("OPINI-BPK", 3, 1), ("SEPI", 0, 0)]


def test_the_dictionary_says_the_comments_of_the_schema_tables_first():
    kamus = panduan.kamus()
    assert kamus.filter(nama_tabel="target", kolom="nilai_teks").drop("isi_tabel").rows() == [
        ("target", "nilai_teks", "target seperti tercetak", "teks", "sel tabel", "VARCHAR", False)
    ]
    views = kamus.filter(kamus["nama_tabel"].str.starts_with("v_"))
    assert kamus.tail(len(views)).equals(views)
    assert set(views["boleh_kosong"]) == {None}
    assert kamus.select("makna", "satuan", "sumber").null_count().row(0) == (0, 0, 0)
