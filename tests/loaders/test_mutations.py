"""Damage done to real tables is never read as another number: a value is right, missing, or quarantined."""

from __future__ import annotations

from functools import cache

from hypothesis import assume, given
from hypothesis import strategies as st

from loaders.families.registry import read_tables
from loaders.koreksi import ledger
from loaders.readers.lembar import Baris, Lembar
from loaders.readers.text import read
from loaders.records import Konteks, Tabel
from loaders.values import Kapan
from tests.conftest import ROOT, examples

RENSTRA = sorted((ROOT / "data" / "dokumen").rglob("renstra-*.txt"))
KONTEKS = Konteks("Renstra", 2020, 2024)
Values = dict[tuple[str, int, Kapan | None], tuple[float | None, str | None]]
"""(table, line, year) → number and grade; money has the line of its figures' own row and level in the table's name."""


@cache
def original(index: int) -> Lembar:
    return read(RENSTRA[index])


def values(tables: list[Tabel]) -> Values:
    found: Values = {
        (table.nama, record.baris, year): (value.nilai, value.ordinal)
        for table in tables
        for record in table.indikator
        for year, value in record.target.items()
    }
    return found | {
        (f"{table.nama} {record.tingkat}", record.baris_akhir, year): (money.rupiah, None)
        for table in tables
        for record in table.anggaran
        for year, money in record.pagu.items()
    }


def read_values(lembar: Lembar) -> Values:
    tables = read_tables(lembar, KONTEKS)
    assert ledger.attempt(tables, lembar, []) == []
    return values(tables)


@cache
def expected(index: int) -> Values:
    return read_values(original(index))


@cache
def rows_with_values(index: int) -> list[tuple[int, int]]:
    """(line, cell) of every target cell that holds a value."""
    lines = {line for _, line, _ in expected(index)}
    found = []
    for number in sorted(lines):
        cells = original(index).di(number).teks.split("\t")
        found += [(number, i) for i, cell in enumerate(cells) if cell.strip() and cell.strip()[0] in "0123456789-BW"]
    return found


def changed(index: int, number: int, text: str) -> Lembar:
    lines = list(original(index).baris)
    lines[number - 1] = Baris(number, text)
    return Lembar(original(index).nama, tuple(lines))


damage = st.sampled_from(
    ["lose the cell", "blank the cell", "letter for digit", "double the cell", "slide left", "slide right"]
)


def damaged(text: str, cell: int, how: str) -> str:
    cells = text.split("\t")
    match how:
        case "lose the cell":
            del cells[cell]
        case "blank the cell":
            cells[cell] = ""
        case "letter for digit":
            cells[cell] = cells[cell].replace("0", "O").replace("1", "l")
        case "double the cell":
            cells.insert(cell, cells[cell])
        case "slide left":
            cells = cells[1:] if not cells[0] else cells
        case "slide right":
            cells = ["", *cells]
    return "\t".join(cells)


@examples(1.5)
@given(st.data(), st.integers(0, len(RENSTRA) - 1), damage)
def test_damage_never_becomes_another_number(data: st.DataObject, index: int, how: str) -> None:
    number, cell = data.draw(st.sampled_from(rows_with_values(index)))
    blank_row = any(value == (None, None) for (_, line, _), value in expected(index).items() if line == number)
    assume(not (blank_row and how == "double the cell"))  # five values for five years: no reader could tell
    text = damaged(original(index).di(number).teks, cell, how)
    found = read_values(changed(index, number, text))
    right = expected(index)
    wrong = {
        key: (value, right.get(key)) for key, value in found.items() if value not in ((None, None), right.get(key))
    }
    assert wrong == {}, (number, how, text)
    with_blanks = {line for (_, line, _), value in right.items() if value == (None, None)}
    elsewhere = {key for key in right if key[1] != number and key[1] not in with_blanks}
    assert elsewhere <= found.keys()


def test_rows_under_a_heading_that_cannot_be_read_wait_until_the_next_program() -> None:
    index = next(i for i in range(len(RENSTRA)) if "pangkalpinang" in original(i).nama)
    number = next(line.nomor for line in original(index).baris if line.teks.startswith("I. PROGRAM DUKUNGAN"))
    lembar = changed(index, number, original(index).di(number).teks.replace("PROGRAM", "PRO6RAM"))
    table = next(t for t in read_tables(lembar, KONTEKS) if number in t.nasib)
    under = [r.baris for r in table.indikator if r.baris > number]
    waiting = [k.baris for k in table.keraguan if k.kode == "judul_hilang"]
    assert waiting
    assert waiting == under
