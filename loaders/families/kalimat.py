"""Sentences of a document that name an amount, a score or a share: what its tables must agree with."""

from __future__ import annotations

import re
from itertools import zip_longest

from loaders.readers import Baris, Lembar
from loaders.records import Kalimat
from loaders.values import Ambigu, clean, parse_number, parse_rupiah

_PAGU = re.compile(r"^\d+\.\s*(?P<uraian>Program .+?),? sebesar Rp\.? ?(?P<nilai>\d[\d.]*\d)(?:,-)?$", re.IGNORECASE)
_SKOR = re.compile(r"(?P<nilai>\d{1,3}[.,]\d+)\s+dengan\s+(?:konversi\s+)?nilai\s+(?P<uraian>AA|A|BB|B|CC|C|D)\b")
_SERAPAN = re.compile(
    r"(?P<uraian>realisasi(?:kan)? anggaran(?:nya)?)\s+(?:\w+\s+){0,3}?sebesar\s+(?P<nilai>\d{1,3}(?:[.,]\d+)?)\s*%"
)


def read(lembar: Lembar) -> list[Kalimat]:
    """The sentences with figures that rules compare with tables, in printed order; one may run over two lines."""
    found: list[Kalimat] = []
    lines = [line for line in lembar.baris if not (line.kosong or line.ada_sel or line.ocr)]
    for line, following in zip_longest(lines, lines[1:]):
        text = clean(line.teks)
        found += _amount(line, text)
        behind = clean(following.teks) if following and following.nomor - line.nomor <= 2 else ""
        found += _scores(line, text, behind)
    return found


def _amount(line: Baris, text: str) -> list[Kalimat]:
    match = _PAGU.match(text)
    money = parse_rupiah(match["nilai"]).rupiah if match else None
    return (
        [Kalimat(line.nomor, "pagu", match["uraian"], float(money), line.teks)] if match and money is not None else []
    )


def _scores(line: Baris, text: str, behind: str) -> list[Kalimat]:
    found = []
    for jenis, pattern in (("skor", _SKOR), ("klaim_serapan", _SERAPAN)):
        for match in pattern.finditer(f"{text} {behind}"):
            nilai = _certain(match["nilai"])
            if match.start() < len(text) and nilai is not None:
                found.append(Kalimat(line.nomor, jenis, match["uraian"], nilai, line.teks))
    return found


def _certain(text: str) -> float | None:
    """The number, None where it can be read in two ways: then no rule may compare it with a table."""
    try:
        return parse_number(text, count=False)
    except Ambigu:
        return None
