"""Our own workbook as plain text: the same headings, cells parted by tabs. Read back like the workbook itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loaders.lembar_kerja.shape import IDENTITAS, LABEL_VERSI, LEMBAR, TANDA, UNIT, VERSI, Identitas

Isi = Mapping[str, Sequence[Mapping[str, str]]]
"""Name of a sheet → its rows, each role → text."""


def as_lines(identitas: Identitas, isi: Isi, tahun: tuple[int, ...]) -> tuple[list[str], dict[str, list[int]]]:
    """The lines of a document, and for each sheet the 1-based line of each of its rows; `tahun`: of the sheet Target.

    A role that a sheet has no column for is left out.
    """
    lines = [TANDA, f"{LABEL_VERSI}\t{VERSI}", *_identity(identitas)]
    places: dict[str, list[int]] = {}
    for sheet in LEMBAR:
        rows = isi.get(sheet.nama, ())
        if rows:
            columns = sheet.susunan(tahun)
            lines += ["", sheet.judul, "\t".join(column.judul for column in columns)]
            places[sheet.nama] = list(range(len(lines) + 1, len(lines) + len(rows) + 1))
            lines += ["\t".join(row.get(column.peran, "") for column in columns) for row in rows]
    return lines, places


def _identity(identitas: Identitas) -> list[str]:
    said = {**identitas._asdict(), "unit": UNIT.get(identitas.unit or "", "")}
    return [f"{label}\t{said[role] or ''}" for role, (label, _) in IDENTITAS.items()]
