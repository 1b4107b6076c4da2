"""What a reading process left, as a Lembar or as the sentence that says why there is none."""

from __future__ import annotations

import json
import signal
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.errors import BerkasTidakTerbaca
from loaders.faults import told
from loaders.readers import MAKS_BARIS, MAKS_JSON, ULANG, Lembar, from_json
from loaders.recognition import Dugaan, dugaan_json
from loaders.sandbox_child import DUGAAN, GALAT, HASIL, PINDAIAN

PECAH = "Pecah menjadi beberapa berkas, atau ambil hanya halaman tabelnya."


@dataclass(frozen=True)
class Batas:
    """What reading one file may use: `detik` on the clock, `megabita` of memory.

    `per_halaman`: seconds more for each page that turns out to be a picture, up to `paling_lama` in all.
    """

    detik: float
    megabita: int
    per_halaman: float = 0
    paling_lama: float = 0

    def for_pictures(self, semua: int) -> Batas:
        """The limits of a file with so many pages that are pictures."""
        if not self.per_halaman or semua <= 0:
            return self
        return replace(self, detik=min(self.detik + self.per_halaman * semua, max(self.paling_lama, self.detik)))


def outcome(path: Path, folder: Path, code: int, batas: Batas) -> Lembar:
    """The Lembar in the folder of a process that ended with this exit code.

    Raises BerkasTidakTerbaca with the failure the process named, or with what its exit code says; GalatSelaras for a
    failure of the reader that is not known to be the file's.
    """
    hasil, galat = folder / HASIL, folder / GALAT
    try:
        if code == 0 and not galat.is_file() and hasil.is_file() and hasil.stat().st_size <= MAKS_JSON:
            return replace(from_json(hasil.read_bytes()), nama=path.name)
        sebab = _reported(path, galat.read_bytes(), batas) if galat.is_file() else _broken(code, batas)
    except (ValueError, RecursionError) as error:
        raise BerkasTidakTerbaca(path.name, f"hasil bacanya tidak utuh. {ULANG}.") from error
    raise BerkasTidakTerbaca(path.name, sebab)


def guessed(path: Path, folder: Path) -> Dugaan:
    """The Dugaan in the folder of a process that ended well. Raises BerkasTidakTerbaca when there is none."""
    try:
        return dugaan_json.from_json((folder / DUGAAN).read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise BerkasTidakTerbaca(path.name, f"hasil bacanya tidak utuh. {ULANG}.") from error


def pictures(folder: Path) -> tuple[int, int] | None:
    """Which picture of a page is being read, and of how many; None while none is known of."""
    try:
        match json.loads((folder / PINDAIAN).read_bytes()):
            case [int(nomor), int(semua)]:
                return nomor, semua
    except (OSError, ValueError):
        pass
    return None


def _reported(path: Path, content: bytes, batas: Batas) -> str:
    """The sentence for a failure that the process itself could name."""
    match json.loads(content):
        case {"jenis": "berkas", "sebab": str(sebab)}:
            return sebab
        case {"jenis": "memori"}:
            return _too_large_for_memory(batas)
        case {"jenis": "besar"}:
            most = f"{MAKS_BARIS // 1000}.000 baris atau {MAKS_JSON // 2**20} MB teks"
            return f"isinya terlalu banyak untuk satu dokumen (lebih dari {most}). {PECAH}"
        case {"jenis": "tidak_lazim", "sebab": str(sebab)}:
            return f"isinya rusak atau tidak lazim ({sebab}). {ULANG}."
        case {"jenis": "lain", "di": str(di), "jejak": str(jejak)}:
            raise told(di, jejak, "membaca berkas", path.name)
    return _broken(1, batas)


def _broken(code: int, batas: Batas) -> str:
    """The sentence for a process that ended without a word, from its exit code."""
    if hasattr(signal, "SIGXCPU") and code == -signal.SIGXCPU:
        return too_slow(batas)
    if hasattr(signal, "SIGKILL") and code == -signal.SIGKILL:
        return f"pembacaannya dihentikan oleh sistem, biasanya karena memori habis. {PECAH}"
    name = signal.Signals(-code).name if -code in set(signal.Signals) else f"kode {code}"
    return f"pembacanya berhenti mendadak ({name}): isi berkas rusak atau tidak lazim. {ULANG}."


def too_slow(batas: Batas) -> str:
    """The sentence for a reading that took too long."""
    return f"membacanya lebih dari {batas.detik:.0f} detik, lalu dihentikan. {PECAH}"


def _too_large_for_memory(batas: Batas) -> str:
    """The sentence for a reading that needed too much memory."""
    return f"membacanya memerlukan lebih dari {batas.megabita} MB memori, lalu dihentikan. {PECAH}"
