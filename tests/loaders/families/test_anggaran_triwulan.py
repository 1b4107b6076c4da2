"""What was spent each quarter beside the pagu of the year, from its lines to the published views."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from loaders.build import build
from loaders.families import registry
from loaders.read import document
from loaders.records import Konteks, MataAnggaran
from loaders.register import manifest
from tests.loaders import data
from tests.loaders.families import anggaran_triwulan
from tests.loaders.families.pages_of_cells import lembar
from tests.queries.test_periode import answer

PAGE = """
REALISASI ANGGARAN PER TRIWULAN TAHUN 2025
KOMISI PEMILIHAN UMUM KOTA SERANG
(dalam ribuan rupiah)

Program | Pagu | Realisasi | | |
 | | TW I | TW II | TW III | TW IV
Program Dukungan Manajemen | 4.000 | 1.000 | 900 | 800 | 700
Program Penyelenggaraan Pemilu | 2.000 | 500 | 400 | - | 3OO
"""


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "FAMILIES", (*registry.FAMILIES, anggaran_triwulan.read))


def figures(record: MataAnggaran) -> tuple[dict[str, int | None], dict[str, int | None]]:
    pagu = {str(masa): money.rupiah for masa, money in record.pagu.items()}
    return pagu, {str(masa): spent.realisasi.rupiah for masa, spent in record.realisasi.items()}


def test_the_pagu_is_of_the_year_and_what_was_spent_of_its_quarters() -> None:
    bacaan = document(lembar(PAGE.replace("3OO", "300")), Konteks("LK", 2025, 2025))
    first, second = (figures(record) for record in bacaan.tabel[0].anggaran)
    spent = (1_000_000, 900_000, 800_000, 700_000)
    assert first == ({"2025": 4_000_000}, {f"2025 TW{n}": money for n, money in enumerate(spent, start=1)})
    assert second[0] == {"2025": 2_000_000}
    assert (bacaan.lewat, bacaan.kolom_lewat, bacaan.waspada, bacaan.salah) == ([], [], [], [])


def test_only_the_cell_that_cannot_be_read_waits() -> None:
    bacaan = document(lembar(PAGE), Konteks("LK", 2025, 2025))
    assert [w.kolom for w in bacaan.waspada] == ["realisasi_anggaran:2025 TW4"]


def test_the_database_has_what_was_spent_in_a_quarter_that_has_no_pagu_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = data.copy(tmp_path / "data", "serang")
    (row,) = data.manifest(folder)
    path = (folder / "dokumen" / row["file"]).with_name("realisasi.txt")
    text = PAGE.replace("3OO", "300")
    path.write_text("\n".join(line.teks for line in lembar(text).baris), encoding="utf-8")
    new = {"file": f"{path.parent.name}/{path.name}", "sha256": manifest.sha256(path), "tahun_awal": "2025"}
    data.write_manifest(folder, [row, row | new | {"jenis_dokumen": "LK", "tahun_akhir": "2025"}])
    berkas = build(folder, terbit=tmp_path / "terbit").berkas
    with duckdb.connect(str(berkas), read_only=True) as connection:
        found = connection.sql("""
            select periode, pagu, realisasi, keadaan, mewakili_tahun from v_pagu
            where berkas = 'realisasi.txt' and baris = 7 order by periode nulls first""").fetchall()
    assert found == [
        (None, 4_000_000, None, "ada", True),
        ("TW1", None, 1_000_000, "ada", False), ("TW2", None, 900_000, "ada", False),
        ("TW3", None, 800_000, "ada", False), ("TW4", None, 700_000, "ada", False),
    ]  # fmt: skip
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path / "terbit"))
    spent = answer("jelajah_pagu").filter(tahun=2025)
    assert spent.select("pagu", "realisasi").rows() == [(4_000_000, None), (2_000_000, None)]
