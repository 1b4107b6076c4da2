"""What the machine refuses (no room, no permission …) as a sentence that says what, where and what to do."""

from __future__ import annotations

import errno

from loaders.errors import LoaderError

_KNOWN = {
    errno.ENOSPC: "ruang penyimpanan penuh. Kosongkan sebagian, lalu ulangi",
    errno.EDQUOT: "jatah ruang penyimpanan habis. Kosongkan sebagian atau minta tambahan, lalu ulangi",
    errno.EFBIG: "berkas menjadi lebih besar dari batas sistem. Minta pengelola menaikkan batasnya, lalu ulangi",
    errno.EACCES: "tidak diizinkan. Periksa pemilik dan izin folder itu, lalu ulangi",
    errno.EPERM: "tidak diizinkan. Periksa pemilik dan izin folder itu, lalu ulangi",
    errno.EROFS: "penyimpanan itu hanya dapat dibaca. Pilih folder lain dengan SELARAS_DATA atau SELARAS_TERBIT",
    errno.ENOENT: "tidak ada lagi. Mungkin baru dipindahkan; periksa, lalu ulangi",
    errno.EEXIST: "sudah ditempati berkas lain. Pindahkan berkas itu, lalu ulangi",
    errno.EISDIR: "ternyata sebuah folder. Pindahkan folder itu, lalu ulangi",
    errno.ENOTDIR: "ternyata bukan folder. Periksa letaknya, lalu ulangi",
    errno.ENAMETOOLONG: "namanya terlalu panjang untuk sistem ini. Pendekkan namanya, lalu ulangi",
    errno.EMFILE: "terlalu banyak berkas terbuka. Tutup program lain, lalu ulangi",
    errno.ENFILE: "terlalu banyak berkas terbuka. Tutup program lain, lalu ulangi",
    errno.EIO: "penyimpanan gagal membaca atau menulis. Periksa perangkatnya, lalu ulangi",
}
_IN_WORDS = {
    "No space left on device": errno.ENOSPC,
    "Disk quota exceeded": errno.EDQUOT,
    "File too large": errno.EFBIG,
    "Permission denied": errno.EACCES,
    "Read-only file system": errno.EROFS,
}
"""How the database library says the same, whose errors carry no number."""


class GangguanSistem(LoaderError):
    """The machine could not do what it was asked; nothing of ours is wrong with it."""

    def __init__(self, langkah: str, tempat: str, sebab: str) -> None:
        self.langkah, self.tempat, self.sebab = langkah, tempat, sebab
        super().__init__(f"Gagal {langkah}: {f'{tempat} ' if tempat else ''}{sebab}.")


def refused(error: Exception, langkah: str) -> GangguanSistem | None:
    """The error as a sentence where the machine is the reason; None for all others."""
    if isinstance(error, OSError):
        sebab = _KNOWN.get(error.errno or 0)
        return GangguanSistem(langkah, str(error.filename or ""), sebab) if sebab else None
    if type(error).__module__.partition(".")[0].lstrip("_") != "duckdb":
        return None
    number = next((number for words, number in _IN_WORDS.items() if words in str(error)), None)
    return GangguanSistem(langkah, "", _KNOWN[number]) if number else None
