"""LKE: whole documents, whatever else is filtered; a year is compared with years outside the filter too."""

import pytest

from queries import dokumen, lke, satker
from queries.comparisons.lke import PEMBANDING, per_dokumen
from queries.saring import Saring

pytestmark = pytest.mark.usefixtures("terbit_lke")


def test_every_document_is_counted_with_what_stands_beside_its_figures():
    found = per_dokumen(lke.pembanding(Saring()))
    counted = found.select("satker", "tahun", "jumlah", *(f"jumlah_{name}" for name in PEMBANDING), "jumlah_lengkap")
    assert counted.rows() == [
        ("KPU Kota Blitar", 2024, 2, 2, 0, 0, 0),
        ("KPU Kota Prabumulih", 2022, 3, 3, 0, 1, 0),
        ("KPU Kota Prabumulih", 2023, 3, 3, 2, 1, 1),
        ("KPU Kota Prabumulih", 2024, 6, 6, 3, 1, 1),
    ]


def test_a_filter_on_years_does_not_narrow_what_a_year_is_compared_with():
    one_year = lke.pembanding(Saring(tahun=(2024,), satker=("1674",)))
    assert set(one_year["tahun"]) == {2024}
    didik = one_year.filter(kode_baku="DIDIK").row(0, named=True)
    assert (didik["tahun_terdahulu"], didik["akhir_renstra"]) == ("2022, 2023", "95 % (2024)")


def test_other_filters_do_not_make_a_document_look_smaller():
    assert lke.pembanding(Saring(sasaran="pendidikan", unit=("komisioner",))).equals(lke.pembanding(Saring()))


def test_an_obstacle_names_the_line_on_which_it_is_printed():
    rows = satker.hambatan(Saring(), "1674")
    assert rows.select("urutan", "tabel", "baris", "upaya").rows() == [
        (1, "Hambatan", 41, "Memindahkan gudang"),
        (2, "Hambatan", 43, None),
    ]
    counted = dokumen.tabel(rows["berkas"][0]).filter(jumlah_hambatan=2)
    assert counted.select("tabel", "jumlah_target", "jumlah_pagu").rows() == [("Hambatan", 0, 0)]
    assert satker.hambatan(Saring(), "3572").is_empty()
    assert satker.hambatan(Saring(tahun=(2023,)), "1674").is_empty()
    assert satker.hambatan(Saring(jenis=("Renstra",)), "1674").is_empty()
