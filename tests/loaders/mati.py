"""Ending a taking in between any two of its steps, and builds that publish in a moment."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from loaders import build
from loaders.masuk import inbox, journal, steps
from loaders.publish import database
from loaders.publish.frames import Hasil
from loaders.register.lists import Lists
from loaders.register.manifest import Dokumen

PLACES: dict[str, Any] = {
    "open_": journal,
    "copy": steps,
    "correct": steps,
    "judge": steps,
    "register": steps,
    "collect": build,
    "_check": database,
    "publishing": journal,
    "point": database,
    "close": journal,
    "forget": inbox,
}
"""The steps of taking a file in, in their order, and where each stands."""
STAGES = [f"{when}:{name}" for name in PLACES for when in ("before", "after")]
PUBLISHED = STAGES[STAGES.index("after:point") :]
"""From here on readers may have seen it."""


class Mati(BaseException):
    """Stands for the end of a process: nothing of ours may handle it."""


def at(patch: Callable[[Any, str, object], None], stage: str, end: Callable[[], object]) -> None:
    """Let `end` happen before or after a step; `patch` is setattr or that of monkeypatch."""
    when, _, name = stage.partition(":")
    step = getattr(PLACES[name], name)

    def run(*args: object, **kwargs: object) -> object:
        if when == "before":
            end()
        result = step(*args, **kwargs)
        if when == "after":
            end()
        return result

    patch(PLACES[name], name, run)
    patch(steps, "STEPS", tuple(run if known is step else known for known in steps.STEPS))


def kill_at(monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    """Let Mati be raised there, and nothing be tidied up on the way out."""

    def end() -> None:
        raise Mati

    at(monkeypatch.setattr, stage, end)
    monkeypatch.setattr(journal, "give_up", lambda *_: None)


def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let builds publish a list of the documents and corrections in place of a database: the rest is as it is."""

    def write(path: Path, frames: dict[str, pl.DataFrame]) -> None:
        database._check(None)  # ty: ignore[invalid-argument-type]
        documents, corrections = frames["dokumen"], frames.get("koreksi", pl.DataFrame())
        path.write_text(json.dumps([sorted(documents["sha256"]), len(corrections)]), encoding="utf-8")

    monkeypatch.setattr(build, "read_document", _read_once)
    monkeypatch.setattr(database, "_check", lambda _: None)
    monkeypatch.setattr(database, "_write", write)


_read_document = build.read_document
_seen: dict[tuple[str, bytes], Hasil] = {}


def _read_once(dokumen: Dokumen, folder: Path, terbit: Path, lists: Lists, *, keep: bool = True) -> Hasil:
    """The same document with the same corrections is read once for all tests."""
    corrections = folder / "koreksi" / f"{dokumen.path.stem}.csv"
    key = (dokumen.sha256, corrections.read_bytes() if corrections.exists() else b"")
    if key not in _seen:
        _seen[key] = _read_document(dokumen, folder, terbit, lists)
    return replace(_seen[key], dokumen=dokumen)


def published(terbit: Path) -> list[str]:
    """The fingerprints that a quick build published."""
    kini = json.loads((terbit / "kini.json").read_text(encoding="utf-8"))
    return json.loads((terbit / kini["berkas"]).read_text(encoding="utf-8"))[0]
