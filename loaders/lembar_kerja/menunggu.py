"""The sheet Belum terbaca: the lines of a document that wait in karantina and therefore stand on no other sheet."""

from __future__ import annotations

from typing import Any, NamedTuple

from xlsxwriter import Workbook

from loaders.lembar_kerja.bentuk import BELUM_TERBACA, JUDUL_BELUM_TERBACA
from loaders.lembar_kerja.gaya import Gaya, height, page
from loaders.lembar_kerja.isi import Baris

KALIMAT = (
    "Baris di bawah ini tidak terbaca dengan pasti, jadi TIDAK ADA di lembar Target, Realisasi dan Anggaran. "
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
