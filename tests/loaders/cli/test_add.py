"""`python -m loaders add | pakai | check`: files taken in from the command line, asked where unsure, whole or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.cli.commands import run
from loaders.masuk import inbox
from tests.conftest import ROOT
from tests.loaders import data
from tests.loaders.intake.test_taking import files, next_year, years

SERANG = "rkt-kpu-kota-serang-2020.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = data.copy(tmp_path / "data", "serang")
    monkeypatch.setenv("SELARAS_DATA", str(target))
    monkeypatch.delenv("SELARAS_TERBIT", raising=False)
    return target


@pytest.fixture
def rkt(tmp_path: Path) -> Path:
    path = tmp_path / "RKT 2021.txt"
    path.write_bytes(next_year())
    return path


def test_a_file_is_in_and_what_was_read_is_said(folder: Path, rkt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", str(rkt), "--oleh", "Siti"]) == 0
    said = capsys.readouterr().out
    assert "RKT 2021.txt: RKT 2021, satker 3673 (KPU Kota Serang menurut" in said
    assert "RKT Program dan Kegiatan (mulai baris" in said
    assert "Sebagai dokumen baru: 66 bertambah, 0 berubah, 0 hilang." in said
    assert "Masuk sebagai rkt-kpu-kota-serang-2021.txt." in said
    assert years(folder / "terbit") == [2020, 2021]
    assert "Diserahkan oleh Siti" in data.manifest(folder)[-1]["sumber"]


def test_the_same_content_twice_adds_nothing(folder: Path, rkt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["add", str(rkt)])
    before = files(folder)
    assert run(["add", str(rkt)]) == 0
    assert "isinya sudah terdaftar sebagai rkt-kpu-kota-serang-2021.txt" in capsys.readouterr().out
    assert files(folder) == before


def test_what_is_unsure_is_asked_and_nothing_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder.parent / "tabel.txt"
    text = (ROOT / "data" / "dokumen" / "3673-kota-serang" / SERANG).read_text(encoding="utf-8")
    path.write_text("\n".join(text.splitlines()[30:]).replace("SERANG", "X").replace("Serang", "X"), encoding="utf-8")
    before = files(folder)
    assert run(["add", str(path)]) == 1
    said = capsys.readouterr().err
    assert "belum dimasukkan; jawab dahulu" in said
    assert "--satker KODE" in said
    assert (files(folder), inbox.waiting(folder)) == (before, [])
    assert run(["add", str(path), "--satker", "3573", "--jenis", "RKT", "--tahun", "2022"]) == 0
    assert "rkt-kpu-kota-malang-2022.txt" in capsys.readouterr().out


def test_a_revision_becomes_a_version_and_an_older_one_can_be_used_again(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "revisi.txt"
    text = (ROOT / "data" / "dokumen" / "3673-kota-serang" / SERANG).read_text(encoding="utf-8")
    path.write_text(text.replace("12 Laporan", "11 Laporan", 1), encoding="utf-8")
    assert run(["add", str(path)]) == 0
    assert f"Sebagai versi baru dari {SERANG}: 0 bertambah, 1 berubah, 0 hilang." in capsys.readouterr().out
    assert run(["pakai", SERANG]) == 0
    assert "1 dokumen dipakai dari 2 terdaftar" in capsys.readouterr().out
    assert [row["dipakai"] for row in data.manifest(folder) if row["file"].endswith(SERANG)] == ["ya"]
    assert run(["pakai", "x.txt"]) == 1
    assert "Tidak ada berkas terdaftar bernama «x.txt»" in capsys.readouterr().err


def test_a_relation_can_be_said(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "revisi.txt"
    text = (ROOT / "data" / "dokumen" / "3673-kota-serang" / SERANG).read_text(encoding="utf-8")
    path.write_text(text.replace("12 Laporan", "11 Laporan", 1), encoding="utf-8")
    assert run(["add", str(path), "--menggantikan", "lain.txt"]) == 1
    assert f"yang ada: {SERANG}" in capsys.readouterr().err
    assert run(["add", str(path), "--tersendiri"]) == 0
    assert data.manifest(folder)[-1]["menggantikan"] == ""


def test_one_bad_file_does_not_keep_the_next_one_out(
    folder: Path, rkt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "rusak.pdf"
    bad.write_bytes(b"%PDF-1.4 x")
    empty = tmp_path / "surat.txt"
    empty.write_text("KOMISI PEMILIHAN UMUM KOTA SERANG\nRENCANA KINERJA TAHUNAN\nTAHUN 2023\n", encoding="utf-8")
    assert run(["add", str(bad), str(tmp_path / "tak-ada.pdf"), str(empty), str(rkt)]) == 1
    out, err = capsys.readouterr()
    assert "rusak.pdf tidak dapat dibaca" in err
    assert "tak-ada.pdf tidak dapat dibaca" in err
    assert "tidak ada tabel yang dikenali" in err
    assert "Masuk sebagai rkt-kpu-kota-serang-2021.txt" in out
    assert inbox.waiting(folder) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        *((("--tahun", text), "harus seperti 2024") for text in ("20", "2020-", "dua ribu", "2020-2024-2025")),
        (("--tahun", "1800"), "harus antara 2000 dan 2100"),
        (("--tahun", "2024-2020"), "yang pertama tidak sesudah yang terakhir"),
        (("--satker", "9999"), "Di satker.csv tidak ada satker berkode «9999»"),
        (("--satker", "0"), "Mungkin 00 (KPU RI)"),
        (("--satker", ""), "Di satker.csv tidak ada satker"),
        (("--jenis", "Laporan"), "pilih Renstra, RKT, PK, LK"),
        (("--oleh", "S" * 140_000), "paling banyak 100"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_before_a_file_is_read(
    folder: Path, rkt: Path, said: tuple[str, str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["add", str(rkt), *said]) == 1
    assert words in capsys.readouterr().err
    assert inbox.waiting(folder) == []


def test_check_writes_nothing_for_any_format(folder: Path, rkt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(folder)
    assert run(["check", str(rkt)]) == 0
    assert "RKT 2021" in capsys.readouterr().out
    assert files(folder) == before
