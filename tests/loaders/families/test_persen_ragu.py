"""A share with a dot before three digits can be read in two ways: in a report's printed text it waits, it never breaks
the reading and is never compared."""

from __future__ import annotations

import pytest

from loaders.families import kalimat
from loaders.families.registry import read_tables
from loaders.readers.dispatch import read
from loaders.readers.lembar import Baris, Lembar
from loaders.records import Konteks
from tests.conftest import ROOT

REPORT = ROOT / "data/dokumen/1674-kota-prabumulih/lk-kpu-kota-prabumulih-2024.txt"


def changed(nomor: int, old: str, new: str) -> Lembar:
    """The report with one printed figure changed."""
    lembar = read(REPORT)
    lines = list(lembar.baris)
    assert old in lines[nomor - 1].teks
    lines[nomor - 1] = Baris(nomor, lines[nomor - 1].teks.replace(old, new))
    return Lembar(lembar.nama, tuple(lines))


@pytest.mark.parametrize(
    ("nomor", "old", "first", "kolom"),
    [
        (1780, "90 90 100", 1780, "capaian_tercetak"),
        (2113, "83,32", 2112, "persen_tercetak"),
        (3421, "99,42", 3421, "persen_tercetak"),
    ],
)
def test_a_printed_share_that_can_be_two_numbers_waits(nomor: int, old: str, first: int, kolom: str) -> None:
    tables = read_tables(changed(nomor, old, old[: old.rfind(" ") + 1] + "99.998"), Konteks("LK", 2024, 2024))
    doubts = [k for table in tables for k in table.keraguan if k.kode == "nilai_ambigu" and "99.998" in k.alasan]
    assert [(k.baris, k.kolom) for k in doubts] == [(first, kolom)]


def test_a_sentence_whose_share_can_be_two_numbers_claims_nothing() -> None:
    claims = [k.baris for k in kalimat.read(read(REPORT)) if k.jenis == "klaim_serapan"]
    assert 2176 in claims
    left = [k.baris for k in kalimat.read(changed(2176, "98,68%", "98.680%")) if k.jenis == "klaim_serapan"]
    assert left == [baris for baris in claims if baris != 2176]
