"""Serapan: what contradicts the figures of a table, of its rows and of its printed total."""

from queries import serapan
from queries.saring import Saring


def test_only_what_is_about_money_is_counted_and_a_printed_total_counts_for_each_level(terbit_tersentuh):
    found = serapan.temuan(serapan.tabel(Saring()))
    assert found.select("berkas", "tabel", "tingkat", "kode_aturan", "jumlah").rows() == [
        ("lk-prabumulih.txt", "Efisiensi RO", "ro", "N05", 3),
        ("lk-prabumulih.txt", "Efisiensi RO", "ro", "U05", 1),
        ("lk-prabumulih.txt", "PK", "program", "U05", 1),
        ("renstra-blitar.txt", "Tabel IV.2", "program", "U06", 1),
    ]
