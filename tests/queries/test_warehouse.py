"""The published version is found, read by many at once, replaced under readers, and reported on when it is broken."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from queries import warehouse


def publish(source: Path, folder: Path, versi: str) -> None:
    """Publish the sample database of `source` in `folder` under another version."""
    folder.mkdir(exist_ok=True)
    facts = json.loads((source / "kini.json").read_text(encoding="utf-8"))
    berkas = f"kinerja-{versi}.duckdb"
    shutil.copy(source / facts["berkas"], folder / berkas)
    (folder / "kini.json").write_text(json.dumps(facts | {"versi": versi, "berkas": berkas}), encoding="utf-8")


def test_the_current_version_carries_the_facts_of_kini_json(terbit):
    version = warehouse.current()
    assert version.versi == "c0ffee123456"
    assert version.dibangun.isoformat() == "2026-11-20T15:04:05+00:00"
    assert (version.dokumen_dibaca, version.dokumen_terdaftar) == (5, 5)


def test_without_a_published_version_the_sentence_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    with pytest.raises(warehouse.DatabaseMissing, match="Jalankan `make data`"):
        warehouse.current()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"versi": "a"}', '{"versi": "a", "berkas": "b", "dibangun": "x"}'])
def test_an_unreadable_kini_json_is_damage(text, tmp_path, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    (tmp_path / "kini.json").write_text(text, encoding="utf-8")
    with pytest.raises(warehouse.DatabaseDamaged, match=r"kini\.json"):
        warehouse.current()


def test_a_missing_database_file_is_named(contoh, tmp_path, monkeypatch):
    publish(contoh, tmp_path, "aaaaaaaaaaaa")
    (tmp_path / "kinerja-aaaaaaaaaaaa.duckdb").unlink()
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    with pytest.raises(warehouse.DatabaseMissing, match=r"kinerja-aaaaaaaaaaaa\.duckdb"):
        warehouse.ask("pilihan")


@pytest.mark.parametrize("damage", ["cut", "garbled", "other"])
def test_a_damaged_database_file_is_damage(damage, contoh, tmp_path, monkeypatch):
    versi = {"cut": "bbbbbbbbbbbb", "garbled": "cccccccccccc", "other": "dddddddddddd"}[damage]
    publish(contoh, tmp_path, versi)
    path = tmp_path / f"kinerja-{versi}.duckdb"
    content = path.read_bytes()
    half = len(content) // 2
    bad = {"cut": content[:half], "garbled": content[:8192] + bytes(len(content) - 8192), "other": b"bukan basis data"}
    path.write_bytes(bad[damage])
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    with pytest.raises(warehouse.DatabaseDamaged, match="Berkas basis data rusak"):
        warehouse.ask("pilihan")


def test_a_new_version_is_read_at_once_while_cursors_on_the_old_one_go_on(contoh, tmp_path, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    publish(contoh, tmp_path, "eeeeeeeeeeee")
    warehouse.ask("pilihan")
    old = warehouse._connection(warehouse.current()).cursor()
    publish(contoh, tmp_path, "ffffffffffff")
    warehouse.ask("pilihan")
    assert warehouse._connection(warehouse.current()) is not old
    assert old.sql("select count(*) from v_target").fetchall()[0][0] > 0
    old.close()


def test_an_old_version_is_closed_when_its_time_is_over(contoh, tmp_path, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    publish(contoh, tmp_path, "111111111111")
    old = warehouse._connection(warehouse.current())
    publish(contoh, tmp_path, "222222222222")
    warehouse.ask("pilihan")
    monkeypatch.setattr(warehouse, "KEEP_OLD_SECONDS", -1)
    warehouse.ask("pilihan")
    with pytest.raises(duckdb.ConnectionException):
        old.execute("select 1")


def test_many_threads_ask_at_once(terbit):
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: warehouse.ask("pilihan"), range(40)))
    assert all(answer.equals(answers[0]) for answer in answers)


def test_the_reader_can_neither_write_nor_reach_files(terbit, tmp_path):
    with warehouse._connection(warehouse.current()).cursor() as cursor:
        with pytest.raises(duckdb.Error):
            cursor.execute("create table baru (a integer)")
        with pytest.raises(duckdb.Error):
            cursor.execute(f"copy (select 1) to '{tmp_path / 'keluar.csv'}'")
        with pytest.raises(duckdb.Error):
            cursor.execute("set enable_external_access = true")


def test_a_missing_or_surplus_parameter_is_refused(terbit):
    with pytest.raises(duckdb.Error):
        warehouse.ask("sumber_dokumen")
    with pytest.raises(duckdb.Error):
        warehouse.ask("pilihan", satker=[])
