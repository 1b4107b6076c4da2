"""A printed unit names its divisi whatever its word order; several are all kept; others name none."""

from __future__ import annotations

import csv

import pytest

from loaders.matching.divisi import DIVISI, named
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("unit", "first_words"),
    [
        ("Divisi Keuangan, Umum, Rumah Tangga dan Logistik. Dan Sub Bagian Keuangan, Umum dan Logistik", ["Keuangan"]),
        ("Divisi Perencanaan, Data, dan Informasi", ["Perencanaan"]),
        ("Sub Bagian Program dan Data", ["Perencanaan"]),
        ("Sub Bagian Teknis dan Hupmas", ["Teknis", "Sosialisasi"]),
        (
            "Divisi Teknis Penyelenggaraan, Divisi Hukum dan Pengawasan, dan Divisi Perencanaan, Data dan Informasi,",
            ["Teknis", "Perencanaan", "Hukum"],
        ),
        ("Sekretariat", []),
        (None, []),
    ],
)
def test_units_name_their_divisi(unit: str | None, first_words: list[str]) -> None:
    assert [divisi.split()[0].strip(",") for divisi in named(unit)] == first_words


def test_the_five_divisi_are_those_of_the_reference_list() -> None:
    with (ROOT / "data" / "referensi" / "divisi.csv").open(encoding="utf-8", newline="") as file:
        assert {row["divisi"] for row in csv.DictReader(file)} == set(DIVISI)
