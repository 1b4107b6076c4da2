"""The office program that turns flat ODF files into the formats offices send."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

SECONDS = 300
_FILTER = {"csv": "csv:Text - txt - csv (StarCalc):59,34,76,1"}
"""Semicolons, quotes, UTF-8, from the first line: what an Indonesian Excel writes."""


def program() -> str | None:
    """The path of the office program, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


@cache
def version() -> str:
    """What the office program says of itself; "" where it is not installed."""
    if (path := program()) is None:
        return ""
    return subprocess.run([path, "--version"], capture_output=True, text=True, timeout=SECONDS, check=True).stdout


def convert(files: list[Path], kind: str, folder: Path, profile: Path) -> None:
    """Convert files to `kind` ("pdf", "docx", "xlsx", "xls", "html", "csv") in `folder`.

    `profile`: a folder for the program's settings, of this run alone, so that two runs never meet.
    Raises RuntimeError with the program's words where a file is missing afterwards.
    """
    path = program()
    if path is None:
        raise RuntimeError("LibreOffice is not installed")
    command = [
        path,
        "--headless",
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        "--convert-to",
        _FILTER.get(kind, kind),
    ]
    ended = subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    lost = [file.name for file in files if not (folder / f"{file.stem}.{kind}").is_file()]
    if lost:
        raise RuntimeError(f"not converted: {', '.join(lost)}\n{ended.stdout}\n{ended.stderr}")
