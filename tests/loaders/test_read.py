"""From a file to its tables: a row that a page break may have cut in two waits for a person, both halves of it."""

from __future__ import annotations

from loaders.read import parse
from loaders.readers.lembar import Baris, Lembar
from loaders.records import Konteks
from loaders.register.lists import references
from tests.conftest import ROOT
from tests.loaders.families import pages_of_cells

LISTS = references(ROOT / "data" / "referensi")
TEKS = [
    "RENCANA KINERJA TAHUNAN (RKT)",
    "No\tSasaran Strategis\tIndikator Kinerja\tTarget",
    "(1)\t(2)\t(3)\t(4)",
    "1\tMeningkatnya partisipasi\tPersentase partisipasi pemilih\t80%",
    "\t\tPersentase pemilih pemula yang hadir\t70%",
    "\t\tPersentase pemilih disabilitas yang hadir\t60%",
]


def doubts(ragu: int | None) -> dict[int, str]:
    lines = tuple(Baris(n, teks, 1, f"halaman 1, baris {n}", False, n == ragu) for n, teks in enumerate(TEKS, start=1))
    (table,) = parse(Lembar("x.pdf", lines), Konteks("RKT", 2025, 2025), LISTS)
    return {k.baris: k.alasan for k in table.keraguan}


def test_both_halves_of_a_row_that_may_be_cut_wait_and_no_other_row() -> None:
    found = doubts(6)
    assert found.keys() == {5, 6}
    assert "halaman 1, baris 6" in found[5]
    assert "halaman 1, baris 5" in found[6]
    assert doubts(None) == {}


def test_a_program_of_another_bagian_anggaran_waits_and_one_no_list_holds_does_not() -> None:
    page = pages_of_cells.LK_PAGE.replace("076.01.CQ", "013.01.CQ").replace("076.01.WA", "076.02.ZZ")
    doubts = [k for table in parse(pages_of_cells.lembar(page), pages_of_cells.LK, LISTS) for k in table.keraguan]
    assert [(k.kolom, k.kode) for k in doubts] == [("kode_program", "kode_asing")]
    assert "«013.01.CQ» bukan kode anggaran KPU; yang dikenal seperti 076.01.WA" in doubts[0].alasan
