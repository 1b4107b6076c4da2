"""The journal of a file that is being taken in, and what is done about one that a crash left open.

There is one journal a data folder, data/masuk/terima.json, since one person writes at a time. It says beforehand what
the steps will write, and which version is about to be published. Whoever takes the lock first settles an open one:

- published already, or taken up by a person since (corrections or register changed by hand): finished;
- else taken back, step by step, only what is still exactly as it was written. The file itself waits in the inbox.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from loaders import disk, publish
from loaders.disk import lock
from loaders.errors import LoaderError
from loaders.files import write
from loaders.masuk import inbox, steps
from loaders.masuk.inbox import Titipan
from loaders.masuk.steps import Rencana
from loaders.register import KOLOM_MANIFEST, KOSONG, sha256

JURNAL = "terima.json"


@dataclass(frozen=True)
class Jurnal:
    """One taking in: what it writes, the entry of the inbox it is about, and the version it is about to publish."""

    rencana: Rencana
    titipan: str
    nama_asli: str
    versi: str | None = None


@contextmanager
def writing(
    data: Path,
    terbit: Path,
    pekerjaan: str,
    *,
    oleh: str = "",
    progress: Callable[[str], None] = lambda _: None,
    seconds: float = lock.BATAS_TUNGGU,
) -> Generator[list[str]]:
    """Hold the lock of all who write, with nothing of a crash left: gives a sentence for each thing that was settled.

    As disk.writing; who holds the lock already finds its own journal open, and nothing is settled.
    """
    with lock.writing(data, terbit, pekerjaan, oleh=oleh, progress=progress, seconds=seconds) as first:
        yield _tidy(data, terbit) if first else []


def open_(data: Path, titipan: Titipan, rencana: Rencana) -> None:
    """Say what will be written, before it is. Raises OSError."""
    _save(data, Jurnal(rencana, titipan.folder.name, titipan.nama_asli))


def publishing(data: Path, versi: str) -> None:
    """Say which version is about to be published; from here on a crash may have published it. Raises OSError."""
    _save(data, replace(_load(data), versi=versi))


def close(data: Path) -> None:
    """Say that it is done: the document is in, and its entry leaves the inbox."""
    _finish(data, _load(data))


def give_up(data: Path, terbit: Path) -> None:
    """Settle one's own journal after a failure. What cannot be settled now stays for who takes the lock next."""
    with suppress(LoaderError, OSError):
        if (data / "masuk" / JURNAL).is_file():
            _settle(data, terbit, _load(data), crashed=False)


def is_open(data: Path) -> bool:
    """Whether there is a journal: of a work under way, or of one that a crash ended."""
    return (data / "masuk" / JURNAL).is_file()


def _tidy(data: Path, terbit: Path) -> list[str]:
    said = _recover(data, terbit)
    disk.sweep(data, terbit)
    return said


def _recover(data: Path, terbit: Path) -> list[str]:
    if not is_open(data):
        return []
    try:
        jurnal = _load(data)
    except (ValueError, TypeError, KeyError, RecursionError):  # nothing is undone by guess
        what = "Catatan tentang memasukkan berkas yang terputus tidak dapat dibaca"
        inbox.put_aside(_journal(data), f"{what}, jadi tidak ada yang diurungkan")
        return []
    return [_settle(data, terbit, jurnal, crashed=True)]


def _settle(data: Path, terbit: Path, jurnal: Jurnal, *, crashed: bool) -> str:
    """Finish what was published already or taken up by a person, undo the rest; says which."""
    rencana = jurnal.rencana
    if _published(terbit, jurnal, crashed=crashed):
        _finish(data, jurnal)
        return f"{jurnal.nama_asli} ternyata sudah masuk sebagai {rencana.berkas}; kotak masuk dirapikan."
    if crashed and steps.taken_up(data, rencana) and _forward(data, jurnal):
        return (
            f"{jurnal.nama_asli} tetap terdaftar sebagai {rencana.berkas}, walau penerimaannya terputus: koreksi atau "
            "barisnya di manifest.csv sudah Anda ubah."
        )
    steps.undo(data, rencana)
    _journal(data).unlink()
    if inbox.is_own(jurnal.titipan):
        return f"{jurnal.nama_asli} belum masuk karena terputus. Ulangi perintah `add`-nya."
    return f"{jurnal.nama_asli} belum masuk karena terputus; berkasnya masih ada di kotak masuk, silakan terima lagi."


def _published(terbit: Path, jurnal: Jurnal, *, crashed: bool) -> bool:
    """Whether the version with this document was published. Where a crash left that unknown, it counts as published:
    a document that readers may have seen is never taken back.
    """
    if jurnal.versi is None:
        return False
    kini = publish.current(terbit)
    return kini.get("versi") == jurnal.versi if kini else crashed


def _forward(data: Path, jurnal: Jurnal) -> bool:
    """Do the steps that are left; False where the document itself is not to be had any more."""
    document, entry = data / "dokumen" / jurnal.rencana.berkas, inbox.find(data, jurnal.titipan)
    places = [document, *([entry.path] if entry else [])]
    asal = next((p for p in places if p.is_file() and sha256(p) == jurnal.rencana.sha256), None)
    if asal is None or (document.exists() and asal != document):
        return False
    steps.copy(data, jurnal.rencana, asal)
    steps.judge(data, jurnal.rencana, asal)
    steps.register(data, jurnal.rencana, asal)
    _finish(data, jurnal)
    return True


def _finish(data: Path, jurnal: Jurnal) -> None:
    with suppress(LoaderError, OSError):  # what is in stays in, even where its entry cannot be removed
        inbox.forget(data, jurnal.titipan)
    _journal(data).unlink(missing_ok=True)


def _journal(data: Path) -> Path:
    return data / "masuk" / JURNAL


def _save(data: Path, jurnal: Jurnal) -> None:
    write(_journal(data), json.dumps(asdict(jurnal), ensure_ascii=False, indent=2).encode())


def _load(data: Path) -> Jurnal:
    facts = json.loads(_journal(data).read_text(encoding="utf-8"))
    rencana = Rencana(**facts["rencana"])
    place = Path(rencana.berkas)
    ours = set(KOLOM_MANIFEST) <= rencana.baris.keys() <= KOSONG.keys()
    if not ours or place.is_absolute() or ".." in place.parts:
        raise ValueError("not a journal of ours")
    return Jurnal(**(facts | {"rencana": rencana}))
