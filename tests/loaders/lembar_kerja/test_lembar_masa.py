"""Quarters and versions of a pagu go into our workbook and come back from it as they were."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from loaders.families.registry import read_tables
from loaders.lembar_kerja.shape import Identitas
from loaders.lembar_kerja.writer.workbook import write
from loaders.readers.dispatch import read
from loaders.records import Konteks, Tabel

ROW = {"berkas": "x.pdf", "tabel": "T", "jenis_dokumen": "RKT", "keadaan": "ada", "baris": 5}
KINERJA = ROW | {"tingkat": "kegiatan", "indikator": "Jumlah laporan", "satuan": "laporan"}
UANG = ROW | {"tingkat": "ro", "uraian": "Layanan", "kode_ro": "001", "mata_anggaran_id": 1}


def through(path: Path, **rows: Any) -> list[Tabel]:
    """The tables that come back from a workbook with these rows."""
    write(path, Identitas("3572", "RKT", 2024, 2024), **rows)
    return read_tables(read(path), Konteks("RKT", 2024, 2024))


def test_targets_of_quarters_have_columns_of_their_own_and_no_blank_year_beside_them(tmp_path: Path) -> None:
    rows = [KINERJA | {"tahun": 2024, "periode": f"TW{n}", "nilai": float(n), "nilai_teks": str(n)} for n in (2, 1, 3)]
    (tabel,) = through(tmp_path / "x.xlsx", target_rows=rows)
    (record,) = tabel.indikator
    assert {str(masa): value.nilai for masa, value in record.target.items()} == {
        "2024 TW1": 1, "2024 TW2": 2, "2024 TW3": 3,
    }  # fmt: skip
    assert [str(masa) for masa in tabel.tahun] == ["2024 TW1", "2024 TW2", "2024 TW3"]
    assert tabel.keraguan == []


@pytest.mark.parametrize("when", [{"periode": "S1"}, {"periode": "B12"}, {"periode": None}])
def test_a_realisasi_comes_back_for_its_part_of_the_year(tmp_path: Path, when: dict[str, str | None]) -> None:
    figures = {"target": 4.0, "target_teks": "4", "realisasi": 3.0, "realisasi_teks": "3"}
    (tabel,) = through(tmp_path / "x.xlsx", realisasi_rows=[KINERJA | figures | when | {"tahun": 2024}])
    (record,) = tabel.indikator
    said = " ".join(filter(None, ("2024", when["periode"])))
    assert ([*map(str, record.target)], [*map(str, record.capaian)]) == ([said], [said])


def test_each_version_of_a_pagu_comes_back_and_what_was_spent_is_of_none(tmp_path: Path) -> None:
    rows = [UANG | {"tahun": 2024, "versi_pagu": versi, "pagu": n} for n, versi in enumerate(("awal", "revisi 1"), 1)]
    rows[1] |= {"realisasi": 7, "realisasi_teks": "7"}
    (tabel,) = through(tmp_path / "x.xlsx", anggaran_rows=rows)
    (record,) = tabel.anggaran
    assert {str(masa): money.rupiah for masa, money in record.pagu.items() if masa} == {
        "2024 awal": 1,
        "2024 revisi 1": 2,
    }
    assert {str(masa): spent.realisasi.rupiah for masa, spent in record.realisasi.items()} == {"2024": 7}


def test_a_range_is_written_as_printed_and_waits_for_a_grammar_that_reads_it(tmp_path: Path) -> None:
    row = KINERJA | {"tahun": 2024, "nilai_teks": "90–100", "nilai_bawah": 90.0, "nilai_atas": 100.0}
    (tabel,) = through(tmp_path / "x.xlsx", target_rows=[row])
    assert ["«90–100»" in doubt.alasan and "rusak" not in doubt.alasan for doubt in tabel.keraguan] == [True]


def test_only_a_pagu_has_versions(tmp_path: Path) -> None:
    row = KINERJA | {"tahun": 2024, "versi_pagu": "revisi 1", "realisasi": 1.0, "realisasi_teks": "1"}
    (tabel,) = through(tmp_path / "x.xlsx", realisasi_rows=[row])
    assert {doubt.kode for doubt in tabel.keraguan} == {"tahun_tidak_sah"}


def test_a_part_of_a_year_outside_the_document_waits(tmp_path: Path) -> None:
    (tabel,) = through(
        tmp_path / "x.xlsx",
        realisasi_rows=[KINERJA | {"tahun": 2024, "periode": "TW4", "realisasi": 1.0, "realisasi_teks": "1"}],
    )
    assert tabel.keraguan == []
    tables = read_tables(read(tmp_path / "x.xlsx"), Konteks("RKT", 2023, 2023))
    assert "tahun_tidak_sah" in {doubt.kode for table in tables for doubt in table.keraguan}
