"""The register of documents, data/dokumen/manifest.csv: read, and checked against the files.

A document may have versions: which replaces which, and which one is in use.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import get_args

from loaders import typed
from loaders.disk import writing
from loaders.errors import DaftarSalah, IsianSalah
from loaders.files import (
    REFERENSI,
    parse_date,
    parse_year,
    read_numbered,
    read_rows,
    read_text,
    terbit_folder,
    write_rows,
)
from loaders.records import BERPERIODE, DIBACA, PILIHAN_JENIS, JenisDokumen, Konteks
from loaders.values import PERIODE

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
KOLOM_BARU = ("periode",)
"""Columns that stand behind those in a register with documents that need them; blank: a whole year, or several."""
KOSONG = dict.fromkeys((*KOLOM_MANIFEST, *KOLOM_BARU), "")
"""A row of the register with nothing in it."""
DIPAKAI = "ya"
"""What stands in the column `dipakai` of the version a person chose; without it the newest version is used."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Daftar:
    """The documents in use (one version each), the chains of versions they belong to (oldest first), how many files are
    registered, and sentences about files that add nothing.
    """

    dokumen: tuple[Dokumen, ...]
    rantai: tuple[Rantai, ...]
    terdaftar: int
    catatan: tuple[str, ...]

    @cached_property
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
    rows = _numbered(folder)
    by_content, satker = _by_content(folder), _satker(folder.parent / "referensi")
    found: dict[str, Dokumen] = {}
    notes: list[str] = []
    for number, row in rows:
        notes += _odd_fields(number, row)
        _check_satker(number, row["kode_satker"], satker)
        if row["sha256"] in found:
            notes.append(f"{row['file']} berisi sama dengan {found[row['sha256']].path.name}; dibaca sekali.")
            continue
        found[row["sha256"]] = _dokumen(folder, number, row, by_content, notes)
    unregistered = [path.name for content, path in by_content.items() if content not in found]
    notes += [f"{name} tidak terdaftar di manifest.csv; tidak dibaca." for name in unregistered]
    ordered = sorted(found.values(), key=lambda d: (d.kode_satker, d.jenis, d.tahun_awal, d.periode or "", d.sha256))
    rantai = chains(ordered)
    return Daftar(tuple(in_use(chain) for chain in rantai), rantai, len(rows), tuple(notes))


def _by_content(folder: Path) -> dict[str, Path]:
    return {sha256(path): path for path in sorted(folder.rglob("*")) if path.is_file() and path.parent != folder}


def _satker(folder: Path) -> set[str]:
    return {row["kode_satker"] for row in read_rows(folder / "satker.csv", REFERENSI["satker"])}


def _check_satker(number: int, kode: str, known: set[str]) -> None:
    if kode not in known:
        eaten = f"; mungkin «{kode.zfill(2)}» yang nolnya dihapus Excel" if kode.zfill(2) in known else ""
        raise DaftarSalah("manifest.csv", number, f"kode_satker «{kode[:40]}» tidak ada di satker.csv{eaten}")


def _odd_fields(number: int, row: dict[str, str]) -> list[str]:
    """A sentence for a field that could not be written today; its row says the same without it, so it is read."""
    try:
        typed.check_row(row)
    except IsianSalah as error:
        return [f"manifest.csv baris {number}, isian {error.isian}: {error.sebab}; barisnya tetap dibaca."]
    return []


def _dokumen(folder: Path, number: int, row: dict[str, str], by_content: dict[str, Path], notes: list[str]) -> Dokumen:
    path = folder / row["file"]
    if row["sha256"] in by_content:
        actual = by_content[row["sha256"]]
        if not path.is_file():
            notes.append(f"{row['file']} kini bernama {actual.relative_to(folder)}; isinya sama, tetap dibaca.")
            path = actual
        elif actual != path and sha256(path) != row["sha256"]:
            path = actual
    elif path.is_file():
        raise DaftarSalah(
            "manifest.csv", number, f"isi {row['file']} berubah; perbarui sha256 bila perubahan itu disengaja"
        )
    else:
        raise DaftarSalah("manifest.csv", number, f"berkas {row['file']} tidak ada di data/dokumen/")
    return _checked(path, number, row)


def _checked(path: Path, number: int, row: dict[str, str]) -> Dokumen:
    if row["dipakai"] not in ("", DIPAKAI):
        raise DaftarSalah("manifest.csv", number, f"dipakai «{row['dipakai']}» harus kosong atau {DIPAKAI}")
    if row["jenis_dokumen"] not in DIBACA:
        known = "belum ada pembacanya; " if row["jenis_dokumen"] in get_args(JenisDokumen) else ""
        said = f"jenis_dokumen «{row['jenis_dokumen']}» {known}harus {PILIHAN_JENIS}"
        raise DaftarSalah("manifest.csv", number, said)
    if not _SHA256.fullmatch(row["sha256"]):
        raise DaftarSalah("manifest.csv", number, f"sha256 «{row['sha256'][:64]}» bukan 64 angka dan huruf a–f")
    try:
        first, last = parse_year(row["tahun_awal"]), parse_year(row["tahun_akhir"])
        if first > last:
            raise ValueError(f"tahun awal {first} sesudah tahun akhir {last}")
        return Dokumen(
            path, row["kode_satker"], row["jenis_dokumen"],
            first, last, row["nomor"] or None, parse_date(row["tanggal"]) if row["tanggal"] else None,
            row["sumber"], row["sha256"], row["menggantikan"] or None, row["dipakai"] == DIPAKAI,
            _periode(row["periode"], row["jenis_dokumen"], first, last),
        )  # fmt: skip
    except ValueError as error:
        raise DaftarSalah("manifest.csv", number, f"tahun, periode atau tanggal tidak sah ({error})") from error


def _periode(text: str, jenis: JenisDokumen, first: int, last: int) -> str | None:
    """The part of its year that a document reports, None of whole years. Raises ValueError for one it cannot have."""
    if text and (wrong := wrong_periode(text, jenis, first, last)):
        raise ValueError(wrong)
    return text or None


def wrong_periode(periode: str, jenis: JenisDokumen, first: int, last: int) -> str:
    """Why a document of this kind and years cannot report this part of a year, "" where it can."""
    if periode not in PERIODE:
        return f"periode «{periode[:40]}» tidak dikenal; yang ada {', '.join(PERIODE)}"
    if jenis not in BERPERIODE:
        return f"{jenis} selalu setahun penuh; hanya {' dan '.join(BERPERIODE)} yang dapat berperiode"
    return "" if first == last else f"dokumen berperiode hanya untuk satu tahun, bukan {first}–{last}"


def registered(folder: Path, content: str) -> Dokumen | None:
    """The registered document with this content, replaced versions too. Rows of other documents are not looked at."""
    for number, row in _numbered(folder):
        if row["sha256"] == content:
            path = folder / row["file"]
            held = {content: path} if path.is_file() and sha256(path) == content else _by_content(folder)
            return _dokumen(folder, number, row, held, [])
    return None


def contents(folder: Path) -> set[str]:
    """The sha256 of all registered documents, whatever else their rows say. Raises DaftarSalah."""
    return {row["sha256"] for row in rows_of(folder)}


def register(folder: Path, row: dict[str, str]) -> None:
    """Add one row to the register, in one step. A content that is registered already is left as it is.

    Raises IsianSalah for a field beyond its bounds, DaftarSalah for a register that is damaged.
    """
    typed.check_row(row)
    with _alone(folder):
        rows = rows_of(folder)
        if row["sha256"] not in {known["sha256"] for known in rows}:
            _write(folder, [*rows, row])


def withdraw(folder: Path, content: str) -> None:
    """Take the row of a content out of the register, in one step; a register that never names it stays as it is."""
    with _alone(folder):
        if content in read_text(folder / "manifest.csv"):
            _write(folder, [row for row in rows_of(folder) if row["sha256"] != content])


def choose(folder: Path, content: str) -> None:
    """Let the version with this content be the one in use; the newest of a chain needs no mark and gets none."""
    with _alone(folder):
        chain = next(chain for chain in load(folder).rantai if content in {d.sha256 for d in chain})
        members, newest = {d.sha256 for d in chain}, chain[-1].sha256
        rows = rows_of(folder)
        for row in rows:
            if row["sha256"] in members:
                row["dipakai"] = DIPAKAI if row["sha256"] == content != newest else ""
        _write(folder, rows)


def _numbered(folder: Path) -> list[tuple[int, dict[str, str]]]:
    return read_numbered(folder / "manifest.csv", KOLOM_MANIFEST, KOLOM_BARU)


def rows_of(folder: Path) -> list[dict[str, str]]:
    """The rows of the register, with every column it may have. Raises DaftarSalah."""
    return [row for _, row in _numbered(folder)]


def _write(folder: Path, rows: list[dict[str, str]]) -> None:
    """Write the register; what no document needs is left out of it."""
    columns = (*KOLOM_MANIFEST, *(kolom for kolom in KOLOM_BARU if any(row.get(kolom) for row in rows)))
    write_rows(folder / "manifest.csv", columns, [{kolom: row.get(kolom, "") for kolom in columns} for row in rows])


def _alone(folder: Path) -> AbstractContextManager[bool]:
    """The lock of all who write, since a register is read before it is written."""
    return writing(folder.parent, terbit_folder(folder.parent), "mengubah manifest.csv")


@dataclass(frozen=True)
class Dokumen:
    """One registered document whose file was found and whose content is what the register says.

    `menggantikan`: the sha256 of the version it replaces. `dipilih`: a person wants this version, not the newest.
    `periode`: the part of its year it reports, None of whole years.
    """

    path: Path
    kode_satker: str
    jenis: JenisDokumen
    tahun_awal: int
    tahun_akhir: int
    nomor: str | None
    tanggal: date | None
    sumber: str
    sha256: str
    menggantikan: str | None = None
    dipilih: bool = False
    periode: str | None = None

    @property
    def konteks(self) -> Konteks:
        """What the families need to know of the document."""
        return Konteks(self.jenis, self.tahun_awal, self.tahun_akhir, self.periode)


Rantai = tuple[Dokumen, ...]
"""The versions of one document, oldest first."""


def chains(documents: Sequence[Dokumen]) -> tuple[Rantai, ...]:
    """The documents as chains of versions, in the order of their first versions.

    Raises DaftarSalah when a document replaces one that is not registered, of another satker, kind or periode, or one
    that another document replaces too.
    """
    by_content = {dokumen.sha256: dokumen for dokumen in documents}
    follower: dict[str, Dokumen] = {}
    for dokumen in documents:
        if dokumen.menggantikan:
            _check(dokumen, by_content.get(dokumen.menggantikan), follower.get(dokumen.menggantikan))
            follower[dokumen.menggantikan] = dokumen
    found = [_chain(dokumen, follower) for dokumen in documents if not dokumen.menggantikan]
    if sum(len(chain) for chain in found) != len(documents):
        raise DaftarSalah("manifest.csv", None, "ada dokumen yang saling menggantikan; kosongkan salah satunya")
    return tuple(found)


def _check(new: Dokumen, old: Dokumen | None, rival: Dokumen | None) -> None:
    if old is None:
        sebab = f"{new.path.name} menggantikan dokumen {new.menggantikan} yang tidak terdaftar"
    elif (old.kode_satker, old.jenis) != (new.kode_satker, new.jenis):
        sebab = f"{new.path.name} menggantikan {old.path.name}, padahal satker atau jenisnya berbeda"
    elif old.periode != new.periode or (new.periode and old.tahun_awal != new.tahun_awal):
        sebab = f"{new.path.name} menggantikan {old.path.name}, padahal periodenya berbeda"
    elif rival:
        sebab = f"{new.path.name} dan {rival.path.name} sama-sama menggantikan {old.path.name}; sisakan satu"
    else:
        return
    raise DaftarSalah("manifest.csv", None, sebab)


def _chain(first: Dokumen, follower: dict[str, Dokumen]) -> Rantai:
    chain = [first]
    while chain[-1].sha256 in follower:
        chain.append(follower[chain[-1].sha256])
    return tuple(chain)


def in_use(chain: Rantai) -> Dokumen:
    """The version that pages show: the one a person chose, else the newest. Raises DaftarSalah when two are chosen."""
    chosen = [dokumen for dokumen in chain if dokumen.dipilih]
    if len(chosen) > 1:
        names = " dan ".join(dokumen.path.name for dokumen in chosen)
        raise DaftarSalah("manifest.csv", None, f"dua versi dipakai sekaligus: {names}; kosongkan salah satunya")
    return chosen[0] if chosen else chain[-1]
