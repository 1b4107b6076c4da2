"""Faults of ours on the command line, in a build and in the rules: named with a number, and nothing else is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loaders import build as building
from loaders import intake
from loaders.build import build
from loaders.checks import runner
from loaders.checks.base import Aturan, Hasil
from loaders.cli import add
from loaders.cli.commands import run
from loaders.faults import GalatSelaras
from loaders.masuk import inbox
from loaders.publish import database
from tests.conftest import ROOT
from tests.loaders import data

pytestmark = pytest.mark.galat
RKT = ROOT / "data" / "dokumen" / "3673-kota-serang" / "rkt-kpu-kota-serang-2020.txt"
RUSAK = "dua"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One registered document and nothing else, so that a build is quick."""
    target = data.copy(tmp_path / "data", RKT.stem)
    monkeypatch.setenv("SELARAS_DATA", str(target))
    monkeypatch.delenv("SELARAS_TERBIT", raising=False)
    return target


@pytest.fixture
def three(tmp_path: Path) -> list[str]:
    paths = []
    for name, year in (("satu", "2021"), (RUSAK, "2022"), ("tiga", "2023")):
        path = tmp_path / f"{name}.txt"
        path.write_text(RKT.read_text(encoding="utf-8").replace("2020", year), encoding="utf-8")
        paths.append(str(path))
    return paths


def failing_for(name: str, real: Callable[..., Any], pick: Callable[..., str]) -> Callable[..., Any]:
    """The function, but for the file of this name, on which it fails."""

    def function(*args: Any, **more: Any) -> Any:
        if name in pick(*args):
            raise KeyError("sel")
        return real(*args, **more)

    return function


def test_add_goes_on_with_the_next_file_and_leaves_nothing_of_the_broken_one(
    folder: Path, three: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = failing_for(RUSAK, intake.preview, lambda _data, titipan, *_: titipan.nama_asli)
    monkeypatch.setattr(intake, "preview", broken)
    assert run(["add", *three]) == 1
    said = capsys.readouterr()
    assert "Masuk sebagai rkt-kpu-kota-serang-2021.txt." in said.out
    assert "Masuk sebagai rkt-kpu-kota-serang-2023.txt." in said.out
    assert "Galat Selaras nomor" in said.err and "(dua.txt)" in said.err and "Traceback" not in said.out
    assert inbox.waiting(folder) == []
    assert [row["tahun_awal"] for row in data.manifest(folder)] == ["2020", "2021", "2023"]


def test_check_goes_on_with_the_next_file(
    folder: Path, three: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = failing_for(RUSAK, add.examine_cached, lambda path, *_: path.name)
    monkeypatch.setattr(add, "examine_cached", broken)
    assert run(["check", *three]) == 1
    said = capsys.readouterr()
    assert "satu.txt: RKT 2021" in said.out and "tiga.txt: RKT 2023" in said.out
    assert "saat memeriksa berkas (dua.txt). Ini kesalahan Selaras" in said.err


def test_a_build_that_cannot_read_a_document_names_it_and_the_published_version_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = build().versi
    (folder / "referensi" / "divisi.csv").write_bytes((folder / "referensi" / "divisi.csv").read_bytes() + b"\n")
    monkeypatch.setattr(building, "read_document", failing_for(RKT.name, None, lambda dokumen, *_: dokumen.path.name))  # ty: ignore[invalid-argument-type]
    with pytest.raises(GalatSelaras, match=RKT.name):
        build()
    assert run(["build"]) == 1
    assert f"saat membaca dokumen terdaftar ({RKT.name})" in capsys.readouterr().err
    assert (database.current(folder / "terbit") or {})["versi"] == before


def rule(kode: str, periksa: Callable[..., Hasil]) -> Aturan:
    return Aturan(kode, f"nama {kode}", "catatan", "Bunyi.", "Penting.", "Sumber.", "A", periksa)


def test_a_rule_that_fails_says_so_and_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_data: object) -> Hasil:
        raise ZeroDivisionError

    both = {"X1": rule("X1", fail), "X2": rule("X2", lambda _: Hasil(diperiksa=7))}
    monkeypatch.setattr(runner, "DAFTAR", both)
    rows = runner.tables(runner.run(None))["aturan"].to_dicts()  # ty: ignore[invalid-argument-type]
    assert [(row["kode_aturan"], row["diperiksa"]) for row in rows] == [("X1", 0), ("X2", 7)]
    assert rows[0]["kalimat"].startswith(f"{runner.TIDAK_DIPERIKSA} Galat Selaras nomor ")
    assert "saat memeriksa aturan X1" in rows[0]["kalimat"]
    assert rows[1]["kalimat"] == "Bunyi."
