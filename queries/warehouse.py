"""Open the published database read-only and answer one named question at a time.

`kini.json` names the current version. When it changes, the next question is answered from the new file; the
connection of the old version stays open for a while, because closing it would break cursors of other sessions.
"""

import json
import os
import threading
import time
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path

import duckdb
import polars as pl

ROOT = Path(__file__).resolve().parent.parent
SQL_FOLDER = Path(__file__).resolve().parent / "sql"
FOLDER_VARIABLE = "SELARAS_TERBIT"
DATA_VARIABLE = "SELARAS_DATA"
KEEP_OLD_SECONDS = 600
# Lock the reader down: no file or network access from SQL, and no way to unlock it again.
READER_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "lock_configuration": "true",
}


class DatabaseError(Exception):
    """The published database cannot answer; the message is an Indonesian sentence that says what to do."""


class DatabaseMissing(DatabaseError):
    """No version has been published yet, or its file is gone."""


class DatabaseDamaged(DatabaseError):
    """The published file or its kini.json exists but cannot be read."""


@dataclass(frozen=True)
class Version:
    """One published version, as written in kini.json."""

    versi: str
    berkas: str
    dibangun: datetime
    dokumen_dibaca: int
    dokumen_terdaftar: int


@dataclass
class _Open:
    """An open connection and, once replaced, the moment at which it was."""

    path: Path
    connection: duckdb.DuckDBPyConnection
    replaced_at: float | None = field(default=None)


_lock = threading.Lock()
_open: list[_Open] = []


def folder() -> Path:
    """Where the published versions lie: $SELARAS_TERBIT, else terbit/ of $SELARAS_DATA or of this project's data/."""
    data = Path(os.environ.get(DATA_VARIABLE) or ROOT / "data")
    return Path(os.environ.get(FOLDER_VARIABLE) or data / "terbit")


def current() -> Version:
    """Read kini.json. Raises DatabaseMissing when there is none, DatabaseDamaged when it cannot be understood."""
    path = folder() / "kini.json"
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        return Version(
            versi=str(facts["versi"]),
            berkas=str(facts["berkas"]),
            dibangun=datetime.fromisoformat(facts["dibangun"]),
            dokumen_dibaca=int(facts["dokumen_dibaca"]),
            dokumen_terdaftar=int(facts["dokumen_terdaftar"]),
        )
    except FileNotFoundError as error:
        raise DatabaseMissing(
            "Basis data belum dibangun. Jalankan `make data`, lalu muat ulang halaman ini."
        ) from error
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise DatabaseDamaged(
            "Berkas `kini.json` tidak dapat dibaca. Hapus folder `data/terbit`, jalankan `make data`, "
            "lalu muat ulang halaman ini."
        ) from error


def ask(question: str, **params: object) -> pl.DataFrame:
    """Answer queries/sql/<question>.sql with named parameters; the frame's shape is declared in queries/frames.py.

    Every `$name` of the SQL must be given and nothing else. Raises DatabaseMissing or DatabaseDamaged.
    """
    text = _sql(question)
    connection = _connection(current())
    try:
        # One cursor a query: a connection shared by threads answers "busy".
        with connection.cursor() as cursor:
            return cursor.sql(text, params=params).pl()
    except (duckdb.IOException, duckdb.SerializationException, duckdb.FatalException) as error:
        raise _damaged() from error


@cache
def _sql(question: str) -> str:
    return (SQL_FOLDER / f"{question}.sql").read_text(encoding="utf-8")


def _connection(version: Version) -> duckdb.DuckDBPyConnection:
    path = folder() / version.berkas
    with _lock:
        _close_expired(time.monotonic())
        for entry in _open:
            if entry.path == path and entry.replaced_at is None:
                return entry.connection
        connection = _connect(path)
        for entry in _open:
            entry.replaced_at = entry.replaced_at or time.monotonic()
        _open.append(_Open(path, connection))
        return connection


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    if not path.is_file():
        raise DatabaseMissing(
            f"Berkas basis data `{path.name}` tidak ada. Jalankan `make data`, lalu muat ulang halaman ini."
        )
    try:
        return duckdb.connect(str(path), read_only=True, config=READER_CONFIG)
    except duckdb.Error as error:
        raise _damaged() from error


def _close_expired(now: float) -> None:
    for entry in list(_open):
        if entry.replaced_at is not None and now - entry.replaced_at > KEEP_OLD_SECONDS:
            entry.connection.close()
            _open.remove(entry)


def _damaged() -> DatabaseDamaged:
    return DatabaseDamaged(
        "Berkas basis data rusak. Hapus folder `data/terbit`, jalankan `make data`, lalu muat ulang halaman ini."
    )
