"""Target: every target of one indikator, by catalogue or by printed words, and whether its document is of that year."""

from queries import target
from queries.saring import Saring
from tests.pages import gudang_contoh


def test_an_indikator_baku_gathers_its_targets_whatever_the_capitals(terbit_tersentuh):
    rows = target.nilai(Saring(tahun=(2021, 2024, 2025)), "LAPORAN-TEPAT-WAKTU")
    assert rows.select("kode_satker", "baris", "tahun", "nilai", "urutan", "sezaman").rows() == [
        *[("3572", 11, 2021, None, 1, True), ("1971", 11, 2021, 85, 1, True), ("1971", 31, 2021, 90, 1, True)],
        *[("1674", 12, 2024, 90, 3, True), ("1674", 38, 2024, 85, 9, True), ("1674", 38, 2025, 86, 9, False)],
    ]


def test_a_printed_text_gathers_its_own_whether_or_not_the_catalogue_knows_it(terbit):
    by_words = {
        words: target.nilai(Saring(), words.lower(), menurut_bunyi=True)["kode_satker"].to_list()
        for words in (gudang_contoh.OPINI, gudang_contoh.SENGKETA)
    }
    assert by_words == {gudang_contoh.OPINI: ["1971", "1971", "1674", "3673"], gudang_contoh.SENGKETA: ["3572"]}
    assert target.nilai(Saring(), gudang_contoh.OPINI.lower()).is_empty()
    assert target.nilai(Saring(), gudang_contoh.SENGKETA.lower())["nilai"].to_list() == [2]
