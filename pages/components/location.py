"""The address of a printed figure: <berkas>:<baris>[:<tahun>[:<isi>]], the same in every version of the database.

tahun is a year or "jumlah" (the printed column over all years); isi is target, realisasi or pagu, and tells apart
figures that one printed row holds for the same year.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

JUMLAH = "jumlah"
ISI = ("target", "realisasi", "capaian", "pagu", "realisasi_anggaran")
_FORM = re.compile(rf"(?P<berkas>[^:]+):(?P<baris>[1-9]\d{{0,6}})(:(?P<tahun>\d{{4}}|{JUMLAH})(:(?P<isi>[a-z_]+))?)?")
# The column that only frames of one isi have, the most telling first.
_TELLING = {"realisasi_ordinal": "realisasi", "pagu_teks": "pagu", "tercetak_teks": "pagu", "nilai_teks": "target"}


@dataclass(frozen=True)
class Tempat:
    """Where a figure stands: file, 1-based line, and which figure of that row (tahun, isi; None: the whole row)."""

    berkas: str
    baris: int
    tahun: int | str | None = None
    isi: str | None = None

    def __str__(self) -> str:
        parts = [self.berkas, str(self.baris)]
        parts += [str(self.tahun)] if self.tahun is not None else []
        parts += [self.isi] if self.tahun is not None and self.isi else []
        return ":".join(parts)

    def link(self, url: str = "") -> str:
        """The page at `url` with this source open; safe to send."""
        return f"{url}?sumber={quote(str(self), safe=':')}"


def parse(text: str) -> Tempat | None:
    """The place that an address names, None when it is not of the form."""
    found = _FORM.fullmatch(text.strip())
    if found is None or found["isi"] not in (None, *ISI):
        return None
    tahun = int(found["tahun"]) if (found["tahun"] or "").isdecimal() else found["tahun"]
    return Tempat(found["berkas"], int(found["baris"]), tahun, found["isi"])


def of_row(row: dict) -> Tempat:
    """The place of a row of any frame with berkas and baris (and tahun, where its figures belong to one)."""
    isi = next((isi for column, isi in _TELLING.items() if column in row), None)
    tahun = row.get("tahun")
    if tahun is None and isi == "pagu" and ("tahun" in row or "tercetak_teks" in row):
        tahun = JUMLAH
    return Tempat(row["berkas"], int(row["baris"]), tahun, isi)
