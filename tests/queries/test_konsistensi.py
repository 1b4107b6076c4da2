"""Temuan: worst first, narrowed by every filter, both places found; the chain of one satker and year."""

import shutil

import pytest

from queries import konsistensi
from queries.konsistensi import Request
from queries.saring import Saring
from tests.pages import lke_contoh


def codes(saring: Saring | None = None, **narrowed) -> list[str]:
    return konsistensi.temuan(Request(saring or Saring(), **narrowed))["kode_temuan"].to_list()


def test_the_worst_come_first_and_what_has_no_second_figure_before_what_differs(terbit):
    assert codes() == [
        *("T04-contoh", "N05-satu", "N05-dua", "N05-tiga", "U05-contoh", "U06-contoh"),
        *("T01-contoh", "B05-contoh", "K01-contoh"),
    ]


def test_the_difference_is_a_share_of_the_larger_figure(terbit):
    shares = dict(konsistensi.temuan(Request(Saring())).select("kode_temuan", "selisih_persen").iter_rows())
    assert shares["U06-contoh"] == pytest.approx(100 * (22985791000 - 22e9) / 22985791000)
    assert shares["T01-contoh"] == pytest.approx(100 * 5 / 90)
    assert shares["N05-satu"] == 100
    assert shares["T04-contoh"] is None


@pytest.mark.parametrize(
    ("saring", "expected"),
    [
        (Saring(satker=("1971",)), ["T01-contoh"]),
        (Saring(tahun=(2021,)), ["U06-contoh", "T01-contoh", "B05-contoh", "K01-contoh"]),
        (Saring(jenis=("PK",)), ["T04-contoh", "U05-contoh"]),
        (Saring(tingkat=("total",)), ["U05-contoh"]),
        (Saring(unit=("komisioner",)), ["T04-contoh", "U05-contoh"]),
        (Saring(sasaran="perkantoran LAYANAN"), ["N05-dua", "N05-tiga"]),
        (Saring(satker=("0000",)), []),
    ],
)
def test_every_filter_narrows(saring, expected, terbit):
    assert codes(saring) == expected


def test_keparahan_aturan_and_search_narrow(terbit):
    assert codes(keparahan=("peringatan", "catatan")) == ["T01-contoh", "B05-contoh", "K01-contoh"]
    assert codes(aturan=("K01",)) == ["K01-contoh"]
    assert codes(cari="u06-CONTOH blitar") == ["U06-contoh"]


def test_a_page_of_temuan_knows_how_many_there_are(terbit):
    page = konsistensi.temuan(Request(Saring()), batas=2, lewati=3)
    assert page["kode_temuan"].to_list() == ["N05-tiga", "U05-contoh"]
    assert page["jumlah_semua"].to_list() == [9, 9]


def test_the_short_list_takes_one_of_every_rule_first_and_at_most_two(terbit):
    short = konsistensi.utama(Saring(), 5)["kode_temuan"].to_list()
    assert short == ["T04-contoh", "N05-satu", "U05-contoh", "U06-contoh", "N05-dua"]
    long = konsistensi.utama(Saring(), 50)["kode_aturan"].to_list()
    assert max(long.count(rule) for rule in long) == 2
    assert "K01" not in long


def test_groups_are_one_satker_and_one_rule_worst_first_and_count_every_temuan(terbit):
    groups = konsistensi.aturan_satker(Request(Saring()))
    shown = groups.select("kode_aturan", "kode_satker", "keparahan", "jumlah").rows()
    assert shown == [
        ("N05", "1674", "kritis", 3), ("T04", "1674", "kritis", 1), ("U05", "1674", "kritis", 1),
        ("U06", "3572", "kritis", 1), ("T01", "1971", "peringatan", 1), ("B05", "3572", "catatan", 1),
        ("K01", "3673", "catatan", 1),
    ]  # fmt: skip
    assert groups["contoh"][0].startswith("Pendaftaran Partai Politik")
    assert groups["jumlah_kritis"].sum() == 6
    assert set(groups["jumlah_semua"]) == {len(codes())}


def test_a_page_of_groups_knows_how_many_there_are_and_the_controls_narrow_them(terbit):
    page = konsistensi.aturan_satker(Request(Saring()), batas=2, lewati=1)
    assert page.select("kode_aturan", "jumlah_kelompok", "jumlah_semua").rows() == [("T04", 7, 9), ("U05", 7, 9)]
    narrowed = konsistensi.aturan_satker(Request(Saring(), keparahan=("kritis",), aturan=("N05", "K01"), cari="51"))
    assert narrowed.select("kode_aturan", "jumlah").rows() == [("N05", 1)]


def test_one_temuan_names_both_places_and_its_rule(terbit):
    row = konsistensi.satu("U05-contoh")
    assert row is not None
    assert (row["tabel"], row["baris"], row["tabel_lain"], row["baris_lain"]) == ("Efisiensi RO", 36, "PK", 23)
    assert (row["kalimat"], row["tanda"]) == ("Kalimat aturan U05.", "C")
    assert konsistensi.satu("tidak-ada") is None


def test_a_place_in_prose_has_no_table_but_its_sentence(terbit):
    row = konsistensi.satu("U06-contoh")
    assert row is not None
    assert (row["tabel"], row["tabel_lain"]) == (None, "Tabel IV.2")
    assert konsistensi.kalimat(row["berkas"], [5])["teks"].to_list() == ["Pemilu sebesar Rp 22.000.000.000,-"]


def test_every_rule_is_listed_also_those_that_found_nothing(terbit):
    rules = konsistensi.aturan()
    assert len(rules) == 8
    assert rules["temuan"].sum() == len(codes())
    assert rules.filter(kode_aturan="C03").select("diperiksa", "temuan").row(0) == (0, 0)


def test_the_longest_chain_is_offered_first_whatever_kind_is_filtered(terbit):
    offered = konsistensi.rantai_pilihan(Saring(satker=("1971",), jenis=("PK",)))
    assert offered.select("tahun", "jenis", "jumlah_tabel").rows() == [(2021, ["Renstra"], 2), (2020, ["Renstra"], 2)]


def test_rows_of_one_wording_that_differ_are_marked(terbit):
    rows = konsistensi.rantai(Saring(), "1971", 2021)
    assert rows.select("tabel", "baris", "nilai", "target_beda").rows() == [
        ("Tabel 3", 11, 85.0, False),
        ("Lampiran 1", 31, 90.0, True),
        ("Lampiran 1", 32, None, False),
    ]


def test_the_chain_marks_what_the_rules_find_in_the_real_documents(laporan, tmp_path, monkeypatch):
    # A copy: other tests hold the original open under another configuration, which DuckDB refuses.
    shutil.copytree(laporan.berkas.parent, tmp_path / "terbit")
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path / "terbit"))
    found = konsistensi.temuan(Request(Saring(), aturan=("T01", "T02", "T03"))).explode("tahun_semua")
    assert len(found) > 10
    for row in found.iter_rows(named=True):
        rows = konsistensi.rantai(Saring(), row["kode_satker"], row["tahun_semua"])
        (kunci,) = rows.filter(berkas=row["berkas"], baris=row["baris"])["kunci"]
        assert rows.filter(kunci=kunci)["target_beda"].any(), row["uraian"]


def test_two_wordings_of_one_indikator_baku_are_one_row_of_the_chain(tmp_path, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(lke_contoh.build(tmp_path / "terbit")))
    rows = konsistensi.rantai(Saring(), "1674", 2024).filter(kunci="HILANG")
    assert rows["indikator"].n_unique() == 2


def test_the_matrix_counts_what_became_of_the_promises(terbit_tersentuh):
    counted = konsistensi.matriks(Saring()).drop("satker", "provinsi", "tingkat_satker").rows(named=True)
    assert counted == [
        {"kode_satker": "1674", "tahun": 2024, "jenis_akhir": "LK", "mata_rantai": "PK→LK", "n_janji": 2}
        | {"n_sama": 1, "n_turun": 1, "n_naik": 0, "n_hilang": 0, "n_tak_terbanding": 0, "n_melemah": 1}
    ]
