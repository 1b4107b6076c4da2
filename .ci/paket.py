"""Programs that only the tests need: found, installed with apt where that is ours to do, or asked for."""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from console import Stop, run, say


@dataclass(frozen=True)
class Program:
    """A program: its name, the tests that need it, the Debian packages it comes in, and whether it is here."""

    nama: str
    untuk: str
    paket: tuple[str, ...]
    ada: Callable[[], bool]


def has_office() -> bool:
    """Return whether LibreOffice runs and can do both texts and spreadsheets, which Debian packs apart."""
    path = shutil.which("soffice")
    folder = Path(path).resolve().parent if path else Path()
    in_parts = (folder / "libsofficeapp.so").is_file()
    whole = all((folder / name).is_file() for name in ("libswlo.so", "libsclo.so"))
    return path is not None and (whole or not in_parts) and answers([path, "--version"]) is not None


def has_tesseract() -> bool:
    """Return whether Tesseract runs and knows Indonesian."""
    path = shutil.which("tesseract")
    return path is not None and "ind" in (answers([path, "--list-langs"]) or "").split()


LIBREOFFICE = Program(
    "LibreOffice", "uji PDF, DOCX dan XLSX", ("libreoffice-writer-nogui", "libreoffice-calc-nogui"), has_office
)
TESSERACT = Program(
    "Tesseract berbahasa Indonesia", "uji hasil pindai", ("tesseract-ocr", "tesseract-ocr-ind"), has_tesseract
)


def ensure(program: Program) -> None:
    """See to it that a program is here.

    Raises Stop where it is not and CI=true; elsewhere says what to install and lets its tests be skipped.
    """
    if program.ada() or (may_install() and install(program.paket, program.nama, program.untuk) and program.ada()):
        return
    packages = " ".join(program.paket)
    lacking(
        f"{program.nama} tidak ditemukan, padahal {program.untuk} memerlukannya. "
        f"Pasang (Debian/Ubuntu: sudo apt-get install {packages}; lainnya: {program.nama} di PATH)",
        program.untuk,
    )


def lacking(sentence: str, tests: str) -> None:
    """Say what is missing, and that its tests are skipped. Raises Stop instead where CI=true."""
    if os.environ.get("CI") == "true":
        raise Stop(f"{sentence}, lalu ulangi perintah ini.")
    say(f"{sentence}. Untuk kali ini {tests} dilewati.")


def answers(command: Sequence[str]) -> str | None:
    """Return what a program prints, or None where it does not run."""
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return ended.stdout if ended.returncode == 0 else None


def may_install() -> bool:
    """Return whether apt is here and we are root."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Sequence[str], name: str, tests: str) -> bool:
    """Install packages with apt; true when that went well."""
    say(f"Memasang {name} dengan apt untuk {tests} ...")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    options = ["--yes", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends"]
    return run(["apt-get", "-qq", "update"], quiet) and run(["apt-get", "install", *options, *packages], quiet)
