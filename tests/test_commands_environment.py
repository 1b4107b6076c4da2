"""When make run and make test install packages, and when they do nothing. (Nothing is installed here.)"""

import importlib.util
import shutil
from pathlib import Path

import environment
import pytest
from console import Stop


def executable(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o755)


class FakeInstaller:
    """Stands in for venv and pip: notes what was asked for and leaves the files that would have come of it."""

    def __init__(self, root: Path) -> None:
        self.venv = root / ".venv"
        self.site = self.venv / "lib" / "python3.11" / "site-packages"
        self.done: list[str] = []
        self.pip_works = True

    def __call__(self, command: list[str | Path]) -> bool:
        if "venv" in command:
            self.done.append("venv")
            shutil.rmtree(self.venv, ignore_errors=True)
            executable(self.venv / "bin" / "python")
            (self.venv / "pyvenv.cfg").touch()
            return True
        self.done.append(f"pip {command[-1]}")
        package, facts = self.site / "paket", self.site / "paket-1.0.dist-info"
        for folder in (package, facts):
            folder.mkdir(parents=True, exist_ok=True)
        (package / "__init__.py").write_text("satu = 1\n", encoding="utf-8")
        record = "paket/__init__.py,sha256=x,9\npaket/__pycache__/a.pyc,,\npaket-1.0.dist-info/RECORD,,\n"
        (facts / "RECORD").write_text(record, encoding="utf-8")
        return self.pip_works

    def take(self) -> list[str]:
        done, self.done = self.done, []
        return done


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "tests").mkdir()
    (tmp_path / "batas.txt").write_text("lain==3\n", encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("-c batas.txt\npaket==1.0\n", encoding="utf-8")
    (tmp_path / "tests" / "requirements.txt").write_text("-r ../requirements.txt\nuji==2\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def installer(project: Path, monkeypatch: pytest.MonkeyPatch) -> FakeInstaller:
    fake = FakeInstaller(project)
    monkeypatch.setattr(environment, "run", fake)
    return fake


def test_first_time_makes_and_installs_second_time_does_nothing(project: Path, installer: FakeInstaller) -> None:
    python = environment.prepare("requirements.txt", project)
    assert python == project / ".venv" / "bin" / "python"
    assert installer.take() == ["venv", "pip requirements.txt"]
    environment.prepare("requirements.txt", project)
    assert installer.take() == []


def test_test_requirements_serve_the_app_too(project: Path, installer: FakeInstaller) -> None:
    environment.prepare("requirements.txt", project)
    environment.prepare("tests/requirements.txt", project)
    assert installer.take() == ["venv", "pip requirements.txt", "pip tests/requirements.txt"]
    environment.prepare("requirements.txt", project)
    environment.prepare("tests/requirements.txt", project)
    assert installer.take() == []


@pytest.mark.parametrize("changed", ["requirements.txt", "batas.txt"])
def test_a_changed_pin_is_installed_into_the_same_environment(
    project: Path, installer: FakeInstaller, changed: str
) -> None:
    environment.prepare("tests/requirements.txt", project)
    (project / changed).write_text("paket==1.1\n", encoding="utf-8")
    installer.take()
    environment.prepare("requirements.txt", project)
    environment.prepare("tests/requirements.txt", project)
    assert installer.take() == ["pip requirements.txt", "pip tests/requirements.txt"]


@pytest.mark.parametrize(
    "lost", ["bin/python", "pyvenv.cfg", "selaras.json", "lib", "lib/python3.11/site-packages/paket/__init__.py"]
)
def test_a_half_deleted_environment_is_made_again(
    project: Path, installer: FakeInstaller, lost: str, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.prepare("requirements.txt", project)
    installer.take()
    path = project / ".venv" / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    environment.prepare("requirements.txt", project)
    assert installer.take() == ["venv", "pip requirements.txt"]
    assert "tidak utuh" in capsys.readouterr().out


def test_a_file_cut_short_is_noticed(project: Path, installer: FakeInstaller) -> None:
    environment.prepare("requirements.txt", project)
    (installer.site / "paket" / "__init__.py").write_text("satu", encoding="utf-8")
    installer.take()
    environment.prepare("requirements.txt", project)
    assert installer.take() == ["venv", "pip requirements.txt"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"requirements": 1, "packages": []}', "\x00"])
def test_an_unreadable_stamp_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / environment.STAMP).write_text(text, encoding="utf-8")
    assert environment.read_stamp(tmp_path) is None


def test_a_failed_installation_says_so_and_is_done_over(project: Path, installer: FakeInstaller) -> None:
    installer.pip_works = False
    with pytest.raises(Stop, match="sambungan internet"):
        environment.prepare("requirements.txt", project)
    installer.take()
    installer.pip_works = True
    environment.prepare("requirements.txt", project)
    assert installer.take() == ["venv", "pip requirements.txt"]


def test_a_python_without_venv_gets_a_sentence(
    project: Path, installer: FakeInstaller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Stop, match=r"sudo apt install python3\.\d+-venv"):
        environment.prepare("requirements.txt", project)
    assert installer.take() == []
