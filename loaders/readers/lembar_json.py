"""A Lembar as JSON and back: how it leaves a separate process and how it is kept. JSON can carry no code."""

from __future__ import annotations

import json
from typing import cast

from loaders.readers.lembar import Baris, Lembar
from loaders.readers.signs import SEBUTAN, Format

MAKS_JSON = 64 * 1024 * 1024
"""Bytes of one document as JSON."""
MAKS_BARIS = 500_000
"""Lines of one document. A SAKIP document has a few thousand."""


class TerlaluBesar(ValueError):
    """More lines or letters than any document has."""


def to_json(lembar: Lembar) -> bytes:
    """The Lembar as ASCII JSON; lines are numbered by their order. Raises TerlaluBesar."""
    if len(lembar.baris) > MAKS_BARIS:
        raise TerlaluBesar
    lines = [[b.teks, b.halaman, b.tempat, b.ocr, b.ragu] for b in lembar.baris]
    whole = {"nama": lembar.nama, "catatan": lembar.catatan, "utuh": lembar.utuh, "baris": lines}
    whole["format"] = lembar.format
    content = json.dumps(whole, separators=(",", ":")).encode("ascii")
    if len(content) > MAKS_JSON:
        raise TerlaluBesar
    return content


def from_json(content: bytes) -> Lembar:
    """The Lembar that to_json wrote. Raises ValueError for anything else."""
    match json.loads(content):
        case {"nama": str(nama), "catatan": list(notes), "utuh": bool(utuh), "baris": list(lines), "format": found} if (
            len(lines) <= MAKS_BARIS and (found is None or found in SEBUTAN)
        ):
            read = tuple(_baris(n, line) for n, line in enumerate(lines, start=1))
            return Lembar(nama, read, tuple(map(str, notes)), utuh, cast("Format | None", found))
    raise ValueError("not a Lembar")


def _baris(nomor: int, line: object) -> Baris:
    match line:
        case [str(teks), int() | None as halaman, str() | None as tempat, bool(ocr), bool(ragu)]:
            return Baris(nomor, teks, halaman, tempat, ocr, ragu)
    raise ValueError(f"line {nomor} is not a line")
