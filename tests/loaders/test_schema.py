"""The schema refuses what must not be in it, explains every column, and publishes the promised views."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from loaders.build import Laporan
from loaders.publish.database import SCHEMA
from tests.conftest import Ask

KEYS = """kode_satker satker jenis_dokumen unit berkas tabel baris tingkat tujuan program kegiatan sasaran indikator
    unit_pelaksana divisi kode_baku indikator_baku polaritas tahun"""
PROMISED = {
    "v_target": KEYS + " nilai_teks nilai nilai_ordinal satuan keadaan",
    "v_capaian": KEYS
    + """ target_teks target target_ordinal realisasi_teks realisasi realisasi_ordinal satuan
    capaian_tercetak capaian_hitung alasan""",
    "v_pagu": """kode_satker satker jenis_dokumen berkas tabel baris tahun tingkat kode_program kode_kegiatan kode_kro
    kode_ro program kegiatan uraian pagu_teks pagu realisasi_teks realisasi persen_tercetak tvro rvro
    efisiensi_tercetak keadaan""",
    "v_temuan": """kode_aturan nama_aturan keparahan kode_satker satker jenis_dokumen berkas tahun baris baris_lain
    uraian nilai_a nilai_b""",
    "v_baris": "berkas satker tabel halaman baris teks nasib",
    "v_karantina": "berkas satker tabel halaman baris teks nasib alasan",
    "v_hambatan": "satker berkas tahun nomor aspek hambatan keterangan upaya",
    "v_dokumen": "berkas",
}


@pytest.mark.parametrize("view", PROMISED)
def test_the_view_begins_with_the_promised_columns(ask: Ask, view: str) -> None:
    promised = PROMISED[view].split()
    assert ask(f"select * from {view} limit 0").columns[: len(promised)] == promised


def test_every_column_of_a_table_or_view_is_explained_in_three_parts(ask: Ask) -> None:
    columns = ask(
        "select table_name, column_name, comment from duckdb_columns() where not internal and schema_name = 'main'"
    ).to_dicts()
    assert len({c["table_name"] for c in columns if c["table_name"].startswith("v_")}) >= len(PROMISED)
    unclear = [c for c in columns if (c["comment"] or "").count(" · ") < 2]
    assert unclear == []
    assert ask("select table_name from duckdb_tables() where comment is null").is_empty()
    assert ask("select view_name from duckdb_views() where comment is null and not internal").is_empty()


def test_a_view_s_column_says_what_the_column_it_shows_says(ask: Ask) -> None:
    said = {
        (t, c): comment for t, c, comment in ask("select table_name, column_name, comment from duckdb_columns()").rows()
    }
    assert said["v_capaian", "target_teks"] == said["target", "nilai_teks"]
    assert said["v_pagu", "baris"] == said["mata_anggaran", "baris"] != said["v_target", "baris"]
    assert said["v_versi_dokumen", "nomor"] == said["versi_dokumen", "nomor"]
    assert said["v_angka", "divisi"] == said["indikator", "divisi"]


@pytest.fixture
def connection(laporan: Laporan, tmp_path: Path) -> duckdb.DuckDBPyConnection:
    copy = tmp_path / "salinan.duckdb"
    copy.write_bytes(laporan.berkas.read_bytes())
    return duckdb.connect(str(copy))


REFUSED = {
    "a second target of a year": "insert into target select * from target limit 1",
    "an unknown keadaan": "insert into target values (1, 2031, '', null, null, null, 'hilang', null)",
    "a value that is none": "insert into target values (1, 2031, '90%', null, null, '%', 'ada', null)",
    "a dash read as zero": "insert into target values (1, 2031, '-', 0, null, null, 'tidak_ditargetkan', null)",
    "an impossible year": "insert into target values (1, 1931, '90%', 90, null, '%', 'ada', null)",
    "a target without indikator": "insert into target values (999999, 2031, '90%', 90, null, '%', 'ada', null)",
    "a guess at damaged money": "insert into pagu values (1, 2031, '4.056.561.00', 405656100, 'rusak', null)",
    "negative money": "insert into pagu values (1, 2031, '-5', -5, 'ada', null)",
    "an unknown fate": "update baris set nasib = 'dilupakan' where baris = 437",
    "one content twice": "insert into dokumen select 99, 'x', * exclude (dokumen_id, berkas) from dokumen limit 1",
    "a load log that does not add up": "update pemuatan set judul = judul + 1",
    "an unknown tingkat": """insert into indikator (indikator_id, tabel_id, baris, baris_akhir, tingkat, indikator)
        values (9999, 1, 9999, 9999, 'divisi', 'x')""",
    "a satker code of three digits": "insert into satker values ('197', 'KPU X', 'X', 'x')",
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
def test_the_schema_refuses(connection: duckdb.DuckDBPyConnection, statement: str) -> None:
    with pytest.raises(duckdb.ConstraintException):
        connection.execute(statement)


def test_the_schema_is_read_from_its_files() -> None:
    assert {path.name for path in SCHEMA.glob("*.sql")} == {"tables.sql", "views.sql"}
