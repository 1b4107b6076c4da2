"""A share with a dot before three digits can be read in two ways: in a report's printed text it waits, it never breaks
the reading and is never compared."""

from __future__ import annotations

import pytest

from loaders.families import kalimat
from loaders.families.registry import read_tables
from loaders.readers import text
from loaders.readers.lembar import Baris, Lembar
from tests.conftest import ROOT
from tests.loaders.families.pages_of_cells import LK, LK_PAGE, lembar

REPORT = ROOT / "data/dokumen/1674-kota-prabumulih/lk-kpu-kota-prabumulih-2024.txt"


def changed(nomor: int, old: str, new: str) -> Lembar:
    """The report with one printed figure changed."""
    lembar = text.read(REPORT)
    lines = list(lembar.baris)
    assert old in lines[nomor - 1].teks
    lines[nomor - 1] = Baris(nomor, lines[nomor - 1].teks.replace(old, new))
    return Lembar(lembar.nama, tuple(lines))


@pytest.mark.parametrize(
    ("old", "nomor", "kolom"),
    [
        ("81,25 | 104,84", 8, "capaian_tercetak"),
        ("1.485.000 | 99,00", 27, "persen_tercetak"),
        ("14.700.000.000 | 96,39", 39, "persen_tercetak"),
    ],
)
def test_a_printed_share_that_can_be_two_numbers_waits(old: str, nomor: int, kolom: str) -> None:
    assert LK_PAGE.count(old) == 1
    page = lembar(LK_PAGE.replace(old, old[: old.rfind(" ") + 1] + "99.998"))
    doubts = [k for table in read_tables(page, LK) for k in table.keraguan if "99.998" in k.alasan]
    assert [(k.baris, k.kolom, k.kode) for k in doubts] == [(nomor, kolom, "nilai_ambigu")]


def test_a_sentence_whose_share_can_be_two_numbers_claims_nothing() -> None:
    claims = [k.baris for k in kalimat.read(text.read(REPORT)) if k.jenis == "klaim_serapan"]
    assert 2176 in claims
    left = [k.baris for k in kalimat.read(changed(2176, "98,68%", "98.680%")) if k.jenis == "klaim_serapan"]
    assert left == [baris for baris in claims if baris != 2176]
