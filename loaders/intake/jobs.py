"""Long work beside the page that shows it: with a sentence of progress, in turns, and it can be cancelled."""

from __future__ import annotations

import os
import threading
from collections import Counter, deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from typing import Any

from loaders.errors import LoaderError
from loaders.sandbox import Dibatalkan


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

    def run(self, work: Callable[[Pekerjaan], object]) -> None:
        """Do the work, unless it was cancelled before its turn; its result, or what it raised, is kept."""
        future = self._masa_depan
        if future is None or not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(work(self))
        except BaseException as error:  # raised again where the result is asked for
            future.set_exception(error)

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


Work = Callable[[Pekerjaan], object]
"""What a job does; it is handed the job itself, to tell how it stands and to ask whether it is cancelled."""
TANGAN = min(max(3, os.cpu_count() or 1), 6)
"""Jobs done at once at one desk: as many as there are cores, and never so few that one person has them all."""


class Meja:
    """The desk at which jobs are done, several at once; each is found again by its name.

    People take turns, whoever handed in more: among those who wait, the one who was served longest ago is next, and
    nobody holds all hands. A hand is a daemon thread: the program ends without waiting for it.
    """

    def __init__(self, tangan: int = TANGAN) -> None:
        self._tangan, self._terbanyak = tangan, max(1, tangan - 1)
        self._ada_kabar = threading.Condition()
        self._antre: dict[str, deque[tuple[Pekerjaan, Work]]] = {}
        """Who waits → their jobs, the earliest first."""
        self._dilayani: dict[str, int] = {}
        """Who → the number of the last job of theirs that was begun."""
        self._dipegang: Counter[str] = Counter()
        self._pekerjaan: dict[str, Pekerjaan] = {}
        self._bekerja = 0

    def start(self, nama: str, tentang: str, work: Work, *, oleh: str = "") -> Pekerjaan:
        """Begin a job of a person when it is their turn, unless one of that name is under way or done already."""
        with self._ada_kabar:
            if nama not in self._pekerjaan:
                job = self._pekerjaan[nama] = Pekerjaan(tentang, _masa_depan=Future())
                self._antre.setdefault(oleh, deque()).append((job, work))
                if self._bekerja < self._tangan:
                    self._bekerja += 1
                    number = self._bekerja
                    threading.Thread(target=self._work, name=f"selaras-unggah-{number}", daemon=True).start()
                self._ada_kabar.notify()
            return self._pekerjaan[nama]

    def find(self, nama: str) -> Pekerjaan | None:
        """The job of that name, if there is one."""
        return self._pekerjaan.get(nama)

    def forget(self, nama: str) -> None:
        """End a job if it still runs, and let go of its result."""
        if job := self._pekerjaan.pop(nama, None):
            job.cancel()

    def _work(self) -> None:
        """One hand: it does what is next, for ever."""
        while True:
            with self._ada_kabar:
                while (found := self._next()) is None:
                    self._ada_kabar.wait()
            oleh, job, work = found
            job.run(work)
            with self._ada_kabar:
                self._dipegang[oleh] -= 1
                self._ada_kabar.notify_all()

    def _next(self) -> tuple[str, Pekerjaan, Work] | None:
        """The next job and whose it is; None where all who wait hold enough hands."""
        able = [oleh for oleh in self._antre if self._dipegang[oleh] < self._terbanyak]
        if not able:
            return None
        oleh = min(able, key=lambda who: self._dilayani.get(who, 0))
        job, work = self._antre[oleh].popleft()
        if not self._antre[oleh]:
            del self._antre[oleh]
        self._dipegang[oleh] += 1
        self._dilayani[oleh] = max(self._dilayani.values(), default=0) + 1
        return oleh, job, work
