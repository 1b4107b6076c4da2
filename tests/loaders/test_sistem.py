"""What the machine refuses: a sentence, the data as before, and trying again works."""

from __future__ import annotations

import errno
import getpass
import os
from pathlib import Path

import pytest

from loaders.cli.commands import run
from loaders.disk import leftovers
from loaders.masuk import inbox
from tests.loaders import data, mati
from tests.loaders.intake.test_taking import files, next_year

REFUSALS = {errno.ENOSPC: "ruang penyimpanan penuh", errno.EACCES: "tidak diizinkan", errno.EROFS: "hanya dapat dibaca"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = data.copy(tmp_path / "data", "serang")
    mati.quick(monkeypatch)
    monkeypatch.setenv("SELARAS_DATA", str(target))
    monkeypatch.delenv("SELARAS_TERBIT", raising=False)
    return target


@pytest.fixture
def rkt(tmp_path: Path) -> Path:
    path = tmp_path / "RKT 2021.txt"
    path.write_bytes(next_year())
    return path


@pytest.mark.parametrize("number", REFUSALS)
@pytest.mark.parametrize("place", ["rkt-kpu-kota-serang-2021", "manifest", "terima", "kini"])
def test_a_refusal_is_a_sentence_and_the_next_try_works(
    folder: Path,
    rkt: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    place: str,
) -> None:
    run(["build"])
    before, kini = files(folder), (folder / "terbit" / "kini.json").read_bytes()
    with monkeypatch.context() as patch:
        fsync = os.fsync

        def refuse(handle: int) -> None:
            path = os.readlink(f"/proc/self/fd/{handle}")
            if f"/.{place}." in path:
                raise OSError(number, os.strerror(number), path)
            fsync(handle)

        patch.setattr(os, "fsync", refuse)
        assert run(["add", str(rkt)]) == 1
    said = capsys.readouterr().err
    assert REFUSALS[number] in said
    assert "lalu ulangi" in said or "SELARAS_DATA" in said
    assert "Galat Selaras" not in said
    assert (files(folder), (folder / "terbit" / "kini.json").read_bytes()) == (before, kini)
    assert (inbox.waiting(folder), list(folder.rglob("*.tmp*"))) == ([], [])
    assert run(["add", str(rkt)]) == 0


def test_who_has_no_name_on_this_machine_can_use_every_command(
    folder: Path, rkt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert run(["build"]) == 0
    assert run(["add", str(rkt)]) == 0
    assert f"Diserahkan oleh pengguna nomor {os.getuid()}" in data.manifest(folder)[-1]["sumber"]


def test_drafts_of_killed_writers_are_swept_and_those_of_living_ones_stay(folder: Path) -> None:
    machine = leftovers.mark().partition("-")[0]
    gone, alive, terbit = f"{machine}-{2**22 + 1}", f"{machine}-{os.getppid()}", folder / "terbit"
    drafts = [
        "terbit/kinerja-1a2b3c4d5e6f.{}.tmp",
        "terbit/kinerja-1a2b3c4d5e6f.{}.tmp.wal",
        "terbit/.kini.json.{}.tmp",
        "terbit/lembar/a-pdf-b.json.gz.{}-7.tmp",
        "dokumen/.manifest.csv.{}.tmp",
        "koreksi/.a.csv.{}.tmp",
        "masuk/.perintah-{}-0123456789abcdef/titipan.json",
    ]
    for owner in (gone, alive):
        for draft in drafts:
            path = folder / draft.format(owner)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"x")
    old = terbit / f"kini.{2**22 + 1}.tmp"
    old.write_bytes(b"")
    leftovers.sweep(folder, terbit)
    assert [draft for draft in drafts if (folder / draft.format(gone)).exists()] == []
    assert [draft for draft in drafts if not (folder / draft.format(alive)).exists()] == []
    assert not old.exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"versi": 1}', "\x00\xff"])
def test_a_damaged_pointer_is_mended_by_a_build(folder: Path, content: str) -> None:
    run(["build"])
    pointer = folder / "terbit" / "kini.json"
    named = mati.published(folder / "terbit")
    pointer.write_text(content, encoding="latin-1")
    assert run(["build"]) == 0
    assert mati.published(folder / "terbit") == named
