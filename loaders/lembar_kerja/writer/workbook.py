"""Write our own workbook for offices that can type: empty, or filled with what is already known, to be corrected.

The other way is `loaders/lembar_kerja/family.py`, which also says what the workbook cannot carry. No database here:
the rows come in as frames or mappings with the columns of the published views v_target, v_capaian, v_pagu, v_hambatan
and v_karantina. Lines that wait in karantina stand on no sheet to fill; the sheet Belum terbaca lists them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.lembar_kerja.shape import (
    BELUM_TERBACA,
    JUDUL_BELUM_TERBACA,
    LEMBAR,
    NAMA_LEMBAR,
    Identitas,
    Kolom,
    LembarIsian,
    Nama,
)
from loaders.lembar_kerja.writer import contents
from loaders.lembar_kerja.writer.contents import Baris, Isian, Rows
from loaders.lembar_kerja.writer.guide import write_examples, write_explanation
from loaders.lembar_kerja.writer.style import Gaya, height, lists, page, restrict
from loaders.values import Masa

PANJANG_TEKS = 32_767
"""Characters a cell holds."""
_HEADING = 2
"""0-based row of the heading: title and sentence stand above, hints below, data after that."""
_FREE_ROWS = 500
"""Empty rows below the data that have lists and checks."""
_YEARLY: tuple[Nama, ...] = ("Realisasi", "Anggaran")
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(
    target: Path | BinaryIO, identitas: Identitas, target_rows: Rows = (), realisasi_rows: Rows = (),
    anggaran_rows: Rows = (), hambatan_rows: Rows = (), menunggu_rows: Rows = (), *, simulasi: bool = False,
) -> None:  # fmt: skip
    """Write the workbook of one document to a file or buffer.

    Rows as in v_target, v_capaian, v_pagu and v_hambatan; the year columns are those of the document and of the rows.
    `menunggu_rows`, as in v_karantina, are in none of those: they are listed on a sheet of their own, to be typed.
    `simulasi`: the workbook says that its rows are simulated.
    Text is always written as text, so that none of it can run as a formula. Raises ValueError for a text longer than
    a cell, and when neither the document nor a row names a year.
    """
    waiting = [Menunggu(*map(plain, line)) for line in waiting_lines(contents.sorted_rows(menunggu_rows))]
    rows = _rows(target_rows, realisasi_rows, anggaran_rows, hambatan_rows)
    with Workbook(str(target) if isinstance(target, Path) else target, _OPTIONS) as buku:
        buku.set_properties({"title": f"Lembar kerja {identitas.satker or ''}".strip(), "comments": "Selaras"})
        gaya = Gaya(buku)
        write_explanation(buku, gaya, identitas, _other_years(identitas, rows), len(waiting), simulasi=simulasi)
        for lembar in LEMBAR:
            kolom = lembar.susunan(_years(identitas, rows["Target"]))
            _sheet(buku.add_worksheet(lembar.nama), gaya, lembar, kolom, _own(rows[lembar.nama], identitas))
        if waiting:
            write_waiting(buku, gaya, waiting)
        write_examples(buku, gaya)
        lists(buku)


def _rows(target_rows: Rows, realisasi_rows: Rows, anggaran_rows: Rows, hambatan_rows: Rows) -> dict[Nama, list[Isian]]:
    targets, spent = contents.sorted_rows(target_rows), contents.sorted_rows(realisasi_rows)
    return {
        "Target": contents.target(targets, spent),
        "Realisasi": contents.realisasi(spent, targets),
        "Anggaran": contents.anggaran(contents.sorted_rows(anggaran_rows)),
        "Hambatan": contents.hambatan(contents.sorted_rows(hambatan_rows)),
    }


def _own(rows: list[Isian], identitas: Identitas) -> list[Isian]:
    """The rows with the column Jenis dokumen left blank where it is the document's own kind."""
    return [row | {"jenis": None} if row.get("jenis") == identitas.jenis else row for row in rows]


def _own_years(identitas: Identitas) -> set[int]:
    first, last = identitas.tahun_awal, identitas.tahun_akhir or identitas.tahun_awal
    return set(range(first, last + 1)) if first and last else set()


def _target_times(rows: list[Isian]) -> set[Masa]:
    said = (Masa.parse(role[7:]) for row in rows for role in row if role.startswith("target:"))
    return set(filter(None, said))


def _other_years(identitas: Identitas, rows: dict[Nama, list[Isian]]) -> tuple[int, ...]:
    """The years of the rows beyond those of the document: a document may print the year before beside its own."""
    lined = (Masa.parse(str(row["tahun"])) for name in _YEARLY for row in rows[name])
    years = {masa.tahun for masa in (*filter(None, lined), *_target_times(rows["Target"]))}
    own = _own_years(identitas)
    return tuple(sorted(years - own)) if own else ()


def _years(identitas: Identitas, rows: list[Isian]) -> tuple[Masa, ...]:
    """The times of the target columns: those of the rows, and each year of the document that has none among them."""
    times = _target_times(rows)
    times |= {Masa(year) for year in _own_years(identitas) - {masa.tahun for masa in times}}
    if not times:
        raise ValueError("Tahun dokumen belum diketahui, jadi kolom targetnya tidak dapat dibuat. Isi tahun awal.")
    return tuple(sorted(times))


def _sheet(
    sheet: Worksheet, gaya: Gaya, lembar: LembarIsian, kolom: tuple[Kolom, ...], rows: list[Isian]
) -> None:  # fmt: skip
    sheet.write_string(0, 0, lembar.judul, gaya.judul())
    sheet.write_string(1, 0, lembar.kalimat, gaya.kalimat())
    first = _HEADING + 2
    last = first + len(rows) + _FREE_ROWS
    for column, part in enumerate(kolom):
        sheet.set_column(column, column, part.lebar, gaya.sel(part.isi))
        sheet.write_string(_HEADING, column, part.judul, gaya.kepala(part))
        sheet.write_string(_HEADING + 1, column, part.petunjuk, gaya.petunjuk())
        restrict(sheet, part, column, first, last)
        for row, filled in enumerate(rows, start=first):
            _cell(sheet, row, column, part, filled.get(part.peran), gaya)
    for row, filled in enumerate(rows, start=first):
        sheet.set_row(row, height((str(filled.get(part.peran) or ""), part.lebar) for part in kolom))
    for row, points in enumerate((24, 18, 32, 24)):
        sheet.set_row(row, points, gaya.format())
    sheet.freeze_panes(first, 0)
    page(sheet, _HEADING)


def _cell(
    sheet: Worksheet, row: int, column: int, kolom: Kolom, value: str | float | None, gaya: Gaya
) -> None:  # fmt: skip
    """One data cell: numbers as numbers, text as text with its spaces folded; nothing stays blank."""
    if isinstance(value, str) and plain(value):
        sheet.write_string(row, column, plain(value), gaya.sel(kolom.isi))
    elif isinstance(value, (int, float)):
        decimals = "0.0000" if kolom.isi in ("nilai", "bilangan") and contents.like_thousands(value) else None
        sheet.write_number(row, column, value, gaya.sel(kolom.isi, decimals=decimals))


def plain(text: str) -> str:
    """Text as a cell can hold it: on one line, without control characters. Raises ValueError when it is too long."""
    kept = " ".join("".join(c if c.isprintable() or c.isspace() else " " for c in text).split())
    if len(kept) > PANJANG_TEKS:
        raise ValueError(f"Teks «{kept[:40]}…» lebih dari {PANJANG_TEKS} huruf, tidak muat dalam satu sel. Pendekkan.")
    return kept


KALIMAT = (
    f"Baris di bawah ini tidak terbaca dengan pasti, jadi TIDAK ADA di lembar {NAMA_LEMBAR}. "
    "Ketiklah di sana menurut dokumennya; lembar ini sendiri tidak pernah dibaca."
)
_COLUMNS = (("Letak", 26), ("Tabel", 26), ("Teks tercetak", 70), ("Sebab", 70))


class Menunggu(NamedTuple):
    """One line that waits: where it stands in words, its table, its printed text, every reason."""

    letak: str
    tabel: str
    teks: str
    sebab: str


def waiting_lines(rows: list[Baris]) -> list[Menunggu]:
    """The lines of rows of v_karantina, each once with all its reasons."""
    lines: dict[Any, list[Baris]] = {}
    for row in rows:
        lines.setdefault((row.get("berkas"), row["tabel"], row["baris"]), []).append(row)
    return [_line(group) for group in lines.values()]


def _line(rows: list[Baris]) -> Menunggu:
    first = rows[0]
    page = f"halaman {first['halaman']}, " if first.get("halaman") else ""
    cells = (" ".join(cell.split()) for cell in first["teks"].split("\t"))
    return Menunggu(
        first.get("tempat") or f"{page}baris {first['baris']}",
        first["tabel"],
        " | ".join(filter(None, cells)),
        _reasons(rows),
    )


def _reasons(rows: list[Baris]) -> str:
    """Every reason once, with the columns it is about; one about the whole row names none."""
    columns: dict[str, list[str]] = {}
    for row in rows:
        kolom = row["kolom"].replace("_", " ").replace(":", " ")
        columns.setdefault(row["alasan"], []).extend([kolom] if kolom != "baris" else [])
    return " ".join(f"Kolom {', '.join(names)}: {said}" if names else said for said, names in columns.items())


def write_waiting(buku: Workbook, gaya: Gaya, lines: list[Menunggu]) -> None:
    """Write the sheet; it has no heading by which a row could be read."""
    sheet = buku.add_worksheet(BELUM_TERBACA)
    sheet.set_tab_color("#B45309")
    sheet.write_string(0, 0, JUDUL_BELUM_TERBACA, gaya.judul())
    sheet.write_string(1, 0, KALIMAT, gaya.kalimat())
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(2, column, name, gaya.kepala())
    for number, line in enumerate(lines, start=3):
        for column, text in enumerate(line):
            sheet.write_string(number, column, text, gaya.kata())
        sheet.set_row(number, height(zip(line, (width for _, width in _COLUMNS), strict=True)))
    sheet.set_row(0, 24)
    sheet.freeze_panes(3, 0)
    sheet.hide_gridlines(2)
    page(sheet, 2)
