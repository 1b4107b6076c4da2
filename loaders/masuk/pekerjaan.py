"""Long work beside the page that shows it: one job at a time, with a sentence of progress, and it can be cancelled."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from loaders.errors import LoaderError
from loaders.terbatas import Dibatalkan


@dataclass
class Pekerjaan:
    """One job: what it is about, how it stands in a sentence, and its result when it is done."""

    tentang: str
    kalimat: str = "Menunggu giliran."
    _batal: threading.Event = field(default_factory=threading.Event)
    _masa_depan: Future[Any] | None = None

    def tell(self, sentence: str) -> None:
        """Say how it stands. Raises Dibatalkan once the job is cancelled."""
        if self._batal.is_set():
            raise Dibatalkan(self.tentang)
        self.kalimat = sentence

    def cancelled(self) -> bool:
        """Whether somebody asked for it to end."""
        return self._batal.is_set()

    def cancel(self) -> None:
        """Ask for it to end; work that waits its turn never begins."""
        self._batal.set()
        if self._masa_depan:
            self._masa_depan.cancel()

    @property
    def selesai(self) -> bool:
        """Whether it has ended, well or not."""
        return self._masa_depan is not None and self._masa_depan.done()

    def result(self) -> Any:  # noqa: ANN401 - whatever the work gives
        """What the work gave. Raises LoaderError for what went wrong, Dibatalkan when it was cancelled."""
        if self._masa_depan is None:
            raise LoaderError(f"Pekerjaan {self.tentang} belum dimulai.")
        try:
            return self._masa_depan.result(timeout=0)
        except CancelledError as error:
            raise Dibatalkan(self.tentang) from error


class Meja:
    """The desk at which jobs are done, one after the other; each is found again by its name."""

    def __init__(self) -> None:
        self._tangan = ThreadPoolExecutor(max_workers=1, thread_name_prefix="selaras-unggah")
        self._pekerjaan: dict[str, Pekerjaan] = {}

    def start(self, nama: str, tentang: str, work: Callable[[Pekerjaan], object]) -> Pekerjaan:
        """Begin a job, unless one of that name is under way or done already."""
        if nama not in self._pekerjaan:
            job = Pekerjaan(tentang)
            job._masa_depan = self._tangan.submit(work, job)
            self._pekerjaan[nama] = job
        return self._pekerjaan[nama]

    def find(self, nama: str) -> Pekerjaan | None:
        """The job of that name, if there is one."""
        return self._pekerjaan.get(nama)

    def forget(self, nama: str) -> None:
        """End a job if it still runs, and let go of its result."""
        if job := self._pekerjaan.pop(nama, None):
            job.cancel()
