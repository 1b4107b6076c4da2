"""The grid of a ruled table: its rows and columns, cells that span, lines that are broken, text that is no line."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from loaders.readers.scan.cells import read_cells
from loaders.readers.scan.grid import Kisi, grids, spans
from loaders.readers.scan.rules import ink
from loaders.readers.scan.tesseract import Tesseract
from tests.rendering_scan import cara, cetak, halaman
from tests.rendering_scan.cetak import Meja

SPANNING = Meja(
    [
        ["No", "Sasaran", "Target", "<", "Unit"],
        ["^", "^", "2020", "2021", "^"],
        ["1", "Terwujudnya layanan yang baik", "75 %", "80 %", "Umum"],
        ["2", "^", "80 %", "90 %", "Umum"],
        ["Program Dukungan Manajemen", "<", "<", "<", "<"],
    ],
    [100, 500, 200, 200, 300],
)


def grid(picture: Image.Image) -> list[Kisi]:
    return grids(ink(picture))


def places(table: Kisi) -> list[tuple[int, int]]:
    return [(cell.baris, cell.kolom) for cell in table.sel]


def expected(table: Meja) -> list[tuple[int, int]]:
    return [(i, j) for i, row in enumerate(table.baris) for j, text in enumerate(row) if text not in ("<", "^")]


WAYS: list[Callable[[Image.Image], Image.Image]] = [lambda page: page, cara.broken, cara.faded, cara.noisy]


@pytest.mark.parametrize("way", WAYS, ids=["bersih", "putus", "pudar", "berbintik"])
def test_cells_that_span_are_one(way: Callable[[Image.Image], Image.Image]) -> None:
    (table,) = grid(way(cetak.page("Tabel 1", SPANNING, "Sumber: Renstra")))
    assert (table.baris, table.kolom) == (5, 5)
    assert places(table) == expected(SPANNING)


def test_tables_below_each_other_are_two() -> None:
    found = grid(cetak.page("Satu", SPANNING, "Dua", SPANNING))
    assert [places(table) for table in found] == [expected(SPANNING)] * 2
    assert found[0].kotak[3] < found[1].kotak[1]


@pytest.mark.parametrize(
    "page",
    [
        cetak.page("Tidak ada tabel", "hanya kata-kata ________________________________"),
        cetak.page("Satu kolom", Meja([["Satu"], ["Dua"]], [900])),
        Image.new("L", (2480, 3508), 255),
        Image.new("L", (2480, 3508), 0),
    ],
)
def test_what_is_no_table_of_columns_is_none(page: Image.Image) -> None:
    assert grid(page) == []


def test_an_edge_in_many_pieces_is_still_one() -> None:
    page = cetak.page(SPANNING)
    top, x = grid(page)[0].kotak[1], cetak.MARGIN + 100
    for y in range(top + 170, top + 306, 24):
        ImageDraw.Draw(page).rectangle((x, y, x + 4, y + 3), fill=255)
    assert places(grid(page)[0]) == expected(SPANNING)


def narrow(words: str, way: Callable[[Image.Image], Image.Image]) -> list[Kisi]:
    """A table of small print in columns that the words just fill."""
    page = Image.new("L", (1200, 900), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(size=30)
    for x in range(100, 1100, 136):
        for y in range(100, 700, 140):
            draw.rectangle((x, y, x + 139, y + 143), outline=0, width=4)
            draw.text((x + 14, y + 12), words, font=font, fill=0)
    return grid(way(page))


@pytest.mark.parametrize("words", ["1 Kasus", "0 Kasus", "mmmmm", "100.000", "zzzzzz", "EEEEE"])
def test_blurred_words_of_small_print_are_no_lines(words: str) -> None:
    (table,) = narrow(words, lambda page: cara.faded(cara.faded(page)))
    assert (table.baris, table.kolom) == (5, 8)


def test_words_in_wide_cells_are_no_lines() -> None:
    page = cetak.page(Meja([["", "a"], ["b", ""]], [900, 900]))
    ImageDraw.Draw(page).line((220, 235, 330, 235), fill=0, width=4)
    (table,) = grid(page)
    assert (table.baris, table.kolom) == (2, 2)


def test_squared_paper_is_no_table() -> None:
    lines = (np.indices((3508, 2480)) % 40).min(0)
    assert grid(Image.fromarray(np.where(lines < 3, 0, 255).astype(np.uint8))) == []


def test_dark_pictures_are_no_lines() -> None:
    page = cetak.page("Logo", SPANNING)
    ImageDraw.Draw(page).rectangle((1600, 20, 2300, 170), fill=0)
    assert len(grid(page)) == 1


def test_the_cells_of_real_pages_are_found() -> None:
    for parts in (halaman.TARGET, halaman.PAGU):
        meja = next(part for part in parts if isinstance(part, Meja))
        (table,) = grid(cetak.page(*parts))
        assert places(table) == expected(meja)


def test_a_blank_cell_and_a_dash_need_no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    page = cetak.page(Meja([["-", ""], ["", "-"]], [300, 300]))
    (table,) = grid(page)
    given: list[int] = []
    monkeypatch.setattr(Tesseract, "read", lambda self, pictures, **how: given.append(len(pictures)) or [])
    assert [cell.teks for cell in read_cells(Tesseract("x"), page, ink(page), list(table.sel))] == ["-", "", "", "-"]
    assert sum(given) == 0


def test_ink_without_letters_is_not_a_blank_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    page = cetak.page(Meja([["ada", ""]], [300, 300]))
    (table,) = grid(page)
    monkeypatch.setattr(Tesseract, "read", lambda self, pictures, **how: [[] for _ in pictures])
    assert [cell.teks for cell in read_cells(Tesseract("x"), page, ink(page), list(table.sel))] == ["?", ""]


def edges(rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
    return np.ones((rows + 1, columns)), np.ones((rows, columns + 1))


def test_a_letter_on_the_place_of_an_edge_is_no_edge() -> None:
    below, beside = edges(2, 2)
    beside[0, 1] = 0.6
    assert spans(below, beside) == [(0, 0, 0, 1), (1, 0, 1, 0), (1, 1, 1, 1)]


def test_a_missing_edge_joins_two_places() -> None:
    below, beside = edges(2, 2)
    beside[0, 1] = 0.1
    assert spans(below, beside) == [(0, 0, 0, 1), (1, 0, 1, 0), (1, 1, 1, 1)]


def test_traces_of_a_line_part_what_would_be_no_rectangle() -> None:
    below, beside = edges(2, 2)
    beside[0, 1], below[1, 0] = 0.0, 0.3
    assert spans(below, beside) == [(0, 0, 0, 1), (1, 0, 1, 0), (1, 1, 1, 1)]


def test_what_cannot_be_a_rectangle_falls_apart_into_places() -> None:
    below, beside = edges(2, 2)
    beside[0, 1], below[1, 0] = 0.0, 0.0
    assert spans(below, beside) == [(0, 0, 0, 0), (0, 1, 0, 1), (1, 0, 1, 0), (1, 1, 1, 1)]
