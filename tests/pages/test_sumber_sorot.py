"""The mark stands on the printed cell that is meant, or nowhere."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.components import highlight

WORDS = st.lists(st.text("abcdeJumlah ", min_size=1, max_size=8), min_size=1, max_size=3)
CELLS = st.lists(
    st.sampled_from(["-", "0", "80%", "90 %", "100%", "7 Kecamata n", "1.234,50", "WTP"]), min_size=1, max_size=6
)


@given(WORDS, CELLS)
def test_every_cell_of_a_row_is_found_in_its_own_place(words, cells):
    head = "\t".join(words) + "\t"
    text, expected = head, []
    for cell in cells:
        expected.append((len(text), len(text) + len(cell)))
        text += f"{cell}\t"
    assert highlight.spans(text, cells) == expected


@pytest.mark.parametrize("text", ["180", "80,5", "80.000", "80%", "x80", "2-80", "1,80"])
def test_a_value_is_not_found_inside_another(text):
    assert highlight.spans(f"Nilai {text}", ["80"]) == [None]


@pytest.mark.parametrize(
    ("text", "value"), [("Nilai 90 % baik", "90%"), ("Nilai 90% baik", "90 %"), ("7\nKecamatan", "7 Kecamatan")]
)
def test_blanks_do_not_hide_a_value(text, value):
    (span,) = highlight.spans(text, [value])
    assert span is not None
    start, end = span
    assert "".join(text[start:end].split()) == "".join(value.split())


def test_what_is_not_printed_is_not_marked():
    assert highlight.spans("Nilai 80 90", ["", "85"]) == [None, None]


def lines(*rows: tuple[int, str, bool]) -> pl.DataFrame:
    frame = pl.DataFrame(rows, schema=["baris", "teks", "disorot"], orient="row")
    return frame.with_columns(pl.lit("dimuat").alias("nasib"))


PRINTED = lines((1, "80%", False), (2, "<b>Nilai\t80%\t80%", True), (3, "akhir & 80%", True))


def test_only_the_wanted_cell_of_the_row_itself_is_marked_and_all_else_is_escaped():
    shown = highlight.html(PRINTED, ["80%", "80%", "80%"], [1])
    assert shown.count("<mark>") == 1
    assert "&lt;b&gt;Nilai\t80%\t<mark>80%</mark></td>" in shown
    assert "akhir &amp; 80%</td>" in shown
    assert highlight.html(PRINTED, [], []).count("<mark>") == 0


def test_a_mark_over_two_lines_is_closed_on_each():
    shown = highlight.html(lines((1, "7", True), (2, "Kecamatan", True)), ["7 Kecamatan"], [0])
    assert "<mark>7</mark></td>" in shown
    assert "<mark>Kecamatan</mark></td>" in shown


def test_a_value_that_cannot_be_placed_is_said():
    assert highlight.found_all(PRINTED, ["80%", ""], [0, 1])
    assert not highlight.found_all(PRINTED, ["85%"], [0])
