"""What a document is, from what it prints itself: satker, kind, years, number and date, each with its evidence."""

from __future__ import annotations

from pathlib import Path

from loaders.files import REFERENSI, data_folder, read_rows
from loaders.lembar_kerja import read_identity
from loaders.readers import Lembar
from loaders.recognition.decree import dates, numbers
from loaders.recognition.evidence import (
    Dugaan,
    date_of,
    decide,
    jenis,
    number_of,
    of_heading,
    of_workbook,
    satker_of,
    tahun,
)
from loaders.recognition.headings import Judul, kinds_in_name
from loaders.recognition.satker import DaftarSatker, find_in
from loaders.recognition.script import susun

SEBUTAN = ("sebutan", "kode_satker", "jenis")
"""The columns of data/referensi/satker_sebutan.csv."""


def daftar_satker(folder: Path | None = None) -> DaftarSatker:
    """The satker of the reference lists with their other names. Raises DaftarSalah."""
    folder = folder or data_folder() / "referensi"
    return DaftarSatker.dari(
        read_rows(folder / "satker.csv", REFERENSI["satker"]),
        read_rows(folder / "satker_sebutan.csv", SEBUTAN),
    )


def recognise(lembar: Lembar, daftar: DaftarSatker) -> Dugaan:
    """Whose document it is, its type, years, number and date, each with its evidence; the file's name never decides.

    A template workbook of ours says it on its sheet Keterangan; what is blank there stays open.
    """
    if typed := read_identity(lembar):
        return of_workbook(typed, daftar)
    naskah = susun([line.teks for line in lembar.baris])
    judul = Judul(naskah, tuple(find_in(naskah, daftar)))
    printed = numbers(naskah)
    own = [n for n in printed if n.baris <= judul.akhir_muka] or printed
    kind = jenis(judul)
    return Dugaan(
        satker_of(decide(judul, own, daftar), lembar, daftar),
        of_heading(kind, lembar, "jenis", kinds_in_name(Path(lembar.nama).stem)),
        of_heading(tahun(judul, kind.nilai), lembar, "tahun", ()),
        number_of(own, lembar),
        date_of(dates(naskah), lembar),
    )
