"""A Dugaan as JSON and back: how it leaves the process that found it, and how it is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any, get_args

from loaders.recognition.evidence import Dugaan, Terkaan
from loaders.records import JenisDokumen

MAKS_JSON = 1024 * 1024
"""Bytes of one Dugaan as JSON: a document names a few offices, years and numbers."""


def to_json(dugaan: Dugaan) -> bytes:
    """The Dugaan as ASCII JSON."""
    fields = {name: getattr(dugaan, name) for name in _READ}
    return json.dumps({name: [t.nilai, t.lain, t.bukti, t.pasti] for name, t in fields.items()}, default=str).encode()


def from_json(content: bytes) -> Dugaan:
    """The Dugaan that to_json wrote. Raises ValueError for anything else."""
    found = json.loads(content) if len(content) <= MAKS_JSON else None
    if not isinstance(found, dict) or set(found) != set(_READ):
        raise ValueError("not a Dugaan")
    return Dugaan(**{name: _terkaan(found[name], read) for name, read in _READ.items()})


def _terkaan(found: object, value: Callable[[object], Any]) -> Terkaan[Any]:
    match found:
        case [nilai, list(lain), str(bukti), bool(pasti)]:
            return Terkaan(None if nilai is None else value(nilai), tuple(map(value, lain)), bukti, pasti)
    raise ValueError("not a Terkaan")


def _text(found: object) -> str:
    if isinstance(found, str):
        return found
    raise ValueError("not a text")


def _jenis(found: object) -> str:
    return _text(found if found in get_args(JenisDokumen) else None)


def _tahun(found: object) -> tuple[int, int]:
    match found:
        case [int(first), int(last)]:
            return first, last
    raise ValueError("not years")


def _tanggal(found: object) -> date:
    return date.fromisoformat(_text(found))


_READ: dict[str, Callable[[object], Any]] = {
    "satker": _text, "jenis": _jenis, "tahun": _tahun, "nomor": _text, "tanggal": _tanggal,
}  # fmt: skip
