"""The published version is found, read by many at once, replaced under readers, and reported on when it is broken."""

import json
import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from loaders.publish import schema
from queries import saring, warehouse
from tests.pages import gudang_contoh


def publish(source: Path, folder: Path, versi: str) -> None:
    """Publish the sample database of `source` in `folder` under another version."""
    folder.mkdir(exist_ok=True)
    berkas = json.loads((source / "kini.json").read_text(encoding="utf-8"))["berkas"]
    shutil.copy(source / berkas, folder / f"kinerja-{versi}.duckdb")
    gudang_contoh.publish_again(folder, versi)


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


def test_any_flipped_byte_is_the_same_answers_or_damage(contoh, tmp_path, monkeypatch):
    """Over the whole file, closed before: never another exception, never another answer."""
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    publish(contoh, tmp_path, "abababababab")
    path = tmp_path / "kinerja-abababababab.duckdb"
    content = path.read_bytes()
    draw = random.Random(20261201)
    for place in sorted(draw.sample(range(len(content)), 40)):
        flipped = bytearray(content)
        flipped[place] ^= 1 << draw.randrange(8)
        path.write_bytes(flipped)
        with pytest.raises(warehouse.DatabaseDamaged, match=r"rusak.*make data"):
            warehouse.ask("pilihan")
    path.write_bytes(content)
    assert not warehouse.ask("pilihan").is_empty()


def test_a_file_that_is_damaged_while_it_is_open_is_damage_too(contoh, tmp_path, monkeypatch):
    """What was read already may be kept in memory: the first question after the change is refused all the same."""
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    publish(contoh, tmp_path, "cdcdcdcdcdcd")
    answer = warehouse.ask("pilihan")
    path = tmp_path / "kinerja-cdcdcdcdcdcd.duckdb"
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(warehouse.DatabaseDamaged):
        warehouse.ask("pilihan")
    path.write_bytes(content)
    assert warehouse.ask("pilihan").equals(answer)


@pytest.mark.parametrize("error", [duckdb.InternalException, duckdb.InvalidInputException, duckdb.OutOfRangeException])
def test_whatever_fails_on_a_file_that_is_not_the_published_one_is_damage(error, contoh, tmp_path, monkeypatch):
    """Decay below an open connection, which no mark of the file shows. On a whole file the same is a wrong question."""
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    publish(contoh, tmp_path, "efefefefefef")

    class Broken:
        def cursor(self):
            raise error("Failed to decode")

        def close(self):
            pass

    broken = warehouse._Open(Path("x.duckdb"), (), Broken())  # ty: ignore[invalid-argument-type]
    monkeypatch.setattr(warehouse, "_opened", lambda _version: broken)
    with pytest.raises(error):
        warehouse.ask("pilihan")
    path = tmp_path / "kinerja-efefefefefef.duckdb"
    path.write_bytes(bytes(path.stat().st_size))
    with pytest.raises(warehouse.DatabaseDamaged):
        warehouse.ask("pilihan")


def test_any_flipped_byte_of_kini_json_is_a_version_or_a_sentence(contoh, tmp_path, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    publish(contoh, tmp_path, "787878787878")
    text = (tmp_path / "kini.json").read_bytes()
    for place in range(len(text)):
        for bit in (1, 128):
            (tmp_path / "kini.json").write_bytes(text[:place] + bytes([text[place] ^ bit]) + text[place + 1 :])
            try:
                warehouse.current()
            except warehouse.DatabaseError as error:
                assert "make data" in str(error)


@pytest.mark.parametrize("facts", [{"skema": "000000000000"}, {"skema": None}])
def test_a_version_of_another_schema_is_refused_with_a_sentence(facts, contoh, tmp_path, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    publish(contoh, tmp_path, "121212121212")
    kini = json.loads((tmp_path / "kini.json").read_text(encoding="utf-8"))
    (tmp_path / "kini.json").write_text(json.dumps(kini | facts), encoding="utf-8")
    with pytest.raises(warehouse.DatabaseOther, match=r"Selaras versi lain.*make data"):
        warehouse.ask("pilihan")


def test_reader_and_publisher_mean_the_same_schema():
    assert warehouse.schema() == schema.schema()


def test_one_run_reads_one_version(contoh, tmp_path, monkeypatch):
    """A publish between two questions is seen by the next run, not by this one; other runs see it at once."""
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    publish(contoh, tmp_path, "131313131313")
    with warehouse.pinned() as version:
        first = warehouse.ask("sumber_dokumen", berkas="lk-prabumulih.txt")
        with duckdb.connect(tmp_path / "kinerja-141414141414.duckdb") as empty:
            for name in warehouse.SCHEMA_FILES:
                empty.execute(name.read_text(encoding="utf-8"))
        gudang_contoh.publish_again(tmp_path, "141414141414")
        with ThreadPoolExecutor(1) as other:
            assert other.submit(warehouse.ask, "sumber_dokumen", berkas="lk-prabumulih.txt").result().is_empty()
        assert warehouse.current() == version
        assert warehouse.ask("sumber_dokumen", berkas="lk-prabumulih.txt").equals(first)
        assert len(saring.options())
    assert warehouse.current().versi == "141414141414"
    assert warehouse.ask("sumber_dokumen", berkas="lk-prabumulih.txt").is_empty()
    assert saring.options().is_empty()


def test_a_new_version_is_read_at_once_while_cursors_on_the_old_one_go_on(contoh, tmp_path, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    publish(contoh, tmp_path, "eeeeeeeeeeee")
    warehouse.ask("pilihan")
    old = warehouse._opened(warehouse.current()).connection.cursor()
    publish(contoh, tmp_path, "ffffffffffff")
    warehouse.ask("pilihan")
    assert warehouse._opened(warehouse.current()).connection is not old
    assert old.sql("select count(*) from v_target").fetchall()[0][0] > 0
    old.close()


def test_an_old_version_is_closed_when_its_time_is_over(contoh, tmp_path, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    publish(contoh, tmp_path, "111111111111")
    old = warehouse._opened(warehouse.current()).connection
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
    with warehouse._opened(warehouse.current()).connection.cursor() as cursor:
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


def test_an_answer_is_kept_until_another_version_is_published_and_nobody_can_change_it(contoh, tmp_path, monkeypatch):
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    publish(contoh, tmp_path, "a1a1a1a1a1a1")
    asked = []
    answer = warehouse._answer
    monkeypatch.setattr(warehouse, "_answer", lambda text, *rest: asked.append(text) or answer(text, *rest))
    given = warehouse.ask("daftar_kolom")
    given.drop_in_place(given.columns[0])
    assert warehouse.ask("daftar_kolom").width == given.width + 1
    assert len(asked) == 1
    publish(contoh, tmp_path, "b2b2b2b2b2b2")
    with duckdb.connect(str(tmp_path / "kinerja-b2b2b2b2b2b2.duckdb")) as connection:
        connection.execute("delete from daftar_kolom")
    gudang_contoh.publish_again(tmp_path, "b2b2b2b2b2b2")
    assert warehouse.ask("daftar_kolom").is_empty()
    assert len(asked) == 2


def test_answers_stay_within_their_bytes_and_a_larger_one_is_given_all_the_same(terbit, monkeypatch):
    opened = warehouse._opened(warehouse.current())
    monkeypatch.setattr(opened, "answers", warehouse.LRUCache(4000, warehouse._weight))
    for question in ["pilihan", "daftar_kolom", "indikator_baku_daftar", "sasaran_baku_daftar"] * 2:
        assert warehouse.ask(question).width > 1
        assert opened.answers.currsize <= 4000
    assert len(opened.answers) > 0
