"""A kegiatan whose name begins with "Program" prints its program's figure; one that only names programs does not."""

from __future__ import annotations

import pytest

from loaders.checks import uang
from tests.loaders.checks.dunia import data, pagu


@pytest.mark.parametrize(
    ("uraian", "wrong"),
    [
        ("Perencanaan Program dan Anggaran", 0),
        ("1. Program Penyelenggaraan Pemilu", 1),
        ("Sasaran Program Dukungan Manajemen", 1),
    ],
)
def test_only_a_name_that_begins_with_program_has_the_others_as_parts(uraian: str, wrong: int) -> None:
    rows = [
        pagu(uraian=uraian, kegiatan=uraian, pagu=1000),
        pagu(uraian="Logistik", kegiatan="Logistik", pagu=300, mata_anggaran_id=2, baris=51),
    ]
    assert len(uang.kegiatan(data(money=rows)).temuan) == wrong
