"""Capaian: every filter narrows, the divisi too; the budget of a line stands on its own row."""

from pathlib import Path

import pytest

from queries import capaian
from queries.saring import Saring
from tests.pages import capaian_contoh


@pytest.fixture(autouse=True)
def contoh(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.getbasetemp() / "terbit-queries-capaian"
    if not folder.exists():
        capaian_contoh.build(folder)
    monkeypatch.setenv("SELARAS_TERBIT", str(folder))
    return folder


@pytest.mark.parametrize(
    ("saring", "rows"),
    [
        (Saring(), 9),
        (Saring(satker=("3572",)), 2),
        (Saring(tahun=(2023,)), 0),
        (Saring(jenis=("PK",)), 0),
        (Saring(tingkat=("program",)), 9),
        (Saring(unit=(capaian_contoh.DIVISI,)), 9),
        (Saring(unit=("komisioner",)), 0),
        (Saring(sasaran="pemilih terdaftar"), 2),
    ],
)
def test_each_filter_narrows(saring, rows):
    assert len(capaian.baris(saring)) == rows


def test_only_the_line_that_prints_budget_carries_it():
    rows = capaian.baris(Saring())
    paid = rows.filter(rows["pagu"].is_not_null())
    assert paid.select("baris", "pagu", "realisasi_anggaran").rows() == [(31, 1000, 990), (32, 1000, 1200)]
    assert paid["beranggaran"].all()
    assert rows["beranggaran"].sum() == 2


def test_a_row_of_a_budget_table_counts_only_where_no_other_table_has_its_indikator():
    rows = capaian.baris(Saring(satker=("1674",)))
    assert dict(rows.select("baris", "terhitung").rows()) == {
        11: True,
        12: True,
        13: True,
        14: True,
        15: True,
        31: False,
        32: True,
    }
