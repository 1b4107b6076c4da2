"""Chromium for the browser tests: found, installed where that is ours to do, or asked for."""

import shutil
from pathlib import Path

import paket

PACKAGES = ("chromium-headless-shell", "chromium")
"""Without windows it takes two thirds of the processor time; older Debian has only the other."""
NAMES = (*PACKAGES, "chromium-browser", "google-chrome", "google-chrome-stable")
TESTS = "uji peramban"


def find() -> str | None:
    """Return the path of a Chromium that runs, or None. (On Ubuntu the name can be a stub that does not.)"""
    for name in NAMES:
        path = shutil.which(name)
        if path and paket.answers([path, "--version"]) is not None:
            return path
    return None


def ensure() -> None:
    """See to it that the browser tests have a Chromium.

    Raises Stop where there is none and CI=true; elsewhere says what to install and lets those tests be skipped.
    """
    if find() or (may_install() and any(paket.install([name], "Chromium", TESTS) and find() for name in PACKAGES)):
        return
    paket.lacking(
        f"Chromium tidak ditemukan, padahal {TESTS} memerlukannya. "
        "Pasang (Debian: sudo apt-get install chromium; lainnya: Chromium atau Google Chrome di PATH)",
        TESTS,
    )


def may_install() -> bool:
    """Return whether this is a Debian system on which we are root."""
    return paket.may_install() and is_debian(Path("/etc/os-release"))


def is_debian(os_release: Path) -> bool:
    """Return whether an os-release file names Debian itself: Ubuntu's chromium package is only a pointer elsewhere."""
    try:
        lines = os_release.read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    return any(line.replace('"', "").strip() == "ID=debian" for line in lines)
