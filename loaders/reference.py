"""The reference lists in force: those of the data folder that is being worked on, each read once for a piece of work.

Values, families and readers ask here (`of`) and need not be told a folder. Whoever works on a folder of data says so
(`of_folder`, `of_data`); without it SELARAS_DATA decides, as everywhere, and a list that changes is read again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from inspect import signature
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from loaders.files import ROOT, data_folder

P = ParamSpec("P")
T = TypeVar("T")


@dataclass
class _Acuan:
    """The lists of one folder as they stood when they were first asked for."""

    data: Path
    isi: dict[str, Any] = field(default_factory=dict)


_KINI: ContextVar[_Acuan | None] = ContextVar("acuan", default=None)


@contextmanager
def of_folder(data: Path) -> Generator[None]:
    """Within this, the lists of the folder `data` are in force, and none changes; within itself it changes nothing."""
    kini = _KINI.get()
    token = _KINI.set(kini if kini and kini.data == data.resolve() else _Acuan(data.resolve()))
    try:
        yield
    finally:
        _KINI.reset(token)


def of_data(work: Callable[P, T]) -> Callable[P, T]:
    """Let a function work with the lists of the folder it is given as `data`; None: that of SELARAS_DATA."""

    @wraps(work)
    def within(*args: P.args, **kwargs: P.kwargs) -> T:
        data = signature(work).bind(*args, **kwargs).arguments.get("data")
        with of_folder(data or data_folder()):
            return work(*args, **kwargs)

    return within


def folder() -> Path:
    """The data folder whose lists are in force."""
    kini = _KINI.get()
    return kini.data if kini else data_folder()


def path(nama: str) -> Path:
    """Where the list of this name (with its extension) lies."""
    return folder() / "referensi" / nama


def called(nama: str) -> str:
    """How a sentence calls the list of this name: by where it lies, within the project from its folder on."""
    place, root = path(nama), ROOT.resolve()
    return place.relative_to(root).as_posix() if place.is_relative_to(root) else str(place)


def of(nama: str, read: Callable[[Path], T]) -> T:
    """What `read` makes of the list of this name. Raises what `read` raises; `read` must be a function of a module."""
    kini = _KINI.get()
    if kini is None:
        return _fresh(_default(os.environ.get("SELARAS_DATA"), nama), read)
    if nama not in kini.isi:
        kini.isi[nama] = _fresh(str(path(nama)), read)
    return kini.isi[nama]


def once(what: str, make: Callable[[], T]) -> T:
    """What `make` gives, made once for a piece of work within of_folder; outside of one, made anew each time."""
    kini = _KINI.get()
    if kini is None:
        return make()
    if what not in kini.isi:
        kini.isi[what] = make()
    return kini.isi[what]


@lru_cache(maxsize=64)
def _default(_variable: str | None, nama: str) -> str:
    """The place of a list where nobody named a folder: worked out once for each value of the variable."""
    return str(data_folder() / "referensi" / nama)


def _fresh(place: str, read: Callable[[Path], T]) -> T:
    """What `read` makes of a file, kept until the file changes."""
    try:
        stat = os.stat(place)
    except OSError:  # `read` will say it
        return read(Path(place))
    return _read(read, place, stat.st_mtime_ns, stat.st_size, stat.st_ino)


@lru_cache(maxsize=32)
def _read(read: Callable[[Path], Any], place: str, *_stamp: int) -> Any:  # noqa: ANN401 - whatever it makes
    return read(Path(place))
