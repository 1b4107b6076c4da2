"""A registered document, and the versions of one document: which replaces which, and which one is in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loaders.errors import DaftarSalah
from loaders.records import JenisDokumen, Konteks


@dataclass(frozen=True)
class Dokumen:
    """One registered document whose file was found and whose content is what the register says.

    `menggantikan`: the sha256 of the version it replaces. `dipilih`: a person wants this version, not the newest.
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

    @property
    def konteks(self) -> Konteks:
        """What the families need to know of the document."""
        return Konteks(self.jenis, self.tahun_awal, self.tahun_akhir)


Rantai = tuple[Dokumen, ...]
"""The versions of one document, oldest first."""


def chains(documents: Sequence[Dokumen]) -> tuple[Rantai, ...]:
    """The documents as chains of versions, in the order of their first versions.

    Raises DaftarSalah when a document replaces one that is not registered, of another satker or kind, or one that
    another document replaces too.
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
