"""Long work beside a page: one after the other, with a sentence of progress, cancelled at any time."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable

import pytest

from loaders.errors import BerkasTidakTerbaca, LoaderError
from loaders.files import ROOT
from loaders.intake.jobs import Meja, Pekerjaan
from loaders.sandbox.limited import Dibatalkan


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


def test_the_same_name_is_not_begun_twice_and_one_hand_does_one_job() -> None:
    go, meja, running = threading.Event(), Meja(tangan=1), []

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
    meja, told = Meja(tangan=1), []

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


class Antrean:
    """Jobs at a desk that each wait until they are let go; `mulai`: those that have begun, in order."""

    def __init__(self, meja: Meja) -> None:
        self.meja, self.mulai, self.lepas = meja, [], {}

    def hand_in(self, nama: str, oleh: str) -> Pekerjaan:
        self.lepas[nama] = threading.Event()

        def work(_job: Pekerjaan) -> None:
            self.mulai.append(nama)
            self.lepas[nama].wait(10)

        return self.meja.start(nama, nama, work, oleh=oleh)

    def begun(self, count: int) -> list[str]:
        wait(lambda: len(self.mulai) == count)
        return self.mulai


def test_many_files_of_one_person_do_not_keep_another_waiting() -> None:
    antrean = Antrean(Meja(tangan=2))
    for n in range(50):
        antrean.hand_in(f"siti{n}", "Siti")
    assert antrean.begun(1) == ["siti0"]
    antrean.hand_in("budi0", "Budi")
    assert antrean.begun(2) == ["siti0", "budi0"]  # a hand was left for him, and nobody before him ended
    antrean.hand_in("budi1", "Budi")
    antrean.lepas["budi0"].set()
    assert antrean.begun(3)[2] == "budi1"
    antrean.lepas["siti0"].set()
    assert antrean.begun(4)[3] == "siti1"
    antrean.lepas["siti1"].set()
    antrean.lepas["budi1"].set()
    assert antrean.begun(5)[4] == "siti2"


def test_people_take_turns_at_one_hand() -> None:
    antrean = Antrean(Meja(tangan=1))
    antrean.hand_in("a0", "A")
    antrean.begun(1)
    for nama, oleh in (("a1", "A"), ("a2", "A"), ("b0", "B"), ("c0", "C"), ("b1", "B")):
        antrean.hand_in(nama, oleh)
    for event in antrean.lepas.values():
        event.set()
    assert antrean.begun(6) == ["a0", "b0", "c0", "a1", "b1", "a2"]


def test_a_job_cancelled_before_its_turn_has_ended_at_once_and_makes_room() -> None:
    antrean = Antrean(Meja(tangan=1))
    antrean.hand_in("a0", "A")
    waiting, after = antrean.hand_in("a1", "A"), antrean.hand_in("a2", "A")
    antrean.begun(1)
    waiting.cancel()
    assert waiting.selesai
    antrean.lepas["a0"].set()
    assert antrean.begun(2) == ["a0", "a2"]
    antrean.lepas["a2"].set()
    wait(lambda: after.selesai)


def test_the_program_ends_without_waiting_for_a_job() -> None:
    code = (
        "import time; from loaders.intake.jobs import Meja\n"
        "job = Meja().start('a', 'a', lambda job: job.tell('mulai') or time.sleep(60))\n"
        "while job.kalimat != 'mulai': time.sleep(0.01)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=20, check=True)
