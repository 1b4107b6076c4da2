"""Coverage, states and the account of lines agree with the rows they are counted from."""

from datetime import date

from queries import kelengkapan
from queries.saring import Saring


def test_coverage_counts_by_the_table_not_by_the_document(terbit):
    coverage = kelengkapan.coverage(kelengkapan.values(Saring(satker=("1674",))))
    assert coverage.select("jenis_dokumen", "tahun", "jumlah_target", "jumlah_pagu").rows() == [
        ("LK", 2024, 0, 6),
        ("PK", 2024, 2, 3),
    ]


def test_coverage_leaves_out_the_printed_jumlah(terbit):
    values = kelengkapan.values(Saring(satker=("3572",)))
    coverage = kelengkapan.coverage(values)
    assert coverage["jumlah_pagu"].sum() == values.filter(isi="pagu")["jumlah"].sum() - 3


def test_attention_lists_the_unreadable_first_then_the_blank(terbit):
    rows = kelengkapan.attention(kelengkapan.values(Saring()))
    assert rows.select("satker", "isi", "keadaan", "jumlah").rows() == [
        ("KPU Kota Balikpapan", "pagu", "rusak", 1),
        ("KPU Kota Blitar", "target", "rusak", 1),
        ("KPU Kota Blitar", "target", "kosong", 1),
        ("KPU Kota Prabumulih", "pagu", "kosong", 1),
    ]


def test_the_account_adds_up(terbit):
    saring = Saring()
    values, documents = kelengkapan.values(saring), kelengkapan.documents(saring)
    account = kelengkapan.account(values, documents)
    parts = account["dimuat"] + account["sambungan"] + account["judul"] + account["dikarantina"]
    assert (parts == account["baris_tabel"]).all()
    assert account["jumlah_nilai"].sum() == values["jumlah"].sum()
    assert account["dokumen"].sum() == len(documents)


def test_a_satker_without_values_under_the_filter_still_shows_its_lines(terbit):
    saring = Saring(satker=("3673",), sasaran="tidakada")
    account = kelengkapan.account(kelengkapan.values(saring), kelengkapan.documents(saring))
    assert account.select("satker", "baris_tabel", "jumlah_nilai").rows() == [("KPU Kota Serang", 20, 0)]


def test_a_kind_of_document_bound_into_another_finds_that_document(terbit):
    assert kelengkapan.documents(Saring(jenis=("PK",)))["berkas"].to_list() == ["lk-prabumulih.txt"]
    assert kelengkapan.documents(Saring(tahun=(2022,), jenis=("Renstra",)))["satker"].n_unique() == 3
    assert kelengkapan.documents(Saring(tahun=(2019,))).is_empty()


def test_a_satker_that_sent_nothing_is_asked_for_by_name_and_shown_with_what_is_missing(terbit):
    hari = date(2021, 12, 31)
    for kode in ("1674", "1971"):
        rows = kelengkapan.wajib(Saring(satker=(kode,)), hari)
        assert rows.group_by("tahun").len()["len"].unique().to_list() == [5]
    silent = kelengkapan.wajib(Saring(satker=("1674",), tahun=(2020, 2021)), hari)
    assert silent.filter(tahun=2020)["keadaan"].to_list() == ["belum"] * 5
    assert silent.filter(tahun=2021)["keadaan"].to_list() == ["belum"] * 4 + ["belum jatuh tempo"]
