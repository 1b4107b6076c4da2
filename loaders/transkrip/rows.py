"""The files of a transcript: which columns they have, and their rows with the line of the file each stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from loaders import typed
from loaders.errors import DaftarSalah, IsianSalah, TranskripSalah
from loaders.files import parse_date, read_numbered
from loaders.lembar_kerja import CATATAN, LEMBAR, Kolom, LembarIsian

TABEL = "tabel"
KOLOM_TABEL = ("Tabel", "Judul", "Jenis dokumen", "Unit", "Baris judul", "Alasan", "Oleh", "Tanggal")
_JANGKAR = ("Tabel", "Baris", "Baris akhir", "Teks tercetak")
_ORANG = ("Dikoreksi", "Aturan baca", "Alasan", "Oleh", "Tanggal")
_TANPA = ("jenis", "unit", CATATAN)
"""Columns of the workbook that a transcript says of a table, or not at all."""
_RENTANG = re.compile(r"(\d{1,6})(?:[-–](\d{1,6}))?", re.ASCII)


@dataclass(frozen=True)
class Salinan:
    """A row of a transcript file: `lines` it was copied from, `sel` by role, `tercetak` where the print says otherwise,
    the columns a person set against the print (`dikoreksi`), and why, who and when."""

    berkas: str
    nomor: int
    tabel: str
    lines: tuple[int, ...]
    sel: dict[str, str]
    alasan: str | None
    oleh: str
    tanggal: date
    teks: str = ""
    tercetak: dict[str, str] = field(default_factory=dict)
    dikoreksi: tuple[str, ...] = ()
    aturan: str | None = None

    def wrong(self, sebab: str) -> TranskripSalah:
        """The error that says why this row cannot be used."""
        return TranskripSalah(self.berkas, self.nomor, sebab)


def kinds(sheet: LembarIsian, tahun: tuple[int, ...]) -> dict[str, Kolom]:
    """The columns of the workbook's sheet that a transcript has, by heading."""
    return {kolom.judul: kolom for kolom in sheet.susunan(tahun) if kolom.peran not in _TANPA}


def columns(sheet: LembarIsian, tahun: tuple[int, ...]) -> tuple[str, ...]:
    """The columns of the file of a sheet, in order."""
    known = kinds(sheet, tahun)
    return (*_JANGKAR, *known, *(f"{judul} tercetak" for judul in known if printed(known[judul])), *_ORANG)


def printed(kolom: Kolom) -> bool:
    """True for a column whose value is kept as text beside its number, so that print and value may differ."""
    return kolom.isi in ("nilai", "uang") and kolom.peran != "capaian_tercetak"


def files(folder: Path) -> list[Path]:
    """The files of a transcript; none where the folder is absent. Raises TranskripSalah for one of another name."""
    known = {f"{name.lower()}.csv" for name in (TABEL, *(sheet.nama for sheet in LEMBAR))}
    found = sorted(folder.glob("[!.]*"))
    for path in found:
        if path.name not in known:
            raise TranskripSalah(f"{folder.name}/{path.name}", 1, f"nama berkasnya bukan {', '.join(sorted(known))}")
    return found


def read_headings(folder: Path) -> list[Salinan]:
    """The tables a transcript is of, from tabel.csv; their `lines` are those of their headings."""
    path = folder / f"{TABEL}.csv"
    return [
        _row(path, nomor, row, _lines(path, nomor, row["Baris judul"]), {key: row[key] for key in KOLOM_TABEL[1:4]})
        for nomor, row in _numbered(path, KOLOM_TABEL)
    ]


def read_sheet(folder: Path, sheet: LembarIsian, tahun: tuple[int, ...]) -> Iterator[Salinan]:
    """The rows of the file of one sheet; none where there is no such file."""
    path, known = folder / f"{sheet.nama.lower()}.csv", kinds(sheet, tahun)
    if not path.exists():
        return
    for nomor, row in _numbered(path, columns(sheet, tahun)):
        sel = {kolom.peran: row[judul] for judul, kolom in known.items() if row[judul]}
        differs = {kolom.peran: text for judul, kolom in known.items() if (text := row.get(f"{judul} tercetak", ""))}
        lines = _lines(path, nomor, f"{row['Baris']}-{row['Baris akhir'] or row['Baris']}")
        yield _row(path, nomor, row, lines, sel, differs)


def _numbered(path: Path, names: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    try:
        found = read_numbered(path, names)
    except DaftarSalah as error:
        raise TranskripSalah(_name(path), error.baris or 1, error.sebab) from error
    return [(nomor, {key: text.strip() for key, text in row.items()}) for nomor, row in found]


def _row(
    path: Path, nomor: int, row: dict[str, str], lines: tuple[int, ...], sel: dict[str, str],
    differs: dict[str, str] | None = None,
) -> Salinan:  # fmt: skip
    try:
        missing = [name for name in ("Tabel", "Oleh", "Tanggal") if not row[name]]
        if missing:
            raise ValueError(f"kolom {', '.join(missing)} kosong")
        set_by = tuple(_listed(row.get("Dikoreksi", "")))
        if (set_by or row.get("Aturan baca")) and not row["Alasan"]:
            raise ValueError("kolom Alasan kosong, padahal ada yang ditetapkan orang")
        typed.check_row({"oleh": row["Oleh"], "alasan": row["Alasan"], **sel})
        when = parse_date(row["Tanggal"])
    except (ValueError, IsianSalah) as error:
        raise TranskripSalah(_name(path), nomor, str(error)) from error
    return Salinan(
        _name(path), nomor, row["Tabel"], lines, sel, row["Alasan"] or None, row["Oleh"], when,
        row.get("Teks tercetak", ""), differs or {}, set_by, row.get("Aturan baca") or None,
    )  # fmt: skip


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _listed(text: str) -> Iterable[str]:
    return (name for part in text.split(",") if (name := part.strip()))


def _lines(path: Path, nomor: int, text: str) -> tuple[int, ...]:
    """Every line of "1626, 1646-1650", in order."""
    found: list[int] = []
    for part in _listed(text):
        match = _RENTANG.fullmatch(part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last:
            sebab = f"baris «{text[:60]}» bukan nomor baris; tulis seperti 12 atau 12-15"
            raise TranskripSalah(_name(path), nomor, sebab)
        found += range(first, last + 1)
    if not found:
        raise TranskripSalah(_name(path), nomor, "nomor baris dokumen kosong")
    return tuple(found)
