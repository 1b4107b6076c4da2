"""What can stop a build: each error carries its facts and prints one Indonesian sentence that says what,
where and what to do.
"""

from __future__ import annotations


class LoaderError(Exception):
    """Root of all errors that stop a build."""


class BerkasTidakTerbaca(LoaderError):
    """A file that cannot be read as what it should be."""

    def __init__(self, berkas: str, sebab: str) -> None:
        self.berkas, self.sebab = berkas, sebab
        super().__init__(f"Berkas {berkas} tidak dapat dibaca: {sebab}")


class SudahAda(LoaderError):
    """A file whose content is registered already: taking it in would add nothing."""

    def __init__(self, berkas: str, terdaftar: str) -> None:
        self.berkas, self.terdaftar = berkas, terdaftar
        super().__init__(f"{berkas}: isinya sudah terdaftar sebagai {terdaftar}; tidak ada yang ditambahkan.")


class IsianSalah(LoaderError):
    """A typed field that is too long or holds letters nobody sees."""

    def __init__(self, isian: str, sebab: str) -> None:
        self.isian, self.sebab = isian, sebab
        super().__init__(f"Isian {isian} tidak dapat disimpan: {sebab}, lalu ulangi.")


class DaftarSalah(LoaderError):
    """A manifest or reference row that contradicts the files or itself."""

    def __init__(self, berkas: str, baris: int | None, sebab: str) -> None:
        self.berkas, self.baris, self.sebab = berkas, baris, sebab
        tempat = f"{berkas} baris {baris}" if baris else berkas
        super().__init__(f"Daftar {tempat} salah: {sebab}")


class KoreksiSalah(LoaderError):
    """A correction that is stale (old text gone), unused (no such row or column) or in conflict with another."""

    def __init__(self, berkas: str, baris: int, kolom: str, sebab: str) -> None:
        self.berkas, self.baris, self.kolom, self.sebab = berkas, baris, kolom, sebab
        super().__init__(f"Koreksi {berkas} baris {baris} kolom {kolom} tidak dapat dipakai: {sebab}")


class TranskripSalah(LoaderError):
    """A row of a transcript that the document no longer prints, that stands twice, or that cannot be read."""

    def __init__(self, berkas: str, baris: int, sebab: str) -> None:
        self.berkas, self.baris, self.sebab = berkas, baris, sebab
        super().__init__(f"Transkrip {berkas} baris {baris} tidak dapat dipakai: {sebab}")
