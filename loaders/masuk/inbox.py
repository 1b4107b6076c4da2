"""The inbox, data/masuk: files handed in that nobody has accepted yet. One folder a file and person who handed it in.

An entry belongs to that person: the same content from somebody else is an entry of its own, with decisions of its own,
and only publishing or dropping that very entry removes it. A command takes a file in through an entry that nobody sees.

Nothing here is data: a build does not look at it, and dropping an entry leaves no trace. What cannot be read any more
is moved to data/masuk/disisihkan, kept there with the reason, and named until a person takes it away.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from loaders import disk, typed
from loaders.disk import locked
from loaders.errors import BerkasTidakTerbaca, DaftarSalah, LoaderError, SudahAda
from loaders.files import read_rows, write_rows
from loaders.koreksi import KOLOM_KOREKSI
from loaders.readers import MAKS_BERKAS, safe_name
from loaders.register import registered

CATATAN = "titipan.json"
KOREKSI = "koreksi.csv"
DISISIHKAN = "disisihkan"
SEBAB = "sebab.txt"
FAKTA = ("berkas", "nama_asli", "sha256", "oleh", "diterima")
"""What titipan.json says of a file, all of it text."""


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
    def kunci(self) -> str:
        """What tells it apart from all others that wait: its content and who handed it in."""
        return self.folder.name

    @property
    def path(self) -> Path:
        """The file itself."""
        return self.folder / self.berkas


def put(data: Path, nama: str, isi: bytes, oleh: str, *, own: bool = False) -> Titipan:
    """Take a file into the inbox in one step; a content that already waits there from this person is not taken twice.

    `own`: the entry is that of this process, and shown to nobody. Raises as `entry` does.
    """
    titipan = entry(data, nama, isi, oleh, own=own)
    with locked(data, "kotak"):
        if not titipan.folder.is_dir() or _read_or_set_aside(titipan.folder) is None:
            _write_entry(titipan.folder, titipan, isi)
        return _read_entry(titipan.folder)


def entry(data: Path, nama: str, isi: bytes, oleh: str, *, own: bool = False) -> Titipan:
    """The entry that a file would be; nothing is written.

    Raises BerkasTidakTerbaca for an empty or too large file and for a name that is none, IsianSalah for a name of file
    or person that is too long, SudahAda for a content that is registered.
    """
    nama = typed.visible(nama)
    typed.check_row({"nama_asli": nama, "oleh": oleh})
    if not isi:
        raise BerkasTidakTerbaca(nama, "kosong (0 bita). Periksa berkas asalnya.")
    if len(isi) > MAKS_BERKAS:
        raise BerkasTidakTerbaca(nama, f"lebih besar dari {MAKS_BERKAS // 2**20} MB. Pisahkan dokumennya.")
    berkas, content = safe_name(nama), hashlib.sha256(isi).hexdigest()
    if known := registered(data / "dokumen", content):
        raise SudahAda(nama, known.path.name)
    return Titipan(data / "masuk" / _entry_name(content, oleh, own=own), berkas, nama, content, oleh, _now())


def waiting(data: Path) -> list[Titipan]:
    """What waits in the inbox, oldest first. Entries that were left half-written by a crash are removed, those that
    cannot be read are set aside.
    """
    folder = data / "masuk"
    if not folder.is_dir():
        return []
    with locked(data, "kotak"):
        for draft in folder.glob(".*.tmp"):
            shutil.rmtree(draft, ignore_errors=True)
        entries = [path for path in folder.glob("[!.]*") if path.is_dir() and path.name != DISISIHKAN]
        found = [titipan for entry in entries if (titipan := _read_or_set_aside(entry))]
    return sorted(found, key=lambda titipan: (titipan.diterima, titipan.sha256))


def set_aside(data: Path) -> list[str]:
    """A sentence for each thing that was set aside and still lies there: what, why, where."""
    return [
        path.read_text(encoding="utf-8").strip() for path in sorted((data / "masuk" / DISISIHKAN).glob(f"*/{SEBAB}"))
    ]


def contents(data: Path) -> set[str]:
    """The fingerprints of all that lies in the inbox, what commands are taking in too."""
    own = (find(data, path.name) for path in (data / "masuk").glob(f"{disk.TITIPAN_SENDIRI}*"))
    return {titipan.sha256 for titipan in (*waiting(data), *own) if titipan}


def corrections(titipan: Titipan) -> list[dict[str, str]]:
    """What a person has decided about the file so far: rows of KOLOM_KOREKSI. It outlives the page and a crash.

    A file of them that cannot be read is set aside; nothing is decided then.
    """
    path = titipan.folder / KOREKSI
    try:
        return read_rows(path, KOLOM_KOREKSI) if path.is_file() else []
    except DaftarSalah as error:
        put_aside(path, f"Koreksi yang tersimpan untuk {titipan.nama_asli} tidak dapat dibaca ({error.sebab})")
        return []


def keep_corrections(titipan: Titipan, rows: Sequence[Mapping[str, str]]) -> None:
    """Keep what was decided so far with the file, in place of what was kept before. Raises IsianSalah."""
    for row in rows:
        typed.check_row(row)
    write_rows(titipan.folder / KOREKSI, KOLOM_KOREKSI, rows)


def drop(titipan: Titipan) -> None:
    """Forget a file that was handed in; nothing of it stays. One that is gone already is left at that."""
    forget(titipan.folder.parents[1], titipan.folder.name)


def forget(data: Path, entry: str) -> None:
    """The same for the entry of that name."""
    folder = data / "masuk" / entry
    gone = folder.with_name(f".{entry}.{disk.mark()}.tmp")
    with locked(data, "kotak"), suppress(FileNotFoundError):
        os.replace(folder, gone)
        shutil.rmtree(gone)


def find(data: Path, entry: str) -> Titipan | None:
    """The entry of that name, if it waits."""
    try:
        return _read_entry(data / "masuk" / entry)
    except LoaderError:
        return None


def is_own(entry: str) -> bool:
    """Whether an entry is that of a command, which nobody else sees."""
    return entry.startswith(disk.TITIPAN_SENDIRI)


def _entry_name(content: str, oleh: str, *, own: bool) -> str:
    if own:
        return f"{disk.TITIPAN_SENDIRI}{disk.mark()}-{content[:16]}"
    return f"{content[:16]}-{hashlib.sha256(oleh.encode()).hexdigest()[:8]}"


def _write_entry(final: Path, titipan: Titipan, isi: bytes) -> None:
    draft = final.with_name(f".{final.name}.{disk.mark()}.tmp")
    shutil.rmtree(draft, ignore_errors=True)
    shutil.rmtree(final, ignore_errors=True)
    draft.mkdir(parents=True)
    (draft / titipan.berkas).write_bytes(isi)
    facts = {name: getattr(titipan, name) for name in FAKTA}
    (draft / CATATAN).write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    os.replace(draft, final)


def _read_entry(folder: Path) -> Titipan:
    """Raises LoaderError for what `_write_entry` never wrote."""
    try:
        facts = json.loads((folder / CATATAN).read_text(encoding="utf-8"))
        titipan = Titipan(folder, **{name: facts[name] for name in FAKTA})
        typed.check_row({name: getattr(titipan, name) for name in FAKTA})
        when = datetime.fromisoformat(titipan.diterima)
    except (FileNotFoundError, IsADirectoryError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise LoaderError(f"{CATATAN} hilang atau rusak") from error
    if when.tzinfo is None or titipan.sha256[:16] not in folder.name or Path(titipan.berkas).name != titipan.berkas:
        raise LoaderError(f"{CATATAN} tidak cocok dengan berkasnya")
    if not titipan.path.is_file():
        raise LoaderError(f"berkas {titipan.berkas} hilang")
    return titipan


def _read_or_set_aside(folder: Path) -> Titipan | None:
    try:
        return _read_entry(folder)
    except LoaderError as error:
        put_aside(folder, f"Titipan {folder.name} di kotak masuk tidak dapat dibaca ({str(error).rstrip('.')})")
        return None


def put_aside(path: Path, sentence: str) -> None:
    """Move an entry, or a file of one, to where nobody reads it, and write down why. Nothing is removed."""
    masuk = next(folder for folder in path.parents if folder.name == "masuk")
    number = 1
    while (place := masuk / DISISIHKAN / f"{path.stem}-{number}").exists():
        number += 1
    place.mkdir(parents=True)
    with suppress(FileNotFoundError):  # another process has just moved it, or dropped it
        os.replace(path, place / path.name)
        where = f"{masuk.name}/{DISISIHKAN}/{place.name}"
        advice = f"Disisihkan ke {where}; yang lain tetap berjalan. Bila tidak diperlukan, hapus folder itu."
        (place / SEBAB).write_text(f"{sentence}. {advice}\n", encoding="utf-8")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
