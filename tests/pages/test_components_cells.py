"""Pieces of HTML that tables and tiles share: nothing foreign runs, nothing is said by colour alone."""

import re
from urllib.parse import unquote

import pytest

from pages.components import cells, html_table
from pages.components.cells import Change, Tile
from pages.components.html_table import Head, Part, Row

MASKS = 2
"""A line is drawn once for each of two names of one property of CSS."""
HOSTILE = '<img src=x onerror="1">&'


def said(html: str) -> str:
    """The words of HTML, without the names of icons."""
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r'<span class="ikon".*?</span>', "", html)).split())


def path_of(line: str) -> str:
    """The pen of a small line: M for set down, L for drawn."""
    paths = re.findall(r' d="([^"]+)"', unquote(line))
    assert len(paths) == MASKS
    return re.sub(r"[\d. ]+", "", paths[0])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(3.26), "naik 3,3 poin membaik"),
        (Change(-3.0, than=2023), "turun 3,0 poin dari 2023 memburuk"),
        (Change(4, "temuan", more_is_better=False, decimals=0), "naik 4 temuan memburuk"),
        (Change(-4, "", more_is_better=False, decimals=0), "turun 4 membaik"),
        (Change(0.04), "tetap"),
        (Change(None), "–"),
    ],
)
def test_a_change_says_its_way_and_whether_it_is_good(change, words):
    assert said(cells.change(change)) == words


def test_a_bar_stays_inside_its_track_and_a_missing_share_has_none():
    assert "width:100.0%" in cells.bar(130.0, "130%")
    assert "width:0.0%" in cells.bar(-5.0, "–5%")
    assert "left:90.0%" in cells.bar(80.0, "80%", tick=90.0)
    assert said(cells.bar(None, "belum melapor")) == "belum melapor"
    assert "width" not in cells.bar(None, "")


def test_documents_are_said_by_name_and_state():
    html = cells.dots({"RKT": "ada", "LK": "belum", "PK": "entah"})
    assert said(html) == "RKT ada; LK belum; PK entah;"
    assert all(word in said(cells.legend()) for word in cells.DOKUMEN)


def test_a_line_is_never_drawn_over_a_missing_year():
    drawn = unquote(cells.line([(2020, 1.0), (2021, 2.0), (2022, None), (2023, 3.0), (2024, 4.0)]))
    path = path_of(drawn)
    assert path == "MLML"
    assert "2022: tidak ada" in drawn
    assert unquote(cells.line([(2020, 1.0), (2021, None), (2022, 2.0)])).count("<circle") == 2 * MASKS
    assert cells.line([(2020, None), (2021, 5.0)]) == ""


def test_a_year_whose_figure_is_zero_is_a_figure():
    assert path_of(cells.line([(2020, 0.0), (2021, 0.0)])) == "ML"


@pytest.mark.parametrize(
    "html",
    [
        cells.bar(5.0, HOSTILE),
        cells.link(cells.address("satker", {"kantor": HOSTILE}), "x", HOSTILE),
        cells.dots({HOSTILE: HOSTILE}),
        cells.tiles([Tile(HOSTILE, HOSTILE, HOSTILE)]),
        html_table.html([Head(HOSTILE)], [Part(HOSTILE, [Row(["x"])])], HOSTILE),
    ],
)
def test_foreign_text_stays_text(html):
    assert "<img" not in html
    assert 'onerror="' not in html


def test_an_address_keeps_every_value_of_a_choice():
    assert cells.address("capaian", {"satker": ["A & B", "C"], "tahun": "2024"}) == (
        "capaian?satker=A%20%26%20B&satker=C&tahun=2024"
    )
    assert cells.address("", {"tahun": "2024"}) == "./?tahun=2024"


def test_a_table_names_its_rows_and_every_cell_its_column():
    html = html_table.html(
        [Head("Satker"), Head("Capaian", sorted=True)], [Part("", [Row(["Kota A", "5"])]), Part("Belum", [])], "Rapor"
    )
    assert '<th scope="row">Kota A</th><td data-judul="Capaian">5</td>' in html
    assert 'aria-sort="other"' in html
    assert "Belum" not in html


def test_a_tile_without_a_figure_says_so_and_claims_no_change():
    html = cells.tiles([Tile("Serapan", "", "tidak ada realisasi tercetak", Change(2.0), href="serapan?tahun=2024")])
    assert said(html) == "Serapan tidak ada tidak ada realisasi tercetak"
    assert 'href="serapan?tahun=2024"' in html


def table(first_part: int, second_part: int, kind: str = "") -> str:
    rows = [Row([f"Satker {place}", "1"], kind) for place in range(first_part + second_part)]
    parts = [Part("", rows[:first_part]), Part("Belum melapor", rows[first_part:])]
    return html_table.html([Head("Satker"), Head("Nilai")], parts, "Rapor")


def test_rows_behind_the_first_wait_with_their_title_behind_a_line_that_says_how_many_there_are():
    html = table(11, 27)
    assert html.count("data-lipat") == 38 - html_table.FIRST + 1
    assert '<tr class="bagian" data-lipat="">' in html
    assert said(html).endswith("Tampilkan semua 38 Tampilkan lebih sedikit")
    assert html.count("Satker ") == 38


def test_a_part_that_begins_among_the_first_rows_keeps_its_title():
    html = table(6, 27)
    assert '<tr class="bagian">' in html
    assert html.count("data-lipat") == 33 - html_table.FIRST


def test_no_row_waits_where_there_are_few_or_one_row_was_just_opened():
    few = html_table.FIRST + html_table.SPARE
    for html in (table(few, 0), table(20, 20, "anak")):
        assert "data-lipat" not in html
        assert "<details" not in html
