"""Chromium for the browser tests: found, installed where that is ours to do, or asked for."""

import os
import shutil
import subprocess
from pathlib import Path

from console import Stop, run, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Return the path of a Chromium that runs, or None. (On Ubuntu the name can be a stub that does not.)"""
    for name in NAMES:
        path = shutil.which(name)
        if path and runs(path):
            return path
    return None


def runs(path: str) -> bool:
    """Return whether a browser can say its version."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def ensure() -> None:
    """See to it that the browser tests have a Chromium.

    Raises Stop where there is none and CI=true; elsewhere says what to install and lets those tests be skipped.
    """
    if find() or (may_install() and install() and find()):
        return
    sentence = (
        "Chromium tidak ditemukan, padahal uji peramban memerlukannya. "
        "Pasang (Debian: sudo apt-get install chromium; lainnya: Chromium atau Google Chrome di PATH)"
    )
    if os.environ.get("CI") == "true":
        raise Stop(f"{sentence}, lalu ulangi perintah ini.")
    say(f"{sentence}. Untuk kali ini uji peramban dilewati.")


def may_install() -> bool:
    """Return whether this is a Debian system on which we are root."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None and is_debian(Path("/etc/os-release"))


def is_debian(os_release: Path) -> bool:
    """Return whether an os-release file names Debian itself: Ubuntu's chromium package is only a pointer elsewhere."""
    try:
        lines = os_release.read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    return any(line.replace('"', "").strip() == "ID=debian" for line in lines)


def install() -> bool:
    """Install Debian's own Chromium package; true when that went well."""
    say("Memasang Chromium dari paket Debian untuk uji peramban ...")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    packages = ["--yes", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends", "chromium"]
    return run(["apt-get", "-qq", "update"], quiet) and run(["apt-get", "install", *packages], quiet)
