"""One cell of our workbook → number, grade, dash, blank or money; what is not certain is a doubt of its column."""

from __future__ import annotations

from loaders.families.rows import counts
from loaders.lembar_kerja.baris import Isian
from loaders.lembar_kerja.bentuk import PERSEN, RUSAK, SATUAN_ORDINAL, like_fraction
from loaders.records import Tabel
from loaders.values.numbers import Ambigu, Nilai, Uang, parse_nilai, parse_number, parse_persen, parse_rupiah
from loaders.values.units import units


def read_nilai(isian: Isian, tabel: Tabel, kolom: str, text: str) -> Nilai | None:
    """The value of a cell with the unit of its row; None where it is a doubt of `kolom`."""
    try:
        _undamaged(text)
        value = parse_nilai(text, counted=counts(isian["indikator"]), satuan=isian["satuan"] or None)
        if isian["satuan"] == PERSEN:
            _no_fraction(text)
        _agree(value, isian["satuan"])
    except Ambigu as error:
        tabel.doubt(isian.baris, kolom, "nilai_ambigu", f"Nilai tidak dapat dibaca: {error}.")
        return None
    return value


def read_persen(text: str) -> float:
    """A figure under a heading in percent. Raises Ambigu."""
    _no_fraction(text)
    return parse_persen(text)


def _no_fraction(text: str) -> None:
    """Raises Ambigu for a bare number up to 1 where percent is meant: 0,9 is 0,9 % or, as a fraction, 90 %."""
    number = parse_number(text, count=False) if text[:1].isdigit() and text[-1].isdigit() else 0
    if like_fraction(number):
        whole = f"{number * 100:.12g}".replace(".", ",")
        raise Ambigu(f"«{text}» dapat berarti {text} % atau {whole} %; tulis dengan tanda persennya")


def _undamaged(text: str) -> None:
    """Raises Ambigu for a text that was damaged in the document the workbook was filled from."""
    if text.endswith(RUSAK):
        raise Ambigu(f"«{text}» dari dokumen asal; ganti dengan yang benar")


def _agree(value: Nilai, satuan: str) -> None:
    """A cell and the column Satuan must say the same. Raises Ambigu."""
    if not satuan or (value.nilai is None and value.ordinal is None):
        return
    if value.ordinal:
        if satuan.lower() not in SATUAN_ORDINAL:
            raise Ambigu(f"«{value.teks}» adalah huruf, sedangkan kolom Satuan berisi «{satuan}»")
    elif satuan.lower() not in units():
        raise Ambigu(f"satuan «{satuan}» belum dikenal; pilih dari daftarnya")
    elif (value.satuan or "").lower() != satuan.lower():
        raise Ambigu(f"«{value.teks}» bersatuan «{value.satuan}», sedangkan kolom Satuan berisi «{satuan}»")


def read_uang(isian: Isian, tabel: Tabel, role: str, kolom: str) -> Uang | None:
    """The money of a cell; a figure that visibly lost digits is a doubt here, since whoever types can complete it."""
    try:
        _undamaged(isian[role])
        money = parse_rupiah(isian[role])
        if money.keadaan == "rusak":
            raise Ambigu(f"«{money.teks}» kehilangan angka di belakangnya")
    except Ambigu as error:
        tabel.doubt(isian.baris, kolom, "nilai_ambigu", f"Angka tidak dapat dibaca: {error}.")
        return None
    return money
