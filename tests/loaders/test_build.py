"""Same inputs, same database; a reader never sees half of one; a bad input stops and leaves the old version."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import duckdb
import pytest

from loaders.build import Laporan, build
from loaders.cli.commands import run
from loaders.errors import DaftarSalah, LoaderError
from loaders.publish import database, schema
from loaders.publish.database import PenerbitanGagal
from tests.conftest import ROOT, Ask
from tests.loaders import data

VIEWS = ("v_target", "v_capaian", "v_pagu", "v_temuan", "v_baris", "v_karantina", "v_hambatan", "v_dokumen")


def snapshot(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return {view: connection.sql(f"select * from {view} order by all").fetchall() for view in VIEWS}


def test_two_builds_have_one_name_and_the_same_views(laporan: Laporan, tmp_path: Path) -> None:
    again = build(ROOT / "data", terbit=tmp_path)
    assert again.versi == laporan.versi
    assert snapshot(again.berkas) == snapshot(laporan.berkas)


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """A data folder with one short document."""
    return data.copy(tmp_path / "data", "serang")


def test_a_current_version_is_not_built_again(one: Path, tmp_path: Path) -> None:
    terbit = tmp_path / "terbit"
    first = build(one, terbit=terbit)
    pointer = (terbit / "kini.json").read_text()
    again = build(one, terbit=terbit)
    assert (first.dibangun, again.dibangun, again.berkas) == (True, False, first.berkas)
    assert (terbit / "kini.json").read_text() == pointer


def test_a_lost_database_file_is_built_again(one: Path, tmp_path: Path) -> None:
    build(one, terbit=tmp_path / "terbit").berkas.unlink()
    assert build(one, terbit=tmp_path / "terbit").dibangun


def test_a_damaged_database_file_is_mended_under_a_name_nobody_has_open(
    laporan: Laporan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A flipped byte in the middle: `build` never calls that current, and a restart of the app is not needed."""
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    shutil.copytree(laporan.berkas.parent, tmp_path, dirs_exist_ok=True)
    content = bytearray(laporan.berkas.read_bytes())
    content[len(content) // 2] ^= 0x40
    (tmp_path / laporan.berkas.name).write_bytes(content)
    assert run(["build"]) == 0
    assert "dibangun ulang" in capsys.readouterr().out
    mended = build(ROOT / "data", terbit=tmp_path)
    assert not mended.dibangun
    assert (mended.versi, mended.berkas.name) == (laporan.versi, f"kinerja-{laporan.versi}-2.duckdb")


def test_a_database_of_another_schema_is_not_current(tmp_path: Path, laporan: Laporan) -> None:
    """The version's name covers the schema too; this holds where kini.json was written by another hand."""
    shutil.copytree(laporan.berkas.parent, tmp_path, dirs_exist_ok=True)
    for change in ({"skema": "0" * 12}, {"skema": None}, {"sha256": None}, {"ukuran": 1}):
        kini = json.loads((tmp_path / "kini.json").read_text())
        (tmp_path / "kini.json").write_text(json.dumps(kini | change))
        assert database.published(tmp_path, kini["versi"]) is None
        assert database.is_current(tmp_path, kini["versi"])
        (tmp_path / "kini.json").write_text(json.dumps(kini))
    assert database.published(tmp_path, kini["versi"])


def test_the_database_says_its_schema_as_kini_does(ask: Ask, laporan: Laporan) -> None:
    kini = json.loads((laporan.berkas.parent / "kini.json").read_text())
    assert ask("select sidik from skema")["sidik"].to_list() == [kini["skema"]] == [schema.schema()]


def test_kini_names_the_version(laporan: Laporan) -> None:
    terbit = laporan.berkas.parent
    kini = json.loads((terbit / "kini.json").read_text())
    assert kini["versi"] == laporan.versi
    assert (terbit / kini["berkas"]) == laporan.berkas
    assert (kini["dokumen_dibaca"], kini["dokumen_terdaftar"]) == (5, 5)
    assert list(terbit.glob("*.tmp*")) == []


def test_a_renamed_and_a_doubled_file_add_nothing(one: Path, tmp_path: Path) -> None:
    before = snapshot(build(one, terbit=tmp_path / "sebelum").berkas)
    original = next((one / "dokumen").rglob("rkt-*.txt"))
    (original.parent / "salinan.txt").write_bytes(original.read_bytes())
    changed = build(one, terbit=tmp_path / "terbit")
    assert snapshot(changed.berkas) == before
    original.unlink()
    renamed = build(one, terbit=tmp_path / "terbit")
    assert {view: len(rows) for view, rows in snapshot(renamed.berkas).items()} == {
        view: len(rows) for view, rows in before.items()
    }
    assert any("kini bernama" in sentence for sentence in renamed.catatan)


def test_a_document_registered_twice_counts_once(one: Path, tmp_path: Path) -> None:
    before = snapshot(build(one, terbit=tmp_path / "sebelum").berkas)
    data.write_manifest(one, data.manifest(one) * 2)
    doubled = build(one, terbit=tmp_path / "terbit")
    assert snapshot(doubled.berkas) == before
    assert any("dibaca sekali" in sentence for sentence in doubled.catatan)


@pytest.mark.parametrize(
    ("kolom", "isi", "kata"),
    [
        ("sha256", "0" * 64, "berubah"),
        ("jenis_dokumen", "Renja", "«Renja» harus Renstra, RKT, PK atau LK"),
        ("jenis_dokumen", "DIPA", "«DIPA» belum ada pembacanya; harus Renstra, RKT, PK atau LK"),
        ("tahun_awal", "dua ribu", "tidak sah"),
        ("tanggal", "08/09/2021", "tidak sah"),
    ],
)
def test_a_bad_register_stops_with_its_line(tmp_path: Path, kolom: str, isi: str, kata: str) -> None:
    folder = data.copy(tmp_path / "data")
    rows = data.manifest(folder)
    rows[1][kolom] = isi
    data.write_manifest(folder, rows)
    with pytest.raises(DaftarSalah, match=r"manifest\.csv baris 3") as caught:
        build(folder, terbit=tmp_path / "terbit")
    assert kata in str(caught.value)
    assert not (tmp_path / "terbit").exists()


def test_a_missing_document_stops_with_its_name(tmp_path: Path) -> None:
    folder = data.copy(tmp_path / "data")
    next((folder / "dokumen").rglob("rkt-*.txt")).unlink()
    with pytest.raises(DaftarSalah, match=r"rkt-kpu-kota-serang-2020\.txt tidak ada"):
        build(folder, terbit=tmp_path / "terbit")


def test_a_build_that_fails_leaves_the_published_version(
    one: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terbit = tmp_path / "terbit"
    first = build(one, terbit=terbit)
    monkeypatch.setitem(database._CHECKS, "selalu ada yang salah", "select 1")
    with pytest.raises(PenerbitanGagal, match="selalu ada yang salah"):
        build(one, terbit=terbit, force=True)
    assert json.loads((terbit / "kini.json").read_text())["versi"] == first.versi
    assert [path.name for path in sorted(terbit.iterdir())] == [first.berkas.name, "kini.json"]


def test_the_newest_versions_stay_and_older_ones_go_whatever_the_clock_says(tmp_path: Path) -> None:
    files = [database.new_path(tmp_path, f"{n:012x}") for n in range(database.VERSIONS_KEPT + 2)]
    for age, file in enumerate(files):
        file.write_bytes(b"")
        os.utime(file, (1_000_000 - age, 1_000_000 - age))  # the clock goes back: what is newer looks older
        version = file.stem.removeprefix("kinerja-")
        database.point(tmp_path, file, version, 1, 1)
    database._drop_old(tmp_path)
    assert sorted(tmp_path.glob("*.duckdb")) == sorted(files[-database.VERSIONS_KEPT :])
    assert database.VERSIONS_KEPT == 3  # the one in use, the one before it, and one for a reader that is late


def test_a_lost_pointer_costs_no_version_that_is_still_pointed_at(tmp_path: Path) -> None:
    files = [database.new_path(tmp_path, f"{n:012x}") for n in range(database.VERSIONS_KEPT + 2)]
    for age, file in enumerate(files):
        file.write_bytes(b"")
        os.utime(file, (1_000_000 - age, 1_000_000 - age))
    database._drop_old(tmp_path)
    assert len(list(tmp_path.glob("*.duckdb"))) == len(files)  # nothing says which one is in use
    database.point(tmp_path, files[-1], "v", 1, 1)
    database._drop_old(tmp_path)
    assert sorted(tmp_path.glob("*.duckdb")) == sorted([*files[: database.VERSIONS_KEPT - 1], files[-1]])


@pytest.mark.parametrize("sentence", database._CHECKS)
def test_every_check_of_the_publisher_can_fail(laporan: Laporan, tmp_path: Path, sentence: str) -> None:
    """A check that cannot fail protects nothing: spoil a copy of the database for each."""
    spoil = {
        "ada dokumen yang jumlah barisnya": "delete from baris where nasib = 'judul' and baris = 437",
        "ada baris dimuat tanpa": "update baris set nasib = 'dimuat' where nasib = 'judul'",
        "ada indikator yang barisnya": "update baris set nasib = 'judul' where nasib = 'dimuat'",
        "ada baris dikarantina tanpa": "update baris set nasib = 'dikarantina' where nasib = 'sambungan'",
        "ada hambatan yang": "insert into hambatan (dokumen_id, nomor, tabel_id, baris, baris_akhir, tahun, hambatan) "
        "select dokumen_id, 1, tabel_id, baris, baris, 2024, 'x' from baris where nasib = 'judul' limit 1",
        "ada indikator yang gabungan": "update indikator_divisi set asal = 'turunan'",
        "ada baris anggaran yang gabungan": "update pagu_divisi set asal = 'lewat_subbagian'",
        "ada gabungan divisi": "insert into gabungan_divisi values (9999, 'Ngawur', 'tertulis')",
        "ada padanan yang": "insert into indikator (indikator_id, tabel_id, baris, baris_akhir, tingkat, indikator, "
        "kunci_bunyi, kode_baku, keyakinan) select 9999, tabel_id, baris, baris, 'program', 'x', 'x', 'OPINI-BPK', "
        "'pasti' from baris where nasib = 'judul' limit 1",
        "ada pagu yang tidak": "update pagu set versi_pagu = 'awal', berlaku = false where tahun is null",
        "ada versi dokumen": "update versi_dokumen set menggantikan = 'tidak-ada.pdf'",
        "ada aturan temuan": "delete from temuan_lingkup; delete from temuan; "
        "delete from aturan where kode_aturan = 'U04'",
        "ada karantina pada baris": "insert into karantina select 1, dokumen_id, baris, '', '', '' from baris limit 1",
    }
    copy = tmp_path / "rusak.duckdb"
    copy.write_bytes(laporan.berkas.read_bytes())
    with duckdb.connect(str(copy)) as connection:
        assert database._cases(connection, database._CHECKS[sentence]) == []
        connection.execute(next(sql for start, sql in spoil.items() if sentence.startswith(start)))
        assert database._cases(connection, database._CHECKS[sentence]) != []


def test_every_line_of_a_table_has_one_fate_and_the_totals_agree(ask: Ask) -> None:
    rows = ask(
        "select baris_tabel, dimuat + sambungan + judul + dikarantina as jumlah, dimuat from v_dokumen"
    ).to_dicts()
    assert len(rows) == 5
    assert all(row["baris_tabel"] == row["jumlah"] and row["dimuat"] > 0 for row in rows)
    assert ask("select count(*) as n from v_baris")["n"][0] == sum(row["baris_tabel"] for row in rows)


def test_the_report_of_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path))
    assert run(["build"]) == 0
    printed = capsys.readouterr().out
    assert "renstra-kpu-kota-blitar-2020-2024.txt: 3 tabel, 153 baris, 375 target, 90 pagu" in printed
    whole = "5 dokumen dipakai dari 5 terdaftar, 28 tabel, 1.052 baris dibaca, 0 dikarantina, 5 koreksi"
    assert f"{whole}, 94 baris transkrip, " in printed
    assert run(["build"]) == 0
    assert "sudah mutakhir" in capsys.readouterr().out


def test_check_says_what_would_be_read_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SELARAS_TERBIT", str(tmp_path / "terbit"))
    file = tmp_path / "renstra-baru.txt"
    file.write_text(
        "RENCANA STRATEGIS KPU KOTA X\nTAHUN 2020-2021\n\nTabel 1. Target\n\n"
        "TUJUAN\tSASARAN\tINDIKATOR\tTARGET KINERJA\t\n\t\t\t2020\t2021\n"
        "\tTerwujudnya X\tPersentase A\t90%\t95 %\n\t\tPersentase B\t90%\n\t\tPersentase C\t9O%\t95%\n",
        encoding="utf-8",
    )
    assert run(["check", str(file), "--satker", "3573"]) == 0
    printed = capsys.readouterr().out
    assert "Renstra 2020-2021, satker 3573" in printed
    assert "(satker disebut; jenis menurut baris 1" in printed
    assert "Tabel 1 (mulai baris 4): 1 indikator, 2 target, 2 baris dikarantina" in printed
    assert "baris 10 dikarantina" in printed
    assert "baris 8 «Persentase A» belum punya indikator baku; terdekat: tidak ada" in printed
    assert "Tidak ada yang ditulis" in printed
    assert not (tmp_path / "terbit").exists()
    assert run(["check", str(tmp_path / "tidak-ada.txt")]) == 1
    assert "tidak ada berkas dengan nama itu" in capsys.readouterr().err


def test_all_errors_are_loader_errors() -> None:
    assert issubclass(DaftarSalah, LoaderError)
    assert issubclass(PenerbitanGagal, LoaderError)
