"""What printed names are keyed by: their code in the list, however they are misprinted; else their own letters."""

from __future__ import annotations

import pytest

from loaders.matching import mended
from loaders.publish.rows import Acuan, Isi
from loaders.register import references
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("kode", "program", "acuan", "kunci"),
    [
        (None, "Program Dukungan Manajemen", "076.01.WA", "076.01.WA"),
        (None, "PROGRAM DUKUNGA MANAJEMEN", "076.01.WA", "076.01.WA"),
        (None, "Dukungan Manejemen", "076.01.WA", "076.01.WA"),
        (None, "Dukungan Manajer", None, "dukunganmanajer"),
        ("076.01.01", "Program Dukungan Manajemen", "076.01.01", "076.01.01"),
        ("076.01.XX", "Program Dukungan Manajemen", None, "dukunganmanajemen"),
        ("076.01.XX", None, None, "076.01.XX"),
    ],
)
def test_a_program_is_keyed_by_its_code_in_the_list(
    kode: str | None, program: str | None, acuan: str | None, kunci: str
) -> None:
    isi = Isi(Acuan.of(references(ROOT / "data" / "referensi")))
    isi.named("program", kode, program)
    row = isi.rows["program_tercetak"][0]
    assert (row["kode_acuan"], row["kunci_program"], row["program"]) == (acuan, kunci, program)


def test_rows_that_are_laid_into_frames_early_are_all_there_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.publish.rows._AT_ONCE", 2)
    isi = Isi(Acuan.of(references(ROOT / "data" / "referensi")))
    printed = [
        {"nomor": 1, "nilai": None},
        {"nomor": 2, "nilai": 3},
        {"nomor": 3, "satuan": "%"},
        {"nomor": 4, "nilai": 1.5},
    ]
    assert [isi.add("target", **row) for row in [*printed, {"nomor": 5}]] == [1, 2, 3, 4, 5]
    assert (len(isi.rows["target"]), isi.last("target"), isi.next_id("target")) == (1, {"nomor": 5}, 6)
    found = isi.frame("target")
    assert found.columns == ["nomor", "nilai", "satuan"]
    assert found.rows() == [(1, None, None), (2, 3, None), (3, None, "%"), (4, 1.5, None), (5, None, None)]
    assert isi.frame("kalimat").is_empty()


def test_a_word_that_may_be_two_or_another_is_left_alone() -> None:
    known = frozenset({"pemula", "bantuan", "bantaan", "dukungan"})
    assert mended("Pemuda dan BANTUANN, Dukunga ppk", known) == "pemuda dan bantuan, dukungan ppk"
    assert mended("Bantan", known) == "bantan"
