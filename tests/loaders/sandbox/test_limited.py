"""A reading has limits, can be stopped, leaves nothing behind, and every way it can end is a sentence."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.errors import BerkasTidakTerbaca
from loaders.faults import GalatSelaras
from loaders.readers import dispatch, lembar_json
from loaders.readers.lembar import Baris, Lembar
from loaders.readers.lembar_json import TerlaluBesar, from_json, to_json
from loaders.sandbox import limited
from loaders.sandbox.limited import Dibatalkan, read_limited
from loaders.sandbox_child import AWALAN, GALAT, HASIL

LONG_TEXT = ("Indikator\tTarget\n" * 3 + "\n").encode() * (limited.TEKS_DI_TEMPAT // 40)

Code = Callable[[str], None]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own folder for temporary files, so that leftovers can be seen."""
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A file that is read in a process of its own."""
    path = tmp_path / "panjang.txt"
    path.write_bytes(LONG_TEXT)
    return path


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Code:
    """Run this Python code as the reading process. `folder` is its folder, `batas` its limits."""

    def use(code: str) -> None:
        head = "import os, sys, time, signal, pathlib; folder = pathlib.Path(sys.argv[1])\n"
        monkeypatch.setattr(
            limited, "_command", lambda _path, folder, *_: [sys.executable, "-c", head + code, str(folder)]
        )

    return use


def refused(path: Path, **limits: float) -> str:
    with pytest.raises(BerkasTidakTerbaca) as caught:
        read_limited(path, **limits)  # ty: ignore[invalid-argument-type]
    return str(caught.value)


def alive(pid: int) -> bool:
    """True for a process that runs; one that only waits to be buried does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state not in ("Z", "X")


def wait_until(condition: Callable[[], bool], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return condition()


def test_a_separate_process_reads_what_the_same_process_reads(document: Path, temporary: Path) -> None:
    assert read_limited(document) == dispatch.read(document)
    assert list(temporary.iterdir()) == []


def test_small_texts_need_no_process(tmp_path: Path, instead: Code) -> None:
    instead("raise SystemExit(9)")
    path = tmp_path / "pendek.txt"
    path.write_text("a\tb\n")
    assert read_limited(path).baris == (Baris(1, "a\tb"),)


def test_the_working_folder_and_python_path_do_not_matter(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "loaders").mkdir()
    (tmp_path / "loaders" / "__init__.py").write_text("raise SystemExit(7)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert len(read_limited(Path(document.name)).baris) == len(dispatch.read(document).baris)


def test_too_slow_is_stopped_with_all_it_started(
    document: Path, temporary: Path, tmp_path: Path, instead: Code
) -> None:
    instead(f"""
import subprocess
child = subprocess.Popen(["sleep", "600"])
pathlib.Path({str(tmp_path / "pid")!r}).write_text(str(child.pid))
(folder / "sisa.png").write_bytes(b"x" * 1000)
time.sleep(600)""")
    start = time.monotonic()
    sentence = refused(document, seconds=2)
    assert "lebih dari 2 detik" in sentence and "Pecah" in sentence
    assert time.monotonic() - start < 8
    assert wait_until(lambda: not alive(int((tmp_path / "pid").read_text())))
    assert list(temporary.iterdir()) == []


def test_a_real_reading_is_stopped_in_time(document: Path) -> None:
    assert "lebih dari 0 detik" in refused(document, seconds=0.01)


def test_too_much_memory_is_refused(document: Path, temporary: Path) -> None:
    document.write_bytes(LONG_TEXT * 8)
    assert "lebih dari 60 MB memori" in refused(document, megabytes=60)
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "berhenti mendadak (SIGSEGV)"),
        ("os.abort()", "berhenti mendadak (SIGABRT)"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "dihentikan oleh sistem"),
        ("os.kill(os.getpid(), signal.SIGXCPU)", "lebih dari 9 detik"),
        ("os._exit(3)", "berhenti mendadak (kode 3)"),
        ("os._exit(0)", "berhenti mendadak (kode 0)"),
        (f"(folder / '{HASIL}').write_text('[1, 2')", "tidak utuh"),
        (f"(folder / '{HASIL}').write_text('[' * 200_000)", "tidak utuh"),
        (f"(folder / '{HASIL}').write_text('{{\"nama\": 1}}')", "tidak utuh"),
        (f"(folder / '{GALAT}').write_text('{{')", "tidak utuh"),
        (f"(folder / '{GALAT}').write_text('{{}}')", "berhenti mendadak"),
        (f"(folder / '{HASIL}').open('wb').truncate(80 * 2**20)", "berhenti mendadak"),
    ],
)
def test_a_process_that_breaks_down_is_a_sentence(
    document: Path, temporary: Path, instead: Code, code: str, words: str
) -> None:
    instead(code)
    assert words in refused(document, seconds=9)
    assert list(temporary.iterdir()) == []


def own_reader(body: str) -> str:
    """The real reading process, with another reader in it."""
    return f"""
sys.path.insert(0, {str(limited.ROOT)!r})
from loaders import sandbox_child; from loaders.readers import lembar_json; from loaders import readers
from loaders.readers.lembar import Baris, Lembar
def read(path):
    {body}
readers.read = read
sandbox_child.main(pathlib.Path("x.pdf"), folder, 20, 400)"""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("raise MemoryError", "MB memori"),
        ("return bytearray(10**9)", "MB memori"),
        ("return Lembar('x', tuple(Baris(n, '') for n in range(500_001)))", "lebih dari 500.000 baris"),
        ("return Lembar('x', (Baris(1, 'x' * (70 * 2**20)),))", "terlalu banyak"),
        ("import nothing_of_that_name", "«nothing_of_that_name» belum terpasang"),
        ("from loaders.errors import BerkasTidakTerbaca as B; raise B('y', 'begini')",
          "panjang.txt tidak dapat dibaca: begini"),
        ("from loaders.errors import DaftarSalah as D; raise D('y', 1, 'begitu')", "begitu"),
        ("f = lambda: f(); f()", "RecursionError"),
        ("(folder / 'x').write_bytes(bytes(257 * 2**20))", "rusak atau tidak lazim (OSError)"),
    ],
)  # fmt: skip
def test_every_failure_of_a_reader_is_a_sentence(document: Path, instead: Code, body: str, words: str) -> None:
    instead(own_reader(body))
    assert words in refused(document, megabytes=400)


@pytest.mark.galat
def test_a_fault_of_a_reader_is_said_as_ours_and_logged_without_words_of_the_file(
    document: Path, instead: Code, caplog: pytest.LogCaptureFixture
) -> None:
    instead(own_reader("raise KeyError('isi rahasia')"))
    with pytest.raises(GalatSelaras) as caught:
        read_limited(document)
    assert f"nomor {caught.value.nomor} saat membaca berkas ({document.name})" in str(caught.value)
    (record,) = caplog.records
    assert f"galat Selaras {caught.value.nomor}: membaca berkas; berkas {document.name};" in record.getMessage()
    assert "sandbox_child.py" in caplog.text and record.getMessage().endswith("KeyError")
    assert "isi rahasia" not in caplog.text


def test_what_a_reader_prints_does_not_reach_the_result(document: Path, instead: Code) -> None:
    instead(
        own_reader(
            "print('{'); sys.stderr.write('x' * 10**6); return Lembar('a', (Baris(1, 'b', 2, 'c', True),), ('d',))"
        )
    )
    assert read_limited(document) == Lembar("panjang.txt", (Baris(1, "b", 2, "c", True),), ("d",))


def test_cancelling_stops_at_once(document: Path, temporary: Path, instead: Code) -> None:
    instead("time.sleep(600)")
    start = time.monotonic()
    with pytest.raises(Dibatalkan, match=r"panjang\.txt dibatalkan"):
        read_limited(document, cancel=lambda: time.monotonic() - start > 0.5)
    assert time.monotonic() - start < 3
    assert list(temporary.iterdir()) == []


def test_progress_is_told_in_words(document: Path, instead: Code) -> None:
    instead("time.sleep(2.5)")
    told: list[str] = []
    with pytest.raises(BerkasTidakTerbaca):
        read_limited(document, seconds=30, progress=told.append)
    assert told == [f"Membaca panjang.txt: {n} detik, paling lama 30 detik." for n in (1, 2)]


class Stop(BaseException):
    """What a framework raises to end a run."""


def test_an_interruption_from_above_stops_the_process_too(
    document: Path, temporary: Path, instead: Code, tmp_path: Path
) -> None:
    pid = tmp_path / "pid"
    instead(f"pathlib.Path({str(pid)!r}).write_text(str(os.getpid())); time.sleep(600)")

    def stop() -> bool:
        if pid.exists() and pid.read_text():  # written, not only begun
            raise Stop
        return False

    with pytest.raises(Stop):
        read_limited(document, cancel=stop)
    assert not alive(int(pid.read_text()))
    assert list(temporary.iterdir()) == []


def test_it_works_from_many_threads_at_once(document: Path, temporary: Path) -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(read_limited(document).baris))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [len(dispatch.read(document).baris)] * 3
    assert list(temporary.iterdir()) == []


def test_the_reading_process_ends_with_its_parent(document: Path, tmp_path: Path) -> None:
    """The parent is killed so that it cannot clean up: the process must see it, and remove its folder."""
    pid, folder = tmp_path / "pid", tmp_path / "sementara"
    folder.mkdir()
    body = f"pathlib.Path({str(pid)!r}).write_text(str(os.getpid())); time.sleep(600)"
    head = "import os, sys, time, pathlib; folder = pathlib.Path(sys.argv[1])\n"
    parent = subprocess.Popen(
        [sys.executable, "-c", f"""
import pathlib, sys
from loaders.sandbox import limited
limited._command = lambda path, folder, *_: [sys.executable, "-c", {head + own_reader(body)!r}, str(folder)]
limited.read_limited(pathlib.Path({str(document)!r}))"""],
        cwd=limited.ROOT, env={**os.environ, "TMPDIR": str(folder)},
    )  # fmt: skip
    try:
        assert wait_until(lambda: pid.exists() and pid.read_text() != "")
        reading = int(pid.read_text())
        assert alive(reading)
        assert [path.name.startswith(AWALAN) for path in folder.iterdir()] == [True]
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    assert wait_until(lambda: not alive(reading))
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="reads the limits of a process in /proc")
def test_the_limits_are_the_systems_own(document: Path, instead: Code, tmp_path: Path) -> None:
    limits = tmp_path / "limits"
    copy = f"pathlib.Path({str(limits)!r}).write_text(pathlib.Path('/proc/self/limits').read_text())"
    instead(own_reader(f"{copy}; return Lembar('x', ())"))
    read_limited(document)
    shown = {line[:25].strip(): line[25:].split()[:2] for line in limits.read_text().splitlines()}
    assert shown["Max address space"] == [str(400 * 2**20)] * 2
    assert shown["Max core file size"] == ["0", "0"]
    assert shown["Max cpu time"] == ["41", "41"]
    assert shown["Max file size"] == [str(256 * 2**20)] * 2


def test_a_lembar_survives_json() -> None:
    lembar = Lembar("a", (Baris(1, "é\t\ud800 \u2028", 3, "halaman 3", True), Baris(2, "")), ("catatan",))
    assert from_json(to_json(lembar)) == lembar
    json.loads(to_json(lembar).decode("ascii"))


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"\xff", b'{"nama":"a","catatan":[],"baris":[1]}',
     b'{"nama":"a","catatan":[],"baris":[["x",1,2,3]]}',
     b'{"nama":"a","catatan":[],"baris":[["x",null,null]]}', b'{"nama":null,"catatan":[],"baris":[]}'],
)  # fmt: skip
def test_other_json_is_not_a_lembar(content: bytes) -> None:
    with pytest.raises(ValueError):
        from_json(content)


def test_the_bounds_of_a_lembar_hold_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    two = Lembar("a", (Baris(1, "x"), Baris(2, "y")))
    content = to_json(two)
    monkeypatch.setattr(lembar_json, "MAKS_BARIS", 1)
    with pytest.raises(TerlaluBesar):
        to_json(two)
    with pytest.raises(ValueError, match="not a Lembar"):
        from_json(content)
