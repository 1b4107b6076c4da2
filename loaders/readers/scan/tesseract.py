"""Calls tesseract, which recognises letters in pictures: many small pictures in one process, bounded in time."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from loaders.errors import BerkasTidakTerbaca

KATA = "ind"
"""Language data for words. It knows no percent sign ("100 Yo"), so figures are read with the other."""
ANGKA = "eng"
BATAS_DETIK = 120
"""Seconds one call may take; a call holds at most one page or `_BATCH` cells."""
_BATCH = 40
_PROCESSES = 2
_PASANG = "(Debian: apt-get install tesseract-ocr tesseract-ocr-ind)"
_TURN = re.compile(r"^Rotate: (\d+)$", re.MULTILINE)
_SURE = re.compile(r"^Orientation confidence: ([\d.]+)$", re.MULTILINE)
_LEAST_SURE = 8.0
"""Pages of 300 dots an inch reach 16 and more; small print or a few words that are upside down by mistake up to 5."""


@dataclass(frozen=True)
class Kata:
    """A recognised word: its text, how sure tesseract is (0 to 100), and where it stands in the picture in pixels."""

    teks: str
    yakin: float
    kiri: int
    atas: int
    lebar: int
    tinggi: int


Bacaan = list[list[Kata]]
"""One picture: its lines of words from top to bottom."""


@dataclass(frozen=True)
class Tesseract:
    """tesseract for the pages of one file; `berkas` names it in errors."""

    berkas: str

    def check(self) -> None:
        """Raises BerkasTidakTerbaca when tesseract or its Indonesian data is not installed."""
        if shutil.which("tesseract") is None:
            raise BerkasTidakTerbaca(
                self.berkas, f"ini hasil pindai, sedangkan tesseract belum terpasang {_PASANG}. Pasang lalu ulangi."
            )
        known = self._run(["--list-langs"]).stdout.split()
        if missing := [name for name in (KATA, ANGKA, "osd") if name not in known]:
            names = ", ".join(f"«{name}»" for name in missing)
            raise BerkasTidakTerbaca(
                self.berkas, f"data {names} untuk tesseract belum terpasang {_PASANG}. Pasang lalu ulangi."
            )

    def turn(self, picture: Image.Image) -> int:
        """Degrees clockwise (0, 90, 180, 270) to turn a page upright; 0 where tesseract is not sure."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "halaman.png"
            picture.save(file)
            said = self._run([str(file), "stdout", "--psm", "0", "--dpi", "300"]).stdout
        turn, sure = _TURN.search(said), _SURE.search(said)
        return int(turn[1]) if turn and sure and float(sure[1]) >= _LEAST_SURE else 0

    def read(self, pictures: Sequence[Image.Image], *, psm: int, bahasa: str = KATA, only: str = "") -> list[Bacaan]:
        """What stands in each picture. `psm`: 6 a block of text, 7 one line. `only`: the characters there can be."""
        options = ["-l", bahasa, "--psm", str(psm), "--dpi", "300"]
        options += ["-c", f"tessedit_char_whitelist={only}"] if only else []
        batches = [pictures[i : i + _BATCH] for i in range(0, len(pictures), _BATCH)]
        with ThreadPoolExecutor(_PROCESSES) as pool:
            found = pool.map(lambda batch: self._batch(batch, options), batches)
            return [bacaan for batch in found for bacaan in batch]

    def _batch(self, pictures: Sequence[Image.Image], options: list[str]) -> list[Bacaan]:
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder) / f"{i}.pgm" for i in range(len(pictures))]
            for picture, file in zip(pictures, files, strict=True):
                picture.save(file)
            names = Path(folder) / "daftar.txt"
            names.write_text("".join(f"{file}\n" for file in files), encoding="utf-8")
            done = self._run([str(names), "stdout", *options, "tsv"])
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["tanpa pesan"])[-1]
            raise BerkasTidakTerbaca(self.berkas, f"tesseract gagal: {last}. Periksa pemasangannya lalu ulangi.")
        return _lines(done.stdout, len(pictures))

    def _run(self, arguments: list[str]) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(
                ["tesseract", *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                check=False,
                timeout=BATAS_DETIK,
                env=os.environ | {"OMP_THREAD_LIMIT": "1"},
            )
        except subprocess.TimeoutExpired as error:
            raise BerkasTidakTerbaca(
                self.berkas, f"pengenalan hurufnya belum selesai setelah {BATAS_DETIK} detik. Pecah berkasnya."
            ) from error


def _lines(tsv: str, count: int) -> list[Bacaan]:
    """tesseract's table of words → for each picture its lines."""
    found: list[dict[tuple[str, ...], list[Kata]]] = [{} for _ in range(count)]
    for row in csv.DictReader(tsv.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        if row["level"] != "5" or not text:
            continue
        place = (row["block_num"], row["par_num"], row["line_num"])
        where = (int(row[key]) for key in ("left", "top", "width", "height"))
        found[int(row["page_num"]) - 1].setdefault(place, []).append(Kata(text, float(row["conf"]), *where))
    return [list(lines.values()) for lines in found]
