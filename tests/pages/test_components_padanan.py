"""How a divisi and a name of the catalogue are known is said in words, and that none is known too."""

from typing import get_args

from loaders.matching.wordings import LANGKAH
from loaders.records import AsalDivisi
from pages.components import padanan


def test_every_way_of_knowing_has_words():
    assert set(get_args(AsalDivisi)) < set(padanan.ASAL)
    assert list(padanan.CARA) == ["orang", *LANGKAH, "ejaan"]


def test_a_row_without_divisi_says_so_and_one_with_says_how_it_is_known():
    assert padanan.divisi({"divisi": None, "asal_divisi": None}) == "Tanpa divisi"
    assert padanan.divisi({"divisi": "Hukum", "asal_divisi": "lewat_subbagian"}) == "Divisi Hukum (lewat subbagian)"


def test_a_name_says_who_or_what_found_it():
    row = {"indikator_baku": "Opini BPK", "keyakinan": "otomatis", "cara_padan": "tanpa_satker", "sasaran_baku": None}
    assert "sama setelah nama satker" in padanan.indikator(row)
    assert padanan.indikator(row | {"keyakinan": "mungkin", "cara_padan": "orang"}).endswith(
        "(diputuskan orang, mungkin)"
    )
    assert padanan.indikator(row | {"indikator_baku": None}) == padanan.sasaran(row) == ""
