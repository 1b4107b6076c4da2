"""What taking a file in writes, step by step, and how each step is taken back.

Taking back removes only what is still exactly as the step wrote it. What a person has changed since stays, and with it
the document that it is about.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from loaders.errors import LoaderError
from loaders.files import REFERENSI, create, read_rows, rows_as_csv, write_rows
from loaders.koreksi import KOLOM_KOREKSI
from loaders.matching import KATALOG
from loaders.register import KOSONG, manifest


@dataclass(frozen=True)
class Rencana:
    """Everything that taking one file in will write: its place, its row of the register, corrections and padanan.

    `folder_baru`: whether the folder of its satker is made for it.
    """

    berkas: str
    baris: dict[str, str]
    koreksi: list[dict[str, str]]
    padanan: list[dict[str, str]]
    padanan_sasaran: list[dict[str, str]] = field(default_factory=list)
    folder_baru: bool = False

    @property
    def stem(self) -> str:
        """The name that the file and its corrections share."""
        return Path(self.berkas).stem

    @property
    def sha256(self) -> str:
        """The fingerprint of the document."""
        return self.baris["sha256"]


# the steps, in order; each may be done twice without harm ---------------------------------------------------------
def copy(data: Path, rencana: Rencana, asal: Path) -> None:
    """Put the document in its place. Raises FileExistsError when another file came to lie there."""
    create(_document(data, rencana), asal.read_bytes())


def correct(data: Path, rencana: Rencana, _asal: Path) -> None:
    """Put its corrections in their place, if it has any. Raises FileExistsError."""
    if rencana.koreksi:
        create(_corrections(data, rencana), _as_written(rencana))


def judge(data: Path, rencana: Rencana, _asal: Path) -> None:
    """Add its padanan to their lists; a wording that is judged meanwhile keeps that judgement."""
    for path, columns, mine in _judgements(data, rencana):
        rows = read_rows(path, columns)
        judged = {row["teks"] for row in rows}
        if new := [row for row in mine if row["teks"] not in judged]:
            write_rows(path, columns, [*rows, *new])


def register(data: Path, rencana: Rencana, _asal: Path) -> None:
    """Add it to the register."""
    manifest.register(data / "dokumen", rencana.baris)


Langkah = Callable[[Path, Rencana, Path], None]
STEPS: tuple[Langkah, ...] = (copy, correct, judge, register)


# and back ---------------------------------------------------------------------------------------------------------
def taken_up(data: Path, rencana: Rencana) -> bool:
    """Whether a person has worked on the document since: its corrections or its row are not as they were written."""
    path = _corrections(data, rencana)
    mine = bool(rencana.koreksi) and path.is_file() and path.read_bytes() == _as_written(rencana)
    return (path.exists() and not mine) or _row_changed(data, rencana)


def _row_changed(data: Path, rencana: Rencana) -> bool:
    try:
        rows = manifest.rows_of(data / "dokumen")
    except LoaderError:  # a register that nobody can read says nothing about a document
        return False
    return any(row["sha256"] == rencana.sha256 and row != KOSONG | rencana.baris for row in rows)


def undo(data: Path, rencana: Rencana) -> None:
    """Take the steps back, last first: the register never names a file that is gone.

    What cannot be taken back does not keep the rest from it; then raises LoaderError or OSError for the first.
    """
    failed: list[LoaderError | OSError] = []
    for back in (_unregister, _unjudge, _uncorrect, _uncopy):
        try:
            back(data, rencana)
        except (LoaderError, OSError) as error:
            failed.append(error)
    if failed:
        raise failed[0]


def _unregister(data: Path, rencana: Rencana) -> None:
    if _named(data, rencana):
        manifest.withdraw(data / "dokumen", rencana.sha256)


def _unjudge(data: Path, rencana: Rencana) -> None:
    for path, columns, mine in _judgements(data, rencana):
        rows = read_rows(path, columns)
        kept = [row for row in rows if row not in mine]
        if len(kept) < len(rows):
            write_rows(path, columns, kept)


def _uncorrect(data: Path, rencana: Rencana) -> None:
    if rencana.koreksi and not _named(data, rencana):
        _remove(_corrections(data, rencana), hashlib.sha256(_as_written(rencana)).hexdigest())


def _uncopy(data: Path, rencana: Rencana) -> None:
    document = _document(data, rencana)
    if not _named(data, rencana):
        _remove(document, rencana.sha256)
        if rencana.folder_baru and document.parent.is_dir() and not any(document.parent.iterdir()):
            document.parent.rmdir()


def _named(data: Path, rencana: Rencana) -> bool:
    """Whether the register names the document, even where its rows cannot be read."""
    path = data / "dokumen" / "manifest.csv"
    return path.is_file() and rencana.sha256.encode() in path.read_bytes()


def _remove(path: Path, content: str) -> None:
    if path.is_file() and manifest.sha256(path) == content:
        path.unlink()


def _as_written(rencana: Rencana) -> bytes:
    return rows_as_csv(KOLOM_KOREKSI, rencana.koreksi)


def _document(data: Path, rencana: Rencana) -> Path:
    return data / "dokumen" / rencana.berkas


def _corrections(data: Path, rencana: Rencana) -> Path:
    return data / "koreksi" / f"{rencana.stem}.csv"


def _judgements(data: Path, rencana: Rencana) -> Iterator[tuple[Path, tuple[str, ...], list[dict[str, str]]]]:
    """Each list of judged texts that it adds to: its place, its columns, the rows of the document."""
    for nama in KATALOG:
        if mine := getattr(rencana, nama):
            yield data / "referensi" / f"{nama}.csv", REFERENSI[nama], mine
