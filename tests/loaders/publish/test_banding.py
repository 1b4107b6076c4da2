"""What the publisher stores of the measures: units by their meaning, obstacles as contents of a table."""

import shutil

import duckdb
import pytest

from loaders import checks
from loaders.publish import banding, database
from tests.pages import lke_contoh


@pytest.fixture
def connection(tmp_path):
    folder = lke_contoh.build(tmp_path / "terbit")
    (path,) = folder.glob("*.duckdb")
    with duckdb.connect(str(path)) as opened:
        yield opened


def computed(connection) -> tuple:
    database._compute_capaian(connection)
    banding.fill(connection)
    found = "select capaian, status, alasan from banding_capaian where kunci = 'DIDIK' and tahun = 2023"
    return connection.sql(found).fetchall()[0]


def test_a_unit_and_its_abbreviation_are_compared(connection):
    connection.execute("update target set satuan = 'Laporan' where indikator_id = 61")
    connection.execute("update realisasi set satuan = 'lap' where indikator_id = 61")
    assert computed(connection) == (pytest.approx(84 / 85 * 100), "tidak tercapai", None)


def test_units_of_two_meanings_are_not(connection):
    connection.execute("update target set satuan = 'Laporan' where indikator_id = 61")
    connection.execute("update realisasi set satuan = 'kali' where indikator_id = 61")
    assert computed(connection) == (None, "tak terhitung", "satuan_berbeda")


def test_a_table_of_obstacles_is_not_empty(connection):
    found = [temuan.uraian for temuan in checks.DAFTAR["B03"].periksa(checks.read(connection)).temuan]
    assert [said for said in found if "Hambatan" in said] == []


def test_what_is_filled_again_is_the_same(connection):
    def held() -> list:
        return [connection.sql(f"select * from {table} order by all").fetchall() for table in banding.TABLES]

    before = held()
    assert all(len(rows) for rows in before[:2])
    banding.fill(connection)
    assert held() == before


def test_what_stands_at_the_places_of_a_temuan_is_the_same_in_every_build(laporan, tmp_path):
    """Which of several comes first must not depend on which thread was first."""
    with duckdb.connect(shutil.copy(laporan.berkas, tmp_path)) as connection:

        def filled() -> list:
            banding.fill_temuan(connection)
            return connection.sql("select * from temuan_lingkup order by temuan_id").fetchall()

        first = filled()
        assert first
        assert all(filled() == first for _ in range(4))
