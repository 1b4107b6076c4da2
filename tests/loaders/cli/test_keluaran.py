"""Where the command line writes to: no letter, reader that goes away or Ctrl-C costs the work or the other files."""

from __future__ import annotations

import builtins
import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from loaders import __main__ as loaders_main
from loaders.cli import commands

JAWABAN = "berkas: baris 1 «Ünik»"


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were taken in, all with the same answer."""
    names: list[str] = []

    def add(_data: Path, path: Path, *_: Any, **__: Any) -> tuple[str, int]:
        names.append(path.name)
        return JAWABAN, 0

    monkeypatch.setattr(commands, "add", add)
    return names


def test_a_letter_the_output_does_not_have_is_written_as_its_number(
    taken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    assert commands.run(["add", "a", "b"]) == 0
    assert taken == ["a", "b"]
    assert written.getvalue().decode("ascii").count("\\xdcnik") == 2


def test_a_reader_that_goes_away_keeps_no_file_out(taken: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        assert commands.run(["add", "a", "b"]) == 0
    assert taken == ["a", "b"]


def test_ctrl_c_is_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: Any, **__: Any) -> tuple[str, int]:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "add", stop)
    assert commands.run(["check", "a"]) == 130
    assert capsys.readouterr().err.startswith("Dihentikan.")


def test_ctrl_c_while_the_program_is_still_loading_is_a_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def stop(name: str, *rest: Any) -> object:
        if name == "loaders.cli":
            raise KeyboardInterrupt
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", stop)
    code = loaders_main.main()
    monkeypatch.undo()
    assert (code, capsys.readouterr().err) == (130, "Dihentikan sebelum mulai.\n")


@pytest.mark.parametrize("perintah", [["build"], ["check", "a"], ["pakai", "a"]])
def test_a_data_folder_that_is_not_there_is_named_and_not_made(
    perintah: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SELARAS_DATA", str(tmp_path / "salah"))
    assert commands.run(perintah) == 1
    assert "salah tidak ada. Periksa SELARAS_DATA" in capsys.readouterr().err
    assert not (tmp_path / "salah").exists()
