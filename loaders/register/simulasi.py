"""Simulated data: how a folder and a document say that they are, so that they are never taken for real ones."""

from __future__ import annotations

from pathlib import Path

from loaders.errors import LoaderError
from loaders.readers import Lembar

SEBUTAN = "DATA SIMULASI"
"""What is said wherever simulated data are shown."""
TANDA_SIMULASI = "SIMULASI"
"""The file that makes a data folder one of simulated data; it says with which words it was made."""
KALIMAT_SIMULASI = f"{SEBUTAN} — bukan dokumen KPU; semua nama indikator, angka dan anggaran di bawah ini karangan."
"""The first line of every simulated document."""
_FIRST = 40
"""The lines of a document in which its mark is looked for."""


class TercampurSimulasi(LoaderError):
    """A simulated document among real ones, or a real one among simulated."""

    def __init__(self, berkas: str, *, simulasi: bool) -> None:
        what, where = ("DATA SIMULASI", "data sungguhan") if simulasi else ("bukan data simulasi", SEBUTAN)
        super().__init__(
            f"{berkas} {what}, sedangkan folder ini berisi {where}. Keduanya tidak pernah dicampur; pakai folder lain "
            "(SELARAS_DATA)."
        )


def simulation(data: Path) -> str | None:
    """What the folder's mark says, None for a folder of real data."""
    path = data / TANDA_SIMULASI
    return " ".join(path.read_text(encoding="utf-8").split()) if path.is_file() else None


def check_unmixed(data: Path, lembar: Lembar) -> None:
    """Raise TercampurSimulasi for a document that does not belong into this folder."""
    simulated = any(SEBUTAN in line.teks for line in lembar.baris[:_FIRST])
    if simulated != (simulation(data) is not None):
        raise TercampurSimulasi(lembar.nama, simulasi=simulated)
