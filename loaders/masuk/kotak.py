"""The inbox, data/masuk: files handed in that nobody has accepted yet. One folder a content, named by its fingerprint.

Nothing here is data: a build does not look at it, and dropping an entry leaves no trace.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from loaders.berkas import write_rows
from loaders.corrections import KOLOM_KOREKSI
from loaders.errors import BerkasTidakTerbaca, SudahAda
from loaders.manifest import read_rows, registered
from loaders.masuk.kunci import locked
from loaders.readers.format import MAKS_BERKAS, safe_name

CATATAN = "titipan.json"
KOREKSI = "koreksi.csv"


@dataclass(frozen=True)
class Titipan:
    """A file that waits in the inbox: its safe name, the name it came with, who handed it in and when (UTC, ISO)."""

    folder: Path
    berkas: str
    nama_asli: str
    sha256: str
    oleh: str
    diterima: str

    @property
    def path(self) -> Path:
        """The file itself."""
        return self.folder / self.berkas


def put(data: Path, nama: str, isi: bytes, oleh: str) -> Titipan:
    """Take a file into the inbox in one step; a content that already waits there is not taken twice.

    Raises BerkasTidakTerbaca for an empty or too large file and for a name that is none, SudahAda for a content that is
    registered.
    """
    if not isi:
        raise BerkasTidakTerbaca(nama, "kosong (0 bita). Periksa berkas asalnya.")
    if len(isi) > MAKS_BERKAS:
        raise BerkasTidakTerbaca(nama, f"lebih besar dari {MAKS_BERKAS // 2**20} MB. Pisahkan dokumennya.")
    berkas, content = safe_name(nama), hashlib.sha256(isi).hexdigest()
    if known := registered(data / "dokumen", content):
        raise SudahAda(nama, known.path.name)
    final = data / "masuk" / content[:16]
    with locked(data, "kotak"):
        if not (final / CATATAN).is_file():
            _write_entry(final, Titipan(final, berkas, nama, content, oleh, _now()), isi)
    return _read_entry(final)


def waiting(data: Path) -> list[Titipan]:
    """What waits in the inbox, oldest first. Entries that were left half-written by a crash are removed."""
    folder = data / "masuk"
    if not folder.is_dir():
        return []
    with locked(data, "kotak"):
        for draft in folder.glob(".*.tmp"):
            shutil.rmtree(draft, ignore_errors=True)
    found = [_read_entry(entry.parent) for entry in folder.glob(f"*/{CATATAN}")]
    return sorted(found, key=lambda titipan: (titipan.diterima, titipan.sha256))


def corrections(titipan: Titipan) -> list[dict[str, str]]:
    """What a person has decided about the file so far: rows of KOLOM_KOREKSI. It outlives the page and a crash."""
    path = titipan.folder / KOREKSI
    return read_rows(path, KOLOM_KOREKSI) if path.is_file() else []


def keep_corrections(titipan: Titipan, rows: Sequence[Mapping[str, str]]) -> None:
    """Keep what was decided so far with the file, in place of what was kept before."""
    write_rows(titipan.folder / KOREKSI, KOLOM_KOREKSI, rows)


def drop(titipan: Titipan) -> None:
    """Forget a file that was handed in; nothing of it stays."""
    gone = titipan.folder.with_name(f".{titipan.folder.name}.{os.getpid()}.tmp")
    with locked(titipan.folder.parents[1], "kotak"):
        os.replace(titipan.folder, gone)
        shutil.rmtree(gone)


def _write_entry(final: Path, titipan: Titipan, isi: bytes) -> None:
    draft = final.with_name(f".{final.name}.{os.getpid()}.tmp")
    shutil.rmtree(draft, ignore_errors=True)
    shutil.rmtree(final, ignore_errors=True)
    draft.mkdir(parents=True)
    (draft / titipan.berkas).write_bytes(isi)
    facts = {name: getattr(titipan, name) for name in ("berkas", "nama_asli", "sha256", "oleh", "diterima")}
    (draft / CATATAN).write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    os.replace(draft, final)


def _read_entry(folder: Path) -> Titipan:
    facts = json.loads((folder / CATATAN).read_text(encoding="utf-8"))
    return Titipan(folder, **facts)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
