"""A copy of the project's data in a folder of the test, that a test may change and build."""

from __future__ import annotations

import csv
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT

DOKUMEN = "dokumen/manifest.csv"


def copy(target: Path, only: str = "") -> Path:
    """Copy references, corrections, transcripts, documents and register; returns the data folder.

    `only`: words of the names of the documents to take; a test that needs one document builds one.
    """
    shutil.copytree(ROOT / "data" / "referensi", target / "referensi")
    for name in ("koreksi", "dokumen"):
        shutil.copytree(ROOT / "data" / name, target / name)
        for path in (target / name).rglob("*-*.*"):
            if only not in path.name:
                path.unlink()
    shutil.copytree(
        ROOT / "data" / "transkrip", target / "transkrip",
        ignore=lambda folder, names: [n for n in names if Path(folder).name == "transkrip" and only not in n],
    )  # fmt: skip
    write_manifest(target, [row for row in manifest(target) if only in row["file"]])
    return target


def manifest(data: Path) -> list[dict[str, str]]:
    """The rows of the register."""
    with (data / DOKUMEN).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_manifest(data: Path, rows: list[dict[str, str]]) -> None:
    """Put the rows back."""
    with (data / DOKUMEN).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def replace(data: Path, change: Callable[[str, str], str]) -> None:
    """Change every document's text with change(file name, text) and register the new content."""
    rows = manifest(data)
    for row in rows:
        path = data / "dokumen" / row["file"]
        path.write_bytes(change(path.name, path.read_text(encoding="utf-8")).encode())
        row["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    write_manifest(data, rows)
