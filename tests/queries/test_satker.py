"""Satker: who can be chosen, what one office promised and reached, and the money beside it."""

from queries import satker
from queries.saring import Saring


def test_who_has_rows_under_the_filter_can_be_chosen_by_name(terbit):
    assert satker.pilihan(Saring())["kode_satker"].to_list() == ["6471", "3572", "1971", "1674", "3673"]
    assert satker.pilihan(Saring(jenis=("RKT", "PK"))).rows() == [
        ("1674", "KPU Kota Prabumulih"),
        ("3673", "KPU Kota Serang"),
    ]


def test_each_promise_of_the_office_stands_once_with_target_and_realisasi_of_its_year(terbit_lke):
    assert satker.janji(Saring(), "1971").select("baris", "tahun", "nilai", "nilai_ordinal").rows() == [
        *[(11, 2020, 80, None), (11, 2021, 85, None), (31, 2020, 80, None), (31, 2021, 90, None)],
        *[(32, 2020, None, "WDP"), (32, 2021, None, "WTP")],
    ]
    reached = satker.janji(Saring(tahun=(2023,)), "1674").select("baris", "nilai", "realisasi")
    assert reached.rows() == [(11, 85, 84), (12, 95, 90), (13, 2, 2)]


def test_the_money_of_the_office_stands_as_printed_without_totals(terbit):
    assert satker.anggaran(Saring(), "3572").select("baris", "tahun", "pagu").rows() == [
        *[(31, 2020, 2273454000), (31, 2021, 2224640000), (31, None, 4498094000)],
        *[(32, 2020, 17919068000), (32, 2021, 5066722000), (32, None, 22985791000)],
    ]
