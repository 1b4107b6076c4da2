"""`make uji-buruk`: check every file of a folder of hostile files, one a process, and say what each one cost.

One line a file: seconds, processor seconds of the command itself, peak memory, and its last sentence. Fails when a file
takes longer than any file may, when the command itself works long, or when it ends in anything but a sentence.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
DETIK, SENDIRI, MEGABITA = 90.0, 5.0, 2048
"""Most seconds of a file, most processor seconds of the command beside its reading process, most memory of both."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Ukuran:
    """What checking one file cost, and how it ended."""

    berkas: str
    kode: int
    detik: float
    sendiri: float
    megabita: float
    kalimat: str

    @property
    def salah(self) -> str:
        """What is wrong with it, "" where nothing is."""
        if self.detik > DETIK:
            return "terlalu lama"
        if self.sendiri > SENDIRI:
            return "perintahnya sendiri bekerja terlalu lama"
        if self.megabita > MEGABITA:
            return "terlalu banyak memori"
        return "" if self.kode in (0, 1) and self.kalimat and "Traceback" not in self.kalimat else "bukan kalimat"


def measure(path: Path, seconds: float) -> Ukuran:
    """Check one file in a process of its own; it is killed after `seconds`."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "loaders", "check", str(path)],
            stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, cwd=ROOT,
        )  # fmt: skip
        while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            if time.monotonic() - start > seconds:
                process.kill()
            time.sleep(0.02)
        fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode(errors="replace")
    own = (int(fields[11]) + int(fields[12])) / _TICKS
    sentence = "Traceback" if "Traceback" in text else " ".join(text.split())
    return Ukuran(
        path.name, process.returncode, time.monotonic() - start, own, usage.ru_maxrss / 1024, sentence
    )  # fmt: skip


def main(folder: Path, seconds: float = DETIK + 15) -> int:
    """Measure all files of a folder; returns 1 when one of them is not held."""
    wrong = 0
    for path in sorted(folder.iterdir()):
        found = measure(path, seconds)
        wrong += bool(found.salah)
        mark = f"SALAH ({found.salah})" if found.salah else "baik"
        print(
            f"{found.berkas}\t{found.detik:.1f}\t{found.sendiri:.2f}\t{found.megabita:.0f}\t{mark}\t{found.kalimat[:220]}",
            flush=True,
        )
    print(f"{wrong} berkas salah.")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
