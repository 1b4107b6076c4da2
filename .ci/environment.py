"""The project's own Python in .venv: made once, checked at every start, made again when it is damaged.

A stamp inside .venv says which requirements were installed and which packages that gave. It is written last,
so an installation that was cut short leaves none and is done over.
"""

import csv
import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from console import ROOT, Stop, run, say

STAMP = "selaras.json"


class Stamp(TypedDict):
    """requirements: file → fingerprint, of every file installed. packages: names of the *.dist-info folders."""

    requirements: dict[str, str]
    packages: list[str]


def prepare(requirements: str, root: Path = ROOT) -> Path:
    """Make `.venv` hold what a requirements file asks for and return its Python; do nothing where it does already.

    Raises Stop where the environment cannot be made or the packages cannot be installed.
    """
    venv = root / ".venv"
    python = venv / "bin" / "python"
    stamp = read_stamp(venv)
    harm = damage(venv, stamp) if stamp else "pemasangannya belum pernah selesai"
    if harm:
        create(venv, harm)
    elif stamp and stamp["requirements"].get(requirements) == fingerprint(root, requirements):
        return python
    install(python, requirements)
    write_stamp(venv, {name: fingerprint(root, name) for name in included(root, requirements)})
    return python


def included(root: Path, requirements: str) -> Iterator[str]:
    """Yield a requirements file and those it takes in with -r or -c, as paths from the project folder."""
    yield requirements
    for line in (root / requirements).read_text(encoding="utf-8").splitlines():
        if line.startswith(("-r ", "-c ")):
            other = (root / requirements).parent / line[3:].strip()
            yield from included(root, os.path.relpath(other.resolve(), root.resolve()))


def fingerprint(root: Path, requirements: str) -> str:
    """Return a hash that changes when the file, or a file it takes in, changes."""
    texts = [(root / name).read_bytes() for name in included(root, requirements)]
    return hashlib.sha256(b"\0".join(texts)).hexdigest()


def read_stamp(venv: Path) -> Stamp | None:
    """Return what the last complete installation wrote, or None where there was none."""
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
        return Stamp(requirements=dict(stamp["requirements"]), packages=list(stamp["packages"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_stamp(venv: Path, requirements: dict[str, str]) -> None:
    """Record the installation that has just succeeded."""
    packages = sorted(folder.name for folder in site_packages(venv).glob("*.dist-info"))
    text = json.dumps(Stamp(requirements=requirements, packages=packages), indent=1)
    unfinished = venv / f"{STAMP}.tmp"
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(venv / STAMP)


def damage(venv: Path, stamp: Stamp) -> str | None:
    """Return what is wrong with an environment in a few Indonesian words, or None where nothing is."""
    if not (venv / "pyvenv.cfg").is_file() or not os.access(venv / "bin" / "python", os.X_OK):
        return "Python di dalamnya tidak dapat dijalankan"
    site = site_packages(venv)
    for package in stamp["packages"]:
        lost = lost_file(site, site / package / "RECORD")
        if lost:
            return f"berkas {lost} hilang atau terpotong"
    return None


def lost_file(site: Path, record: Path) -> str | None:
    """Return the first file of a package that is missing or not as long as its RECORD says, or None."""
    try:
        rows = [(name, size) for name, _, size in csv.reader(record.read_text(encoding="utf-8").splitlines())]
    except (OSError, ValueError):
        return os.path.relpath(record, site)
    for name, size in rows:
        if name.endswith(".pyc"):
            continue
        try:
            length = os.stat(os.path.join(site, name)).st_size
        except OSError:
            return name
        if size and length != int(size):
            return name
    return None


def site_packages(venv: Path) -> Path:
    """Return the folder that holds the installed packages (it carries the Python version in its name)."""
    found = sorted((venv / "lib").glob("python3*/site-packages"))
    return found[0] if found else venv / "lib" / "site-packages"


def create(venv: Path, harm: str) -> None:
    """Make an empty environment, in place of a damaged one."""
    if venv.exists():
        say(f"Lingkungan Python di .venv tidak utuh ({harm}); dibuat ulang.")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if any(importlib.util.find_spec(module) is None for module in ("venv", "ensurepip")):
        raise Stop(
            f"Python {version} ini tidak memiliki modul venv, sehingga .venv tidak dapat dibuat. "
            f"Pasang dahulu (Debian/Ubuntu: sudo apt install python{version}-venv), lalu ulangi perintah ini."
        )
    if not run([sys.executable, "-m", "venv", "--clear", venv]):
        raise Stop(
            f"Folder {venv} tidak dapat dibuat. Periksa ruang disk dan hak tulis pada folder proyek, "
            "hapus folder .venv bila ada, lalu ulangi perintah ini."
        )


def install(python: Path, requirements: str) -> None:
    """Install a requirements file into the environment."""
    say(f"Memasang paket Python dari {requirements}; cukup sekali, biasanya kurang dari satu menit ...")
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--require-virtualenv"]
    if not run([python, "-m", "pip", "install", *options, "-r", requirements]):
        raise Stop(
            f"Paket dari {requirements} tidak dapat dipasang; sebabnya disebut pip di atas. Biasanya sambungan "
            "internet terputus atau ruang disk habis (perlu sekitar 1 GB). Setelah diperbaiki, ulangi perintah ini."
        )
