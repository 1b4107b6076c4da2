"""Long work beside a page: one after the other, with a sentence of progress, cancelled at any time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from loaders.errors import BerkasTidakTerbaca, LoaderError
from loaders.masuk.pekerjaan import Meja, Pekerjaan
from loaders.terbatas import Dibatalkan


def wait(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_job_tells_how_it_stands_and_gives_its_result() -> None:
    go, meja = threading.Event(), Meja()

    def work(job: Pekerjaan) -> int:
        job.tell("Membaca halaman 3.")
        go.wait(10)
        return 7

    job = meja.start("a", "a.pdf", work)
    wait(lambda: job.kalimat == "Membaca halaman 3.")
    assert not job.selesai
    go.set()
    wait(lambda: job.selesai)
    assert (job.result(), meja.find("a"), meja.find("b")) == (7, job, None)


def test_the_same_name_is_not_begun_twice_and_jobs_take_turns() -> None:
    go, meja, running = threading.Event(), Meja(), []

    def work(job: Pekerjaan) -> None:
        running.append(job.tentang)
        go.wait(10)

    first = meja.start("a", "a", work)
    assert meja.start("a", "lain", work) is first
    second = meja.start("b", "b", work)
    wait(lambda: running == ["a"])
    assert second.kalimat == "Menunggu giliran."
    go.set()
    wait(lambda: second.selesai)
    assert running == ["a", "b"]


def test_a_cancelled_job_ends_at_its_next_word_and_one_that_waits_never_begins() -> None:
    meja, told = Meja(), []

    def work(job: Pekerjaan) -> None:
        while True:
            job.tell("Membaca.")
            told.append(job.tentang)
            time.sleep(0.01)

    first, second = meja.start("a", "a.pdf", work), meja.start("b", "b.pdf", work)
    wait(lambda: bool(told))
    second.cancel()
    first.cancel()
    wait(lambda: first.selesai and second.selesai)
    for job in (first, second):
        assert job.cancelled()
        with pytest.raises(Dibatalkan, match=job.tentang):
            job.result()
    assert set(told) == {"a.pdf"}


def test_what_went_wrong_is_said_when_asked_and_a_forgotten_job_is_cancelled() -> None:
    meja = Meja()

    def fail(job: Pekerjaan) -> None:
        raise BerkasTidakTerbaca("x.pdf", "rusak.")

    job = meja.start("x", "x.pdf", fail)
    wait(lambda: job.selesai)
    with pytest.raises(LoaderError, match="rusak"):
        job.result()
    meja.forget("x")
    assert meja.find("x") is None
    assert job.cancelled()
    meja.forget("tidak ada")
