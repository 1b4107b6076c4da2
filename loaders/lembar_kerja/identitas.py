"""The sheet Keterangan of our workbook: whose it is, as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.lembar_kerja.baris import cells, heading, leaves
from loaders.lembar_kerja.bentuk import IDENTITAS, JENIS, JUDUL, JUDUL_LAIN, TANDA, UNIT, Identitas, choose
from loaders.readers.lembar import Baris, Lembar
from loaders.values.names import letters
from loaders.values.years import parse_year

_KODE_SATKER = re.compile(r"^\d{2}(?:\d{2})?$", re.ASCII)


def read_identity(lembar: Lembar) -> Identitas | None:
    """Whose workbook it is, as typed on the sheet Keterangan; None when the document has no such sheet.

    A field is None when it is blank or not what it should be: kode_satker 2 or 4 digits, jenis and unit from their
    lists, years 20xx.
    """
    found = {role: text for role, _, text in identity_lines(lembar)}
    if not any(is_mark(line) for line in lembar.baris):
        return None
    kode = found.get("kode_satker", "")
    return Identitas(
        kode if _KODE_SATKER.match(kode) else None,
        choose(found.get("jenis", ""), JENIS),
        parse_year(found.get("tahun_awal", "")),
        parse_year(found.get("tahun_akhir", "")),
        choose(found.get("unit", ""), UNIT),
        found.get("satker") or None,
    )


def is_mark(line: Baris) -> bool:
    """True for the line by which a document says that it is our workbook."""
    return letters(line.teks) == letters(TANDA)


def labelled(lembar: Lembar) -> Iterator[tuple[Baris, str, str]]:
    """The lines of Keterangan below its mark that say something behind a label: (line, label's letters, text)."""
    marks = [line.nomor for line in lembar.baris if is_mark(line)]
    for line in lembar.baris[marks[0] :] if marks else ():
        if heading(line) or letters(line.teks) in JUDUL | JUDUL_LAIN or leaves(lembar.di(marks[0]), line):
            return
        label, *rest = cells(line)
        yield line, letters(label), rest[0] if rest else ""


def identity_lines(lembar: Lembar) -> Iterator[tuple[str, Baris, str]]:
    """The identity cells of Keterangan: (field of Identitas, line, text as typed)."""
    roles = {letters(label): role for role, (label, _) in IDENTITAS.items()}
    for line, label, text in labelled(lembar):
        if label in roles:
            yield roles[label], line, text
