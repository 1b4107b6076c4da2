"""Which of the readings of a cell stands, and what is kept of the others."""

from __future__ import annotations

import pytest

from loaders.readers.scan.cells import Terbaca, read_cells
from loaders.readers.scan.grid import grids
from loaders.readers.scan.page import read_page
from loaders.readers.scan.rules import ink
from loaders.readers.scan.tesseract import KATA, Bacaan, Kata, Tesseract
from tests.rendering_scan import cetak
from tests.rendering_scan.cetak import Meja

PAGE = cetak.page(Meja([["sel", ""]], [600, 300]))


def readings(monkeypatch: pytest.MonkeyPatch, **texts: tuple[str, float]) -> list[str]:
    """Let tesseract read the one cell as told, by data and "digit"; returns which readings were asked for."""
    asked: list[str] = []

    def read(self: Tesseract, pictures: list[object], *, psm: int, bahasa: str = KATA, only: str = "") -> list[Bacaan]:
        how = "digit" if only else bahasa
        asked.extend([how] * len(pictures))
        text, sure = texts[how] if pictures else ("", 0.0)
        line = [Kata(word, sure, 0, 0, 9, 9) for word in text.split()]
        return [[line] for _ in pictures]

    monkeypatch.setattr(Tesseract, "read", read)
    return asked


def cell() -> Terbaca:
    (table,) = grids(ink(PAGE))
    return read_cells(Tesseract("x"), PAGE, ink(PAGE), list(table.sel))[0]


@pytest.mark.parametrize(
    ("words", "plain", "digits", "text", "other"),
    [
        ("100 Yo", "100 %", "100%", "100 %", None),
        ("15 Keg", "15 Keg", "15", "15 Keg", None),
        ("7.650 .000", "7.650 .000", "7.650.000", "7.650.000", None),
        ("7.650. 000", "7.650. 000", "7.650.000", "7.650.000", None),
        ("85 100%", "85 100%", "85100%", "85 100%", None),
        ("71,5%", "71,5%", "77,5%", "71,5%", "77,5%"),
        ("1.842.473.0000", "1.842.473.0000", "1.842.473.000", "1.842.473.000", "1.842.473.0000"),
        ("8 Ranc", "8 Ranc", "8.", "8 Ranc", "8."),
    ],
)
def test_figures_are_read_with_the_data_that_knows_a_percent_sign(
    monkeypatch: pytest.MonkeyPatch, words: str, plain: str, digits: str, text: str, other: str | None
) -> None:
    readings(monkeypatch, ind=(words, 90), eng=(plain, 80), digit=(digits, 70))
    found = cell()
    assert (found.teks, found.lain) == (text, other)


def test_short_words_take_the_surer_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    readings(monkeypatch, ind=("N fe)", 40), eng=("NO", 91))
    assert cell().teks == "NO"
    readings(monkeypatch, ind=("Umum", 96), eng=("Urnum", 80))
    assert cell().teks == "Umum"


def test_long_words_are_read_once_in_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = readings(monkeypatch, ind=("Persentase pegawai yang mendapat layanan", 90))
    assert cell().teks == "Persentase pegawai yang mendapat layanan"
    assert asked == [KATA]


def test_a_lone_stroke_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    readings(monkeypatch, ind=("—", 50), eng=("=", 20))
    assert cell().teks == "-"


def test_readings_that_differ_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    readings(monkeypatch, ind=("71,5%", 90), eng=("71,5%", 80), digit=("77,5%", 70))
    monkeypatch.setattr(Tesseract, "turn", lambda self, picture: 0)
    page = read_page(Tesseract("x"), PAGE, 4)
    assert page.catatan == ("Halaman 4, tabel 1: dua bacaan berbeda pada baris 1 kolom 1 «71,5%» atau «77,5%».",)
