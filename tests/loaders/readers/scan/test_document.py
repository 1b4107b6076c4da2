"""Scans: what is recognised on clean and bad pages, and that none of it is believed without proof."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from loaders import errors
from loaders.families.registry import read_tables
from loaders.koreksi import ledger
from loaders.proof.hold import hold_unproven
from loaders.proof.wordings import Dikenal
from loaders.readers.lembar import Baris, Lembar
from loaders.readers.scan import document
from loaders.records import Konteks
from loaders.values.names import wording_key
from loaders.values.numbers import looks_like_value
from tests.rendering_scan import cara, cetak, halaman
from tests.rendering_scan.tesseract import needs_tesseract

KONTEKS = Konteks("Renstra", 2020, 2024)
PAGES = {"target": halaman.TARGET, "pagu": halaman.PAGU}
WAYS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "bersih": lambda page: page,
    "miring": lambda page: cara.noisy(cara.tilted(page, 1.0)),
    "200dpi": lambda page: cara.jpeg(cara.coarse(cara.tilted(page, -0.6)), 40),
    "garis_putus": cara.broken,
}
CASES = [
    *(("target", "miring"), ("target", "garis_putus"), ("pagu", "bersih"), ("pagu", "200dpi")),
    *(pytest.param(*case, marks=pytest.mark.lengkap) for case in (("target", "bersih"), ("pagu", "garis_putus"))),
]
LEAST_RIGHT = {"bersih": 1.0, "miring": 0.95, "200dpi": 0.95, "garis_putus": 0.95}
"""Share of value cells whose reading must equal the print."""

pytestmark = needs_tesseract


@dataclass(frozen=True)
class Terukur:
    """One page read: its lines, what should stand there, and what is let through."""

    lembar: Lembar
    benar: list[str]
    diterima: dict[tuple[str, str], object]


def accepted(lembar: Lembar, kata: frozenset[str]) -> dict[tuple[str, str], object]:
    """Every value that no doubt holds back, by its row's words and its column."""
    tables = read_tables(lembar, KONTEKS)
    hold_unproven(tables, lembar, Dikenal(kata, tahun=(2020, 2024)))
    assert ledger.attempt(tables, lembar, []) == []
    found: dict[tuple[str, str], object] = {}
    for table in tables:
        for record in table.indikator:
            found |= {(record.indikator, str(y)): (v.nilai, v.ordinal, v.satuan) for y, v in record.target.items()}
        for budget in table.anggaran:
            found |= {(budget.uraian, str(y)): money.rupiah for y, money in budget.pagu.items()}
    return found


def words(page: str) -> frozenset[str]:
    """All wordings of a page, as if a person had judged each of them."""
    return frozenset(wording_key(cell) for line in cetak.as_text(*PAGES[page]) for cell in line.split("\t") if cell)


def printed(page: str) -> Lembar:
    lines = cetak.as_text(*PAGES[page])
    return Lembar("cetak.txt", tuple(Baris(n, line) for n, line in enumerate(lines, start=1)))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Terukur]:
    """Reads a page one way, once: letters are slow to recognise."""
    folder = tmp_path_factory.mktemp("pindai")
    done: dict[tuple[str, str], Terukur] = {}

    def measured(page: str, way: str) -> Terukur:
        if (page, way) not in done:
            path = folder / f"{page}-{way}.png"
            picture = WAYS[way](cetak.page(*PAGES[page]))
            picture.save(path, dpi=picture.info.get("dpi", (300, 300)))
            lembar = document.read(path)
            done[page, way] = Terukur(lembar, cetak.as_text(*PAGES[page]), accepted(lembar, words(page)))
        return done[page, way]

    return measured


def cells(lines: list[str]) -> list[str]:
    return [cell.replace(" ", "") for line in lines if "\t" in line for cell in line.split("\t")]


@pytest.mark.parametrize(("page", "way"), CASES)
def test_cells_stand_where_they_are_printed_and_figures_read_right(pages, page: str, way: str) -> None:
    found = pages(page, way)
    read, truth = cells([line.teks for line in found.lembar.baris]), cells(found.benar)
    assert [bool(cell) for cell in read] == [bool(cell) for cell in truth]
    values = [(a, b) for a, b in zip(read, truth, strict=True) if looks_like_value(b) and len(b) + b.isalpha() != 1]
    right = sum(a == b for a, b in values)
    assert len(values) > 24
    assert right >= LEAST_RIGHT[way] * len(values), [pair for pair in values if pair[0] != pair[1]]


@pytest.mark.parametrize(("page", "way"), CASES)
def test_no_wrong_value_is_let_through(pages, page: str, way: str) -> None:
    truth = accepted(printed(page), frozenset())
    found = pages(page, way).diterima
    assert len(truth) >= 24
    assert found.items() <= truth.items()
    assert page == "pagu" or found == {}


def test_figures_that_add_up_are_let_through(pages) -> None:
    assert len(pages("pagu", "bersih").diterima) == 24


def test_unknown_words_hold_back_what_adds_up(pages) -> None:
    found = accepted(pages("pagu", "bersih").lembar, frozenset())
    assert {row for row, _ in found} == {"Jumlah"}


def test_every_line_says_that_it_was_recognised_and_where_it_stands(pages) -> None:
    lines = pages("pagu", "bersih").lembar.baris
    assert all(line.ocr and line.halaman == 1 for line in lines)
    assert [line.nomor for line in lines] == list(range(1, len(lines) + 1))
    assert lines[0].tempat == "halaman 1"
    assert [line.tempat for line in lines if line.ada_sel][2] == "halaman 1, tabel 1, baris 3"
    assert lines[1].kosong


def test_a_page_on_its_side_is_turned(tmp_path: Path, pages) -> None:
    path = tmp_path / "rebah.png"
    cetak.page(*halaman.PAGU).rotate(90, expand=True).save(path, dpi=(300, 300))
    assert cells([b.teks for b in document.read(path).baris]) == cells(
        [b.teks for b in pages("pagu", "bersih").lembar.baris]
    )


def small(text: str) -> Image.Image:
    """A small page: a line and a table of two columns."""
    page = cetak.page(text, cetak.Meja([["Program", "2020"], ["Dukungan", "1.234"]], [400, 300]))
    return page.crop((0, 0, 1400, page.height))


def test_all_frames_of_a_tiff_are_pages(tmp_path: Path) -> None:
    path = tmp_path / "dua.tif"
    small("Halaman pertama").save(path, save_all=True, append_images=[small("Halaman kedua")], dpi=(300, 300))
    found = document.read(path).baris
    assert [(line.halaman, line.teks) for line in found] == [
        (1, "Halaman pertama"), (1, ""), (1, "Program\t2020"), (1, "Dukungan\t1.234"), (2, ""),
        (2, "Halaman kedua"), (2, ""), (2, "Program\t2020"), (2, "Dukungan\t1.234"),
    ]  # fmt: skip
    assert found[6].tempat == "halaman 2"
    assert found[-1].tempat == "halaman 2, tabel 1, baris 2"


def test_named_pages_of_a_pdf_come_without_numbers(tmp_path: Path) -> None:
    path = tmp_path / "pindai.pdf"
    sheets = [small(text) for text in ("Satu", "Halaman kedua", "Halaman ketiga")]
    sheets[0].save(path, save_all=True, append_images=sheets[1:], resolution=300)
    third, second = document.read_pages(path, [3, 2])
    assert (third.halaman, third.baris[0].teks, second.baris[0].teks) == (3, "Halaman ketiga", "Halaman kedua")
    assert second.baris[-1].numbered(9) == Baris(9, "Dukungan\t1.234", 2, "halaman 2, tabel 1, baris 2", ocr=True)


def test_an_empty_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kosong.png"
    Image.new("L", (1200, 1600), 255).save(path)
    with pytest.raises(errors.BerkasTidakTerbaca, match="tidak ada teks yang dapat dikenali"):
        document.read(path)
