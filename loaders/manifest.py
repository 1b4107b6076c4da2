"""The register of documents (data/dokumen/manifest.csv) and the reference lists: read, checked against the files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from loaders.berkas import read_rows, write_rows
from loaders.dokumen import Dokumen, Rantai, chains, in_use
from loaders.errors import DaftarSalah
from loaders.records import JenisDokumen

KOLOM_MANIFEST = (
    "file",
    "kode_satker",
    "jenis_dokumen",
    "tahun_awal",
    "tahun_akhir",
    "nomor",
    "tanggal",
    "sumber",
    "sha256",
    "menggantikan",
    "dipakai",
)
DIPAKAI = "ya"
"""What stands in the column `dipakai` of the version a person chose; without it the newest version is used."""


@dataclass(frozen=True)
class Daftar:
    """The documents in use (one version each), the chains of versions they belong to (oldest first), how many files are
    registered, and sentences about files that add nothing.
    """

    dokumen: tuple[Dokumen, ...]
    rantai: tuple[Rantai, ...]
    terdaftar: int
    catatan: tuple[str, ...]

    @property
    def semua(self) -> tuple[Dokumen, ...]:
        """Every registered document, replaced versions too."""
        return tuple(dokumen for chain in self.rantai for dokumen in chain)


def sha256(path: Path) -> str:
    """The fingerprint of a file's content."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def load(folder: Path) -> Daftar:
    """Read the register and find each file by its name or, when renamed, by its content.

    A content registered twice counts once. Raises DaftarSalah for a missing or changed file or a bad row.
    """
    rows = read_rows(folder / "manifest.csv", KOLOM_MANIFEST)
    by_content = {sha256(path): path for path in sorted(folder.rglob("*")) if path.is_file() and path.parent != folder}
    found: dict[str, Dokumen] = {}
    notes: list[str] = []
    for number, row in enumerate(rows, start=2):
        if row["sha256"] in found:
            notes.append(f"{row['file']} berisi sama dengan {found[row['sha256']].path.name}; dibaca sekali.")
            continue
        found[row["sha256"]] = _dokumen(folder, number, row, by_content, notes)
    unregistered = [path.name for content, path in by_content.items() if content not in found]
    notes += [f"{name} tidak terdaftar di manifest.csv; tidak dibaca." for name in unregistered]
    ordered = sorted(found.values(), key=lambda d: (d.kode_satker, d.jenis, d.tahun_awal, d.sha256))
    rantai = chains(ordered)
    return Daftar(tuple(in_use(chain) for chain in rantai), rantai, len(rows), tuple(notes))


def _dokumen(folder: Path, number: int, row: dict[str, str], by_content: dict[str, Path], notes: list[str]) -> Dokumen:
    path = folder / row["file"]
    if row["sha256"] in by_content:
        actual = by_content[row["sha256"]]
        if not path.exists():
            notes.append(f"{row['file']} kini bernama {actual.relative_to(folder)}; isinya sama, tetap dibaca.")
            path = actual
        elif sha256(path) != row["sha256"]:
            path = actual
    elif path.exists():
        raise DaftarSalah(
            "manifest.csv", number, f"isi {row['file']} berubah; perbarui sha256 bila perubahan itu disengaja"
        )
    else:
        raise DaftarSalah("manifest.csv", number, f"berkas {row['file']} tidak ada di data/dokumen/")
    return _checked(path, number, row)


def _checked(path: Path, number: int, row: dict[str, str]) -> Dokumen:
    if row["dipakai"] not in ("", DIPAKAI):
        raise DaftarSalah("manifest.csv", number, f"dipakai «{row['dipakai']}» harus kosong atau {DIPAKAI}")
    if row["jenis_dokumen"] not in get_args(JenisDokumen):
        raise DaftarSalah(
            "manifest.csv", number, f"jenis_dokumen «{row['jenis_dokumen']}» harus Renstra, RKT, PK atau LK"
        )
    try:
        if int(row["tahun_awal"]) > int(row["tahun_akhir"]):
            raise ValueError(f"tahun awal {row['tahun_awal']} sesudah tahun akhir {row['tahun_akhir']}")
        return Dokumen(
            path, row["kode_satker"], row["jenis_dokumen"],  # ty: ignore[invalid-argument-type]
            int(row["tahun_awal"]), int(row["tahun_akhir"]), row["nomor"] or None,
            date.fromisoformat(row["tanggal"]) if row["tanggal"] else None, row["sumber"], row["sha256"],
            row["menggantikan"] or None, row["dipakai"] == DIPAKAI,
        )  # fmt: skip
    except ValueError as error:
        raise DaftarSalah("manifest.csv", number, f"tahun atau tanggal tidak sah ({error})") from error


def registered(folder: Path, content: str) -> Dokumen | None:
    """The registered document with this content, replaced versions too."""
    return next((dokumen for dokumen in load(folder).semua if dokumen.sha256 == content), None)


def register(folder: Path, row: dict[str, str]) -> None:
    """Add one row to the register, in one step. A content that is registered already is left as it is."""
    rows = read_rows(folder / "manifest.csv", KOLOM_MANIFEST)
    if row["sha256"] not in {known["sha256"] for known in rows}:
        write_rows(folder / "manifest.csv", KOLOM_MANIFEST, [*rows, row])


def withdraw(folder: Path, content: str) -> None:
    """Take the row of a content out of the register, in one step."""
    rows = read_rows(folder / "manifest.csv", KOLOM_MANIFEST)
    write_rows(folder / "manifest.csv", KOLOM_MANIFEST, [row for row in rows if row["sha256"] != content])


def choose(folder: Path, content: str) -> None:
    """Let the version with this content be the one in use; the newest of a chain needs no mark and gets none."""
    chain = next(chain for chain in load(folder).rantai if content in {d.sha256 for d in chain})
    members, newest = {d.sha256 for d in chain}, chain[-1].sha256
    rows = read_rows(folder / "manifest.csv", KOLOM_MANIFEST)
    for row in rows:
        if row["sha256"] in members:
            row["dipakai"] = DIPAKAI if row["sha256"] == content != newest else ""
    write_rows(folder / "manifest.csv", KOLOM_MANIFEST, rows)
