"""Damage done to rows of cells is never read as another number: a value is right, missing, or waits in karantina.

Every cell of every row below a heading is damaged in every way below; 3,000 and more pages in all. What no reader could
see is left out: a cell overwritten with its neighbour's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest

from loaders.families.headings.cells import heading
from loaders.families.registry import read_tables
from loaders.koreksi import ledger
from loaders.readers.lembar import Baris, Lembar
from loaders.records import Tabel
from loaders.values import Kapan
from tests.loaders.families.pages_of_cells import HALAMAN, lembar

Values = dict[tuple[str, int, Kapan | None], tuple[object, ...]]
"""(kind, line, year) → number and grade with unit, or rupiah."""
LETTERS = str.maketrans("0158", "OlSB")


def values(tables: list[Tabel]) -> Values:
    found: Values = {}
    for table in tables:
        for r in table.indikator:
            found |= {("target", r.baris, y): (v.nilai, v.ordinal, v.satuan) for y, v in r.target.items()}
            for year, c in r.capaian.items():
                found["realisasi", r.baris, year] = (c.realisasi.nilai, c.realisasi.ordinal, c.realisasi.satuan)
                found["capaian", r.baris, year] = (c.persen,)
        for r in table.anggaran:
            found |= {("pagu", r.baris, y): (m.rupiah,) for y, m in r.pagu.items() if m.rupiah is not None}
            for year, s in r.realisasi.items():
                found["realisasi anggaran", r.baris, year] = (s.realisasi.rupiah,)
                found["di samping", r.baris, year] = (s.persen, s.tvro, s.rvro, s.efisiensi)
    return found


def read(page: Lembar, name: str) -> tuple[Values, list[set[int]]]:
    """The values of a page, and the lines of each of its tables."""
    tables = read_tables(page, HALAMAN[name][1])
    assert ledger.attempt(tables, page, []) == []
    return values(tables), [set(table.nasib) for table in tables]


def damaged(cells: list[str], i: int) -> Iterator[list[str]]:
    front, cell, rest = cells[:i], cells[i], cells[i + 1 :]
    for letter in "058":
        yield [*front, cell.replace(letter, letter.translate(LETTERS), 1), *rest]
    yield [*front, f"{cell} {cell}".strip(), *rest]
    yield [*front, f"{cell} x", *rest]
    yield [*front, f"O{cell}", *rest]
    yield front + rest
    yield [*front, "", *rest]
    yield [*front, cell, cell, *rest]
    yield [*front, cell.translate(LETTERS), *rest]
    yield [*front, *rest, ""]
    yield ["", *front, *rest]
    yield [*front, "", cell, *rest][: len(cells)]
    yield cells[1:]
    yield ["", *cells]
    yield [*cells[1:], ""]
    yield ["", *cells[:-1]]
    if rest:
        yield [*front, rest[0], "", *rest[1:]]
        yield [*front, "", "", *rest[1:]]
        yield [*front, *rest[1:]]


def damaged_pages(name: str) -> Iterator[tuple[int, Lembar]]:
    page = lembar(HALAMAN[name][0])
    heads = {n for line in page.baris if (kepala := heading(page, line.nomor)) for n in kepala.baris}
    for line in page.baris:
        cells = line.teks.split("\t")
        texts = {"\t".join(new) for i in range(len(cells)) for new in damaged(cells, i)} - {line.teks}
        rows = [text for text in sorted(texts) if "\t" in text]
        for text in rows if line.ada_sel and line.nomor not in heads else ():
            lines = (*page.baris[: line.nomor - 1], Baris(line.nomor, text), *page.baris[line.nomor :])
            yield line.nomor, Lembar(page.nama, lines)


@pytest.mark.parametrize("step", [pytest.param(1, marks=pytest.mark.lengkap), 8])
@pytest.mark.parametrize("name", HALAMAN)
def test_damage_never_becomes_another_number_and_no_row_is_passed_over(name: str, step: int) -> None:
    right, tables = read(lembar(HALAMAN[name][0]), name)
    for nomor, page in islice(damaged_pages(name), 0, None, step):
        found, accounted = read(page, name)
        wrong = {
            key: (value, right.get(key))
            for key, value in found.items()
            if any(part is not None for part in value[:2]) and value != right.get(key)
        }
        assert wrong == {}, page.di(nomor).teks
        lost = set().union(*tables) - set().union(*accounted) - {line.nomor for line in page.baris if line.kosong}
        assert all(not lost & table or not any(table & other for other in accounted) for table in tables), page.di(
            nomor
        )


def test_so_many_pages_were_damaged() -> None:
    assert sum(1 for name in HALAMAN for _ in damaged_pages(name)) >= 3_000
