"""The documents and their versions (manifest.csv), the reference lists, and what one version changed in another.

    daftar = manifest.load(data / "dokumen")
    lists = references(data / "referensi")

Both are read anew each time: the files are the truth.
"""

from __future__ import annotations

from loaders.register import diff, manifest
from loaders.register.diff import Angka, Perubahan
from loaders.register.lists import Lists, references
from loaders.register.manifest import KOLOM_MANIFEST, KOSONG, Daftar, Dokumen, Rantai, in_use, registered, sha256
from loaders.register.simulasi import (
    KALIMAT_SIMULASI,
    SEBUTAN,
    TANDA_SIMULASI,
    TercampurSimulasi,
    check_unmixed,
    simulation,
)

__all__ = [
    "KALIMAT_SIMULASI",
    "KOLOM_MANIFEST",
    "KOSONG",
    "SEBUTAN",
    "TANDA_SIMULASI",
    "Angka",
    "Daftar",
    "Dokumen",
    "Lists",
    "Perubahan",
    "Rantai",
    "TercampurSimulasi",
    "check_unmixed",
    "diff",
    "in_use",
    "manifest",
    "references",
    "registered",
    "sha256",
    "simulation",
]
