"""A Dugaan as JSON and back: how it leaves the process that found it, and how it is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import TypeVar, cast, get_args

from loaders.recognition.evidence import Dugaan, Terkaan
from loaders.records import JenisDokumen

T = TypeVar("T")
MAKS_JSON = 1024 * 1024
"""Bytes of one Dugaan as JSON: a document names a few offices, years and numbers."""


def to_json(dugaan: Dugaan) -> bytes:
    """The Dugaan as ASCII JSON."""
    fields = {name: getattr(dugaan, name) for name in ("satker", "jenis", "tahun", "nomor", "tanggal")}
    return json.dumps({name: [t.nilai, t.lain, t.bukti, t.pasti] for name, t in fields.items()}, default=str).encode()


def from_json(content: bytes) -> Dugaan:
    """The Dugaan that to_json wrote. Raises ValueError for anything else."""
    if len(content) > MAKS_JSON:
        raise ValueError("larger than a Dugaan")
    match json.loads(content):
        case {"satker": satker, "jenis": jenis, "tahun": tahun, "nomor": nomor, "tanggal": tanggal}:
            return Dugaan(
                _terkaan(satker, _text), _terkaan(jenis, _jenis), _terkaan(tahun, _tahun),
                _terkaan(nomor, _text), _terkaan(tanggal, lambda found: date.fromisoformat(_text(found))),
            )  # fmt: skip
    raise ValueError("not a Dugaan")


def _terkaan(found: object, value: Callable[[object], T]) -> Terkaan[T]:
    match found:
        case [nilai, list(lain), str(bukti), bool(pasti)]:
            return Terkaan(None if nilai is None else value(nilai), tuple(map(value, lain)), bukti, pasti)
    raise ValueError("not a Terkaan")


def _text(found: object) -> str:
    if isinstance(found, str):
        return found
    raise ValueError("not a text")


def _jenis(found: object) -> JenisDokumen:
    if found in get_args(JenisDokumen):
        return cast("JenisDokumen", found)
    raise ValueError("not a kind of document")


def _tahun(found: object) -> tuple[int, int]:
    match found:
        case [int(first), int(last)]:
            return first, last
    raise ValueError("not years")
