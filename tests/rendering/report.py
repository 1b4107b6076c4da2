"""What is read of every rendering: `python -m tests.rendering.report [FOLDER] [--rincian] [--format pdf]`.

Each file is read in a process of its own, so that time and memory are that file's alone.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.readers import text
from loaders.readers.dispatch import read
from loaders.readers.lembar import Lembar
from tests.rendering.compare import Banding, compare, differences
from tests.rendering.facts import konteks, parsed
from tests.rendering.make import FORMAT, Terbitan, render, renderings


def compared(one: Terbitan, folder: Path) -> tuple[Banding, Lembar]:
    """One rendering against the text it was made from, and its lines."""
    about = konteks(one.sumber.stem)
    lembar = read(folder / one.nama)
    return compare(parsed(text.read(one.sumber), about), parsed(lembar, about)), lembar


@dataclass(frozen=True)
class Ukuran:
    """What was measured: rows by outcome, pages, seconds of reading, and peak memory in MB."""

    sama: int = 0
    dikarantina: int = 0
    hilang: int = 0
    salah: int = 0
    halaman: int = 0
    detik: float = 0.0
    memori: float = 0.0

    def __add__(self, other: Ukuran) -> Ukuran:
        names = ("sama", "dikarantina", "hilang", "salah", "halaman", "detik")
        sums = {name: getattr(self, name) + getattr(other, name) for name in names}
        return replace(self, **sums, memori=max(self.memori, other.memori))


def measure(one: Terbitan, folder: Path) -> tuple[Ukuran, list[str]]:
    """Read and compare one rendering in this process."""
    start = time.perf_counter()
    read(folder / one.nama)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    banding, lembar = compared(one, folder)
    pages = max((line.halaman or 0 for line in lembar.baris), default=0)
    counts = (banding.sama, len(banding.dikarantina), len(banding.hilang), len(banding.salah))
    return Ukuran(*counts, pages, seconds, peak), differences(banding)


def measure_apart(one: Terbitan, folder: Path) -> tuple[Ukuran, list[str]]:
    """The same in a new process."""
    command = [sys.executable, "-m", "tests.rendering.report", str(folder), "--satu", one.nama]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode != 0:
        return Ukuran(), ["GAGAL " + ended.stderr.strip().splitlines()[-1]]
    numbers, lines = json.loads(ended.stdout)
    return Ukuran(**numbers), lines


def report(folder: Path, kinds: Collection[str], *, details: bool) -> None:
    """Print a line for each format and way of rendering, and with `details` every difference."""
    totals: dict[tuple[str, str], Ukuran] = defaultdict(Ukuran)
    for one in renderings():
        if one.format in kinds:
            found, lines = measure_apart(one, folder)
            totals[one.format, one.ragam.nama] += found
            if details and lines:
                print("\n".join((f"== {one.nama}", *lines)))
    print(f"{'':14}{'sama':>6}{'karantina':>11}{'hilang':>8}{'salah':>7}{'halaman':>9}{'detik/hlm':>11}{'MB':>6}")
    for (kind, nama), u in totals.items():
        each = f"{u.detik / u.halaman:.3f}" if u.halaman else f"({u.detik:.2f} s)"
        rows = f"{u.sama:>6}{u.dikarantina:>11}{u.hilang:>8}{u.salah:>7}"
        print(f"{kind + ' ' + nama:14}{rows}{u.halaman:>9}{each:>11}{u.memori:>6.0f}")


def main() -> None:
    """Read the command line; without a folder everything is rendered into one that is thrown away."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--rincian", action="store_true")
    parser.add_argument("--format", nargs="*", default=FORMAT)
    parser.add_argument("--satu")
    chosen = parser.parse_args()
    if chosen.satu:
        one = next(one for one in renderings() if one.nama == chosen.satu)
        found, lines = measure(one, chosen.folder)
        print(json.dumps([vars(found), lines]))
        return
    with tempfile.TemporaryDirectory() as temporary:
        if not chosen.folder:
            render(Path(temporary))
        report(chosen.folder or Path(temporary), chosen.format, details=chosen.rincian)


if __name__ == "__main__":
    main()
