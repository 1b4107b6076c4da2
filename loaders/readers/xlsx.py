"""Read an Excel workbook (.xlsx, .xlsm): every visible sheet, its numbers as printed, its formulas as last computed.

Nothing is executed or fetched: macros, external links and entities are not looked at.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element

from loaders.errors import BerkasTidakTerbaca
from loaders.readers.arsip import open_archive
from loaders.readers.format_jenis import ULANG
from loaders.readers.lembar import Lembar
from loaders.readers.lembar_kerja import write_book
from loaders.readers.ooxml import attribute, child, children, local_name, main_part, parse, related
from loaders.readers.penyusun import Penyusun
from loaders.readers.xlsx_gaya import read_styles, read_texts
from loaders.readers.xlsx_lembar import Buku, read_sheet

_TEMPLATE, _LISTS = frozenset({"Keterangan", "Target", "Realisasi", "Anggaran"}), "Daftar"
"""The sheets of our own template workbook, and its hidden one that holds the lists for choosing."""


def read(path: Path) -> Lembar:
    """Read the visible sheets of the workbook `path`, in order.

    Raises BerkasTidakTerbaca for what is no workbook, locked, damaged or beyond the limits.
    """
    penyusun = Penyusun(path.name)
    with open_archive(path) as archive:
        part = main_part(archive)
        root = None if part.endswith(".bin") else parse(archive, part)
        if root is None or local_name(root) != "workbook":
            raise BerkasTidakTerbaca(path.name, f"bukan buku kerja Excel .xlsx. {ULANG} sebagai .xlsx.")
        parts = related(archive, part)
        buku = _book(archive, root, parts)
        sheets = _visible(root, parts.get("worksheet", {}), penyusun)
        write_book([read_sheet(archive, place, name, buku) for name, place in sheets], penyusun)
    return penyusun.finish()


def _book(archive: zipfile.ZipFile, root: Element, parts: dict[str, dict[str, str]]) -> Buku:
    texts, styles = (next(iter(parts.get(kind, {}).values()), None) for kind in ("sharedStrings", "styles"))
    properties, computing = child(root, "workbookPr"), child(root, "calcPr")
    return Buku(
        read_texts(archive, texts),
        read_styles(archive, styles),
        properties is not None and properties.get("date1904") in ("1", "true"),
        computing is not None and computing.get("fullCalcOnLoad") in ("1", "true"),
    )


def _visible(root: Element, parts: dict[str, str], penyusun: Penyusun) -> list[tuple[str, str]]:
    """Name and part of each visible sheet; a hidden one is named in the notes, a sheet of charts has no cells.

    The lists in our own template workbook are hidden by ourselves: nobody needs to be told.
    """
    found: list[tuple[str, str]] = []
    sheets = [s for group in children(root, "sheets") for s in group]
    own = _LISTS if {s.get("name") for s in sheets} >= _TEMPLATE else None
    for sheet in sheets:
        name, place = sheet.get("name", ""), parts.get(attribute(sheet, "id") or "")
        if place is None:
            continue
        if sheet.get("state", "visible") == "visible":
            found.append((name, place))
        elif name != own:
            penyusun.catatan.append(f"Lembar {name} disembunyikan dan tidak dibaca.")
    return found
