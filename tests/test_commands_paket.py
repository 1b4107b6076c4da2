"""The programs the tests need: what counts as found, what is installed, and the sentences where that is not ours."""

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import paket
import pytest
from console import Stop

Put = Callable[[str, str], Path]
"""(path below bin, shell text) → an executable that runs it."""


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Programs that may be found: only those a test puts there."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    def one(name: str, text: str) -> Path:
        path = tmp_path / "bin" / name
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    return one


def test_without_the_programs_nothing_is_found(put: Put) -> None:
    assert not paket.has_office()
    assert not paket.has_tesseract()


def test_tesseract_without_indonesian_is_not_enough(put: Put) -> None:
    put("tesseract", "printf 'List of languages:\\neng\\nindia\\n'")
    assert not paket.has_tesseract()
    put("tesseract", "printf 'List of languages:\\neng\\nind\\n'")
    assert paket.has_tesseract()


@pytest.mark.parametrize(
    ("parts", "enough"),
    [
        (["libsofficeapp.so", "libswlo.so", "libsclo.so"], True),
        (["libsofficeapp.so", "libswlo.so"], False),
        (["libsofficeapp.so", "libsclo.so"], False),
        ([], True),  # packed another way: that it runs has to do
    ],
)
def test_libreoffice_needs_writer_and_calc(put: Put, tmp_path: Path, parts: list[str], enough: bool) -> None:
    program = put("soffice", "echo LibreOffice 24.8")
    (tmp_path / "lib").mkdir()
    program.rename(tmp_path / "lib" / "soffice")
    program.symlink_to(tmp_path / "lib" / "soffice")
    for part in parts:
        (tmp_path / "lib" / part).touch()
    assert paket.has_office() is enough


def test_a_libreoffice_that_does_not_run_is_not_found(put: Put) -> None:
    put("soffice", "exit 77")
    assert not paket.has_office()


def missing(nama: str = "Abakus") -> paket.Program:
    return paket.Program(nama, "uji hitung", ("abakus", "abakus-ind"), lambda: False)


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paket, "may_install", lambda: False)


@pytest.mark.usefixtures("nobody")
def test_what_is_missing_is_a_failure_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Stop, match="sudo apt-get install abakus abakus-ind"):
        paket.ensure(missing())


@pytest.mark.usefixtures("nobody")
def test_what_is_missing_is_a_sentence_elsewhere(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    paket.ensure(missing())
    assert "Abakus tidak ditemukan, padahal uji hitung memerlukannya." in (said := capsys.readouterr().out)
    assert "uji hitung dilewati" in said


def pretend_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)


def test_root_with_apt_installs_the_packages_and_looks_again(
    put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("apt-get", f'echo "$@" >> {tmp_path}/apt.log; [ "$2" = update ] || : > {tmp_path}/abakus')
    pretend_root(monkeypatch)
    monkeypatch.setenv("CI", "true")
    program = paket.Program("Abakus", "uji hitung", ("abakus",), (tmp_path / "abakus").exists)
    paket.ensure(program)
    update, install = (tmp_path / "apt.log").read_text(encoding="utf-8").splitlines()
    assert update == "-qq update"
    assert install.startswith("install --yes") and install.endswith(" abakus")


def test_packages_that_do_not_bring_the_program_are_said(
    put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("apt-get", f"echo >> {tmp_path}/apt.log")
    pretend_root(monkeypatch)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Stop, match="Abakus tidak ditemukan"):
        paket.ensure(missing())
    assert (tmp_path / "apt.log").exists()


def test_a_program_that_is_here_is_not_installed(put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("apt-get", f"echo >> {tmp_path}/apt.log")
    pretend_root(monkeypatch)
    paket.ensure(paket.Program("Abakus", "uji hitung", ("abakus",), lambda: True))
    assert not (tmp_path / "apt.log").exists()


def test_who_is_not_root_does_not_install(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    put("apt-get", "exit 0")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert not paket.may_install()
    pretend_root(monkeypatch)
    assert paket.may_install()


def test_a_program_that_hangs_counts_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object, **options: float) -> None:
        raise subprocess.TimeoutExpired("soffice", options["timeout"])

    monkeypatch.setattr(subprocess, "run", hang)
    assert paket.answers(["soffice", "--version"]) is None
