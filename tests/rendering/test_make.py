"""What was rendered before is taken from where it is kept, unless its source or the office program changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rendering import office
from tests.rendering.make import render, renderings


def test_a_rendering_is_made_once_for_each_content_and_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def convert(files: list[Path], kind: str, folder: Path, profile: Path) -> None:
        for file in files:
            made.append(file.name)
            (folder / f"{file.stem}.{kind}").write_bytes(file.read_bytes()[-200:])

    wanted = [one for one in renderings() if one.format == "csv"][:2]
    kept = tmp_path / "simpanan"
    kept.mkdir()
    monkeypatch.setattr(office, "convert", convert)
    for program, folder, times in (("7.4", "a", 1), ("7.4", "b", 1), ("24.8", "c", 2)):
        monkeypatch.setattr(office, "version", lambda program=program: program)
        render(tmp_path / folder, wanted, kept)
        assert len(made) == times * len(wanted)
        for one in wanted:
            assert (tmp_path / folder / one.nama).read_bytes() == (tmp_path / "a" / one.nama).read_bytes()
    render(tmp_path / "d", wanted[:1])
    assert len(made) == 5, "without a folder to keep them everything is made"
