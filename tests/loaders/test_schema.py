"""The schema refuses what must not be in it, explains every column, and publishes the promised views."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import duckdb
import pytest

from loaders.build import Laporan
from loaders.publish.schema import SCHEMA
from loaders.records import DIBACA, JenisDokumen
from tests.conftest import ROOT, Ask

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
    assert said["v_angka", "divisi"] == said["gabungan_divisi", "divisi"]


@pytest.fixture
def connection(laporan: Laporan, tmp_path: Path) -> duckdb.DuckDBPyConnection:
    copy = tmp_path / "salinan.duckdb"
    copy.write_bytes(laporan.berkas.read_bytes())
    return duckdb.connect(str(copy))


TARGET = "insert into target (indikator_id, tahun, nilai_teks, nilai, satuan, keadaan, periode) values "
PAGU = "insert into pagu (mata_anggaran_id, tahun, pagu_teks, pagu, keadaan, periode, versi_pagu, berlaku) values "
KOREKSI = (
    "insert into koreksi select dokumen_id, {}, 'uraian', 'a', 'b', 'c', 'd', date '2026-12-01' from dokumen limit 1"
)
FIRST_TOTAL = "select * replace ('8' as pagu_teks{}) from pagu where tahun is null limit 1"
REFUSED = {
    "a second target of a year": "insert into target select * from target limit 1",
    "a second target of a quarter": f"{TARGET} (1, 2031, '9', 9, null, 'ada', 'TW1'), "
    "(1, 2031, '8', 8, null, 'ada', 'TW1')",
    "an unknown quarter": f"{TARGET} (1, 2031, '90%', 90, '%', 'ada', 'TW5')",
    "an unknown keadaan": f"{TARGET} (1, 2031, '', null, null, 'hilang', null)",
    "a value that is none": f"{TARGET} (1, 2031, '90%', null, '%', 'ada', null)",
    "a dash read as zero": f"{TARGET} (1, 2031, '-', 0, null, 'tidak_ditargetkan', null)",
    "an impossible year": f"{TARGET} (1, 1931, '90%', 90, '%', 'ada', null)",
    "a target without indikator": f"{TARGET} (999999, 2031, '90%', 90, '%', 'ada', null)",
    "a target below nothing": f"{TARGET} (1, 2031, '-5%', -5, '%', 'ada', null)",
    "a range upside down": "insert into target (indikator_id, tahun, nilai_teks, nilai_bawah, nilai_atas, keadaan) "
    "values (1, 2031, '4-3', 4, 3, 'ada')",
    "half a range": "insert into target (indikator_id, tahun, nilai_teks, nilai_bawah, keadaan) "
    "values (1, 2031, '4-', 4, 'ada')",
    "a result below nothing": "update realisasi set realisasi = -5",
    "a second result of a year": "insert into realisasi select * from realisasi limit 1",
    "a guess at damaged money": f"{PAGU} (1, 2031, '4.056.561.00', 405656100, 'rusak', null, null, true)",
    "negative money": f"{PAGU} (1, 2031, '-5', -5, 'ada', null, null, true)",
    "a second sum over all years": "insert into pagu " + FIRST_TOTAL.format(""),
    "two pagu in force": "insert into pagu " + FIRST_TOTAL.format(", 'revisi 1' as versi_pagu"),
    "a version of a pagu that is none": f"{PAGU} (1, 2031, '5', 5, 'ada', null, 'kedua', true)",
    "a second spending of a year": "insert into realisasi_anggaran select * from realisasi_anggaran limit 1",
    "an unknown fate": "update baris set nasib = 'dilupakan' where baris = 437",
    "one content twice": "insert into dokumen select 99, 'x', * exclude (dokumen_id, berkas) from dokumen limit 1",
    "an unknown kind of document": "insert into dokumen select * replace (99 as dokumen_id, 'x' as berkas, "
    "repeat('0', 64) as sha256, 'Renja' as jenis_dokumen) from dokumen limit 1",
    "a load log that does not add up": "update pemuatan set judul = judul + 1",
    "an unknown tingkat": "insert into sasaran (sasaran_id, tingkat, sasaran) values (9999, 'divisi', 'x')",
    "a row on a line that is none": "insert into indikator select * replace (9999 as indikator_id, 99999 as baris, "
    "99999 as baris_akhir) from indikator limit 1",
    "one sasaran twice": "insert into sasaran select * replace (9999 as sasaran_id) from sasaran limit 1",
    "one program twice": "insert into program_tercetak select * replace (9999 as program_id) from program_tercetak "
    "where kode_program is null limit 1",
    "a program of nobody": "insert into program_tercetak (program_id, kode_program) values (9999, '999.99.ZZ')",
    "a listed program of nobody": "insert into program values ('999.99.ZZ', 'x', null, null, 'x')",
    "a divisi there is none of": "insert into indikator_divisi values (1, 'NGAWUR', 9, 'tertulis')",
    "a pagu of a divisi there is none of": "insert into pagu_divisi values (1, 'NGAWUR', 9, 'tertulis')",
    "an unknown origin of a divisi": "update indikator_divisi set asal = 'kira-kira'",
    "a correction of a line that is none": KOREKSI.format(999999),
    "a satker code of three digits": "insert into satker values ('197', 'KPU X', 'X', 'x')",
}
ACCEPTED = {
    "a target of a quarter beside the year's": f"{TARGET} (1, 2031, '90%', 90, '%', 'ada', null), "
    "(1, 2031, '20%', 20, '%', 'ada', 'TW1'), (1, 2031, '40%', 40, '%', 'ada', 'S1')",
    "a range": "insert into target (indikator_id, tahun, nilai_teks, nilai_bawah, nilai_atas, keadaan) "
    "values (1, 2031, '3-4', 3, 4, 'ada')",
    "a pagu and what it was before": f"{PAGU} (1, 2031, '5', 5, 'ada', null, 'revisi 1', true), "
    "(1, 2031, '4', 4, 'ada', null, 'awal', false), (1, 2031, '1', 1, 'ada', 'B01', 'revisi 1', true)",
    "a sum over all years, as it was before": "insert into pagu "
    + FIRST_TOTAL.format(", 'awal' as versi_pagu, false as berlaku"),
    "a program of KPU that no list holds yet": "insert into program_tercetak (program_id, kode_program) "
    "values (9999, '076.02.ZZ')",
    "a sasaran of another level": "insert into sasaran (sasaran_id, tingkat, sasaran) values (9999, 'program', 'x')",
    "a kind of document nobody reads yet": "insert into dokumen select * replace (99 as dokumen_id, 'x' as berkas, "
    "repeat('0', 64) as sha256, 'DIPA' as jenis_dokumen) from dokumen limit 1",
    "a correction of a printed line": KOREKSI.format("(select min(baris) from baris where dokumen_id = 1)"),
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
def test_the_schema_refuses(connection: duckdb.DuckDBPyConnection, statement: str) -> None:
    with pytest.raises(duckdb.ConstraintException):
        connection.execute(statement)


@pytest.mark.parametrize("statement", ACCEPTED.values(), ids=ACCEPTED)
def test_the_schema_has_room_for(connection: duckdb.DuckDBPyConnection, statement: str) -> None:
    connection.execute(statement)


def test_every_published_view_says_whose_it_is_and_of_which_part_of_the_year(ask: Ask) -> None:
    views = ask("select view_name from duckdb_views() where not internal")["view_name"].to_list()
    assert len(views) >= 14
    for view in views:
        assert {"provinsi", "tingkat_satker", "periode"} <= set(ask(f"select * from {view} limit 0").columns), view


def test_the_level_of_a_satker_is_told_by_its_code(ask: Ask) -> None:
    found = dict(ask("select tingkat_satker, count(*) as n from satker group by all").rows())
    assert found == {"kpu_ri": 1, "provinsi": 38, "kabkota": 514}


def test_the_kinds_of_document_are_those_of_the_records_in_their_order(ask: Ask) -> None:
    kinds = ask("select jenis_dokumen, dibaca from jenis_dokumen order by urutan").rows()
    assert [kind for kind, _ in kinds] == list(get_args(JenisDokumen))
    assert [kind for kind, read in kinds if read] == list(DIBACA)


def test_what_is_printed_is_held_once_and_keyed_by_the_lists_where_they_know_it(ask: Ask) -> None:
    """076.01.06 stands in the list; “Program Penguatan …” without a code is the name of that program alone."""
    rows = ask("select kode_program, kode_acuan, program from program_tercetak").rows()
    assert {kode for kode, _, _ in rows if kode} == {"076.01.01", "076.01.06", "076.01.CQ", "076.01.WA"}
    assert all(acuan == kode for kode, acuan, _ in rows if kode)
    by_name = {program: acuan for kode, acuan, program in rows if not kode}
    assert by_name["Program Penguatan Kelembagaan Demokrasi dan Perbaikan Proses Politik"] == "076.01.06"
    assert by_name["Program dukungan Manajemen dan Pelaksanaan Tugas Teknis Lainnya"] is None
    assert (
        ask("select count(*) as n from sasaran")["n"][0]
        == ask("select count(distinct (tingkat, sasaran)) as n from v_target where sasaran is not null")["n"][0]
    )


def test_a_misprint_of_a_name_is_the_same_choice_and_a_listed_code_has_the_name_of_the_list(ask: Ask) -> None:
    chosen = ask((ROOT / "queries" / "sql" / "pilihan.sql").read_text(encoding="utf-8"))
    labels = {row["nilai"]: row["label"] for row in chosen.to_dicts() if row["dimensi"] in ("program", "kegiatan")}
    assert labels["pelaksanaandukunganbantuanhukum"] == "Pelaksanaan Dukungan Bantuan Hukum"
    assert labels["3360"] == "Operasional Perkantoran dan Dukungan Sarana Prasarana"
    assert labels["076.01.WA"] == "Program Dukungan Manajemen"
    printed = ask("select distinct kegiatan from v_target where kunci_kegiatan = 'pelaksanaandukunganbantuanhukum'")
    assert set(printed["kegiatan"]) == {"Pelaksanaan Dukunga Bantuan Hukum", "Pelaksanaan Dukungan Bantuan Hukum"}
    names = [row["label"] for row in chosen.to_dicts() if row["dimensi"] == "kegiatan"]
    assert len(names) == len(set(names)) == 33


def test_the_schema_is_read_from_its_files() -> None:
    assert {path.name for path in SCHEMA.glob("*.sql")} == {"tables.sql", "views.sql"}
