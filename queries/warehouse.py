"""Open the published database read-only and answer one named question at a time.

`kini.json` names the current version, its schema, and the size and sha256 of its file. A file is read only where it
is byte for byte the one that was published: its content is checked when it is opened and again whenever the file
changes. Within `pinned()` all answers come from one version, however many are published meanwhile; the connection of
a version nobody asks any more stays open for a while, because closing it would break cursors of other sessions.
"""

import hashlib
import json
import os
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
from cachetools import LRUCache

ROOT = Path(__file__).resolve().parent.parent
SQL_FOLDER = Path(__file__).resolve().parent / "sql"
SCHEMA_FILES = (ROOT / "loaders" / "schema" / "tables.sql", ROOT / "loaders" / "schema" / "views.sql")
FOLDER_VARIABLE = "SELARAS_TERBIT"
DATA_VARIABLE = "SELARAS_DATA"
KEEP_OLD_SECONDS = 600
ANSWERS_KEPT = 64 * 2**20
"""Bytes of answers that are kept of a version in use. Planning a question takes 40 to 240 ms, whatever it finds."""
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
    """The published file or its kini.json exists but is not what was written, or cannot be read."""


class DatabaseOther(DatabaseError):
    """The published version was built with another schema than this code asks for."""


@dataclass(frozen=True)
class Version:
    """One published version, as written in kini.json. ukuran: bytes of its file. simulasi: what is simulated, where its
    data are not real.
    """

    versi: str
    berkas: str
    dibangun: datetime
    dokumen_dibaca: int
    dokumen_terdaftar: int
    ukuran: int
    sha256: str
    simulasi: str | None = None


@dataclass
class _Open:
    """An open connection, the marks of the file it was opened on, and when it was last asked for."""

    path: Path
    marks: tuple[int, ...]
    connection: duckdb.DuckDBPyConnection
    asked_at: float = field(default_factory=time.monotonic)
    answers: LRUCache[str, pl.DataFrame] = field(default_factory=lambda: LRUCache(ANSWERS_KEPT, _weight))


def _weight(answer: pl.DataFrame) -> int:
    """Bytes of an answer; even an empty one takes some."""
    return 1024 + int(answer.estimated_size())


_lock = threading.Lock()
_open: list[_Open] = []
_pinned: ContextVar[Version | None] = ContextVar("_pinned", default=None)


def folder() -> Path:
    """Where the published versions lie: $SELARAS_TERBIT, else terbit/ of $SELARAS_DATA or of this project's data/."""
    data = Path(os.environ.get(DATA_VARIABLE) or ROOT / "data")
    return Path(os.environ.get(FOLDER_VARIABLE) or data / "terbit")


@cache
def schema() -> str:
    """The schema this code asks: 12 hex digits of the hash of tables.sql and views.sql, as publish.schema() gives."""
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in SCHEMA_FILES)).hexdigest()[:12]


@contextmanager
def pinned(version: Version | None = None) -> Generator[Version, None, None]:
    """Answer everything within from one version: this one, else the current one. Raises what current() raises."""
    version = version or current()
    token = _pinned.set(version)
    try:
        yield version
    finally:
        _pinned.reset(token)


def current() -> Version:
    """The version that questions are answered from: the pinned one, else the one that kini.json names.

    Raises DatabaseMissing when there is none, DatabaseOther when it has another schema, DatabaseDamaged when kini.json
    cannot be understood.
    """
    return _pinned.get() or _published()


def _published() -> Version:
    path = folder() / "kini.json"
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        version = _version(facts)
    except FileNotFoundError as error:
        raise DatabaseMissing(
            "Basis data belum dibangun. Jalankan `make data`, lalu muat ulang halaman ini."
        ) from error
    except (ValueError, KeyError, TypeError, OSError, OverflowError, RecursionError) as error:
        raise DatabaseDamaged(
            "Berkas `kini.json`, yang menunjuk basis data, rusak atau tidak dapat dibaca. Jalankan `make data`, lalu "
            "muat ulang halaman ini."
        ) from error
    if facts.get("skema") != schema():
        raise DatabaseOther(
            f"Basis data versi {version.versi} dibangun oleh Selaras versi lain. Jalankan `make data`, lalu muat ulang "
            "halaman ini; bila tetap begini, hentikan Selaras dan jalankan lagi."
        )
    return version


def _version(facts: dict[str, Any]) -> Version:
    return Version(
        versi=str(facts["versi"]),
        berkas=str(facts["berkas"]),
        dibangun=datetime.fromisoformat(facts["dibangun"]),
        dokumen_dibaca=int(facts["dokumen_dibaca"]),
        dokumen_terdaftar=int(facts["dokumen_terdaftar"]),
        ukuran=int(facts.get("ukuran", 0)),
        sha256=str(facts.get("sha256", "")),
        simulasi=str(facts["simulasi"]) if facts.get("simulasi") else None,
    )


def ask(question: str, **params: object) -> pl.DataFrame:
    """Answer queries/sql/<question>.sql with named parameters; the frame's shape is declared in queries/frames.json.

    Every `$name` of the SQL must be given and nothing else. Raises DatabaseMissing, DatabaseOther or DatabaseDamaged.
    """
    version = current()
    opened = _opened(version)
    asked = repr((question, params, date.today()))  # views say what is due as of the day they are asked
    with _lock:
        if (kept := opened.answers.get(asked)) is not None:
            return kept.clone()
    answer = _answer(_sql(question), params, version, opened.connection)
    with _lock, suppress(ValueError):  # one that is too large to be kept
        opened.answers[asked] = answer.clone()
    return answer


def _answer(text: str, params: dict[str, object], version: Version, opened: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    try:
        # One cursor a query: a connection shared by threads answers "busy".
        with opened.cursor() as cursor:
            return cursor.sql(text, params=params).pl()
    except Exception as error:
        # Whatever fails on a file that is no longer what was published is its damage; else the question is wrong.
        if isinstance(error, duckdb.IOException) or not _is_whole(folder() / version.berkas, version):
            _forget(opened)
            raise _damaged() from error
        if isinstance(error, duckdb.FatalException):
            _forget(opened)
        raise


@cache
def _sql(question: str) -> str:
    return (SQL_FOLDER / f"{question}.sql").read_text(encoding="utf-8")


def _opened(version: Version) -> _Open:
    path = folder() / version.berkas
    with _lock:
        entry = next((entry for entry in _open if entry.path == path), None)
        _close_unused(time.monotonic(), entry)
        marks = _marks(path)
        # A file that was removed after it was opened is still read whole through the open handle.
        if entry and marks in (entry.marks, None):
            entry.asked_at = time.monotonic()
            return entry
        if entry:  # The path holds another file now; DuckDB would go on serving the old one while it is open.
            _close(entry)
        entry = _Open(path, marks or (), _connect(path, version))
        _open.append(entry)
        return entry


def _marks(path: Path) -> tuple[int, ...] | None:
    """What changes when a file is written or replaced; nothing for a file that is not there."""
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return None
    return (stat.st_ino, stat.st_size, stat.st_mtime_ns)


def _connect(path: Path, version: Version) -> duckdb.DuckDBPyConnection:
    if not path.is_file():
        raise DatabaseMissing(
            f"Berkas basis data `{path.name}` tidak ada. Jalankan `make data`, lalu muat ulang halaman ini."
        )
    if not _is_whole(path, version):
        raise _damaged()
    try:
        return duckdb.connect(str(path), read_only=True, config=READER_CONFIG)
    except duckdb.Error as error:
        raise _damaged() from error


def _is_whole(path: Path, version: Version) -> bool:
    """Whether a file is what was published: some 25 ms for the 20 MB of five documents, asked once an opening."""
    try:
        with path.open("rb") as file:
            return path.stat().st_size == version.ukuran and (
                hashlib.file_digest(file, "sha256").hexdigest() == version.sha256
            )
    except OSError:
        return False


def _close_unused(now: float, asked: _Open | None) -> None:
    for entry in [*_open]:
        if entry is not asked and now - entry.asked_at > KEEP_OLD_SECONDS:
            _close(entry)


def _close(entry: _Open) -> None:
    entry.connection.close()
    _open.remove(entry)


def _forget(connection: duckdb.DuckDBPyConnection) -> None:
    """Close a connection that DuckDB will answer no more on; the next question opens the file anew."""
    with _lock:
        for entry in [*_open]:
            if entry.connection is connection:
                _close(entry)


def _damaged() -> DatabaseDamaged:
    return DatabaseDamaged(
        "Berkas basis data rusak: isinya tidak lagi seperti waktu diterbitkan. Jalankan `make data` untuk membangunnya "
        "lagi, lalu muat ulang halaman ini."
    )
