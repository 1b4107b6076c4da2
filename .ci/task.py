"""The commands behind the Makefile: run, contoh, test, test-acak, uji-buruk, banding-pembaca, data, lint."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

import chromium
import environment
import paket
import server
from console import ROOT, Stop, run, say

OTHER_READERS = "tests/rendering/requirements-banding.txt"
EXAMPLE = "data-simulasi"
PROVINCE = ("--provinsi", "Jawa Timur", "--tahun", "2020-2024", "--seed", "1")
QUIET = ("--quiet", "--no-input", "--disable-pip-version-check")


def run_app(port_text: str) -> None:
    """Set up what is missing, build the database where it is not current, and serve the app."""
    port = server.port_number(port_text)
    server.check_port(port)
    python = environment.prepare("requirements.txt")
    build(python)
    server.serve(python, port)


def run_example(port_text: str) -> None:
    """Write and build a simulated province, where that is not done yet, and serve it beside the real data."""
    port = server.port_number(port_text)
    server.check_port(port)
    python = environment.prepare("requirements.txt")
    folder = ROOT / EXAMPLE
    step("Data simulasi", [python, "-m", "loaders", "simulate", *PROVINCE, "--keluaran", folder], "Hapus folder itu.")
    os.environ |= {"SELARAS_DATA": str(folder), "SELARAS_TERBIT": str(folder / "terbit")}
    build(python)
    server.serve(python, port)


def test() -> None:
    """Set up, then every check in turn; the first that fails ends it. The time the tests took is the last word."""
    python = test_programs()
    check_code(python)
    build(python)
    say("== Uji ==")
    # The profile makes property tests choose the same examples each time, without a deadline a busy machine could miss.
    run_tests(python, "-m", "not lengkap", "--hypothesis-profile=tetap", "--durations=20", "--durations-min=0.5")


def test_fresh() -> None:
    """The property tests, with many examples that no run before has seen, and what `make test` leaves of a kind."""
    python = test_programs()
    build(python)
    say("== Uji sifat dengan contoh baru, dan semua yang dilewati make test ==")
    run_tests(python, "-m", "hypothesis or lengkap", "--hypothesis-profile=acak", "--timeout=3600")


def test_programs() -> Path:
    """Set up what tests need; the path of the Python that runs them. Raises Stop where something is not here in CI."""
    python = environment.prepare("tests/requirements.txt")
    chromium.ensure()
    paket.ensure(paket.LIBREOFFICE)
    paket.ensure(paket.TESSERACT)
    keep_compiled(python)
    return python


def keep_compiled(python: Path) -> None:
    """Let the many programs that tests start find the modules compiled, also where the machine says not to keep that.

    To read all tests took 17 processor seconds a process, and takes 9.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(python.parents[1] / "pycache")


def run_tests(python: Path, *options: str) -> None:
    """Run pytest on two processes and say how much processor time it took; exits with 1 where a test fails."""
    before = processor_seconds()
    passed = run([python, "-m", "pytest", "-n", "2", "--dist", "loadgroup", *options])
    minutes, seconds = divmod(round(processor_seconds() - before), 60)
    say(f"Waktu prosesor semua uji: {minutes} menit {seconds} detik.")
    if not passed:
        sys.exit(1)


def processor_seconds() -> float:
    """The processor time of all programs that were run and have ended, with the programs that those ran."""
    times = os.times()
    return times.children_user + times.children_system


def test_hostile() -> None:
    """Every file of the folder of hostile files, where it lies beside the project: what each costs and says."""
    folder = Path(__file__).parents[2] / "shared" / "kasus" / "buruk"
    if not folder.is_dir():
        raise Stop(f"Berkas yang sengaja dirusak tidak ada di {folder}.")
    if not run([environment.prepare("requirements.txt"), Path(__file__).with_name("buruk.py"), folder]):
        sys.exit(1)


def compare_readers() -> None:
    """Our PDF reader beside others, which are installed into a folder that is thrown away."""
    python = environment.prepare("tests/requirements.txt")
    paket.ensure(paket.LIBREOFFICE)
    with tempfile.TemporaryDirectory() as others:
        for line in (ROOT / OTHER_READERS).read_text(encoding="utf-8").splitlines():
            if not line.startswith("#") and not run([python, "-m", "pip", "install", *QUIET, "--target", others, line]):
                say(f"{line} tidak dapat dipasang, jadi tidak ikut dibandingkan.")
        if not run([python, "-m", "tests.rendering.banding_pembaca", others]):
            sys.exit(1)


def data() -> None:
    """Build the database only."""
    build(environment.prepare("requirements.txt"))


def lint() -> None:
    """Check format, code and types only."""
    check_code(environment.prepare("tests/requirements.txt"))


def check_code(python: Path) -> None:
    """Raise Stop at the first of the three code checks that fails."""
    ruff: list[str | Path] = [python, "-m", "ruff"]
    tidy = "Rapikan dengan: .venv/bin/python -m ruff format"
    step("Format", [*ruff, "format", "--check", "--output-format", "concise"], tidy)
    step("Kaidah kode", [*ruff, "check"], "Perbaiki yang disebut di atas.")
    step("Tipe", [python, "-m", "ty", "check", "--python", ".venv"], "Perbaiki yang disebut di atas.")


def build(python: Path) -> None:
    """Publish the database; returns at once where it is current."""
    advice = "Basis data tidak diganti. Perbaiki dokumen, referensi atau koreksi yang disebut di atas, lalu ulangi."
    step("Basis data", [python, "-m", "loaders", "build"], advice)


def step(name: str, command: list[str | Path], advice: str) -> None:
    """Run one named step; raises Stop with advice where it fails."""
    say(f"== {name} ==")
    if not run(command):
        raise Stop(f"{name}: gagal. {advice}")


SERVED = {"run": run_app, "contoh": run_example}
TASKS = {
    "test": test,
    "test-acak": test_fresh,
    "uji-buruk": test_hostile,
    "banding-pembaca": compare_readers,
    "data": data,
    "lint": lint,
}


def main() -> None:
    """Run the command named on the command line; a Stop becomes its sentence and exit code 1."""
    parser = argparse.ArgumentParser(prog="make")
    parser.add_argument("task", choices=[*SERVED, *TASKS])
    parser.add_argument("--port", default="8501")
    chosen = parser.parse_args()
    try:
        SERVED[chosen.task](chosen.port) if chosen.task in SERVED else TASKS[chosen.task]()
    except Stop as stop:
        print(stop, file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        say("\nDihentikan.")
        sys.exit(0 if chosen.task in SERVED else 130)


if __name__ == "__main__":
    main()
