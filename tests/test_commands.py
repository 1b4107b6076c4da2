"""make run and make test, without installing anything: what they decide, and the sentences they end with."""

import importlib.metadata
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import chromium
import environment
import pytest
import server
import task
from console import Stop, clean_environment

ROOT = Path(__file__).resolve().parent.parent
BASE_PYTHON = Path(sys.executable)


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


# --- .ci/python: the Python that runs everything else


def choose_python(search_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    command = ["/bin/sh", str(ROOT / ".ci" / "python"), "-c", "print('dijalankan')"]
    environ = {"PATH": f"{search_path}", **variables}
    (search_path / "cat").symlink_to(shutil.which("cat") or "/bin/cat")
    return subprocess.run(command, env=environ, capture_output=True, text=True, timeout=30, check=False)


def old_python(path: Path) -> Path:
    return script(path, '[ "$1" = --version ] && echo Python 3.9.2 && exit 0\nexit 1')


def new_python(path: Path) -> Path:
    return script(path, f'exec "{BASE_PYTHON}" "$@"')


def test_old_python_gets_a_sentence_that_names_it(tmp_path: Path) -> None:
    old_python(tmp_path / "python3")
    ended = choose_python(tmp_path)
    assert ended.returncode == 1
    assert "memerlukan Python 3.11 atau lebih baru. Yang ditemukan: python3 (Python 3.9.2)" in ended.stderr
    assert "sudo apt install python3" in ended.stderr


def test_no_python_gets_a_sentence(tmp_path: Path) -> None:
    ended = choose_python(tmp_path)
    assert ended.returncode == 1
    assert "tidak ada Python sama sekali" in ended.stderr


def test_a_newer_python_beside_an_old_one_is_chosen(tmp_path: Path) -> None:
    old_python(tmp_path / "python3")
    new_python(tmp_path / "python3.12")
    assert choose_python(tmp_path).stdout == "dijalankan\n"


def test_a_named_python_is_the_only_one_tried(tmp_path: Path) -> None:
    new_python(tmp_path / "python3")
    old = old_python(tmp_path / "lain" / "python")
    ended = choose_python(tmp_path, SELARAS_PYTHON=str(old))
    assert ended.returncode == 1
    assert f"{old} (Python 3.9.2)" in ended.stderr


# --- server: port, start, stop


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A project folder with only the commands in it, so that nothing of the real one is touched."""
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "requirements.txt", tmp_path)
    shutil.copy(ROOT / "Makefile", tmp_path)
    return tmp_path


@contextmanager
def make_run(folder: Path, port: int) -> Generator[subprocess.Popen[str], None, None]:
    command = [sys.executable, str(folder / ".ci" / "task.py"), "run", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as app:
        try:
            yield app
        finally:
            app.terminate()


def test_a_port_in_use_is_said_before_anything_is_installed(copy: Path, taken_port: int) -> None:
    with make_run(copy, taken_port) as app:
        out, err = app.communicate(timeout=30)
    assert app.returncode == 1
    assert f"Port {taken_port} sedang dipakai" in err
    assert f"make run PORT={taken_port + 1}" in err
    assert out == ""
    assert not (copy / ".venv").exists()


@pytest.mark.parametrize("text", ["", "abc", "0", "65536", "-1", "85 01", "8501.0", "８５０１"])
def test_what_is_no_port_number_gets_a_sentence(text: str) -> None:
    with pytest.raises(Stop, match="bukan nomor port"):
        server.port_number(text)


def test_a_port_that_is_not_allowed_gets_another_sentence() -> None:
    sentence = server.port_sentence(80, PermissionError(13, "Permission denied"))
    assert "tidak boleh dipakai" in sentence
    assert "make run PORT=8502" in sentence


def pretend_installed(folder: Path, streamlit: str) -> None:
    """Give a project folder an environment whose Python knows two commands: the build, and this streamlit."""
    venv = folder / ".venv"
    branches = f'case "$2" in loaders) exit 0 ;; streamlit) {streamlit} ;; esac'
    script(venv / "bin" / "python", branches)
    (venv / "pyvenv.cfg").touch()
    names = environment.included(folder, "requirements.txt")
    environment.write_stamp(venv, {name: environment.fingerprint(folder, name) for name in names})


def test_the_address_is_printed_when_it_answers_and_a_stop_is_clean(copy: Path, free_port: int) -> None:
    (copy / "_stcore").mkdir()
    (copy / "_stcore" / "health").write_text("ok", encoding="utf-8")
    pretend_installed(copy, f'exec "{BASE_PYTHON}" -m http.server {free_port} --bind 127.0.0.1 >/dev/null 2>&1')
    with make_run(copy, free_port) as app:
        assert app.stdout
        assert app.stdout.readline() == "== Basis data ==\n"
        assert f"Selaras siap di http://127.0.0.1:{free_port}" in app.stdout.readline()
        app.send_signal(signal.SIGTERM)
        out, err = app.communicate(timeout=30)
    assert (app.returncode, err) == (0, "")
    assert "Dihentikan." in out
    server.check_port(free_port)


def test_an_app_that_does_not_start_gets_a_sentence(copy: Path, free_port: int) -> None:
    pretend_installed(copy, "echo ModuleNotFoundError >&2; exit 1")
    with make_run(copy, free_port) as app:
        _, err = app.communicate(timeout=30)
    assert app.returncode == 1
    assert "ModuleNotFoundError" in err
    assert "hapus folder .venv lalu ulangi: make run" in err


# --- chromium


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "find", lambda: None)
    monkeypatch.setattr(chromium, "may_install", lambda: False)


@pytest.mark.usefixtures("no_browser")
def test_no_browser_is_a_failure_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Stop, match="sudo apt-get install chromium"):
        chromium.ensure()


@pytest.mark.usefixtures("no_browser")
def test_no_browser_is_a_sentence_elsewhere(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    chromium.ensure()
    assert "uji peramban dilewati" in capsys.readouterr().out


def test_a_browser_that_does_not_run_is_not_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path / "chromium-browser", "echo 'install the snap' >&2; exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.find() is None
    working = script(tmp_path / "google-chrome", "echo 150.0")
    assert chromium.find() == str(working)


def test_where_the_small_browser_cannot_be_had_the_large_one_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(chromium, "may_install", lambda: True)
    monkeypatch.setattr(chromium, "find", lambda: "/usr/bin/chromium" if "chromium" in tried else None)
    monkeypatch.setattr(chromium.paket, "install", lambda names, *_: tried.extend(names) or names == ["chromium"])
    chromium.ensure()
    assert tried == ["chromium-headless-shell", "chromium"]


@pytest.mark.parametrize(
    ("text", "expected"), [("ID=debian\n", True), ('ID="debian"\n', True), ("ID=ubuntu\nID_LIKE=debian\n", False)]
)
def test_only_debian_itself_is_debian(tmp_path: Path, text: str, expected: bool) -> None:
    path = tmp_path / "os-release"
    path.write_text(text, encoding="utf-8")
    assert chromium.is_debian(path) is expected
    assert chromium.is_debian(tmp_path / "none") is False


# --- the Makefile and the pins


def test_make_alone_lists_the_commands(copy: Path) -> None:
    ended = subprocess.run(
        ["make"], cwd=copy, env=clean_environment(), capture_output=True, text=True, timeout=30, check=True
    )
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert (
        {line.split()[1] for line in ended.stdout.splitlines()}
        == set(targets) - {"help"}
        == {*task.SERVED, *task.TASKS}
    )


def test_the_tests_say_how_much_processor_time_they_took(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spent = iter([100.0, 233.4])
    monkeypatch.setattr(task, "processor_seconds", lambda: next(spent))
    monkeypatch.setattr(task, "run", lambda command: "--durations=20" not in command)
    with pytest.raises(SystemExit):
        task.run_tests(Path("python"), "--durations=20")
    assert capsys.readouterr().out == "Waktu prosesor semua uji: 2 menit 13 detik.\n"


def test_the_programs_of_the_tests_find_modules_compiled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, said in {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": ""}.items():
        monkeypatch.setenv(name, said)
    task.keep_compiled(tmp_path / "bin" / "python")
    (tmp_path / "satu.py").write_text("", encoding="utf-8")
    subprocess.run([sys.executable, "-c", "import satu"], cwd=tmp_path, check=True)
    assert [path.name for path in (tmp_path / "pycache").rglob("satu*")] != []


def pins() -> dict[str, str]:
    names = environment.included(ROOT, "tests/requirements.txt")
    lines = [line for name in names for line in (ROOT / name).read_text(encoding="utf-8").splitlines()]
    wanted = [line for line in lines if line and not line.startswith(("#", "-"))]
    assert all(line.count("==") == 1 for line in wanted)
    return dict(line.split("==") for line in wanted)


def test_the_tests_run_on_the_pinned_versions() -> None:
    installed = {found.metadata["Name"].lower(): found.version for found in importlib.metadata.distributions()}
    pinned = {name.lower(): version for name, version in pins().items()}
    other = {name: version for name, version in installed.items() if pinned.get(name, version) != version}
    assert other == {}


def test_every_installed_package_is_pinned() -> None:
    """What a pinned package pulls in is pinned too, or a release elsewhere could break a fresh clone."""
    if not (Path(sys.prefix) / environment.STAMP).exists():
        pytest.skip("berjalan di luar .venv proyek; di sana bisa ada paket lain")
    installed = {found.metadata["Name"].lower() for found in importlib.metadata.distributions()}
    assert installed - {name.lower() for name in pins()} <= {"pip", "setuptools"}
